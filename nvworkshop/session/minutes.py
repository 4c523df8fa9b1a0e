"""The minutes of a workshop in an open plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from nvworkshop.errors import InputError
from nvworkshop.language import as_source, said
from nvworkshop.model.documents import Document
from nvworkshop.model.things import Thing
from nvworkshop.session import workshops
from nvworkshop.session.documents import document_of
from nvworkshop.session.export import plan_data
from nvworkshop.session.following_up import stood
from nvworkshop.session.view import PlanView
from nvworkshop.workshop.clock import progress_of
from nvworkshop.workshop.followed import CHANGEABLE
from nvworkshop.workshop.minutes import Held, Minutes, minutes

_KINDS = ("idea", "action", "participant", "self_rating", "note", "follow_up")


def minutes_of(view: PlanView, workshop: str) -> Minutes:
    """Return the minutes of a workshop. Raises InputError when it is something else."""
    thing = view.thing(workshop)
    if thing.kind != "workshop":
        raise InputError(said("Det är ingen workshop."), hint=said("Välj en workshop."))
    progress = workshops.progress(thing)
    things = {kind: view.things(kind) for kind in _KINDS}
    told = [one for one in things["follow_up"] if one["workshop"] == thing.id]
    held = Held(
        thing,
        workshops.agenda(thing),
        progress,
        view.strategy,
        _began(view, thing),
        things,
        {one.id: {name: stood(view, one, name) for name in CHANGEABLE} for one in told},
        _newer(view, things["action"], told),
    )
    with as_source():
        return minutes(held)


def _newer(view: PlanView, actions: Sequence[Thing], follow_ups: Sequence[Thing]) -> frozenset[str]:
    """Return the actions that were made after the last of the follow-ups was begun."""

    def _made(thing: Thing) -> int:
        return min((one.at for one in view.store.changes_of(thing.id)), default=0)

    last = max(map(_made, follow_ups), default=0)
    return frozenset(one.id for one in actions if last and _made(one) > last)


def _began(view: PlanView, workshop: Thing) -> dict[str, str]:
    """Return the clock at which each step first began, from the log; none where it is erased."""
    began: dict[str, str] = {}
    for change in view.store.changes_of(workshop.id):
        if change.field == "position" and change.value:
            progress = progress_of(change.data)
            if progress.since is not None and progress.step not in began:
                clock = datetime.fromtimestamp(progress.since).astimezone()
                began[progress.step] = clock.strftime("%H.%M")
    return began


def minutes_document(view: PlanView, workshop: str) -> Document:
    """Return the minutes of a workshop as a document. Raises as `minutes_of`, and TemplateError."""
    return document_of(view, plan_data(view), "minnesanteckningar", subject=workshop)
