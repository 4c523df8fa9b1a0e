"""A choice between two values that is undone brings the conflict back as it was told before."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvworkshop.model.conflicts import Conflict
from nvworkshop.session.review import conflicts_in, resolve
from nvworkshop.session.session import Session
from tests.laptops import join, laptop


@pytest.fixture
def torn(tmp_path: Path) -> Session:
    """A plan in which two laptops have set the same field, and one has removed what one edits."""
    first = laptop("första", tmp_path)
    first.add("action", {"title": "Mobilt team", "goal": "En väg in"}, entity="a1")
    first.add("action", {"title": "SIP i tid"}, entity="a2")
    begun = list(first.store.changes())
    logs = [begun]
    for name, goal in (("Piteå", "Två vägar in"), ("Älvsbyn", "Ingen väg in")):
        other = laptop(name, tmp_path)
        join(other, begun)
        other.set("a1", {"goal": goal})
        other.remove("a2") if name == "Piteå" else other.set("a2", {"title": "SIP i god tid"})
        logs.append(list(other.store.changes()))
    merged = laptop("samordnare", tmp_path)
    for log in logs:
        join(merged, log)
    return merged


def only(session: Session, entity: str) -> Conflict:
    (found,) = conflicts_in(session, entity)
    return found


@pytest.mark.parametrize("entity", ["a1", "a2"])
@pytest.mark.parametrize("use", [1, 2])
def test_an_undone_choice_tells_who_wrote_what_and_when(
    torn: Session, entity: str, use: int
) -> None:
    before = only(torn, entity)
    assert {one.device for one in before.values} == {"Piteå", "Älvsbyn"}
    resolve(torn, entity, before.field, use=use)
    assert conflicts_in(torn, entity) == []
    torn.undo()
    assert only(torn, entity) == before
    torn.redo()
    assert conflicts_in(torn, entity) == []
    torn.undo()
    assert only(torn, entity) == before


def test_it_is_told_so_on_every_laptop_it_reaches(torn: Session, tmp_path: Path) -> None:
    before = only(torn, "a1")
    resolve(torn, "a1", "goal", value="Ett tredje")
    torn.undo()
    other = laptop("annan", tmp_path)
    join(other, torn.store.changes())
    assert only(other, "a1") == before


def test_who_sets_an_earlier_value_by_hand_is_named(tmp_path: Path) -> None:
    first = laptop("första", tmp_path)
    first.add("action", {"title": "SIP", "goal": "Tidigare"}, entity="a1")
    first.set("a1", {"goal": "Senare"})
    begun = list(first.store.changes())
    logs = []
    for name, goal in (("Piteå", "Tidigare"), ("Älvsbyn", "Annat")):
        other = laptop(name, tmp_path)
        join(other, begun)
        other.set("a1", {"goal": goal})
        logs.append(list(other.store.changes()))
    merged = laptop("samordnare", tmp_path)
    for log in logs:
        join(merged, log)
    found = only(merged, "a1")
    assert {one.device: one.value for one in found.values} == {
        "Piteå": "Tidigare",
        "Älvsbyn": "Annat",
    }
    assert found.base == "Senare"
