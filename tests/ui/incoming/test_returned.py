"""A workbook of the program's own that somebody has changed in Excel, in the window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from nvworkshop.model.proposals import Sort
from nvworkshop.session.export import export
from tests.ui.incoming.conftest import Shown
from ui.incoming.picking import Picking
from ui.widgets.segments import SegmentedChoice

_ID = "a1" * 16


@pytest.fixture
def book(shown: Shown, tmp_path: Path) -> Path:
    """The plan's workbook, with a new title, a new goal and another status."""
    out = tmp_path / "svar.xlsx"
    done: list[object] = []
    shown.page.desk.ask(lambda view: export(view, out), done.append)
    shown.until(lambda: done)
    edited = load_workbook(out)
    sheet: Any = edited["Handlingsplan"]
    header = next(row for row in sheet.iter_rows() if row[1].value == "Nr")
    at = {cell.value: cell.column for cell in header}
    row = header[0].row + 1
    sheet.cell(row, at["Åtgärd"]).value = "Starta två mobila team"
    sheet.cell(row, at["Mål"]).value = "Färre resor"
    sheet.cell(row, at["Status"]).value = "Klar"
    edited.save(out)
    return out


def picking_of(shown: Shown) -> Picking:
    picking = shown.page.review.picking
    assert picking is not None
    return picking


def thing(shown: Shown) -> Any:
    return shown.page.desk.rows["action"][_ID].thing


def test_changed_fields_are_shown_and_taken(shown: Shown, book: Path) -> None:
    shown.read(book)
    (one,) = picking_of(shown).proposals.proposals
    assert one.sort is Sort.CHANGED
    shown.take()
    assert thing(shown)["title"] == "Starta två mobila team"
    assert thing(shown)["goal"] == "Färre resor"
    assert thing(shown)["status"] == "done"


def test_field_that_is_unticked_stays_as_it_is(shown: Shown, book: Path) -> None:
    shown.read(book)
    boxes = {one.text(): one for one in shown.page.review.rows.detail.findChildren(QCheckBox)}
    boxes["Mål"].setChecked(False)
    shown.take()
    assert thing(shown)["goal"] is None
    assert thing(shown)["status"] == "done"


def test_of_a_conflict_one_side_is_chosen(shown: Shown, book: Path) -> None:
    done: list[object] = []
    shown.page.desk.edit(lambda session: session.set(_ID, {"status": "försenad"}), done.append)
    shown.until(lambda: done)
    shown.read(book)
    rows = picking_of(shown).proposals.proposals
    place = next(n for n, one in enumerate(rows) if one.sort is Sort.CONFLICT)
    view = shown.page.review.rows
    view.list.go_to(view.list.model_.place_of(place))
    (sides,) = view.detail.findChildren(SegmentedChoice)
    sides.chosen.emit(True)
    assert picking_of(shown).takes(place, "status")
    shown.take()
    assert thing(shown)["status"] == "done"


def test_row_of_a_conflict_is_turned_by_space_as_well(shown: Shown, book: Path) -> None:
    done: list[object] = []
    shown.page.desk.edit(lambda session: session.set(_ID, {"status": "försenad"}), done.append)
    shown.until(lambda: done)
    shown.read(book)
    rows = picking_of(shown).proposals.proposals
    place = next(n for n, one in enumerate(rows) if one.sort is Sort.CONFLICT)
    before = place in picking_of(shown).ticked
    listed = shown.page.review.rows.list
    listed.go_to(listed.model_.place_of(place))
    shown.key(listed, Qt.Key.Key_Space)
    assert (place in picking_of(shown).ticked) is not before
    (sides,) = shown.page.review.rows.detail.findChildren(SegmentedChoice)
    assert sides.value is not before


def test_the_same_workbook_again_says_that_it_has_nothing_new(shown: Shown, book: Path) -> None:
    shown.read(book)
    shown.take()
    shown.read(book)
    assert picking_of(shown).proposals.proposals == ()
    said = shown.page.review.said.text()
    assert said == "Filen har inget nytt till planen. 1 rad är som i planen."
    assert not shown.page.review.go.isEnabled()
