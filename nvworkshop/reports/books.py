"""Whole documents: which tables a report has, in which order."""

from __future__ import annotations

from collections.abc import Sequence

from nvworkshop.model.book_marks import REPLY, BookMarks, book_marks
from nvworkshop.model.tables import Book, Column, Table
from nvworkshop.reports import action_sheets, check_sheets, columns
from nvworkshop.reports.about_sheet import about
from nvworkshop.reports.columns import MAIN, Made
from nvworkshop.reports.data import PlanData
from nvworkshop.reports.followup_sheet import followup
from nvworkshop.reports.indicator_sheet import indicators
from nvworkshop.reports.matrix_sheet import matrix
from nvworkshop.reports.measurement_sheet import measurements
from nvworkshop.reports.principal_sheet import principals
from nvworkshop.reports.reply_form import reply_form


def build_book(data: PlanData) -> Book:
    """Return the workbook: of one huvudman when one is chosen, else of the whole plan."""
    checks = [check_sheets.decisions(data), check_sheets.missing(data)]
    checks.append(check_sheets.conflicts(data))
    if data.principal:
        tables = [action_sheets.one_principal(data), indicators(data), *checks]
    else:
        last = [matrix(data), principals(data), indicators(data), measurements(data)]
        last += [followup(data), *checks]
        tables = [*_plans(data, last), *last]
    report = "huvudman" if data.principal else "handlingsplan"
    return _book(data, [about(data, tables), *tables], report)


def _plans(data: PlanData, last: list[Table]) -> list[Table]:
    if not data.is_overall:
        return [action_sheets.local(data)]
    whole = action_sheets.overall(data)
    taken = ["Läs mig", whole.name, *(one.name for one in last)]
    return [whole, *action_sheets.parts(data, taken)]


def build_list(data: PlanData) -> Book:
    """Return one table with every action and joint action, for formats that have one table."""
    role = Made(Column("Roll", 12), lambda one: action_sheets.role_of(one, data.principal))
    made = [
        columns.ID,
        *([role] if data.principal else []),
        columns.KIND,
        columns.part(data),
        columns.NUMBER,
        *columns.of_action(data, MAIN),
        *columns.attention(data),
        *columns.details(data),
        columns.mark(data),
    ]
    table = columns.table("Åtgärder", "Åtgärder", made, columns.rows(made, data.rows))
    return _book(data, [table], "lista")


def build_reply_form(data: PlanData, new_ids: Sequence[str]) -> Book:
    """Return the form that `data.principal` fills in; `new_ids` are for its new rows."""
    return _book(data, [reply_form(data, new_ids)], REPLY)


def _book(data: PlanData, tables: list[Table], report: str) -> Book:
    ids = frozenset(one.id for one in data.actions)
    marks = BookMarks(
        data.plan.id,
        data.plan.text("title"),
        report,
        data.principal,
        data.made.isoformat(timespec="milliseconds"),
    )
    return Book(
        data.plan.text("title") or "Handlingsplan",
        tuple(tables),
        data.made,
        state=action_sheets.own_state_words(data),
        version=data.plan.text("version"),
        county_part=data.strategy.label("county_part", data.plan.text("county_part")),
        reference=data.plan.text("reference"),
        actions=ids,
        marks=book_marks(marks, [one.id for one in data.rows]),
    )
