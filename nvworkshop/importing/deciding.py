"""What a returned cell means: untouched, an edit, an edit against a newer one, or unreadable."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from nvworkshop.errors import InputError
from nvworkshop.importing.known import KnownPlan
from nvworkshop.importing.rows import TITLE, BookRow
from nvworkshop.importing.values import as_day
from nvworkshop.language import marked, said
from nvworkshop.model.cell_length import is_shortened, is_too_long, shortened
from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.notices import notices
from nvworkshop.model.proposals import FieldProposal, Rejected, Sort
from nvworkshop.model.row_marks import Mark, plain
from nvworkshop.model.sheets import ERRORS, RawValue, Spot
from nvworkshop.model.text import in_old_letters, shorten
from nvworkshop.model.things import Thing

_SHOWN = 80
"""Characters of a value that are repeated."""

NO_BASE = marked(
    "Filen visar inte vad som stod när den gjordes. Det som står i planen kan vara nyare än filen."
)
NEWER = marked("Fältet har ändrats i planen sedan filen gjordes.")
IN_CONFLICT = marked("Fältet har en öppen konflikt i planen. Väljer du filens värde avgörs den.")


@dataclass(frozen=True, slots=True)
class Seen:
    """One cell that says something of a field."""

    row: BookRow
    column: int
    value: RawValue

    @property
    def spot(self) -> Spot:
        """Where it stands."""
        return self.row.spot(self.column)


@dataclass(frozen=True, slots=True)
class Decided:
    """An edit of one field."""

    sort: Sort
    field: FieldProposal
    spot: Spot
    ticked: bool = True
    why: str = ""


def decide(
    plan: KnownPlan, thing: Thing, field: Field, cells: Iterable[Seen], made: int
) -> Decided | Rejected | None:
    """Return what the cells of a field propose, together; None when they change nothing.

    `made` is when the file was made, ms since 1970, 0 when nobody knows.
    """
    touched = [one for one in cells if _is_touched(one, field)]
    if not touched:
        return None
    shown = plan.cell(field, thing[field.name])
    edited = [one for one in touched if not _shows(one, shown)]
    if not edited:
        return None
    if len({plain(one.value) for one in edited}) > 1:
        return _apart(field, edited)
    first = edited[0]
    try:
        data = read_cell(plan, thing.kind, field, first.value, shown)
    except InputError as error:
        return rejected(first.spot, field, first.value, error.sentence)
    if same(field, data, thing[field.name]):
        return None
    found = _weighed(plan, thing, field, first, data=data, made=made)
    told = notices(field, None, data)
    return replace(found, why=" ".join((found.why, *told)).strip()) if found and told else found


def _is_touched(one: Seen, field: Field) -> bool:
    """Tell whether a cell may show something else than when the file was made."""
    mark = one.row.mark
    if mark is None and not one.row.entity:
        return bool(plain(one.value))  # a row that was typed says nothing by what it leaves out
    return mark is None or not mark.held(field.name, one.value)


def _shows(one: Seen, shown: RawValue) -> bool:
    """Tell whether a cell says what the plan says now."""
    text, stands = plain(one.value), plain(shown)
    if isinstance(shown, str) and is_too_long(shown):
        return text in (stands, plain(shortened(shown)))
    return text in (stands, in_old_letters(stands))


def read_cell(
    plan: KnownPlan, kind: str, field: Field, value: RawValue, shown: RawValue = None
) -> Any:
    """Return what a cell means; raise InputError for what can't be meant."""
    text = plain(value)
    if text in ERRORS:
        raise InputError(
            said("Cellen visar ett fel: {text}.").format(text=text),
            hint=said("Rätta formeln eller skriv värdet."),
        )
    if is_shortened(text) and isinstance(shown, str) and is_too_long(shown):
        raise InputError(
            said("Texten är längre än en Excelcell rymmer, så slutet finns bara i planen."),
            hint=said("Ändra den i programmet."),
        )
    day = as_day(value) if field.type in (FieldType.PERIOD, FieldType.DATE) else ""
    data = plan.read(kind, field, day or text)
    if data is None and field.name == TITLE:
        raise InputError(
            said("{field} kan inte lämnas tomt.").format(field=said(field.sv)),
            hint=said("Skriv en rubrik."),
        )
    return data


def _weighed(
    plan: KnownPlan, thing: Thing, field: Field, one: Seen, *, data: Any, made: int
) -> Decided | None:
    """Weigh an edit against what the plan has had since the file was made."""
    now = thing[field.name]
    mark = one.row.mark
    past = plan.earlier(thing, field)
    if mark is None:
        known = bool(made) and (not past or past[-1][0] <= made)
        why = "" if known else said(NO_BASE)
        proposal = FieldProposal(field.name, now, data, now if known else None)
        return Decided(Sort.CHANGED, proposal, one.spot, known, why)
    if mark.held(field.name, plan.cell(field, now)):
        proposal = FieldProposal(field.name, now, data, now)
        if field.name in thing.conflicts:
            return Decided(Sort.CONFLICT, proposal, one.spot, ticked=False, why=said(IN_CONFLICT))
        return Decided(Sort.CHANGED, proposal, one.spot)
    base, since = _since(plan, field, mark, past)
    if any(same(field, data, other) for other in since):
        return None  # the plan has had this value since, and somebody has changed it
    proposal = FieldProposal(field.name, now, data, base)
    return Decided(Sort.CONFLICT, proposal, one.spot, ticked=False, why=said(NEWER))


def _since(
    plan: KnownPlan, field: Field, mark: Mark, past: Sequence[tuple[int, Any]]
) -> tuple[Any, list[Any]]:
    """Return the value that stood when the file was made, and those the field has had since."""
    values = [data for _, data in past]
    held = [n for n, data in enumerate(values) if mark.held(field.name, plan.cell(field, data))]
    if not held:
        return None, values
    return values[held[-1]], values[held[-1] + 1 :]


def same(field: Field, one: Any, other: Any) -> bool:
    """Tell whether two values say the same; of several choices the order says nothing."""
    if field.many and isinstance(one, list) and isinstance(other, list):
        return sorted(map(str, one)) == sorted(map(str, other))
    return bool(one == other)


def _apart(field: Field, edited: Sequence[Seen]) -> Rejected:
    places = "; ".join(f"{_place(one)}: ”{shorten(plain(one.value), 30)}”" for one in edited[:3])
    reason = said("Samma rad står på flera ställen i filen, med olika värden. {places}.").format(
        places=places
    )
    return rejected(edited[-1].spot, field, edited[-1].value, reason)


def _place(one: Seen) -> str:
    sheet = one.row.layout.sheet.name
    return (
        said("bladet {sheet}, rad {number}").format(sheet=sheet, number=one.row.number)
        if sheet
        else said("rad {number}").format(number=one.row.number)
    )


def rejected(spot: Spot, field: Field, value: RawValue, reason: str) -> Rejected:
    """Return a cell that can't be taken."""
    return Rejected(spot, said(field.sv), shorten(plain(value), _SHOWN), reason)
