"""Plans with ideas, ratings and participants, made before the workshop is led."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from nvworkshop.session import ideas, sessions, workshops
from nvworkshop.session.session import Session
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.workshop.steps import named
from tests.ui.workshop.conftest import Led
from ui.workshop.prioritise_step import PrioritiseStep

TEXTS = ("Fast vårdkontakt", "Ring upp dagen efter", "Gemensam rutin för SIP")
Made = Callable[[Session, str], None]


def prepared(place: Path, around: Surroundings, *makers: Made) -> Path:
    """Let each maker work on the plan, with the id of its workshop."""
    session = sessions.open_plan(place, surroundings=around)
    workshop = session.things("workshop")[0].id
    for make in makers:
        make(session, workshop)
    session.publish()
    session.close()
    return place


def people(count: int) -> Made:
    """Let so many come."""

    def make(session: Session, workshop: str) -> None:
        coming = [(f"enhetschef {n}", "2581") for n in range(count)]
        workshops.set_functions(session, workshop, coming)

    return make


def said(texts: Sequence[str], votes: Sequence[int] = (), step: str = "shift-R2") -> Made:
    """Let these ideas have been said in a step, with votes where there are some."""

    def make(session: Session, workshop: str) -> None:
        agenda = workshops.agenda(session.thing(workshop))
        stood = named(agenda, step)
        assert stood is not None
        for n, text in enumerate(texts):
            idea = ideas.keep(session, text, stood, workshop).entity
            if n < len(votes):
                ideas.vote(session, idea, votes[n])

    return make


def prioritising(led: Led) -> PrioritiseStep:
    """Go to the step, and wait until the plan knows."""
    led.room.go("prioritise")
    led.settle()
    view = led.leading.view
    assert isinstance(view, PrioritiseStep)
    return view
