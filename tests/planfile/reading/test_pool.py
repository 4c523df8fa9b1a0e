"""Several files side by side: order, time-outs, cancelling, children that die."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from nvworkshop.errors import CancelledError, HostileFileError, PlanError, PlanFileError
from nvworkshop.outside import child
from nvworkshop.planfile.reading import process
from nvworkshop.planfile.reading.content import PlanContent
from nvworkshop.planfile.reading.pool import ReaderPool, read_plan
from nvworkshop.planfile.reading.process import Reader
from tests import hostile

_SERIES = (
    "INSERT INTO change SELECT value + 99, randomblob(16), zeroblob(16), 1, 1, 'k', 'e', 'f',"
    " zeroblob(16), '1', NULL, zeroblob(16) FROM (WITH RECURSIVE s(value) AS"
    " (SELECT 1 UNION ALL SELECT value + 1 FROM s LIMIT 200000) SELECT value FROM s)"
)


@pytest.fixture(scope="module")
def endless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a file with so many rows that reading it takes a while."""
    path = tmp_path_factory.mktemp("endless") / "endless.nvplan"
    more = ["PRAGMA journal_mode=off", "PRAGMA synchronous=off", "DROP INDEX change_entity"]
    again = "CREATE INDEX change_entity ON change (entity)"
    return hostile.write_plan(path, [], more=[*more, _SERIES, again])


def plans(folder: Path, count: int) -> list[Path]:
    return [
        hostile.write_plan(folder / f"{n}.nvplan", hostile.make_changes(n + 1, seed=n))
        for n in range(count)
    ]


def test_results_come_in_the_order_of_the_paths(tmp_path: Path) -> None:
    paths = plans(tmp_path, 9)
    with ReaderPool(workers=2) as pool:
        results = list(pool.read_all(paths))
    assert [path for path, _ in results] == paths
    counts = [len(r.changes) for _, r in results if isinstance(r, PlanContent)]
    assert counts == list(range(1, 10))


def test_reading_starts_before_all_paths_are_known(tmp_path: Path) -> None:
    first, *_ = plans(tmp_path, 1)
    with ReaderPool(workers=1) as pool:
        results = pool.read_all(first for _ in range(10**9))
        assert next(results)[0] == first


def test_a_clean_file_keeps_the_child_and_a_bad_one_does_not(tmp_path: Path) -> None:
    good = hostile.good_plan(tmp_path / "good")
    bad = tmp_path / "bad"
    bad.write_bytes(hostile.raw(tmp_path / "x")[:-1])
    reader = Reader()
    reader.read(good, 20)
    assert reader.fresh
    assert reader.read(bad, 20).salvaged
    assert not reader.fresh
    reader.close()


def test_a_file_that_takes_too_long_is_given_up(endless: Path, tmp_path: Path) -> None:
    good = hostile.good_plan(tmp_path / "good")
    with ReaderPool(workers=1) as pool:
        (_, slow), (_, fine) = pool.read_all([endless, good], timeout=0.3)
    assert isinstance(slow, HostileFileError)
    assert "för lång tid" in str(slow)
    assert isinstance(fine, PlanContent)


def test_a_child_that_hangs_is_killed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "_GRACE_SECONDS", 0.1)
    reader = Reader()
    os.kill(reader._child.process.pid, signal.SIGSTOP)
    with pytest.raises(HostileFileError, match="för lång tid"):
        reader.read(hostile.good_plan(tmp_path / "p"), 0.2)
    assert reader._child.process.wait(5) != 0
    reader.close()


def test_a_child_that_dies_is_an_error_for_its_file_only(tmp_path: Path) -> None:
    reader = Reader()
    reader.kill()
    with pytest.raises(PlanFileError, match="stannade oväntat"):
        reader.read(hostile.good_plan(tmp_path / "p"), 20)
    reader.close()


def test_cancelling_stops_at_once(endless: Path) -> None:
    start = time.monotonic()
    with pytest.raises(CancelledError):
        read_plan(endless, cancel=lambda: time.monotonic() > start + 0.15)
    assert time.monotonic() - start < 2


def test_leaving_the_pool_early_leaves_no_child(tmp_path: Path) -> None:
    with ReaderPool(workers=2) as pool:
        results = pool.read_all(plans(tmp_path, 6))
        next(results)
        readers = [*pool._idle, *pool._busy]
    assert all(reader._child.process.poll() is not None for reader in readers)


def test_no_child_to_start_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "command", lambda: ["/nowhere/python"])
    with pytest.raises(PlanError, match="starta sin läsare"):
        read_plan(hostile.good_plan(tmp_path / "p"))


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert process.command()[1:] == ["--read-plans"]


def test_the_child_starts_lean() -> None:
    code = (
        "import sys; sys.path.append('.'); import nvworkshop.planfile.reading.child;"
        "print(*{'subprocess', 'threading', 'pathlib', 'asyncio', 'dataclasses'} & {*sys.modules})"
    )
    command = [process.command()[0], "-I", "-S", "-c", code]
    root = Path(process.__file__).parents[3]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.split() == []
