"""Following up actions: one follow-up of an action per occasion, and the action's own status.

What was told on earlier occasions is never touched, so a report that was made of it stays true.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from nvworkshop.errors import InputError
from nvworkshop.followup.figures import FRESH
from nvworkshop.language import said
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.rules import day
from nvworkshop.model.things import Thing
from nvworkshop.planfile.store import Key
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.session.steps import FieldStep, Step, values_of
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.view import PlanView
from nvworkshop.workshop.following import Occasion, Told, in_order, left, told_of

_BOTH = frozenset({"status", "end"})
"""What is told of an action, and is so of the action itself."""

Edits = dict[Key, dict[str, Any]]


def occasion_of(workshop: Thing | None, surroundings: Surroundings) -> Occasion:
    """Return the occasion of a workshop, dated with its day; today where there is none."""
    today = surroundings.today().isoformat()
    if workshop is None:
        return Occasion(date=today)
    return Occasion(workshop.id, workshop.text("date") or today)


def follow_up(
    session: Session,
    action: str,
    answers: Mapping[str, Any],
    occasion: Occasion,
    *,
    entity: str = "",
) -> Outcome:
    """Write answers about an action in one step; `outcome.entity` is the follow-up's id.

    `answers` are fields of a follow-up; the action gets the status and the end that are told. What
    has been written on the occasion already is added to; `entity` is the id of a new one. Raises
    InputError for what can't be read, and when the action is not there.
    """
    thing = _followed(session, action)
    stands = told_of(session.things("follow_up"), occasion).get(thing.id, Told()).now
    own = session.read(KINDS["action"], _among(answers, _BOTH), thing)
    typed = session.read(KINDS["follow_up"], _among(answers, answers.keys() - _BOTH), stands)
    values = {**typed.values, **own.values}
    edits: Edits = {("action", thing.id): own.values}
    new: Edits = {}
    if stands is not None:
        edits["follow_up", stands.id] = values
        entity = stands.id
    elif any(value is not None for value in values.values()):
        entity = _free(session, entity)
        begun = {"status": thing["status"], "action": thing.id, "date": occasion.date}
        begun |= {"workshop": occasion.workshop or None}
        new["follow_up", entity] = {**begun, **values}
    outcome = _written(session, _label(thing), new, edits)
    return replace(outcome, entity=entity, notes=(*typed.notes, *own.notes))


def _among(answers: Mapping[str, Any], names: Collection[str]) -> dict[str, Any]:
    return {name: value for name, value in answers.items() if name in names}


def _followed(session: Session, action: str) -> Thing:
    key = session.key(action)
    thing = session.current(*key)
    if key[0] != "action":
        raise InputError(
            said("En {kind} följs inte upp.").format(kind=said(KINDS[key[0]].sv)),
            hint=said("Välj en åtgärd."),
        )
    if thing is None:
        raise InputError(
            said("Åtgärden är borttagen ur planen."),
            said("Svaret är inte sparat."),
            said("Ångra borttagningen, eller gå till nästa åtgärd."),
        )
    return thing


def _free(session: Session, entity: str) -> str:
    """Return an id nothing has had: the one that was asked for, when it is so."""
    taken = not entity or session.store.changes_of(entity)
    return session.surroundings.new_id() if taken else entity


def _label(action: Thing) -> str:
    number = action["number"]
    return (
        said("Följ upp åtgärd {number}").format(number=number)
        if number is not None
        else said("Följ upp åtgärd")
    )


def _written(session: Session, label: str, new: Edits, edits: Edits) -> Outcome:
    """Add things and set fields, in one step that is undone in one step."""
    pen, store = session.pen, session.store
    before = {key: pen.heads(key) for key in edits}
    wanted = [
        (key, name, data)
        for key, values in edits.items()
        for name, data in values.items()
        if not _is(session, key, name, data)
    ]
    if not (new or wanted):
        return Outcome(label=label)
    with session.writing():
        pen.come_last()  # so that what stood before can be told from what is said now
        changes = pen.announcement()
        for key, values in new.items():
            full = {"plan": store.plan, **values}
            for name, data in full.items():
                changes += pen.sets(key, name, (data,), {}) if data is not None else []
        for key, name, data in wanted:
            changes += pen.sets(key, name, (data,), before[key])
        appended = store.append(changes)
    fields = tuple(
        FieldStep(key, name, values_of(before[key].get(name, ())), (data,))
        for key, name, data in wanted
    )
    return session.did_outside(Step(label, fields, tuple(new)), appended.touched)


def _is(session: Session, key: Key, name: str, data: Any) -> bool:
    """Tell whether a field holds a value already, with nothing against it."""
    stands = session.current(*key)
    return stands is not None and stands[name] == data and name not in stands.conflicts


@dataclass(frozen=True, slots=True)
class Remaining:
    """An action that remains to be followed up, and what was told of it the last time."""

    action: Thing
    before: Thing | None


def remaining(view: PlanView, workshop: Thing | None = None) -> list[Remaining]:
    """Return what is left to follow up in a workshop, in the order it is gone through.

    Without one: what nobody has told of for half a year.
    """
    today = view.surroundings.today()
    told = told_of(view.things("follow_up"), occasion_of(workshop, view.surroundings))
    actions = in_order(view.things("action"), told, view.strategy, today)
    rest = ((one, told.get(one.id, Told()).before) for one in left(actions, told))
    since = None if workshop else today - FRESH
    return [
        Remaining(action, before)
        for action, before in rest
        if since is None or before is None or (day(before["date"]) or since) <= since
    ]


def stood(view: PlanView, follow_up: Thing, field: str) -> Any:
    """Return what a field of the action held when it began to be followed up; None for nothing."""
    changes = view.store.changes_of(follow_up.id)
    began = min((one.at for one in changes), default=0)
    of_action = view.store.changes_of(follow_up.text("action"))
    earlier = [one for one in of_action if one.field == field and one.at < began and one.value]
    latest = max(earlier, key=lambda one: (one.at, one.seq), default=None)
    return latest.data if latest else None
