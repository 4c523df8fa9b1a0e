"""Charts of Excel's own: they refer to the cells of their sheet, and colour is never alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from openpyxl.chart import BarChart, Reference, ScatterChart, Series
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.series import SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.utils import get_column_letter

from nvworkshop.exchange.texts import visible
from nvworkshop.exchange.xlsx_cells import table_header
from nvworkshop.exchange.xlsx_heights import LINE
from nvworkshop.exchange.xlsx_look import DANGER, INK, MUTED, PRIMARY, WHITE
from nvworkshop.exchange.xlsx_look import LINE as EDGE
from nvworkshop.model.tables import Chart, ChartKind, Strand, Table

_BESIDE = 140
"""Characters that a table may be wide to have its charts beside it, else they are beneath."""

_WIDTH, _NARROW, _AIR = 19.0, 14.5, 0.6
"""Centimetres of a chart's width beside a table and beneath it, and between charts."""

_POINTS, _LETTER = 28.35, 0.19
"""Points in a centimetre, and centimetres of a character in a column's width."""

_COLUMNS = 13
"""Columns of a usual width that a chart beside a table takes."""

_FILLS: dict[str, tuple[str, str, str]] = {
    "not_started": ("", "EEF2F3", ""),
    "ongoing": ("wdUpDiag", PRIMARY, WHITE),
    "delayed": ("wdDnDiag", DANGER, WHITE),
    "paused": ("dkVert", "768A90", WHITE),
    "done": ("", "2B7A4B", ""),
    "tried": ("openDmnd", MUTED, WHITE),
    "": ("dashHorz", WHITE, MUTED),
}
"""The pattern of each status, what it lies on, and its colour."""

_LINES = (
    ("0B5563", "solid", "circle"),
    ("A84B0B", "dash", "square"),
    ("8A3A86", "dashDot", "triangle"),
    ("1D5FA6", "sysDot", "diamond"),
    ("2B7A4B", "lgDash", "x"),
    ("51666C", "sysDash", "plus"),
)


def add_charts(sheet: Any, table: Table) -> None:
    """Put a table's charts beside it when there is room, else side by side beneath it."""
    for chart, place in zip(table.charts, _places(table), strict=True):
        made = (_bars if chart.kind is ChartKind.BARS else _lines)(sheet, table, chart)
        made.width = _WIDTH if _is_beside(table) else _NARROW
        made.height = _height(chart)
        sheet.add_chart(made, f"{get_column_letter(place[0])}{place[1]}")


def last_cell(table: Table, column: int, row: int) -> tuple[int, int]:
    """Return the last column and row of a sheet in print, with its charts, of those without."""
    ends = [place[1] + _rows(one) for one, place in zip(table.charts, _places(table), strict=True)]
    wide = len(table.columns) + _COLUMNS if ends and _is_beside(table) else column
    return wide, max(row, *ends) if ends else row


def _is_beside(table: Table) -> bool:
    return sum(one.width for one in table.columns if not one.hidden) <= _BESIDE


def _places(table: Table) -> Iterator[tuple[int, int]]:
    """Yield the column and the row of each chart's upper left corner."""
    header = table_header(table)
    column, row = len(table.columns) + 2, header + 1
    if _is_beside(table):
        for one in table.charts:
            yield column, row
            row += _rows(one)
        return
    starts = _starts(table)
    row, at, tallest = header + len(table.rows) + 2, 0.0, 0
    for one in table.charts:
        if at and at + _NARROW > starts[-1]:
            row, at, tallest = row + tallest, 0.0, 0
        column = next(n for n, start in enumerate(starts, start=1) if start >= at)
        yield column, row
        at, tallest = starts[column - 1] + _NARROW + _AIR, max(tallest, _rows(one))


def _starts(table: Table) -> list[float]:
    """Return where each column begins, and where the last ends, in centimetres."""
    widths = (0 if one.hidden else one.width + 1 for one in table.columns)
    return [0.0, *(one * _LETTER for one in accumulate(widths))]


def _rows(chart: Chart) -> int:
    """Return how many rows a chart takes, with air beneath it."""
    return int(_height(chart) * _POINTS / LINE) + 2


def _height(chart: Chart) -> float:
    if chart.kind is ChartKind.LINES:
        return 8.5
    return 4.5 + 0.7 * (chart.strands[0].last - chart.strands[0].first + 1)


