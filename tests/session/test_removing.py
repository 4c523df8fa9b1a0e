from __future__ import annotations

from pathlib import Path

from tests.laptops import laptop


def test_several_things_are_removed_and_come_back_in_one_step(tmp_path: Path) -> None:
    session = laptop("a", tmp_path)
    ids = [session.add("action", {"title": one}).entity for one in ("ett", "två", "tre")]
    outcome = session.remove_many(ids[:2])
    assert outcome.label == "Ta bort 2 åtgärder"
    assert [one.id for one in session.things("action")] == ids[2:]
    session.undo()
    assert [one.id for one in session.things("action")] == ids
    session.redo()
    assert [one.id for one in session.things("action")] == ids[2:]
    session.close()


def test_one_thing_is_removed_by_its_kind(tmp_path: Path) -> None:
    session = laptop("a", tmp_path)
    entity = session.add("action", {"title": "ett"}).entity
    assert session.remove(entity).label == "Ta bort åtgärd"
    session.close()
