"""A short run of every target without atheris; the long one is `make fuzz`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzzing.engine import Runner, mutate
from tests.fuzzing.targets import TARGETS


@pytest.mark.parametrize("name", [one for one in TARGETS if one != "sealed"])
def test_no_reader_crashes(tmp_path: Path, name: str) -> None:
    runner = Runner(TARGETS[name].take, tmp_path)
    mutate(runner, TARGETS[name].corpus(), 0.2, seed=1)
    assert runner.figures.executions > 0
    assert runner.figures.why == []


def test_a_crash_is_counted_and_kept(tmp_path: Path) -> None:
    def take(data: bytes) -> None:
        if b"!" in data:
            raise ZeroDivisionError

    runner = Runner(take, tmp_path)
    mutate(runner, [b"?", b"a!"], 0.05, seed=1)
    assert runner.figures.crashes > 0
    assert b"!" in (tmp_path / "1.bin").read_bytes()
