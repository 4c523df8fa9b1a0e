from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QApplication

from tests.ui.plan.conftest import Table
from ui.plan.paper import paper_of
from ui.plan.print_pages import Line, Paper, paged, shares
from ui.plan.printing import PageDrawer


def test_a_group_never_ends_a_page() -> None:
    lines = [Line(("a",)), Line(("b",)), Line(group="G"), Line(("c",))]
    pages = list(paged(lines, lambda _: 10.0, 30.0, 30.0))
    assert [[one.line.group or one.line.cells[0] for one in page] for page in pages] == [
        ["a", "b"],
        ["G", "c"],
    ]
    assert [one.top for one in pages[1]] == [0.0, 10.0]


def test_the_first_page_has_less_room_and_a_tall_line_still_fits() -> None:
    lines = [Line(("x",)) for _ in range(4)]
    heights = iter((20.0, 500.0, 10.0, 10.0))
    pages = list(paged(lines, lambda _: next(heights), 100.0, 30.0))
    assert [len(page) for page in pages] == [1, 1, 2]
    assert pages[1][0].height == 100.0


def test_columns_share_the_width_by_what_stands_in_them() -> None:
    lines = [Line(("1", "en lång text i en cell")), Line(group="G")]
    paper = Paper("T", "", ("Nr", "Åtgärd"), 2, lines.__getitem__)
    narrow, wide = shares(paper)
    assert narrow < wide
    assert abs(narrow + wide - 1) < 1e-9


def test_paper_says_what_the_table_shows(table: Table) -> None:
    table.page.filters.missing.click()
    paper = paper_of(table.sheet, table.desk, table.page.filters.said())
    assert paper.title == "Södra länsdelens handlingsplan 2027 (exempel)"
    assert "5 åtgärder · Urval: saknar något · 2026-11-23" in paper.under
    told = [one.group or one.cells[1] for one in paper.lines()]
    assert len(told) == len(table.view.table.entries)
    assert any("saknas" in one.cells for one in paper.lines() if one.cells)


def printed(table: Table, place: Path, count: int) -> int:
    """Draw a table so many times over on paper; return the pages."""
    whole = paper_of(table.sheet, table.desk, "")
    lines = list(whole.lines())
    many = Paper(
        whole.title, "", whole.titles, count, lambda number: lines[number % len(lines)], whole.foot
    )
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(place))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    drawer = PageDrawer(many, table.page.theme, table.page)
    drawer.draw(printer)
    return drawer.pages


def test_pages_are_drawn(table: Table, tmp_path: Path) -> None:
    assert printed(table, tmp_path / "en.pdf", 21) >= 1
    assert (tmp_path / "en.pdf").read_bytes().startswith(b"%PDF")


def test_many_pages_are_drawn_with_a_way_to_stop(table: Table, tmp_path: Path) -> None:
    assert printed(table, tmp_path / "många.pdf", 450) > 10


def test_the_preview_opens_and_closes(table: Table) -> None:
    table.do("file.print")
    dialog = table.page.findChild(QPrintPreviewDialog)
    assert dialog is not None
    QApplication.processEvents()
    dialog.close()
