"""From typed values to logged ones: fields by their declaration, references to what is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from nvworkshop.errors import InputError
from nvworkshop.followup.areas import Areas
from nvworkshop.language import said
from nvworkshop.model.fields import Field, FieldType, Kind
from nvworkshop.model.kinds import FIELDS, KINDS
from nvworkshop.model.labels import is_answer
from nvworkshop.model.notices import notices
from nvworkshop.model.text import fold, shorten
from nvworkshop.model.things import Thing
from nvworkshop.model.values import parse
from nvworkshop.session.view import PlanView
from nvworkshop.strategy import Strategy

_AREA = FIELDS["measurement"]["area"]


@dataclass(slots=True)
class Typed:
    """Values as logged, None for those emptied, and what the person should be told."""

    values: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def read_typed(
    view: PlanView, kind: Kind, values: Mapping[str, Any], stands: Thing | None = None
) -> Typed:
    """Read all values or none: raises InputError at the first that can't be used.

    `stands` is the thing the values are for, when it is there already.
    """
    typed = Typed()
    for name, raw in values.items():
        declared = field_called(kind, name)
        if declared is None:
            names = ", ".join(f"{one.name} ({said(one.sv)})" for one in kind.fields)
            raise InputError(
                said("{kind} har inget fält ”{name}”.").format(
                    kind=said(kind.sv).capitalize(), name=name
                ),
                said("Fälten är: {names}.").format(names=names),
            )
        data = _references(view, declared, parse(declared, raw, view.context))
        typed.values[declared.name] = data
        if declared is _AREA:
            typed.values |= area_values(view.strategy, data if isinstance(data, str) else "")
        typed.notes += notices(declared, raw, data)
    whole = {**(stands.values if stands else {}), **typed.values}
    typed.notes += [f"{_named(kind, whole)}{one}" for one in _backwards(whole, typed.values)]
    return typed


def area_values(strategy: Strategy, text: str) -> dict[str, Any]:
    """Return the area a text means, and its level. Raises InputError for an unknown one."""
    if not text.strip():
        return {"area": None, "area_level": None}
    found = Areas(strategy).find(text)
    if found is None:
        raise InputError(
            said("Område: ”{text}” finns inte i {county}.").format(
                text=shorten(text, 60), county=strategy.county or said("strategin")
            ),
            hint=said("Skriv en kommun, en länsdel eller länet."),
        )
    return {"area": found.id, "area_level": found.level}


def _named(kind: Kind, whole: Mapping[str, Any]) -> str:
    """Return "Åtgärd 12: ", "" for a thing without a number."""
    number = whole.get("number")
    return f"{kind.sv[:1].upper()}{kind.sv[1:]} {number}: " if number is not None else ""


def _backwards(whole: Mapping[str, Any], typed: Mapping[str, Any]) -> list[str]:
    """Remark on a start after the end, when either was typed now."""
    start, end = whole.get("start"), whole.get("end")
    if not ({"start", "end"} & typed.keys() and isinstance(start, dict) and isinstance(end, dict)):
        return []
    first, last = start.get("first"), end.get("last")
    if not first or not last or first <= last:
        return []
    return [
        said("Start ({first}) ligger efter Klart ({last}). Stämmer det?").format(
            first=first, last=last
        )
    ]


def field_called(kind: Kind, name: str) -> Field | None:
    """Return the field of that name in code, or of that label in Swedish or English."""
    wanted = fold(name)
    return kind.field(name) or next(
        (one for one in kind.fields if wanted in (fold(one.sv), fold(one.en))), None
    )


def _references(view: PlanView, declared: Field, data: Any) -> Any:
    if declared.type is not FieldType.REF or data is None or is_answer(data):
        return data
    if declared.many:
        return [_reference(view, declared, one) for one in data]
    return _reference(view, declared, data)


def _reference(view: PlanView, declared: Field, entity: str) -> str:
    found = view.thing(entity)
    given = len(declared.kinds) == 1 and view.is_ground(found)
    if found.kind not in declared.kinds or given:
        raise InputError(
            said("”{entity}” är ingen {kind}.").format(
                entity=entity, kind=said(KINDS[declared.kinds[0]].sv)
            )
        )
    return found.id
