"""Looking through indicators, writing their values, and answering what is asked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from nvworkshop.session.measurements import paste
from tests.ui.indicators.conftest import Shown
from ui.indicators.measure_model import DATE, VALUE
from ui.indicators.starter_dialog import StarterDialog
from ui.widgets.among import Among
from ui.widgets.keyed_list import Role


def test_it_stands_in_words_and_leads_to_its_actions(shown: Shown) -> None:
    (line,) = shown.part.list.model_.rows
    assert line.word == "● På väg"
    assert "mål 9, ska öka" in line.text
    assert "Två värden säger inget om riktningen." in shown.part.detail.standing.cautions.text()
    asked: list[tuple[str, str]] = []
    shown.part.thing_asked.connect(lambda kind, entity: asked.append((kind, entity)))
    actions = shown.part.detail.standing.actions_
    shown.part.detail.focus()
    assert actions.model_.rows[0].head == "Fler SIP"
    QTest.keyClick(actions, Qt.Key.Key_Return)
    assert asked == [("action", "a1")]


def test_its_picture_is_drawn_and_told_in_words(shown: Shown) -> None:
    picture = shown.part.detail.standing.picture
    shown.until(lambda: picture.is_drawn)
    assert "målvärde 9" in picture.accessibleName()
    first = shown.part.detail.standing.figures.item(0, 0)
    assert first is not None
    assert first.text() == "2026-02-28"


def test_values_are_written_row_after_row_by_keys(shown: Shown) -> None:
    tester = QAbstractItemModelTester(shown.table.values)
    assert tester.model() is shown.table.values
    shown.to_values()
    shown.table.write_next()
    for month in range(3, 8):
        shown.type(f"2026-0{month}-01", Qt.Key.Key_Tab)
        shown.type(f"{month},5", Qt.Key.Key_Return)
    shown.until(lambda: shown.part.detail.tabs.buttons["values"].text().endswith("7"))
    assert shown.cells()[2:] == [f"2026-0{month}-01 {month},5" for month in range(3, 8)]
    model = shown.table.values
    assert [model.index(6, n).data() for n in (2, 3, 4)] == ["Piteå", "Kommun", "Totalt"]


def test_an_area_chosen_in_the_list_ends_the_row(shown: Shown) -> None:
    shown.to_values()
    shown.table.write_next()
    shown.type("2026-03-31", Qt.Key.Key_Tab)
    shown.type("5", Qt.Key.Key_Tab)
    where = QApplication.focusWidget()
    assert where is not None
    QTest.keyClicks(where, "Kiru")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Return)
    shown.until(lambda: len(shown.cells()) == 3)
    assert shown.table.currentIndex().row() == 3
    shown.until(lambda: shown.table.values.index(2, 2).data() == "Kiruna")


def test_a_cell_that_cannot_be_read_stays_open_and_says_why(shown: Shown) -> None:
    shown.to_values()
    shown.table.setCurrentIndex(shown.table.values.index(0, VALUE))
    shown.table.edit(shown.table.currentIndex())
    shown.type("mycket", Qt.Key.Key_Return)
    assert shown.table.cells.is_open
    assert shown.cells()[0] == "2026-01-31 3"
    where = QApplication.focusWidget()
    assert where is not None
    assert "är inte ett tal" in where.accessibleDescription()


def test_rows_are_pasted_told_of_and_undone(shown: Shown) -> None:
    shown.to_values()
    QApplication.clipboard().setText("Datum\tVärde\n2026-03-31\t7\n2026-04-30\tfel\n")
    QTest.keyClick(shown.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    shown.until(lambda: len(shown.cells()) == 3)
    assert "rad 3, Värde ”fel” (Det är inget tal)" in shown.told[-1]
    shown.desk.undo()
    shown.until(lambda: len(shown.cells()) == 2)


def test_delete_removes_values_and_copy_takes_them_along(shown: Shown) -> None:
    shown.to_values()
    shown.table.selectRow(0)
    QTest.keyClick(shown.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().splitlines()[1].startswith("2026-01-31\t3\tPiteå")
    QTest.keyClick(shown.table, Qt.Key.Key_Delete)
    shown.until(lambda: shown.cells() == ["2026-02-28 4"])


def test_another_row_is_there_at_once_and_given_up_without_a_trace(shown: Shown) -> None:
    shown.to_values()
    shown.table.write_next()
    shown.type("2026-05", Qt.Key.Key_Escape)
    assert len(shown.cells()) == 2
    assert shown.table.values.index(2, DATE).data() == "Nytt värde"


def test_indicators_are_chosen_from_the_list_to_begin_with(shown: Shown) -> None:
    shown.part.choose_starters()
    dialog = shown.part.findChild(StarterDialog)
    assert dialog is not None
    shown.until(lambda: dialog.list.model_.rows)
    dialog.list.turned.emit("kontinuitetsindex", True)
    dialog.list.turned.emit("fallskador", True)
    dialog.go_on.click()
    shown.until(lambda: len(shown.part.all) == 3)
    texts = [row.text for row in shown.part.list.model_.rows]
    assert sum("exempel, inte beslutad" in one for one in texts) == 2
    new = [one for one in shown.part.all if one.title in ("Kontinuitetsindex", "Fallskador")]
    shown.until(lambda: shown.part.list.key in [one.id for one in new])


def test_a_new_indicator_is_written_at_once_and_removed_by_keys(shown: Shown) -> None:
    shown.part.add()
    shown.until(lambda: len(shown.part.all) == 2)
    shown.until(lambda: shown.part.detail.title.text() == "Ny indikator")
    shown.part.list.setFocus()
    QTest.keyClick(shown.part.list, Qt.Key.Key_Delete)
    shown.until(lambda: len(shown.part.all) == 1)
    assert "Ångra med Ctrl+Z" in shown.told[-1]


def test_twins_are_asked_about_once(shown: Shown) -> None:
    shown.desk.edit(lambda session: session.add("indicator", {"title": "SIP"}, entity="sip2"))
    shown.until(lambda: not shown.part.question.isHidden())
    shown.part.question.yes.click()
    shown.until(shown.part.question.isHidden)
    (row,) = shown.part.all
    assert [entity for entity, _ in row.same] == ["sip2"]


def test_only_some_are_shown_until_all_are_asked_for(shown: Shown) -> None:
    shown.desk.edit(lambda session: session.add("indicator", {"title": "Trygghet"}, entity="t"))
    shown.until(lambda: len(shown.part.all) == 2)
    shown.part.show_among(Among("Saknar mätvärde", frozenset({"t"})))
    assert [row.key for row in shown.part.list.model_.rows] == ["t"]
    shown.part.clear.click()
    assert len(shown.part.list.model_.rows) == 2


def test_a_thing_is_shown_by_its_id(shown: Shown) -> None:
    shown.desk.edit(lambda session: session.add("indicator", {"title": "A"}, entity="a"))
    shown.until(lambda: len(shown.part.all) == 2)
    shown.part.show_thing("indicator", "sip")
    shown.until(lambda: shown.part.detail.title.text() == "SIP")
    assert shown.part.list.currentIndex().data(Role.ROW).key == "sip"


def test_values_taken_in_stand_where_their_day_does(shown: Shown) -> None:
    tester = QAbstractItemModelTester(shown.table.values)
    assert tester.model() is shown.table.values
    shown.to_values()
    rows = "2026-01-15\t2\tPiteå\n2026-02-10\t5\tPiteå\n2026-02-11\t6\tPiteå\n2027-01-01\t7\tPiteå"
    shown.desk.edit(lambda session: paste(session, "sip", rows))
    shown.until(lambda: len(shown.cells()) == 6)
    assert [one[:10] for one in shown.cells()] == [
        *("2026-01-15", "2026-01-31", "2026-02-10", "2026-02-11", "2026-02-28", "2027-01-01")
    ]
