"""Short runs of the fault harness; each first shows that it catches a bug put in on purpose."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.faults import ext4
from tests.faults.figures import run
from tests.faults.forks import Child

posix = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")
slow = pytest.mark.slow


@posix
@slow
def test_no_kill_loses_an_acknowledged_edit(tmp_path: Path) -> None:
    found = run("kills", "--count", "10", home=tmp_path)
    assert found["kills"] == 10
    assert found["edits"] > 50
    assert found["wrong"] == 0


@posix
@slow
def test_kills_catch_work_kept_in_memory(tmp_path: Path) -> None:
    assert run("kills", "--count", "10", "--planted", "in-memory", home=tmp_path)["lost"] > 0


@pytest.fixture(scope="module")
def _ext4() -> None:
    reason = ext4.why_not()
    if reason:
        pytest.skip(reason)


@slow
@pytest.mark.usefixtures("_ext4")
def test_no_power_cut_loses_an_acknowledged_edit(tmp_path: Path) -> None:
    found = run("cuts", "--count", "8", home=tmp_path)
    assert found["cuts"] == 8
    assert found["wrong"] == 0


@slow
@pytest.mark.usefixtures("_ext4")
@pytest.mark.parametrize(
    ("bug", "shows"),
    [("synchronous-off", "damaged"), ("no-file-sync", "damaged")],
)
def test_power_cuts_catch(tmp_path: Path, bug: str, shows: str) -> None:
    assert run("cuts", "--count", "5", "--planted", bug, home=tmp_path)[shows] > 0


@posix
@pytest.mark.parametrize("rule", ["unix", "windows"])
def test_no_crash_image_is_damaged_or_lacks_anything(tmp_path: Path, rule: str) -> None:
    found = run("images", "--count", "400", "--rule", rule, home=tmp_path)
    assert found.pop("images") == 400
    assert found == dict.fromkeys(found, 0)


@posix
@pytest.mark.parametrize(
    ("bug", "rule", "shows"),
    [
        ("synchronous-off", "unix", "damaged"),
        ("no-file-sync", "unix", "damaged_plans"),
        ("no-folder-sync", "unix", "stale_plans"),
        ("plain-replace", "windows", "lost"),
    ],
)
def test_crash_images_catch(tmp_path: Path, bug: str, rule: str, shows: str) -> None:
    found = run("images", "--count", "200", "--planted", bug, "--rule", rule, home=tmp_path)
    assert found[shows] > 0


@slow
def test_no_failing_call_harms_the_plan_file(tmp_path: Path) -> None:
    found = run("interrupts", "--count", "25", home=tmp_path)
    assert found["points"] > 15
    assert found["refused"] > 10
    assert (found["harmed"], found["litter"], found["unclear"], found["lost"]) == (0, 0, 0, 0)


@slow
@pytest.mark.skipif(
    not sys.platform.startswith("linux") or not shutil.which("strace"), reason="needs strace"
)
@pytest.mark.parametrize(("where", "step"), [("", "100"), ("work", "300")])
def test_no_failing_system_call_loses_or_harms_anything(
    tmp_path: Path, where: str, step: str
) -> None:
    found = run("syscalls", "--count", step, "--where", where, home=tmp_path)
    assert found["points"] >= 3
    assert (found["harmed"], found["litter"], found["unclear"], found["lost"]) == (0, 0, 0, 0)


@slow
@pytest.mark.parametrize("homes", ["one", "two"])
def test_two_programs_at_once_lose_nothing(tmp_path: Path, homes: str) -> None:
    found = run("together", "--count", "10", "--homes", homes, home=tmp_path)
    assert found["added"] + found["told"] == 10
    assert (found["lost"], found["damaged"], found["unclear"], found["litter"]) == (0, 0, 0, 0)
    if homes == "one":
        assert found["told"] == 0


@posix
def test_who_stops_listening_hears_the_rest_next_time() -> None:
    def three(descriptor: int) -> None:
        os.write(descriptor, b'{"n": 1}\n{"n": 2}\n{"n": 3}\n')

    child = Child(three)
    first = next(iter(child.lines(5)))
    assert [first["n"], *(one["n"] for one in child.wait())] == [1, 2, 3]
