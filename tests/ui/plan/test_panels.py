from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QMenu, QWidget

from tests.ui.plan.conftest import Table
from ui.plan.choice_popup import ChoicePopup
from ui.plan.columns_dialog import ColumnsDialog

Popups = Callable[[type[QWidget]], QWidget]


def chips(table: Table) -> list[str]:
    """Return the words of the chips that are seen."""
    filters = table.page.filters
    several = (*filters._plain.values(), *filters._active.values())
    shown = (*several, filters.missing, filters.conflicts, filters.group, filters.clear)
    return [one.text() for one in shown if not one.isHidden()]


def test_the_chips_are_those_the_rows_have_use_for(table: Table) -> None:
    assert chips(table) == [
        "Huvudman ▾",
        "Status ▾",
        "Kommun ▾",
        "Riktning ▾",
        "Flöde ▾",
        "Saknas något 5",
        "Gruppera: riktning ▾",
    ]


def test_a_choice_is_ticked_with_its_count_and_counts_at_once(table: Table, popups: Popups) -> None:
    table.page.filters._plain["status"].click()
    popup = cast(ChoicePopup, popups(ChoicePopup))
    boxes = popup.findChildren(QCheckBox)
    assert boxes[0].text() == "Ej påbörjad (8)"
    assert boxes[0].hasFocus()
    QTest.keyClick(boxes[0], Qt.Key.Key_Space)
    assert len(table.numbers) == 8
    assert "Status: Ej påbörjad" in chips(table)
    popup.clear.click()
    assert len(table.numbers) == 17


def test_a_chosen_chip_is_taken_away_by_del(table: Table) -> None:
    table.sheet.filter_by(table.sheet.how.filter.choosing("status", ["done", "ongoing", "tried"]))
    chip = table.page.filters._active["status"]
    assert chip.text() == "Status: 3 valda"
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert len(table.numbers) == 17
    assert chip.isHidden()


def test_rows_that_lack_something_are_shown_alone(table: Table) -> None:
    table.page.filters.missing.click()
    assert len(table.numbers) == 5
    assert table.page.filters.said() == "Urval: saknar något"
    table.page.filters.clear.click()
    assert len(table.numbers) == 17


def test_the_grouping_is_chosen_from_a_menu(table: Table) -> None:
    menu = table.page.filters.group_menu()
    texts = [one.text() for one in menu.actions()]
    assert texts[:2] == ["Gruppera: riktning", "Gruppera: huvudman"]
    menu.actions()[1].trigger()
    assert table.sheet.how.group == "principal"
    next(one for one in menu.actions() if one.text() == "Fäll ihop alla").trigger()
    assert table.numbers == []
    menu.deleteLater()


def test_columns_are_ticked_moved_and_put_back(table: Table) -> None:
    table.page.menus.choose_columns()
    dialog = table.page.findChild(ColumnsDialog)
    assert dialog is not None
    dialog.list.item(6).setCheckState(Qt.CheckState.Checked)
    names = [one.name for one in table.view.table.columns]
    assert names[-1] == "description"
    dialog.list.setCurrentRow(1)
    dialog.down.click()
    assert [one.name for one in table.view.table.columns][:3] == ["number", "principal", "title"]
    dialog.first.click()
    assert len(table.view.table.columns) == 6
    dialog.close()


def test_the_last_column_can_not_be_taken_away(table: Table) -> None:
    table.sheet.set_columns(["title"])
    table.page.menus.choose_columns()
    dialog = table.page.findChild(ColumnsDialog)
    assert dialog is not None
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert len(table.view.table.columns) == 1
    dialog.close()


def test_the_menu_of_a_row_shows_keys_and_filters_by_its_cell(table: Table) -> None:
    table.choose(4, "principal")
    menu = table.page.menus.of_rows(table.sheet)
    texts = [one.text() for one in menu.actions() if one.text()]
    assert texts[:2] == ["Skriv i cellen", "Visa bara ”Älvsbyns kommun”"]
    menu.actions()[1].trigger()
    assert {table.row(one).texts["principal"] for one in table.numbers} == {"Älvsbyns kommun"}
    menu.deleteLater()


def test_the_menu_key_opens_the_menu(table: Table, popups: Popups) -> None:
    table.choose(4)
    table.view.menu_asked.emit(table.view.mapToGlobal(table.view.rect().center()))
    menu = cast(QMenu, popups(QMenu))
    assert menu.actions()
    menu.close()
    assert QApplication.activePopupWidget() is None


def test_the_menu_of_a_column_sorts_and_hides_it(table: Table) -> None:
    menu = table.page.menus.of_column(table.sheet, 3)
    by_text = {one.text(): one for one in menu.actions()}
    by_text["Sortera fallande"].trigger()
    assert (table.sheet.how.sort.field, table.sheet.how.sort.descending) == ("end", True)
    by_text["Dölj kolumnen"].trigger()
    assert "end" not in [one.name for one in table.view.table.columns]
    menu.deleteLater()


def test_where_it_is_narrow_one_chip_stands_for_all_the_fields(
    table: Table, popups: Popups
) -> None:
    filters = table.page.filters
    assert filters.fields.isHidden()
    table.window.resize(760, 600)
    table.until(lambda: not filters.fields.isHidden())
    assert all(one.isHidden() for one in filters._plain.values())
    filters.fields.click()
    menu = cast(QMenu, popups(QMenu))
    assert [one.text() for one in menu.actions()][:2] == ["Huvudman ▾", "Status ▾"]
    menu.actions()[1].trigger()
    menu.close()
    popup = cast(ChoicePopup, popups(ChoicePopup))
    popup.findChildren(QCheckBox)[0].click()
    popup.close()
    assert not filters._active["status"].isHidden()
    assert filters._active["status"].hasFocus()
