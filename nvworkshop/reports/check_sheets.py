"""What needs somebody: decisions to ask for, what is missing, and open conflicts."""

from __future__ import annotations

from collections.abc import Iterator

from nvworkshop.model.changes import REMOVED
from nvworkshop.model.conflicts import Conflict, ConflictValue
from nvworkshop.model.fields import Field
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.labels import NOT_APPLICABLE
from nvworkshop.model.rules import RAISED, handling_of, missing_for_decision
from nvworkshop.model.tables import Column, ColumnKind, Role, Row, Table, Tone, Value
from nvworkshop.model.things import Thing
from nvworkshop.reports import columns
from nvworkshop.reports.action_sheets import counted
from nvworkshop.reports.cells import kind_words, moment, number_of, title_of, told
from nvworkshop.reports.data import PlanData

HIDDEN = "(visas inte i dokument)"
"""What stands for a value that only belongs in the plan file."""

_ID = Column("Id", 10, ColumnKind.ID)


def decisions(data: PlanData) -> Table:
    """Return the rows that ask another level for a decision, by the body that decides."""
    fields = ("title", "principal", "resources", "end", "status")
    made = [
        columns.ID,
        *columns.of_field(columns.field("action", "decision_body"), data, width=27),
        *columns.of_field(columns.field("action", "decision_needed"), data),
        columns.KIND,
        columns.part(data),
        columns.NUMBER,
        *columns.of_action(data, fields),
        *columns.of_field(columns.field("action", "consensus"), data),
        columns.conflict(data),
        columns.mark(data),
    ]
    bodies = {one.id: n for n, one in enumerate(data.strategy.bodies)}
    things = sorted(
        (one for one in data.rows if needs_decision(one, data)),
        key=lambda one: (bodies.get(one.text("decision_body"), len(bodies)), data.by_part(one)),
    )
    note = (
        f"{counted(len(things), 'åtgärd', 'åtgärder')} behöver beslut på en annan nivå."
        if things
        else "Ingen åtgärd säger att den behöver beslut på en annan nivå."
    )
    return columns.table(
        "Behöver beslut",
        "Behöver beslut",
        made,
        columns.rows(made, things),
        notes=(note,),
        role=Role.ATTENTION,
        kept=1,
    )


def needs_decision(thing: Thing, data: PlanData) -> bool:
    """Tell whether a row asks for a decision, or is raised for one; "ej aktuellt" is a no."""
    asked = thing["decision_needed"]
    named = asked is not None or thing.text("decision_body")
    says = asked != NOT_APPLICABLE and (bool(named) or thing["consensus"] == "needs_decision")
    return says or handling_of(thing, is_gathered=thing.id in data.gathered_in) == RAISED


def missing(data: PlanData) -> Table:
    """Return a row for every answer a decision needs and a row lacks, and why it matters."""
    things = sorted(data.rows, key=data.by_part)
    rows = tuple(
        _missing_row(data, thing, field)
        for thing in things
        for field in missing_for_decision(thing)
    )
    affected = len({row.cells[0] for row in rows})
    note = (
        f"{counted(affected, 'åtgärd', 'åtgärder')} saknar uppgifter som den som beslutar behöver."
        if rows
        else "Inget saknas i åtgärderna."
        if things
        else "Planen har inga åtgärder ännu. Börja med rubrik, riktning och ansvarig huvudman."
    )
    names = (("Slag", 11), ("Länsdel", 14))
    return Table(
        "Saknas",
        "Saknas inför beslut",
        (
            _ID,
            *(Column(*one) for one in names),
            Column("Nr", 6, ColumnKind.NUMBER),
            Column("Åtgärd", 38),
            Column("Ansvarig huvudman", 22),
            Column("Uppgift", 26),
            Column("Svar i dag", 20),
            Column("Varför det behövs", 56),
        ),
        rows,
        (note,),
        Role.ATTENTION,
        5,
    )


