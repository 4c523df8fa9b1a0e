"""Field values as cells: names for ids, real dates and numbers, answers as words."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.labels import label
from nvworkshop.model.rules import day, is_lacking, is_late, missing_for_decision
from nvworkshop.model.tables import STATUS_SYMBOLS, WARNING, Tone, Value
from nvworkshop.model.things import Thing
from nvworkshop.model.values import coerce
from nvworkshop.reports.data import PlanData

_SHIFT_TONES = (Tone.SHIFT_1, Tone.SHIFT_2, Tone.SHIFT_3, Tone.SHIFT_4)


def cell(field: Field, data: Any, of: PlanData) -> Value:
    """Return a field's value as a cell; None for empty."""
    if data is None:
        return None
    match field.type:
        case FieldType.NUMBER if isinstance(data, int | float):
            return data
        case FieldType.DATE if isinstance(data, str):
            return day(data) or data
        case FieldType.REF if isinstance(data, str | list):
            return _titles(data, of)
        case FieldType.CHOICE if field.of == "status" and str(data) in STATUS_SYMBOLS:
            return f"{STATUS_SYMBOLS[data]} {label(field, data, of.strategy)}"
        case _:
            return label(field, data, of.strategy) or None


def _titles(data: str | list[Any], of: PlanData) -> str | None:
    ids = [data] if isinstance(data, str) else [str(one) for one in data]
    return ", ".join(title_of(of.by_id[one]) if one in of.by_id else one[:8] for one in ids) or None


def title_of(thing: Thing) -> str:
    """Return what people know a thing by; its short id when it has no title."""
    field = KINDS[thing.kind].title_field
    return "" if field.private else (thing.text(field.name) or f"({thing.id[:8]})")


def told(kind: str, name: str, data: Any, of: PlanData) -> str:
    """Return any logged value as text, also of a field this program doesn't know."""
    declared = KINDS[kind].field(name) if kind in KINDS else None
    if data is None:
        return "(tomt)"
    if declared is None:
        return str(data)
    shown = cell(declared, coerce(declared, data), of)
    return "(tomt)" if shown is None else str(shown)


def moment(at: int, made: datetime) -> str:
    """Return milliseconds since 1970 UTC as local time, in the zone of `made`."""
    try:
        when = datetime.fromtimestamp(at / 1000, made.tzinfo)
    except (OverflowError, ValueError, OSError):
        return str(at)
    return f"{when:%Y-%m-%d %H:%M}"


def is_overdue(thing: Thing, of: PlanData) -> bool:
    """Tell whether the last day has passed and the work isn't ended."""
    return is_late(thing["end"], thing["status"], of.made.date())


def remarks(thing: Thing, of: PlanData) -> str | None:
    """Return in words what the row's colours say: late, and what a decision still lacks."""
    said = [f"{WARNING} Tiden har gått ut."] if is_overdue(thing, of) else []
    missing = [field.sv.lower() for field in missing_for_decision(thing)]
    if missing:
        said.append(f"{WARNING} Saknas: {', '.join(missing)}.")
    return " ".join(said) or None


def conflict_words(thing: Thing, of: PlanData) -> str | None:
    """Return the names of the fields in conflict."""
    labels = of.conflicted.get(thing.id)
    return f"{WARNING} {', '.join(labels)}" if labels else None


def kind_words(thing: Thing) -> str:
    """Return whether a row is joint or local."""
    return "Gemensam" if thing.kind == "joint_action" else "Lokal"


def number_of(thing: Thing) -> Value:
    """Return the row's number in its länsdel's plan."""
    number = thing["number"]
    return number if isinstance(number, int | float) else None


def field_tone(field: Field, thing: Thing, of: PlanData) -> Tone | None:
    """Return how a field's cell looks, None for as its row."""
    if field.name in thing.conflicts:
        return Tone.CONFLICT
    if field.name == "end" and is_overdue(thing, of):
        return Tone.OVERDUE
    if field.decision and is_lacking(thing[field.name]):
        return Tone.MISSING
    if field.name == "shift" and thing.kind == "action":
        return _SHIFT_TONES[of.shift_number(thing) % len(_SHIFT_TONES)]
    return None
