from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from nvworkshop.errors import InputError
from nvworkshop.session import ideas, workshops
from nvworkshop.session.cards import keep_cards, read_cards
from nvworkshop.session.rehearsal import make_rehearsal, remove_workshop
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import open_plan
from nvworkshop.session.workshops import Planned
from nvworkshop.workshop.steps import Step, named

NAMES = [("2581", "Piteå"), ("region", "Regionen")]


@pytest.fixture
def session(place: Path) -> Iterator[Session]:
    session = open_plan(place)
    yield session
    session.close()


def _step(session: Session, workshop: str) -> Step:
    found = named(workshops.agenda(session.thing(workshop)), "shift-R3")
    assert found is not None
    return found


def test_the_rehearsal_is_marked_and_goes_in_one_step(session: Session) -> None:
    workshop = make_rehearsal(session).entity
    assert session.thing(workshop)["sample"] is True
    assert session.thing(workshop).text("title").startswith("Exempel")
    assert len(session.things("idea")) == 6
    ideas.become_action(session, session.things("idea")[0].id)
    remove_workshop(session, workshop)
    kinds = ("workshop", "idea", "self_rating")
    assert [session.things(kind) for kind in kinds] == [[], [], []]
    assert [one.id for one in session.things("action")] == ["a1"]
    session.undo()
    assert len(session.things("idea")) == 6


def test_the_actions_of_a_workshop_stay_when_it_goes(session: Session) -> None:
    workshop = workshops.make(session, Planned("half_day")).entity
    ideas.keep_as_action(session, "Ny rutin", _step(session, workshop), workshop)
    remove_workshop(session, workshop)
    assert len(session.things("action")) == 2
    assert session.things("idea") == []


def test_the_actions_of_a_workshop_go_with_it_when_asked(session: Session) -> None:
    workshop = workshops.make(session, Planned("half_day")).entity
    ideas.keep_as_action(session, "Ny rutin", _step(session, workshop), workshop)
    remove_workshop(session, workshop, with_actions=True)
    assert [one.id for one in session.things("action")] == ["a1"]


def test_cards_typed_back_are_the_same_ideas(session: Session) -> None:
    workshop = workshops.make(session, Planned("half_day")).entity
    text = "12 Gemensam rutin @pi\n\n 7. Vård på skärm\nutan nummer\n7 en annan sjua"
    outcome = keep_cards(session, text, _step(session, workshop), workshop, NAMES)
    kept = {one["card"]: one for one in session.things("idea")}
    assert set(kept) == {7, 12}
    assert kept[12]["party"] == "2581"
    assert kept[12]["shift"] == "R3"
    assert any("utan nummer" in one for one in outcome.notes)
    assert any("Kort 7 finns redan: ”Vård på skärm”" in one for one in outcome.notes)
    session.undo()
    assert session.things("idea") == []


def test_nothing_to_keep_is_said(session: Session) -> None:
    workshop = workshops.make(session, Planned("half_day")).entity
    for text in ("", "bara text", "12"):
        with pytest.raises(InputError, match="Inga kort"):
            keep_cards(session, text, _step(session, workshop), workshop, NAMES)


def test_a_thousand_lines_are_read_at_once() -> None:
    read = read_cards("\n".join(f"{n} Förslag {n}" for n in range(1, 1001)), NAMES, {})
    assert (len(read.cards), read.left) == (1000, ())


def test_what_is_not_kept_is_left_to_mend() -> None:
    read = read_cards("7 Ny\n12 Upptaget\nutan nummer\n7 Igen\n9 @pi", NAMES, {12: "Gammalt"})
    assert [(one.number, one.text) for one in read.cards] == [(7, "Ny")]
    assert read.left == ("12 Upptaget", "utan nummer", "7 Igen", "9 @pi")
    assert "”Gammalt”" in read.why[0]
    assert "”Ny”" in read.why[2]
