"""Indicators: the plan's own list, and what each action says it will measure."""

from __future__ import annotations

from nvworkshop.model.tables import Column, ColumnKind, Role, Row, Table, Tone, Value
from nvworkshop.model.text import sort_key
from nvworkshop.model.things import Thing
from nvworkshop.reports import columns
from nvworkshop.reports.cells import number_of, title_of
from nvworkshop.reports.columns import Made
from nvworkshop.reports.data import PlanData

_TAKEN = ("title", "baseline", "target")
_PRINTED = ("unit", "source", "frequency", "area_level")


def indicators(data: PlanData) -> Table:
    """Return shared indicators first, then the actions' own with baseline and target."""
    more = [*_more(data, detail=False), *_more(data, detail=True), columns.mark(data)]
    shared = sorted(data.of("indicator"), key=lambda one: sort_key(title_of(one)))
    measured = [one for one in data.rows if _measures(one)]
    if data.principal:
        wanted = {one.text("indicator_ref") for one in measured}
        shared = [one for one in shared if one.id in wanted]
    rows = (
        *(_shared_row(data, one, more) for one in shared),
        *(_own_row(data, one, len(more)) for one in sorted(measured, key=data.by_part)),
    )
    first = (
        Column("Id", 10, ColumnKind.ID),
        Column("Slag", 21),
        Column("Indikator", 36),
        Column("Utgångsvärde", 18),
        Column("Målvärde", 18),
        Column("Länsdel", 14),
        Column("Nr", 6, ColumnKind.NUMBER),
        Column("Åtgärd", 38),
    )
    note = (
        "Gemensamma indikatorer först, sedan det åtgärderna själva mäter."
        if rows
        else "Planen har inga indikatorer ännu. Utan indikator vet ni inte om det blev bättre."
    )
    last = tuple(one.column for one in more)
    return Table("Indikatorer", "Indikatorer", (*first, *last), rows, (note,), Role.OVERVIEW, 3)


def _more(data: PlanData, *, detail: bool) -> list[Made]:
    """Return the columns only a shared indicator has; most of them are for the screen."""
    return [
        made
        for field in columns.sheet_fields("indicator")
        if field.name not in _TAKEN and (field.name not in _PRINTED) is detail
        for made in columns.of_field(field, data, detail=detail)
    ]


def _measures(thing: Thing) -> bool:
    return any(thing[name] is not None for name in ("indicator", "indicator_ref", *_TAKEN[1:]))


def _shared_row(data: PlanData, thing: Thing, more: list[Made]) -> Row:
    example = thing["example"] is True
    kind = "Exempel, inte beslutad" if example else "Gemensam"
    values = [made.value(thing) for name in _TAKEN for made in _columns("indicator", name, data)]
    cells: tuple[Value, ...] = (thing.id, kind, *values, None, None, None)
    row = columns.row(more, thing)
    tones = {n + len(cells): tone for n, tone in row.tones.items()}
    return Row((*cells, *row.cells), tones, Tone.MUTED if example else Tone.STRONG)


def _own_row(data: PlanData, thing: Thing, empty: int) -> Row:
    names = ("indicator", *_TAKEN[1:])
    own = [made.value(thing) for name in names for made in _columns("action", name, data)]
    shared = data.by_id.get(thing.text("indicator_ref"))
    if own[0] is None and shared is not None:
        own[0] = title_of(shared)
    kind = "Åtgärdens egen" if shared is None else "Åtgärd, gemensam"
    place = (data.part_label(thing), number_of(thing), title_of(thing))
    cells = (thing.id, kind, *own, *place, *(None for _ in range(empty)))
    tones = {2: Tone.MISSING} if own[0] is None else {}
    return Row(cells, tones)


def _columns(kind: str, name: str, data: PlanData) -> list[Made]:
    return columns.of_field(columns.field(kind, name), data)