def _bars(sheet: Any, table: Table, chart: Chart) -> Any:
    made: Any = BarChart()
    made.type, made.grouping, made.overlap, made.gapWidth = "bar", "stacked", 100, 45
    for strand in chart.strands:
        series: Any = Series(_cells(sheet, table, strand, strand.values), title=None)
        series.tx = SeriesLabel(v=visible(strand.name)[0])
        pattern, ground, colour = _FILLS.get(strand.look, _FILLS[""])
        series.graphicalProperties = _filled(pattern, ground, colour)
        series.dLbls = _labels()
        made.series.append(series)
    made.set_categories(_cells(sheet, table, chart.strands[0], chart.strands[0].labels))
    made.x_axis.scaling.orientation = "maxMin"  # as in the table: the first at the top
    made.y_axis.crosses = "max"
    made.y_axis.number_format = "0"
    return _named(made, chart, across=chart.across, up=chart.up)


def _lines(sheet: Any, table: Table, chart: Chart) -> Any:
    made: Any = ScatterChart()
    made.style, made.scatterStyle = 13, "lineMarker"
    for n, strand in enumerate(chart.strands):
        values, days = (_cells(sheet, table, strand, one) for one in (strand.values, strand.labels))
        series: Any = Series(values, days, title=None)
        series.tx = SeriesLabel(v=visible(strand.name)[0])
        _draw_line(series, *_LINES[n % len(_LINES)])
        made.series.append(series)
    made.x_axis.number_format = "yyyy-mm-dd"
    made.x_axis.majorGridlines = None
    return _named(made, chart, across=chart.across, up=chart.up)


def _cells(sheet: Any, table: Table, strand: Strand, column: int) -> Any:
    first = table_header(table) + 1
    return Reference(
        sheet, min_col=column + 1, min_row=first + strand.first, max_row=first + strand.last
    )


def _named(made: Any, chart: Chart, *, across: str, up: str) -> Any:
    made.title = visible(chart.title)[0]
    made.title.overlay = made.legend.overlay = False
    made.x_axis.title, made.y_axis.title = visible(across)[0], visible(up)[0]
    made.x_axis.delete = made.y_axis.delete = False
    made.legend.position = "b"
    soft = GraphicalProperties(ln=LineProperties(solidFill=EDGE))
    made.y_axis.majorGridlines = ChartLines(spPr=soft)
    return made


def _filled(pattern: Any, ground: Any, colour: Any) -> GraphicalProperties:
    edge = LineProperties(solidFill=INK, w=6_350)
    if not pattern:
        return GraphicalProperties(solidFill=ground, ln=edge)
    fill = PatternFillProperties(
        prst=pattern, fgClr=ColorChoice(srgbClr=colour), bgClr=ColorChoice(srgbClr=ground)
    )
    return GraphicalProperties(pattFill=fill, ln=edge)


class _Labels(DataLabelList):  # type: ignore[misc, unused-ignore]
    """Labels in a format of their own, not that of the cells."""

    __elements__, __attrs__ = DataLabelList.__elements__, DataLabelList.__attrs__
    __nested__ = DataLabelList.__nested__

    def to_tree(self, *args: Any, **more: Any) -> Any:
        """Return the labels as XML; the library leaves out whose format it is."""
        tree: Any = super().to_tree(*args, **more)
        for one in tree:
            if one.tag.endswith("numFmt"):
                one.set("sourceLinked", "0")
        return tree


def _labels() -> _Labels:
    """Return labels with the numbers; a part that isn't there has none."""
    labels = _Labels(numFmt="0;;", spPr=GraphicalProperties(solidFill=WHITE))
    labels.showVal = True
    labels.showSerName = labels.showCatName = labels.showLegendKey = labels.showPercent = False
    return labels


def _draw_line(series: Any, colour: str, dash: Any, mark: str) -> None:
    series.graphicalProperties = GraphicalProperties(
        ln=LineProperties(solidFill=colour, prstDash=dash, w=22_000)
    )
    series.marker.symbol, series.marker.size = mark, 8
    series.marker.graphicalProperties = GraphicalProperties(
        solidFill=colour, ln=LineProperties(solidFill=colour)
    )
    series.smooth = False
