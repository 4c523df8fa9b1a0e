"""Measurements in the workbook: every value of every indicator, and lines that refer to them."""

from __future__ import annotations

from nvworkshop.followup.measured import Measured
from nvworkshop.followup.series import Point
from nvworkshop.model.rules import day
from nvworkshop.model.tables import (
    Chart,
    ChartKind,
    Column,
    ColumnKind,
    Role,
    Row,
    Strand,
    Table,
    Value,
)
from nvworkshop.reports.data import PlanData
from nvworkshop.reports.figure_words import NONE, series_words, standings_of

_DATE, _VALUE = 2, 3
"""The places of the columns that lines are drawn of."""


def measurements(data: PlanData) -> Table:
    """Return a row for each value, those of a line together, and lines of two values and more."""
    rows: list[Row] = []
    charts: list[Chart] = []
    for one in standings_of(data).indicators:
        strands: list[Strand] = []
        for each in one.series:
            name, first = series_words(each, data.strategy), len(rows)
            rows += [_row(one, name, point) for point in each.points]
            if len(each.points) > 1:
                strands.append(Strand(name, _DATE, _VALUE, first, len(rows) - 1))
        if strands:
            up = one.unit or "Värde"
            charts.append(Chart(ChartKind.LINES, one.title or NONE, "Mätdatum", up, tuple(strands)))
    columns = (
        Column("Indikator", 40),
        Column("Serie", 30),
        Column("Mätdatum", 12, ColumnKind.DATE),
        Column("Mätvärde", 10, ColumnKind.NUMBER),
        Column("Antal bakom", 10, ColumnKind.NUMBER),
        Column("Att tänka på", 16),
    )
    note = (
        "Värden som går att jämföra står tillsammans. Nya värden skrivs i programmet."
        if rows
        else "Planen har inga mätvärden ännu."
    )
    return Table(
        "Mätvärden", "Mätvärden", columns, tuple(rows), (note,), Role.OVERVIEW, 1,
        charts=tuple(charts),
    )  # fmt: skip


def _row(one: Measured, series: str, point: Point) -> Row:
    few = "Få bakom siffran" if point.few else None
    cells: tuple[Value, ...] = (
        one.title or NONE,
        series,
        day(point.date) or point.date,
        point.value,
        point.count,
        few,
    )
    return Row(cells)
