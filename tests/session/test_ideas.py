from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from nvworkshop.errors import InputError
from nvworkshop.session import ideas, workshops
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import open_plan
from nvworkshop.session.workshops import Planned
from nvworkshop.workshop.ideas import PARKED, actions_by_idea, of_step, of_workshop, voices
from nvworkshop.workshop.steps import Step, named


@pytest.fixture
def session(place: Path) -> Iterator[Session]:
    session = open_plan(place)
    yield session
    session.close()


@pytest.fixture
def workshop(session: Session) -> str:
    return workshops.make(session, Planned("half_day")).entity


def _step(session: Session, workshop: str, step: str) -> Step:
    found = named(workshops.agenda(session.thing(workshop)), step)
    assert found is not None
    return found


def _kept(session: Session, workshop: str, text: str, *parties: str, step: str = "shift-R2") -> str:
    return ideas.keep(session, text, _step(session, workshop, step), workshop, parties).entity


def test_an_idea_is_of_its_step_and_of_who_said_it(session: Session, workshop: str) -> None:
    idea = session.thing(_kept(session, workshop, "Fast vårdkontakt", "2581", "region"))
    assert idea["shift"] == "R2"
    assert idea["party"] == "2581"
    assert idea.items("contributors") == ("region",)
    assert idea["number"] == 1
    assert session.thing(_kept(session, workshop, "Rum", step="prerequisite-F3")).items(
        "prerequisites"
    ) == ("F3",)


def test_an_idea_becomes_an_action_once(session: Session, workshop: str) -> None:
    idea = _kept(session, workshop, "Gemensam rutin för SIP", "2581", "region")
    action = session.thing(ideas.become_action(session, idea).entity)
    assert action["title"] == "Gemensam rutin för SIP"
    assert action["shift"] == "R2"
    assert action["principal"] == "2581"
    assert action.items("contributors") == ("region",)
    assert action.items("ideas") == (idea,)
    assert ideas.become_action(session, idea).entity == action.id
    assert actions_by_idea(session.things("action"))[idea].id == action.id


def test_who_is_no_huvudman_contributes(session: Session, workshop: str) -> None:
    idea = _kept(session, workshop, "Elevhälsan med från början", "skola_elevhalsa", "2581")
    action = session.thing(ideas.become_action(session, idea).entity)
    assert action["principal"] is None
    assert action.items("contributors") == ("skola_elevhalsa", "2581")


def test_an_idea_that_is_an_action_at_once_is_one_step(session: Session, workshop: str) -> None:
    step = _step(session, workshop, "shift-R1")
    before = len(session.things("action"))
    ideas.keep_as_action(session, "Hälsosamtal vid 40", step, workshop, ("region",))
    assert len(session.things("action")) == before + 1
    assert session.things("action")[-1]["status"] == "not_started"
    session.undo()
    assert len(session.things("action")) == before
    assert session.things("idea") == []


def test_merged_ideas_both_stay_and_are_both_named_by_the_action(
    session: Session, workshop: str
) -> None:
    one, other = _kept(session, workshop, "SIP", "2581"), _kept(session, workshop, "Sip!", "region")
    ideas.vote(session, one, 3)
    ideas.vote(session, other, 2)
    ideas.merge(session, one, other)
    assert [idea.id for idea in of_workshop(session.things("idea"), workshop)] == [one]
    assert session.thing(one)["votes"] == 5
    assert session.thing(one).items("contributors") == ("region",)
    action = session.thing(ideas.become_action(session, one).entity)
    assert action.items("ideas") == (one, other)
    assert action["description"] == "Sip!"


def test_ideas_can_not_be_merged_in_a_ring(session: Session, workshop: str) -> None:
    one, other = _kept(session, workshop, "Ett"), _kept(session, workshop, "Två")
    ideas.merge(session, one, other)
    for keep, gone in ((one, one), (other, one)):
        with pytest.raises(InputError, match="sig självt"):
            ideas.merge(session, keep, gone)
    ideas.part(session, other)
    assert len(of_workshop(session.things("idea"), workshop)) == 2


def test_moving_takes_the_idea_to_the_other_shift(session: Session, workshop: str) -> None:
    idea = _kept(session, workshop, "Vård på skärm")
    ideas.move(session, idea, _step(session, workshop, "shift-R4"))
    assert session.thing(idea)["shift"] == "R4"
    session.undo()
    assert session.thing(idea)["shift"] == "R2"
    assert session.thing(idea)["step"] == "shift-R2"


def test_what_is_parked_is_in_the_parking_lot_alone(session: Session, workshop: str) -> None:
    idea = _kept(session, workshop, "Vem betalar?")
    ideas.park(session, idea, parked=True)
    everything = of_workshop(session.things("idea"), workshop)
    assert of_step(everything, "shift-R2") == []
    assert [one.id for one in of_step(everything, PARKED)] == [idea]
    ideas.park(session, idea, parked=False)
    assert of_step(of_workshop(session.things("idea"), workshop), PARKED) == []


def test_dots_never_go_under_none_and_places_stay_in_the_matrix(
    session: Session, workshop: str
) -> None:
    idea = _kept(session, workshop, "Rutin")
    ideas.vote(session, idea, -1)
    assert session.thing(idea)["votes"] is None
    ideas.place(session, idea, 9, 3)
    assert (session.thing(idea)["effect"], session.thing(idea)["effort"]) == (5, 3)
    ideas.place(session, idea, 0, 0)
    assert session.thing(idea)["effect"] is None


def test_voices_are_counted_per_party(session: Session, workshop: str) -> None:
    for party in ("region", "region", "2581"):
        _kept(session, workshop, "Något", party)
    _kept(session, workshop, "Utan avsändare")
    counted = voices(of_workshop(session.things("idea"), workshop))
    assert next(iter(counted.items())) == ("region", 2)
    assert counted[""] == 1


def test_only_ideas_are_handled_so(session: Session, workshop: str) -> None:
    with pytest.raises(InputError, match="inget förslag"):
        ideas.vote(session, "a1", 1)
    with pytest.raises(InputError):
        _kept(session, workshop, "   ")


def test_what_is_merged_into_takes_over_the_action(session: Session, workshop: str) -> None:
    one, other = _kept(session, workshop, "Ett"), _kept(session, workshop, "Två")
    action = ideas.become_action(session, other).entity
    ideas.merge(session, one, other)
    assert ideas.become_action(session, one).entity == action
