"""The strategy's list of indicators to begin with: offered, chosen from, never forced."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from nvworkshop.errors import InputError
from nvworkshop.followup.sharing import name_of
from nvworkshop.language import said
from nvworkshop.model.text import fold
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import NewThing, Session
from nvworkshop.session.view import PlanView
from nvworkshop.strategy import StarterIndicator, Strategy


@dataclass(frozen=True, slots=True)
class Starter:
    """One indicator of the list as people read it; `there` when the plan has one of the name."""

    id: str
    title: str
    shifts: str
    unit: str
    source: str
    note: str
    there: bool


def starters(view: PlanView) -> tuple[Starter, ...]:
    """Return the strategy's list, in its order."""
    names = _names(view)
    return tuple(_starter(view.strategy, one, names) for one in view.strategy.starter_indicators)


def _starter(strategy: Strategy, one: StarterIndicator, names: Collection[str]) -> Starter:
    shifts = ", ".join(said(strategy.label("shift", shift)) for shift in one.shifts)
    source = strategy.label("source", one.source) if one.source else ""
    return Starter(one.id, one.name, shifts, one.unit, source, one.note, fold(one.name) in names)


def _names(view: PlanView) -> frozenset[str]:
    return frozenset(name_of(one) for one in view.things("indicator"))


def add_starters(session: Session, ids: Collection[str]) -> Outcome:
    """Add the chosen ones in one step; those of a name that is there are passed over.

    Raises InputError when nothing is left to add.
    """
    names = _names(session)
    wanted = [
        one
        for one in session.strategy.starter_indicators
        if one.id in ids and fold(one.name) not in names
    ]
    if not wanted:
        raise InputError(said("De indikatorerna finns redan i planen."))
    new: list[NewThing] = [
        ("indicator", session.surroundings.new_id(), _values(session.strategy, one))
        for one in wanted
    ]
    count = said("1 indikator") if len(new) == 1 else said("{new} indikatorer").format(new=len(new))
    return session.add_many(
        said("Lägg till {count} ur startlistan").format(count=count), new, entity=new[0][1]
    )


def _values(strategy: Strategy, one: StarterIndicator) -> dict[str, Any]:
    """Return what a new indicator says: what the list knows, and that nobody has settled it."""
    return {
        "title": one.name,
        "description": one.note or None,
        "shifts": list(one.shifts) or None,
        "unit": one.unit or None,
        "source": strategy.label("source", one.source) if one.source else None,
        "example": True if one.example else None,
    }
