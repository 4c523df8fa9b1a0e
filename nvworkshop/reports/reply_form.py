"""The form one huvudman fills in and sends back: its rows, and room for new ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nvworkshop.model.book_marks import ANSWERS
from nvworkshop.model.row_marks import EMPTY
from nvworkshop.model.tables import Column, ColumnKind, Role, Row, Table
from nvworkshop.reports import columns
from nvworkshop.reports.action_sheets import role_of, urgency
from nvworkshop.reports.columns import Made
from nvworkshop.reports.data import PlanData

NEW_ROWS = 20
"""Empty rows for new proposals."""

_FIELDS = (
    "title", "description", "goal", "shift", "principal", "contributors", "function", "end",
    "status", "resources", "decision_needed", "comment",
)  # fmt: skip
_SEVERAL = " Flera skrivs med komma mellan."
_SEVERAL_LABELS = {one.sv for name in _FIELDS if (one := columns.field("action", name)).many}


def reply_form(data: PlanData, new_ids: Sequence[str]) -> Table:
    """Return the form of `data.principal`, with an empty row for each new id."""
    name = data.strategy.label("principal", data.principal)
    made = _columns(data)
    things = sorted(data.rows, key=lambda one: urgency(one, data))
    own = sum(one["principal"] == data.principal for one in things)
    table = columns.table(
        "Svar",
        f"Svar från {name}",
        made,
        (*columns.rows(made, things), *(_empty(made, one) for one in new_ids)),
        notes=_guidance(data, name, own, len(things) - own),
        role=Role.PLAN,
        kept=2,
    )
    return replace(table, asks=True, asked=(ANSWERS,))


def _columns(data: PlanData) -> list[Made]:
    """Return the columns that can be filled in, and what tells the rows apart."""
    role = Made(Column("Roll", 12), lambda one: role_of(one, data.principal))
    where = [columns.KIND, columns.part(data)] if data.is_overall else []
    title, *rest = (
        _asking(one)
        for one in columns.of_action(data, _FIELDS)
        if one.column.kind is not ColumnKind.DATE  # worked out of what is said
    )
    return [columns.ID, title, role, *where, *rest, columns.mark(data)]


def _asking(one: Made) -> Made:
    """Return a column whose help says how several are written."""
    if one.column.label not in _SEVERAL_LABELS:
        return one
    return replace(one, column=replace(one.column, help=one.column.help + _SEVERAL))


def _empty(made: Sequence[Made], entity: str) -> Row:
    """Return a row to fill in; its mark says that it held nothing."""
    return Row((entity, *(None for _ in made[2:]), EMPTY))


def _guidance(data: PlanData, name: str, own: int, other: int) -> tuple[str, ...]:
    title = data.plan.text("title") or "handlingsplanen"
    unchanged = "Ändra direkt i cellerna. Det ni inte ändrar står kvar."
    new = "Nya förslag skriver ni på de tomma raderna längst ner. Kolumnen Åtgärd behövs"
    return (
        f"Det här gäller {title}. {name} ansvarar för {own} och medverkar i {other}.",
        f"{unchanged} Har ni inget att ändra: fyll bara i vem som svarar.",
        f"{new}, resten går att fylla i senare.",
        "Skriv funktioner, inte namn, och inget om enskilda patienter eller brukare.",
        "Spara filen som Excelfil och skicka den tillbaka till den som skickade den.",
    )
