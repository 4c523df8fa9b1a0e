"""A copy of a row, to write another one like it."""

from __future__ import annotations

import re

from nvworkshop.errors import InputError
from nvworkshop.language import said
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.text import MAX_LINE
from nvworkshop.model.things import Thing
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session

_COPIED = ("action", "joint_action")

_OWN = frozenset({"number", "lesson", "comment", "decision_ref"})
"""What is about the original alone: its number, how it goes, what was learnt, its decision."""

_BEGINNING = "not_started"
_ENDING = re.compile(r" \(kopia(?: (\d{1,6}))?\)\Z")


def duplicate(session: Session, entity: str) -> Outcome:
    """Add a copy of an action or joint action, in one step; `outcome.entity` is its id.

    People copy a row to write the same work for another kommun or time, so everything that says
    what, who, when and how stays, also the ideas and the workshop it came out of. The copy is work
    that nobody has begun: its status is "Ej påbörjad" whatever the original's was, and it has a new
    number and none of the original's comments, lessons and decision. The copy of a joint action
    gathers no actions, since each would be counted twice. Fields in conflict get the value shown.
    """
    thing = session.thing(entity)
    kind = KINDS[thing.kind]
    if kind.name not in _COPIED:
        raise InputError(
            said("En {kind} går inte att kopiera.").format(kind=said(kind.sv)),
            hint=said("Välj en åtgärd."),
        )
    values = {name: data for name, data in thing.values.items() if name not in _OWN}
    values["title"] = _title(thing)
    if "status" in values:
        values["status"] = _BEGINNING
    copy = session.surroundings.new_id()
    new = [(kind.name, copy, values)]
    return session.add_many(
        said("Kopiera {kind}").format(kind=said(kind.sv)), new, entity=copy, notes=_notes(thing)
    )


def _title(thing: Thing) -> str:
    """Return the title with (kopia) after it, counted on when the original is a copy."""
    title = thing.text("title")
    found = _ENDING.search(title)
    ending = f" (kopia {int(found[1] or 1) + 1})" if found else " (kopia)"
    kept = title[: found.start()] if found else title
    return (kept[: MAX_LINE - len(ending)] + ending).strip()


def _notes(thing: Thing) -> tuple[str, ...]:
    notes = []
    if thing.conflicts:
        fields = len(thing.conflicts)
        notes.append(
            said("{fields} fält är i konflikt: kopian fick det värde som visas.").format(
                fields=fields
            )
        )
    if thing.kind == "joint_action":
        notes.append(said("Kopian samlar inga åtgärder än."))
    return tuple(notes)
