"""What is given in a plan: rows that others decide, to be read here and written elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from nvworkshop.errors import InputError
from nvworkshop.language import said
from nvworkshop.model.fields import Kind
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.rules import GROUND, LET_OUT
from nvworkshop.planfile.store import Key
from nvworkshop.session.view import PlanView


def refuse_given(view: PlanView, keys: Iterable[Key]) -> None:
    """Raise InputError when one of the things is given."""
    for kind, entity in keys:
        if kind in LET_OUT:
            raise InputError(
                said("Raden är ur en huvudmans egen plan och ändras bara där."),
                hint=said("Huvudmannen ändrar den i sin plan och lämnar den igen."),
            )
        thing = view.store.thing(KINDS[kind], entity) if kind in GROUND else None
        if thing is not None and view.is_ground(thing):
            raise InputError(
                said("Det här står i den övergripande planen och går bara att läsa här."),
                hint=said("Gör en egen rad som är del av åtgärden."),
            )


def beginning(view: PlanView, kind: Kind) -> tuple[tuple[str, Any], ...]:
    """Return what a new row of a huvudman's own plan says: it is its own, and it isn't shared."""
    if kind.name != "action" or not view.is_own:
        return ()
    principal = view.plan.text("principal") if view.plan else ""
    return (("shared", False), *((("principal", principal),) if principal else ()))


def refuse_fixed(kind: Kind) -> None:
    """Raise InputError for a thing that says what happened then."""
    if kind.fixed:
        raise InputError(
            said("En {kind} ändras inte i efterhand.").format(kind=said(kind.sv)),
            said("Den visar vad som sades då."),
            said("Lägg till en ny som rättar."),
        )
