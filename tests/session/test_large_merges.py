"""Merges of very much: what is written about them can be read again."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from nvworkshop.model.changes import ID_SIZE, Change, new_change
from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.planfile.store import Store
from nvworkshop.session.merge import merge_contents, undo_merge
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create
from tests.laptops import content_of, surroundings

OPENINGS = 50_000
"""So many openings of plans that naming them all takes more than 2 million bytes."""


@pytest.fixture
def overall(tmp_path: Path) -> Session:
    return create(tmp_path / "samlad.nvplan", surroundings=surroundings("kansli", tmp_path))


@pytest.fixture
def often_opened(tmp_path: Path) -> Session:
    chance = Random(1)
    store = Store.create(None, plan="f" * 32)
    with store.transaction():
        store.append([_title(chance, number) for number in range(OPENINGS)])
    return Session(store, None, surroundings("källa", tmp_path))


def _title(chance: Random, number: int) -> Change:
    target = ("action", f"{number % 500:032x}", "title")
    writer, salt = chance.randbytes(ID_SIZE), chance.randbytes(ID_SIZE)
    return new_change(writer, 1, number, target, salt=salt, data="Team", replaces=())


@pytest.mark.slow
def test_the_receipt_of_many_openings_is_read_back_and_taken_back(
    overall: Session, often_opened: Session, tmp_path: Path
) -> None:
    before = len(overall.things("action"))
    report = merge_contents(overall, [(Path("källa.nvplan"), content_of(often_opened))])
    overall.publish()
    assert read_plan(tmp_path / "samlad.nvplan").clean
    assert len(overall.thing(report.receipt)["brought"]) == OPENINGS
    undo_merge(overall)
    assert len(overall.things("action")) == before
