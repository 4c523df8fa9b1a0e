from __future__ import annotations

from pathlib import Path

from nvworkshop.session.holding import Holding, holdings
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import open_plan


def of(session: Session, key: str) -> tuple[int, int]:
    (one,) = [one for one in holdings(session) if one.key == key]
    return one.now, one.past


def test_names_count_also_when_only_the_history_has_them(place: Path) -> None:
    session = open_plan(place)
    session.add("participant", {"function": "rektor", "name": "Namnet"}, entity="p1")
    session.add("participant", {"function": "rektor", "name": "Namnet två"}, entity="p2")
    assert of(session, "names") == (2, 0)
    session.set("p1", {"name": None})
    session.remove("p2")
    assert of(session, "names") == (0, 2)
    assert of(session, "course") == (1, 1)


def test_notes_ideas_and_writers_are_counted(place: Path) -> None:
    session = open_plan(place)
    session.add("note", {"text": "Sagt i rummet"})
    session.add("idea", {"title": "Egen bil"}, entity="i1")
    session.remove("i1")
    assert of(session, "notes") == (1, 0)
    assert of(session, "ideas") == (0, 1)
    assert of(session, "writers")[0] >= 1


def test_personal_numbers_are_found_in_the_history_too(place: Path) -> None:
    session = open_plan(place)
    with session.guard.lifted():
        session.set("a1", {"comment": "Gäller 19121212-1212"})
    found = [one for one in holdings(session) if "personnummer" in one.label]
    assert found == [Holding("", found[0].label, 1, 0)]
    session.set("a1", {"comment": None})
    assert [(one.now, one.past) for one in holdings(session) if "personnummer" in one.label] == [
        (0, 1)
    ]


def test_the_rest_is_counted_by_its_name(place: Path) -> None:
    told = {one.label: one.now for one in holdings(open_plan(place))}
    assert told["Åtgärder"] >= 1
