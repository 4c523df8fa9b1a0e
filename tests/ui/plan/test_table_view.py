from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from tests.ui.plan.conftest import Table

DOWN, LEFT, RIGHT = Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def test_groups_fold_by_keyboard_and_the_keys_stay_there(table: Table) -> None:
    table.choose(12, "number")
    table.key(LEFT)
    head = table.view.head_here
    assert head is not None
    assert head.count == 2
    table.key(LEFT)
    assert table.view.head_here is not None
    assert table.view.head_here.collapsed
    assert not {5, 12} & set(table.numbers)
    table.key(RIGHT)
    table.key(RIGHT)
    assert table.page.selected_ids() == [table.id_of(5)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_space_and_enter_turn_a_group(table: Table, key: Qt.Key) -> None:
    table.choose(12, "number")
    table.key(LEFT)
    table.key(key)
    assert 12 not in table.numbers
    table.key(key)
    assert 12 in table.numbers


def test_a_group_folds_by_mouse(table: Table) -> None:
    rect = table.view.visualRect(table.view.table.index(0, 0))
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert table.view.table.head_at(0).collapsed  # type: ignore[union-attr]


def test_letters_go_to_the_row_that_begins_so(table: Table) -> None:
    table.choose(5)
    QTest.keyClicks(table.view, "kor")
    assert table.page.selected_ids() == [table.id_of(4)]


def test_rows_are_chosen_by_shift_and_all_by_ctrl_a(table: Table) -> None:
    table.choose(5)
    table.key(DOWN, SHIFT)
    assert table.page.selected_ids() == [table.id_of(5), table.id_of(12)]
    table.key(Qt.Key.Key_A, CONTROL)
    assert len(table.page.selected_ids()) == 17
    assert not table.page.chosen_label.isHidden()


def test_stepping_passes_the_lines_over_groups(table: Table) -> None:
    table.choose(12)
    assert table.view.step(1)
    assert table.page.selected_ids() == [table.id_of(7)]
    assert table.view.step(-1)
    assert table.page.selected_ids() == [table.id_of(12)]
    table.choose(5)
    assert not table.view.step(-1)


def test_tab_leaves_the_table_and_comes_back(table: Table) -> None:
    table.choose(5)
    table.key(Qt.Key.Key_Tab)
    assert not table.view.hasFocus()
    table.key(Qt.Key.Key_Backtab, SHIFT)
    assert table.view.hasFocus()


def test_the_header_sorts_moves_and_widens_by_keyboard(table: Table) -> None:
    header = table.view.header
    header.setFocus(Qt.FocusReason.TabFocusReason)
    table.key(RIGHT)
    table.key(Qt.Key.Key_Space)
    assert table.sheet.how.sort.field == "title"
    assert header.accessibleName() == "Kolumn Åtgärd, stigande"
    table.key(RIGHT, Qt.KeyboardModifier.AltModifier)
    assert [one.name for one in table.view.table.columns][:3] == ["number", "principal", "title"]
    before = table.view.columnWidth(2)
    table.key(RIGHT, SHIFT)
    assert table.view.columnWidth(2) > before
    table.key(DOWN)
    assert table.view.hasFocus()


def test_a_column_that_is_dragged_moves_in_the_table_itself(table: Table) -> None:
    table.view.header.moveSection(5, 1)
    assert [one.name for one in table.view.table.columns][:2] == ["number", "status"]
    assert table.view.header.visualIndex(1) == 1


def test_rows_are_as_high_as_their_texts_need(table: Table) -> None:
    heights = {table.view.rowHeight(n) for n in range(table.view.table.rowCount())}
    look = table.view.look
    assert heights == {look.head_height, look.row_height(1), look.row_height(2)}
    table.do("view.dense")
    table.until(lambda: table.view.look.dense)
    dense = {table.view.rowHeight(n) for n in range(table.view.table.rowCount())}
    assert dense == {table.view.look.head_height, table.view.look.row_height(1)}


def test_the_columns_fill_the_width_and_no_more(table: Table) -> None:
    view = table.view
    width = sum(view.columnWidth(n) for n in range(view.table.columnCount()))
    assert width == view.viewport().width()
    assert view.horizontalScrollBar().maximum() == 0


def test_another_theme_and_size_is_worn_at_once(table: Table) -> None:
    before = table.view.rowHeight(1)
    table.page.settings.put("look/text_size", 150)
    assert table.view.rowHeight(1) > before
    table.page.settings.put("look/scheme", "dark")
    assert table.view.look["card"] == table.page.theme.color("card")


def test_the_table_draws_every_kind_of_cell(table: Table) -> None:
    table.sheet.set_columns(["number", "title", "principal", "end", "status", "shift", "risk"])
    table.page.search("hem")
    table.choose(4)
    for field in ("status", "principal", ""):
        table.sheet.group_by(field)
        assert not table.view.grab().isNull()
    assert QApplication.focusWidget() is table.view


def tip(table: Table, number: int, field: str) -> str:
    """Rest the mouse on a cell; return what comes up."""
    index = table.view.table.index(table.view.table.place_of(table.id_of(number)) or 0, 0)
    at = table.view.visualRect(index.siblingAtColumn(table.column(field))).center()
    event = QHelpEvent(QEvent.Type.ToolTip, at, table.view.viewport().mapToGlobal(at))
    QApplication.sendEvent(table.view.viewport(), event)
    return QToolTip.text()


def test_a_text_that_is_cut_is_told_whole_and_a_mark_why(table: Table) -> None:
    whole = "Samla skola, socialtjänst och vård kring barn som har det svårt hemma"
    assert whole in tip(table, 5, "title")
    assert "Saknas för beslut: Resurser och finansiering" in tip(table, 5, "title")
    assert tip(table, 5, "end") == "1 okt – 31 dec 2027"
    QToolTip.hideText()


def test_an_edge_pressed_twice_gives_the_ordinary_width(table: Table) -> None:
    view, column = table.view, table.column("status")
    ordinary = view.columnWidth(column)
    view.header.resizeSection(column, ordinary + 40)
    assert view.widths.chosen["status"] > 0
    view.header.sectionHandleDoubleClicked.emit(column)
    assert view.columnWidth(column) == ordinary
    assert not view.widths.chosen
