from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from nvworkshop.cli.selftest.core import core_checks
from nvworkshop.cli.selftest.running import Check, run
from nvworkshop.cli.selftest.watching import Watch
from nvworkshop.places import ROOT
from ui.screenshots.screens import SCREENS
from ui.selftest.windows import DIALOGS, window_checks


def _told(*checks: Check) -> tuple[int, list[str]]:
    lines: list[str] = []
    return run(lambda _: checks, lines.append), lines


def test_the_core_is_whole_calls_nobody_and_keeps_to_its_folder() -> None:
    lines: list[str] = []
    code = run(core_checks, lines.append)
    assert [one for one in lines if one.startswith("FEL")] == []
    assert code == 0
    assert lines[-1].startswith(f"{len(lines) - 1} av {len(lines) - 1} prov gick bra")


def test_a_check_that_breaks_is_told_and_the_next_is_done() -> None:
    def broken() -> None:
        raise KeyError("borta")

    code, lines = _told(("Trasigt", broken), ("Helt", lambda: None))
    assert code == 2
    assert lines[0] == "FEL  Trasigt: KeyError: 'borta'"
    assert lines[1].startswith("ok   Helt")


def test_a_call_to_the_network_is_told() -> None:
    def call() -> None:
        with socket.socket() as one, pytest.raises(OSError):  # noqa: PT011
            one.connect(("127.0.0.1", 1))

    code, lines = _told(("Ringer", call))
    assert code == 2
    assert any(one.startswith("FEL  Inga anrop till nätet") for one in lines)


def test_a_file_elsewhere_and_another_program_are_told(tmp_path: Path) -> None:
    with Watch(tmp_path / "eget") as watch:
        (tmp_path / "annat.txt").write_text("hej", "utf-8")
        (tmp_path / "annat.txt").read_text("utf-8")
        (tmp_path / "mapp").mkdir()
        subprocess.run([sys.executable, "-c", ""], check=True)
        subprocess.run(["true"], check=True)
    assert watch.writes == [f"open {tmp_path / 'annat.txt'}", f"os.mkdir {tmp_path / 'mapp'}"]
    assert watch.programs == ["true"]


def test_what_is_left_is_as_it_was(tmp_path: Path) -> None:
    before = os.environ["NVWORKSHOP_HOME"]
    seen: list[Path] = []

    def checks(folder: Path) -> Iterator[Check]:
        seen.append(folder)
        yield "Inget", lambda: None

    assert run(checks, lambda _: None) == 0
    assert os.environ["NVWORKSHOP_HOME"] == before
    assert not seen[0].exists()


def test_every_place_and_dialog_of_the_trial_is_there() -> None:
    names = [name for name, _ in window_checks()]
    assert len(names) == 3 + len(DIALOGS)
    assert set(DIALOGS) <= set(SCREENS)


@pytest.mark.parametrize("option", ["--selftest", "--first-paint"])
def test_the_options_are_not_commands(option: str) -> None:
    helped = subprocess.run(
        [sys.executable, "-m", "nvworkshop", "--help"], capture_output=True, check=True, cwd=ROOT
    )
    assert option.encode() not in helped.stdout
