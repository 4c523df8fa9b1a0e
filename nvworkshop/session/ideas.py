"""What is done to ideas in the room: kept, merged, moved, parked, voted on, made into actions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from nvworkshop.errors import InputError
from nvworkshop.language import said
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.things import Thing
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.workshop.ideas import (
    action_values,
    actions_by_idea,
    idea_values,
    merged_in,
    merged_values,
    number,
)
from nvworkshop.workshop.steps import Step


def keep(
    session: Session,
    text: str,
    step: Step,
    workshop: str,
    parties: Sequence[str] = (),
    *,
    parked: bool = False,
) -> Outcome:
    """Keep what somebody said as an idea of a step, or at once in the parking lot.

    `outcome.entity` is its id.
    """
    values = _said(text, step, workshop, parties)
    return session.add("idea", {**values, "parked": True} if parked else values)


def keep_as_action(
    session: Session, text: str, step: Step, workshop: str, parties: Sequence[str] = ()
) -> Outcome:
    """Keep an idea and make an action of it, in one step; `outcome.entity` is the action's id."""
    typed = session.read(KINDS["idea"], _said(text, step, workshop, parties))
    idea = Thing("idea", session.surroundings.new_id(), typed.values)
    action = session.surroundings.new_id()
    new = [
        ("idea", idea.id, typed.values),
        ("action", action, action_values(idea, (), session.strategy)),
    ]
    return session.add_many(said("Ny åtgärd"), new, entity=action, notes=typed.notes)


def become_action(session: Session, idea: str) -> Outcome:
    """Make an action of an idea and what was merged into it; `outcome.entity` is its id.

    An idea that has become an action already gives that one.
    """
    thing = _idea(session, idea)
    stands = actions_by_idea(session.things("action")).get(thing.id)
    if stands is not None:
        return Outcome(label=said("Gör till åtgärd"), entity=stands.id)
    merged = merged_in(session.things("idea"), thing.id)
    entity = session.surroundings.new_id()
    new = [("action", entity, action_values(thing, merged, session.strategy))]
    return session.add_many(said("Gör till åtgärd"), new, entity=entity)


def merge(session: Session, keep_id: str, other: str) -> Outcome:
    """Merge an idea into another, in one step; both stay and the one says where it went."""
    kept, gone = _idea(session, keep_id), _idea(session, other)
    ideas = session.things("idea")
    if kept.id == gone.id or kept.id in {one.id for one in merged_in(ideas, gone.id)}:
        raise InputError(said("Ett förslag kan inte slås ihop med sig självt."))
    edits: dict[tuple[str, str], dict[str, Any]] = {
        ("idea", kept.id): dict(merged_values(kept, gone)),
        ("idea", gone.id): {"merged_into": kept.id},
    }
    become = actions_by_idea(session.things("action"))
    action = become.get(gone.id)
    if action is not None and kept.id not in become:
        edits["action", action.id] = {"ideas": [*action.items("ideas"), kept.id]}
    return session.write(said("Slå ihop förslag"), edits)


def part(session: Session, idea: str) -> Outcome:
    """Let a merged idea stand for itself again; votes stay where they were put."""
    thing = _idea(session, idea)
    return session.write(said("Dela upp förslag"), {("idea", thing.id): {"merged_into": None}})


def move(session: Session, idea: str, step: Step) -> Outcome:
    """Move an idea to another step, with the shift or prerequisite it is about."""
    thing = _idea(session, idea)
    about = idea_values(thing.text("title"), step, thing.text("workshop"), ())
    values = {name: about.get(name, thing[name]) for name in ("step", "shift", "prerequisites")}
    return session.write(said("Flytta förslag"), {("idea", thing.id): {**values, "parked": None}})


def park(session: Session, idea: str, *, parked: bool) -> Outcome:
    """Put an idea in the parking lot, or take it back to its step."""
    label = said("Parkera") if parked else said("Ta tillbaka från parkeringen")
    return session.write(label, {("idea", _idea(session, idea).id): {"parked": parked or None}})


def vote(session: Session, idea: str, by: int) -> Outcome:
    """Add or take away dots; never under none."""
    thing = _idea(session, idea)
    votes = max(0, number(thing, "votes") + by)
    return session.write(said("Rösta"), {("idea", thing.id): {"votes": votes or None}})


def place(session: Session, idea: str, effect: int, effort: int) -> Outcome:
    """Place an idea in the matrix: effect and effort 1–5, 0 takes it out again."""
    values = {
        name: min(5, max(1, value)) if value else None
        for name, value in (("effect", effect), ("effort", effort))
    }
    return session.write(said("Placera förslag"), {("idea", _idea(session, idea).id): values})


def _said(text: str, step: Step, workshop: str, parties: Sequence[str]) -> dict[str, Any]:
    if not text.strip():
        raise InputError(said("Förslaget är tomt."), hint=said("Skriv det som sades."))
    return idea_values(text, step, workshop, parties)


def _idea(session: Session, entity: str) -> Thing:
    thing = session.thing(entity)
    if thing.kind != "idea":
        raise InputError(
            said("En {kind} är inget förslag.").format(kind=said(KINDS[thing.kind].sv)),
            hint=said("Välj ett förslag."),
        )
    return thing
