"""Things stand in the order they were made, whichever way their changes came."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from nvworkshop.model.changes import REMOVED, Change, new_change
from nvworkshop.model.kinds import ACTION, KINDS
from nvworkshop.session.files import store_of
from tests.laptops import PLAN, laptop


def change(at: int, entity: str, field: str = "title", *, kind: str = "action") -> Change:
    target = (kind, entity, field)
    data = True if field == REMOVED else "x"
    return new_change(b"w" * 16, at, at, target, salt=bytes(16), data=data, replaces=())


def test_the_order_is_that_of_the_first_changes_and_then_of_ids() -> None:
    log = [change(2, "c"), change(1, "d"), change(3, "a"), change(1, "b"), change(9, "d", "goal")]
    for came in permutations(log):
        store = store_of(PLAN, list(came))
        assert [one.id for one in store.things(ACTION)] == ["b", "d", "c", "a"]
        store.close()


def test_created_is_the_first_change_that_has_come_and_updated_the_newest_head() -> None:
    store = store_of(PLAN, [change(5, "a"), change(7, "a", "goal")])
    with store.transaction():
        store.append([change(3, "a", "comment")])
    times = store.connection.execute("SELECT created, updated FROM action").fetchall()
    assert times == [(3, 7)]
    store.close()


def test_things_added_at_once_keep_the_order_they_were_given(tmp_path: Path) -> None:
    session = laptop("one", tmp_path)
    ids = [f"{n:032x}" for n in (5, 3, 9, 1)]
    session.add_many("Lägg till", [("action", one, {"title": one}) for one in ids])
    assert [one.id for one in session.things("action")] == ids


@pytest.mark.parametrize("kind", ["writer", "redact", "receipt"])
def test_the_programs_own_things_stay_whatever_removed_says(kind: str) -> None:
    store = store_of(PLAN, [change(1, "00" * 16, REMOVED, kind=kind)])
    assert [one.id for one in store.things(KINDS[kind])] == ["00" * 16]
    store.close()
