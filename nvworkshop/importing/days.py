"""Edits of days that are worked out, such as "Klart senast": told of, since they go nowhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from nvworkshop.importing.known import KnownPlan
from nvworkshop.importing.layout import is_day, label_of
from nvworkshop.importing.rows import BookRow
from nvworkshop.language import said
from nvworkshop.model.fields import Field
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.proposals import Rejected
from nvworkshop.model.row_marks import marked_fields, plain
from nvworkshop.model.text import fold
from nvworkshop.model.things import Thing

_ENDS = {"senast": "last", "tidigast": "first"}


def edited_days(
    plan: KnownPlan, thing: Thing, row: BookRow, changed: Collection[str]
) -> Iterator[Rejected]:
    """Yield the days that differ though the time as said is as it was."""
    if row.mark is None:
        return
    for label, column in row.layout.computed.items():
        field, end = _field_of(thing.kind, label)
        if field is None or field.name in changed or not label_of(field.name):
            continue
        now = thing[field.name]
        untouched = row.mark.held(field.name, plan.cell(field, now))
        day = now.get(_ENDS[end]) if isinstance(now, dict) else None
        text = plain(row.value(column))
        if untouched and text != (day or ""):
            reason = said("Dagen räknas ut av {field}. Ändra i kolumnen {field} i stället.").format(
                field=said(field.sv)
            )
            yield Rejected(row.spot(column), f"{said(field.sv)} {end}", text, reason)


def _field_of(kind: str, label: str) -> tuple[Field | None, str]:
    if not is_day(label):
        return None, ""
    name, _, end = label.rpartition(" ")
    found = (one for one in marked_fields(KINDS[kind]) if fold(one.sv) == name)
    return next(found, None), end
