"""A short run of the laptops; the long one is `python -m tests.simulation.laptops`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from nvworkshop.model.changes import Change
from nvworkshop.planfile.store import Appended, Store
from tests.simulation.laptops import Tally, run

_MANY = 40
_APPEND = Store.append


def faults(tally: Tally) -> tuple[int, int, int, int]:
    return tally.fingerprints - 1, tally.lost, tally.invented, tally.untrue


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_laptops_end_alike_and_nothing_is_lost(tmp_path: Path, seed: int) -> None:
    tally = run(tmp_path, laptops=6, steps=60, seed=seed)
    assert faults(tally) == (0, 0, 0, 0)
    assert tally.actions > 0


@pytest.mark.slow
def test_a_merge_that_forgets_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forgetful(store: Store, changes: Sequence[Change]) -> Appended:
        many = len(changes) > _MANY
        return _APPEND(store, [one for one in changes if not (many and one.field == "status")])

    monkeypatch.setattr(Store, "append", forgetful)
    tally = run(tmp_path, laptops=6, steps=120, seed=1)
    assert tally.lost > 0
