from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from nvworkshop.session.comparing import Difference, FieldDifference, What, compare, said
from nvworkshop.session.files import store_of
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create
from nvworkshop.session.view import PlanView
from tests.laptops import join, laptop, surroundings


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    around = surroundings("Piteå", tmp_path)
    with closing(create(tmp_path / "s.nvplan", county_part="sodra", surroundings=around)) as one:
        yield one


def kept(session: Session) -> PlanView:
    """Return the plan as it is now, to look back on."""
    return PlanView(store_of(session.store.plan, session.store.changes()), session.surroundings)


def test_nothing_differs_from_the_same(session: Session) -> None:
    session.add("action", {"title": "Mobilt team"})
    assert compare(session, kept(session)) == []
    assert said([]) == ""


def test_a_changed_field_is_told_as_people_read_it(session: Session) -> None:
    entity = session.add("action", {"title": "Mobilt team", "shift": "R1", "end": "Q3 2027"}).entity
    then = kept(session)
    session.set(entity, {"shift": "R2", "end": "", "goal": "Alla har en"})
    (one,) = compare(session, then)
    assert (one.what, one.key, one.title, one.number) == (
        What.CHANGED,
        ("action", entity),
        "Mobilt team",
        1,
    )
    label = session.strategy.label
    assert one.fields == (
        FieldDifference("goal", "Mål", "", "Alla har en"),
        FieldDifference("shift", "Riktningsförändring", label("shift", "R1"), label("shift", "R2")),
        FieldDifference("end", "Klart", "Q3 2027", ""),
    )


def test_added_and_removed_things_are_told_with_what_they_hold(session: Session) -> None:
    gone = session.add("action", {"title": "Gammal"}).entity
    then = kept(session)
    session.remove(gone)
    session.add("action", {"title": "Ny"})
    removed, added = compare(session, then)
    assert (removed.what, removed.title) == (What.REMOVED, "Gammal")
    assert FieldDifference("title", "Åtgärd", "Gammal", "") in removed.fields
    assert (added.what, added.title) == (What.ADDED, "Ny")
    assert FieldDifference("title", "Åtgärd", "", "Ny") in added.fields


def test_what_differs_comes_by_kind_and_number(session: Session) -> None:
    then = kept(session)
    session.add("idea", {"title": "Ö"})
    session.add("idea", {"title": "Å"})
    for title in ("b", "a"):
        session.add("action", {"title": title})
    session.set(session.store.plan, {"version": "2"})
    found = compare(session, then)
    assert [one.kind for one in found] == ["plan", "action", "action", "idea", "idea"]
    assert [one.title for one in found[1:]] == ["b", "a", "Ö", "Å"]


def test_a_conflict_since_then_is_a_difference(tmp_path: Path) -> None:
    ours, theirs = laptop("ours", tmp_path), laptop("theirs", tmp_path)
    entity = ours.add("action", {"title": "x", "goal": "a"}).entity
    join(theirs, ours.store.changes())
    theirs.set(entity, {"goal": "deras"})
    ours.set(entity, {"goal": "vårt"})
    then = kept(ours)
    join(ours, theirs.store.changes())
    (one,) = compare(ours, then)
    assert one.fields[0].before == "vårt"
    assert one.fields[0].after.endswith("(i konflikt)")


def test_a_removal_against_edits_is_a_difference(tmp_path: Path) -> None:
    ours, theirs = laptop("ours", tmp_path), laptop("theirs", tmp_path)
    entity = ours.add("action", {"title": "x"}).entity
    join(theirs, ours.store.changes())
    theirs.remove(entity)
    ours.set(entity, {"goal": "vårt"})
    then = kept(ours)
    join(ours, theirs.store.changes())
    (one,) = compare(ours, then)
    assert [field.label for field in one.fields] == ["Borttagen"]
    assert one.fields[0].after


def test_a_time_said_the_same_way_is_told_with_its_dates(session: Session) -> None:
    entity = session.add("action", {"title": "x", "end": "våren 2027"}).entity
    then = kept(session)
    later = {"said": "våren 2027", "first": "2027-03-01", "last": "2027-05-31"}
    session.set(entity, {"end": later})
    (one,) = compare(session, then)
    assert one.fields[0].after == "våren 2027 (2027-03-01–2027-05-31)"
    assert one.fields[0].before == "våren 2027 (2027-01-01–2027-06-30)"


def test_what_has_been_erased_since_is_nowhere_to_be_read(session: Session) -> None:
    entity = session.add("action", {"title": "x", "situation": "HEMLIGHETEN"}).entity
    then = kept(session)
    session.set(entity, {"goal": "y"})
    session.erase(entity, "situation")
    found = compare(session, then)
    assert "HEMLIGHETEN" not in str(found)
    assert [field.name for field in found[0].fields] == ["goal"]


def _difference(kind: str, what: What) -> Difference:
    return Difference(what, kind, "x", 0, "", ())


@pytest.mark.parametrize(
    ("kinds", "sentence"),
    [
        ([("action", What.CHANGED)] * 3 + [("action", What.ADDED)], "3 åtgärder ändrade, 1 ny"),
        ([("action", What.CHANGED)], "1 åtgärd ändrad"),
        ([("action", What.ADDED)] * 2 + [("action", What.REMOVED)], "2 nya åtgärder, 1 borttagen"),
        ([("idea", What.REMOVED)], "1 borttaget förslag"),
        ([("plan", What.CHANGED), ("idea", What.CHANGED)], "1 plan ändrad; 1 förslag ändrat"),
    ],
)
def test_what_differs_is_one_sentence(kinds: list[tuple[str, What]], sentence: str) -> None:
    assert said(_difference(*one) for one in kinds) == sentence