def _missing_row(data: PlanData, thing: Thing, field: Field) -> Row:
    principal = columns.field("action", "principal")
    cells: tuple[Value, ...] = (
        thing.id,
        kind_words(thing),
        data.part_label(thing),
        number_of(thing),
        title_of(thing),
        told("action", principal.name, thing["principal"], data),
        field.sv,
        told(thing.kind, field.name, thing[field.name], data),
        field.decision,
    )
    return Row(cells, {6: Tone.MISSING})


def conflicts(data: PlanData) -> Table:
    """Return every value of every open conflict: who, when, on which computer, and the base."""
    found = shown_conflicts(data)
    rows = tuple(row for one in found for row in _conflict_rows(data, one))
    number = counted(len(found), "öppen konflikt", "öppna konflikter")
    note = (
        f"{number}: flera har skrivit olika i samma fält utan att veta om varandra. "
        "Inget är bortvalt; avgör i programmet."
        if found
        else "Inga öppna konflikter."
    )
    labels = (
        ("Vad", 16), ("Länsdel", 14), ("Rubrik", 38), ("Fält", 24), ("Värde nr", 9), ("Värde", 46),
        ("Visas nu", 10), ("Skrivet av", 24), ("När", 17), ("Dator", 20), ("Före båda", 40),
    )  # fmt: skip
    numbers = {"Värde nr"}
    columns_ = (
        Column(label, width, ColumnKind.NUMBER if label in numbers else ColumnKind.TEXT)
        for label, width in labels
    )
    return Table(
        "Konflikter", "Öppna konflikter", (_ID, *columns_), rows, (note,), Role.ATTENTION, 4
    )


def shown_conflicts(data: PlanData) -> list[Conflict]:
    """Return the conflicts of the document: all, or those of one huvudman's rows."""
    rows = {one.id for one in data.rows}
    return [one for one in data.conflicts if not data.principal or one.entity in rows]


def _conflict_rows(data: PlanData, conflict: Conflict) -> Iterator[Row]:
    thing = data.by_id.get(conflict.entity)
    kind = KINDS[conflict.kind].sv.capitalize() if conflict.kind in KINDS else conflict.kind
    where = data.part_label(thing) if thing and thing.kind in ("action", "joint_action") else None
    title = (title_of(thing) if thing else "") or f"({conflict.entity[:8]})"
    newest = max(conflict.values, key=lambda one: (one.at, one.n), default=None)
    for value in conflict.values:
        known = data.by_id.get(value.writer)
        cells: tuple[Value, ...] = (
            conflict.entity,
            kind,
            where,
            title,
            conflict.label,
            value.n,
            value_words(data, conflict, value),
            "Ja" if value is newest else "Nej",
            (known.text("function") if known else "") or None,
            moment(value.at, data.made),
            value.device or None,
            base_words(data, conflict),
        )
        yield Row(cells, {6: Tone.CONFLICT})


def value_words(data: PlanData, conflict: Conflict, value: ConflictValue) -> str:
    """Return one of the values as people read it; a private one stays in the plan file."""
    if is_private(conflict):
        return HIDDEN
    if conflict.field == REMOVED:
        edited = ", ".join(_labels(conflict.kind, value.edited))
        return "Ta bort" if value.value is True else f"Behåll (ändrat: {edited or 'okänt'})"
    return told(conflict.kind, conflict.field, value.value, data)


def _labels(kind: str, names: tuple[str, ...]) -> list[str]:
    known = {one.name: one.sv for one in KINDS[kind].fields} if kind in KINDS else {}
    return [known.get(name, name) for name in names]


def base_words(data: PlanData, conflict: Conflict) -> str:
    """Return what stood there before the values parted."""
    if is_private(conflict):
        return HIDDEN
    if conflict.field == REMOVED:
        return "–"
    return told(conflict.kind, conflict.field, conflict.base, data)


def is_private(conflict: Conflict) -> bool:
    """Tell whether the field stays out of documents."""
    declared = KINDS[conflict.kind].field(conflict.field) if conflict.kind in KINDS else None
    return declared is not None and declared.private
