from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from nvworkshop.errors import InputError
from nvworkshop.session import ideas, workshops
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import open_plan
from nvworkshop.session.workshops import Planned
from nvworkshop.workshop import steps
from nvworkshop.workshop.clock import Progress

START = 1_800_000_000.0


@pytest.fixture
def session(place: Path) -> Iterator[Session]:
    session = open_plan(place)
    yield session
    session.close()


@pytest.fixture
def workshop(session: Session) -> str:
    planned = Planned(
        "half_day",
        date="2027-05-14",
        starts="13.00",
        place="Folkets Hus",
        parties=("2581", "region", "skola_elevhalsa"),
        functions=(("enhetschef hemtjänst", "2581"), ("verksamhetschef", "region")),
    )
    return workshops.make(session, planned).entity


def test_a_planned_workshop_has_its_agenda_and_who_comes(session: Session, workshop: str) -> None:
    thing = session.thing(workshop)
    assert thing.text("title") == "Workshop Södra"
    assert steps.total(workshops.agenda(thing)) == 180
    assert [one.text("function") for one in session.things("participant")] == [
        "enhetschef hemtjänst",
        "verksamhetschef",
    ]
    session.undo()
    assert session.things("workshop") + session.things("participant") == []


def test_a_wrong_date_adds_nothing(session: Session) -> None:
    with pytest.raises(InputError, match="Datum"):
        workshops.make(session, Planned("half_day", date="snart"))
    assert session.things("workshop") == []


def test_where_the_group_is_stays_but_is_not_undone(session: Session, workshop: str) -> None:
    agenda = workshops.agenda(session.thing(workshop))
    shorter = steps.changed(agenda, "vision", minutes=5)
    workshops.set_agenda(session, workshop, shorter)
    workshops.set_progress(session, workshop, Progress().go("vision", START))
    session.undo()
    assert workshops.agenda(session.thing(workshop)) == agenda
    assert workshops.progress(session.thing(workshop)).step == "vision"


def test_the_workshop_that_goes_on_is_found_after_reopening(session: Session, place: Path) -> None:
    first = workshops.make(session, Planned("half_day")).entity
    second = workshops.make(session, Planned("follow_up_30")).entity
    workshops.set_progress(session, first, Progress().go("vision", START).end(START + 60))
    workshops.set_progress(session, second, Progress().go("check", START))
    session.publish()
    again = open_plan(place)
    found = workshops.going_on(again.things("workshop"))
    again.close()
    assert found is not None
    assert found.id == second


def test_the_invited_are_asked_first(session: Session, workshop: str) -> None:
    names = workshops.parties_of(session.strategy, session.thing(workshop))
    assert [party for party, _ in names] == ["2581", "region", "skola_elevhalsa"]
    usual = workshops.make(session, Planned("half_day")).entity
    everyone = [party for party, _ in workshops.parties_of(session.strategy, session.thing(usual))]
    assert everyone[:5] == ["2506", "2505", "2581", "2560", "region"]


def test_a_rating_is_kept_once_per_item_and_says_nothing_of_who(
    session: Session, workshop: str
) -> None:
    thing = session.thing(workshop)
    workshops.rate(session, thing, "R1", (0, 2, 5, 3, 1))
    workshops.rate(session, thing, "R1", (0, 2, 5, 4, 1))
    (rating,) = session.things("self_rating")
    assert rating["tally"] == [0, 2, 5, 4, 1]
    assert rating["date"] == "2027-05-14"
    session.undo()
    assert session.things("self_rating")[0]["tally"] == [0, 2, 5, 3, 1]


def test_the_last_sign_of_life_is_what_was_written_last(session: Session, workshop: str) -> None:
    step = workshops.agenda(session.thing(workshop))[0]
    assert workshops.last_sign(session.things("idea"), workshop) == 0
    idea = session.thing(ideas.keep(session, "Ring upp", step, workshop).entity)
    assert workshops.last_sign(session.things("idea"), workshop) == idea.updated / 1000
    assert workshops.last_sign(session.things("idea"), "another") == 0


def test_who_comes_is_changed_and_names_of_those_who_stay_are_kept(
    session: Session, workshop: str
) -> None:
    _, second = session.things("participant")
    session.set(second.id, {"name": "Någon"})
    for functions in (
        [("enhetschef hemsjukvård", "2581"), ("verksamhetschef", "region")],
        [("verksamhetschef", "region")],
        [("verksamhetschef", "region"), ("rektor", "skola_elevhalsa"), ("polis", "")],
    ):
        workshops.set_functions(session, workshop, functions)
        there = session.things("participant")
        assert sorted((o.text("function"), o.text("party")) for o in there) == sorted(functions)
        assert session.thing(second.id)["name"] == "Någon"
