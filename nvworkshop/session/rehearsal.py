"""A workshop to practise on, marked as an example; and workshops taken away with all in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nvworkshop.language import said
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import NewThing, Session
from nvworkshop.workshop.ideas import idea_values
from nvworkshop.workshop.steps import StepType, as_data
from nvworkshop.workshop.templates import template_agenda

_TITLE = "Exempel: öva att leda en workshop"
_INSIDE = ("idea", "note", "participant", "self_rating")
_SAID = (
    "Ring upp dagen efter hemgång",
    "Fråga vad som är viktigt för personen först av allt",
    "En gemensam lista över vem som är fast kontakt",
    "Ta prover på servicepunkten i stället för på sjukhuset",
    "Träffas en halvdag per termin, kommun och region ihop",
    "Skolan med redan i första samtalet",
)
_TALLIES = ((1, 3, 4, 1, 0), (0, 2, 5, 2, 0), (2, 4, 2, 1, 0), (3, 4, 2, 0, 0))


def make_rehearsal(session: Session) -> Outcome:
    """Add a workshop with made-up ideas and ratings, in one step; `entity` is its id."""
    workshop = session.surroundings.new_id()
    agenda = template_agenda("half_day", session.strategy)
    part = session.plan.text("county_part") if session.plan else ""
    values: dict[str, Any] = {
        "title": _TITLE,
        "template": "half_day",
        "agenda": as_data(agenda),
        "county_part": part or None,
        "date": session.surroundings.today().isoformat(),
        "sample": True,
    }
    new: list[NewThing] = [("workshop", workshop, values)]
    steps = [one for one in agenda if one.type in (StepType.SHIFT, StepType.PREREQUISITE)]
    for text, step in zip(_SAID, steps, strict=False):
        new.append(_new(session, "idea", idea_values(text, step, workshop, ())))
    for tally, shift in zip(_TALLIES, session.strategy.shifts, strict=False):
        rated = {"item": shift.id, "tally": list(tally), "workshop": workshop}
        new.append(_new(session, "self_rating", {**rated, "date": values["date"]}))
    return session.add_many("Exempelworkshop", new, entity=workshop)


def _new(session: Session, kind: str, values: Mapping[str, Any]) -> NewThing:
    return (kind, session.surroundings.new_id(), values)


def remove_workshop(session: Session, workshop: str, *, with_actions: bool = False) -> Outcome:
    """Remove a workshop and what is in it, in one step that can be undone.

    Actions that came out of it stay unless `with_actions`: the plan is more than its workshops.
    What came out of an example goes with it.
    """
    sample = bool(session.thing(workshop)["sample"])
    kinds = (*_INSIDE, "action") if with_actions or sample else _INSIDE
    inside = [
        one.id for kind in kinds for one in session.things(kind) if one["workshop"] == workshop
    ]
    return session.remove_many([workshop, *inside], label=said("Ta bort workshopen"))
