"""Charts of a workbook: they refer to cells, have titles, and colour is never alone."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from nvworkshop.errors import ExportError
from nvworkshop.exchange import xlsx_out
from nvworkshop.exchange.xlsx_cells import Fitting
from nvworkshop.model.tables import Book, Chart, ChartKind, Column, ColumnKind, Row, Strand, Table
from tests.exchange.books import MADE

EVIL = "=1+1 <b>\x0b & 'A'!$A$1"


def book(*charts: Chart, width: int = 20, rows: int = 3) -> Book:
    columns = (Column("Grupp", width), *(Column(one, 12, ColumnKind.NUMBER) for one in "AB"))
    body = tuple(Row((f"rad {n}", n, 0)) for n in range(rows))
    table = Table("Blad", "Rubrik", columns, body, charts=charts)
    return Book("Plan", (table,), MADE)


def bars(title: str = "Läget") -> Chart:
    strands = (Strand("Klar", 0, 1, 1, 2, "done"), Strand(EVIL, 0, 2, 1, 2, "delayed"))
    return Chart(ChartKind.BARS, title, "Grupp", "Antal", strands)


def lines() -> Chart:
    return Chart(ChartKind.LINES, "Linje", "Dag", "procent", (Strand("a", 1, 2, 0, 2),))


def opened(tmp_path: Path, made: Book) -> Any:
    xlsx_out.write(made, tmp_path / "a.xlsx")
    return load_workbook(tmp_path / "a.xlsx")["Blad"]


def title(of: Any) -> str:
    return "".join(run.t for paragraph in of.tx.rich.p for run in paragraph.r or ())


def test_bars_refer_to_the_cells_of_their_rows(tmp_path: Path) -> None:
    (chart,) = opened(tmp_path, book(bars()))._charts
    assert [one.val.numRef.f for one in chart.series] == ["'Blad'!$B$4:$B$5", "'Blad'!$C$4:$C$5"]
    assert {one.cat.numRef.f for one in chart.series} == {"'Blad'!$A$4:$A$5"}
    said = [title(one.title) for one in (chart, chart.x_axis, chart.y_axis)]
    assert said == ["Läget", "Grupp", "Antal"]
    assert (chart.x_axis.delete, chart.y_axis.delete) == (False, False)


def test_colour_is_never_alone(tmp_path: Path) -> None:
    bar, line = opened(tmp_path, book(bars(), lines()))._charts
    assert all(one.dLbls.showVal for one in bar.series)
    assert bar.series[1].graphicalProperties.pattFill.prst == "wdDnDiag"
    assert line.series[0].marker.symbol == "circle"
    assert bar.legend.position == line.legend.position == "b"


def test_a_name_is_a_text_whatever_it_says(tmp_path: Path) -> None:
    (chart,) = opened(tmp_path, book(bars(EVIL)))._charts
    shown = EVIL.replace("\x0b", "\ufffd")
    assert title(chart.title) == chart.series[1].tx.v == shown


@pytest.mark.parametrize(("width", "place"), [(20, (4, 2)), (150, (0, 6))])
def test_charts_stand_beside_a_narrow_table_and_beneath_a_wide_one(
    tmp_path: Path, width: int, place: tuple[int, int]
) -> None:
    (chart,) = opened(tmp_path, book(bars(), width=width))._charts
    begun = chart.anchor._from
    assert (begun.col, begun.row) == place


def test_a_page_has_room_for_its_charts(tmp_path: Path) -> None:
    sheet = opened(tmp_path, book(bars(), bars(), width=150))
    first, second = (one.anchor._from for one in sheet._charts)
    assert first.row == second.row or first.row < second.row
    assert sheet.print_area.startswith("'Blad'!$A$1:$C$")
    assert int(sheet.print_area.rsplit("$", 1)[1]) > second.row


def test_a_workbook_that_lost_a_chart_is_refused(tmp_path: Path) -> None:
    made, place = book(bars()), tmp_path / "a.xlsx"
    xlsx_out.save(made, place, Fitting())
    with zipfile.ZipFile(place) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if "chart1" not in name}
    with zipfile.ZipFile(place, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    with pytest.raises(ExportError, match="diagrammen"):
        xlsx_out.read_actions(made, place, place)
