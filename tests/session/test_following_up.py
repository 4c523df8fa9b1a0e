"""Follow-ups: what is written, what is left alone, and what two laptops make of it together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest

from nvworkshop.errors import InputError, PersonalNumberError
from nvworkshop.model.things import Thing
from nvworkshop.session import merge, workshops
from nvworkshop.session.following_up import follow_up, occasion_of, remaining, stood
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import open_plan
from nvworkshop.session.workshops import Planned
from nvworkshop.workshop.following import Occasion

MAY, NOVEMBER = Occasion(date="2027-05-14"), Occasion(date="2027-11-12")


@pytest.fixture
def session(place: Path) -> Iterator[Session]:
    session = open_plan(place)
    session.add("action", {"title": "Ring hem", "end": "2027-03-31"}, entity="a2")
    yield session
    session.close()


@pytest.fixture
def workshop(session: Session) -> Thing:
    made = workshops.make(session, Planned("follow_up_30", date="2027-11-12"))
    return session.thing(made.entity)


def _told(session: Session, action: str = "a1") -> list[Thing]:
    return [one for one in session.things("follow_up") if one["action"] == action]


def test_a_follow_up_and_the_actions_status_are_one_step(session: Session) -> None:
    answers = {"status": "Pågår", "as_planned": "delvis", "end": "hösten 2027", "comment": "Bra"}
    outcome = follow_up(session, "a1", answers, MAY)
    (told,) = _told(session)
    assert outcome.entity == told.id
    assert (told["date"], told["status"], told["as_planned"]) == ("2027-05-14", "ongoing", "partly")
    assert session.thing("a1")["status"] == "ongoing"
    assert session.thing("a1")["end"]["last"] == "2027-12-31"
    session.undo()
    assert not _told(session)
    assert session.thing("a1")["status"] == "not_started"
    assert session.thing("a1")["end"] is None
    session.redo()
    assert len(_told(session)) == 1
    assert session.thing("a1")["status"] == "ongoing"


def test_each_answer_of_an_occasion_adds_to_the_same(session: Session, workshop: Thing) -> None:
    occasion = occasion_of(workshop, session.surroundings)
    assert occasion == Occasion(workshop.id, "2027-11-12")
    first = follow_up(session, "a1", {"as_planned": "yes"}, occasion, entity="f1")
    again = follow_up(session, "a1", {"next_step": "Fler kommuner"}, occasion, entity="f2")
    assert first.entity == again.entity == "f1"
    (told,) = _told(session)
    assert (told["status"], told["as_planned"]) == ("not_started", "yes")
    assert (told["workshop"], told["next_step"]) == (workshop.id, "Fler kommuner")


def test_what_was_told_before_is_never_touched(session: Session, workshop: Thing) -> None:
    follow_up(session, "a1", {"comment": "Segt", "status": "delayed"}, MAY)
    (before,) = _told(session)
    occasion = occasion_of(workshop, session.surroundings)
    follow_up(session, "a1", {"comment": "Lossnade", "status": "done"}, occasion)
    assert session.thing(before.id) == before
    assert [one["comment"] for one in _told(session)] == ["Segt", "Lossnade"]
    assert session.thing("a1")["status"] == "done"


def test_what_stood_when_it_began_is_remembered(session: Session) -> None:
    session.set("a1", {"status": "ongoing", "end": "våren 2027"})
    entity = follow_up(session, "a1", {"comment": "Går bra"}, MAY).entity
    follow_up(session, "a1", {"status": "paused", "end": "våren 2028"}, MAY)
    told = session.thing(entity)
    assert stood(session, told, "status") == "ongoing"
    assert stood(session, told, "end")["said"] == "våren 2027"
    assert stood(session, told, "goal") is None


def test_an_undone_answer_can_be_given_again(session: Session) -> None:
    follow_up(session, "a1", {"as_planned": "no"}, MAY, entity="f1")
    session.undo()
    follow_up(session, "a1", {"as_planned": "yes"}, MAY, entity="f1")
    (told,) = _told(session)
    assert told["as_planned"] == "yes"
    assert not told.conflicts


def test_what_cannot_be_read_changes_nothing(session: Session) -> None:
    writes = session.store.writes
    with pytest.raises(InputError, match="Status"):
        follow_up(session, "a1", {"comment": "Går bra", "status": "kanske"}, MAY)
    assert session.store.writes == writes


def test_a_time_nobody_can_read_is_kept_as_it_was_said_and_remarked_on(session: Session) -> None:
    outcome = follow_up(session, "a1", {"end": "när vi hinner 99x"}, MAY)
    assert session.thing("a1")["end"]["said"] == "när vi hinner 99x"
    (note,) = outcome.notes
    assert note.startswith("Klart:")


def test_a_personal_number_is_asked_about(session: Session) -> None:
    with pytest.raises(PersonalNumberError):
        follow_up(session, "a1", {"comment": "Om 19121212-1212"}, MAY)
    assert not _told(session)


def test_an_action_that_is_removed_is_not_followed_up(session: Session) -> None:
    session.remove("a1")
    with pytest.raises(InputError, match="borttagen"):
        follow_up(session, "a1", {"status": "done"}, MAY)
    with pytest.raises(InputError, match="följs inte upp"):
        follow_up(session, session.store.plan, {"comment": "x"}, MAY)


def test_nothing_said_is_nothing_written(session: Session) -> None:
    assert not follow_up(session, "a1", {"comment": " "}, MAY).touched
    assert not _told(session)


def test_what_remains_is_what_the_workshop_has_not_come_to(
    session: Session, workshop: Thing
) -> None:
    follow_up(session, "a1", {"comment": "Går bra"}, occasion_of(workshop, session.surroundings))
    assert [one.action.id for one in remaining(session, workshop)] == ["a2"]
    follow_up(session, "a2", {"comment": "Sedan länge"}, Occasion(date="2020-01-01"))
    (still,) = remaining(session, workshop)
    assert still.before is not None
    assert still.before["date"] == "2020-01-01"


def _copied(session: Session, place: Path, name: str) -> Session:
    session.publish()
    other = place.parent / name
    copy(place, other)
    return open_plan(other)


def test_two_laptops_follow_up_different_actions_and_both_stay(
    session: Session, place: Path, workshop: Thing
) -> None:
    occasion = occasion_of(workshop, session.surroundings)
    other = _copied(session, place, "annan.nvplan")
    follow_up(session, "a1", {"status": "ongoing", "comment": "Här"}, occasion)
    follow_up(other, "a2", {"status": "done", "comment": "Där"}, occasion)
    other.publish()
    other.close()
    merge.merge(session, [place.parent / "annan.nvplan"])
    assert {one["comment"] for one in session.things("follow_up")} == {"Här", "Där"}
    assert not [one for one in session.things("action") if one.conflicts]
    assert not remaining(session, workshop)


def test_two_laptops_follow_up_the_same_action_and_the_status_is_told(
    session: Session, place: Path, workshop: Thing
) -> None:
    occasion = occasion_of(workshop, session.surroundings)
    other = _copied(session, place, "annan.nvplan")
    follow_up(session, "a1", {"status": "ongoing", "comment": "Här"}, occasion)
    follow_up(other, "a1", {"status": "done", "comment": "Där"}, occasion)
    other.publish()
    other.close()
    merge.merge(session, [place.parent / "annan.nvplan"])
    assert {one["comment"] for one in _told(session)} == {"Här", "Där"}
    assert not any(one.conflicts for one in _told(session))
    assert session.thing("a1").conflicts == {"status"}
