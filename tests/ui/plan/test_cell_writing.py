from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nvworkshop.errors import PlanError
from nvworkshop.places import SAMPLE_PLANS
from tests.ui.plan.conftest import Table
from ui.background import Failed
from ui.editor.inputs.growing import GrowingText
from ui.editor.inputs.picker import Picker
from ui.plan.in_place import CellNote, text_part

ENTER, ESCAPE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab


def test_f2_writes_in_the_cell_and_enter_sets_it(table: Table) -> None:
    table.choose(4)
    table.write("Korta vägen hem")
    table.changed(lambda: table.key(ENTER))
    assert table.row(4).texts["title"] == "Korta vägen hem"
    assert table.view.hasFocus()
    assert table.desk.undo_label == "Ändra Åtgärd"


def test_escape_takes_back_what_was_typed(table: Table) -> None:
    table.choose(4)
    table.write("Något annat")
    table.key(ESCAPE)
    assert not table.view.delegate.is_open
    assert table.row(4).texts["title"] == "Korta vägen hem efter stroke"


def test_a_time_shows_the_days_it_means_while_it_is_typed(table: Table) -> None:
    table.choose(4, "end")
    table.write("Q3 2027")
    note = table.view.delegate._note
    assert note.isVisible()
    assert note.label.text() == "1 jul – 30 sep 2027"
    table.changed(lambda: table.key(ENTER))
    assert table.row(4).thing["end"]["last"] == "2027-09-30"
    assert not note.isVisible()


def test_what_can_not_be_used_stays_with_a_sentence_beneath(table: Table) -> None:
    table.choose(4, "end")
    part = table.write("31 februari 2027")
    table.key(ENTER)
    assert table.view.delegate.is_open
    assert part.toPlainText() == "31 februari 2027"
    assert "31 februari" in table.view.delegate._note.label.text()
    part.selectAll()
    part.insertPlainText("v. 40 2027")
    table.changed(lambda: table.key(ENTER))
    assert table.row(4).texts["end"] == "v. 40 2027"


def test_tab_sets_the_cell_and_goes_on_to_the_next(table: Table) -> None:
    table.choose(4)
    table.write("Kort rubrik")
    table.changed(lambda: table.key(TAB))
    assert table.row(4).texts["title"] == "Kort rubrik"
    assert table.view.here.column() == table.column("principal")
    assert table.view.delegate.is_open
    table.key(ESCAPE)


def test_a_list_is_chosen_from_by_typing_a_part_of_a_name(table: Table) -> None:
    table.choose(4, "principal")
    table.write("arvids")
    table.changed(lambda: table.key(ENTER))
    assert table.row(4).texts["principal"] == "Arvidsjaurs kommun"


def test_a_list_opens_by_double_click(table: Table) -> None:
    table.choose(4, "status")
    view = table.view
    at = view.visualRect(view.here).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    picker = view.viewport().findChild(Picker)
    assert isinstance(picker, Picker)
    assert picker.is_list_open
    assert view.delegate._open is not None
    view.delegate._give_up(view.delegate._open)


def test_not_applicable_is_an_answer(table: Table) -> None:
    table.choose(4, "indicator")
    table.write("ej aktuellt")
    table.changed(lambda: table.key(ENTER))
    assert table.row(4).thing["indicator"] == {"answer": "not_applicable"}


def test_leaving_the_cell_sets_what_is_typed(table: Table) -> None:
    table.choose(4)
    table.write("Satt när man går")
    table.changed(table.page.head.new.setFocus)
    assert table.row(4).texts["title"] == "Satt när man går"


def test_what_is_typed_is_a_draft_until_it_is_set(table: Table) -> None:
    drafts: list[tuple[object, ...]] = []
    table.desk.draft = lambda *what: drafts.append(what)  # type: ignore[method-assign]
    table.choose(4)
    table.write("Halv")
    table.until(lambda: drafts)
    assert drafts[-1] == ("action", table.id_of(4), "title", "Halv")
    table.changed(lambda: table.key(ENTER))
    table.until(lambda: drafts[-1][3] is None)


def test_what_the_plan_could_not_take_is_handed_back_in_the_cell(table: Table) -> None:
    table.choose(4)
    table.write("Går inte")
    error = PlanError("Disken är full.", hint="Gör plats.")

    def _refuse(_change: object, _done: object, failed: Failed) -> None:
        QTimer.singleShot(0, lambda: failed(error))

    table.desk.edit = _refuse  # type: ignore[method-assign, assignment]
    table.key(ENTER)
    table.until(lambda: table.view.delegate.is_open)
    part = table.view.viewport().findChild(GrowingText)
    assert isinstance(part, GrowingText)
    assert part.toPlainText() == "Går inte"
    assert table.view.delegate._note.label.text() == "Disken är full. Gör plats."
    table.key(ESCAPE)


def test_a_field_without_room_is_written_in_the_editor(table: Table) -> None:
    table.sheet.set_columns(["title", "goal"])
    table.choose(4, "goal")
    table.key(Qt.Key.Key_F2)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert table.page.editor.isAncestorOf(focused)


def test_every_title_is_written_by_keyboard_alone(table: Table) -> None:
    table.sheet.group_by("")
    table.choose(table.numbers[0])
    for number in table.numbers:
        table.write(f"Rubrik {number}")
        table.changed(lambda: table.key(ENTER))
        table.key(Qt.Key.Key_Down)
    titles = [table.row(number).texts["title"] for number in table.numbers]
    assert titles == [f"Rubrik {number}" for number in table.numbers]


def test_what_is_typed_stays_open_when_the_table_starts_afresh(table: Table) -> None:
    table.choose(4, "end")
    part = table.write("31 februari 2027")
    table.sheet.group_by("principal")
    again = table.view.delegate._open
    assert again is not None
    assert again.editor is not part
    assert table.view.delegate.held == (table.id_of(4), "end", "31 februari 2027")
    table.view.delegate._give_up(again)


def test_a_row_that_moves_takes_the_open_cell_along(table: Table) -> None:
    table.sheet.group_by("principal")
    table.choose(4, "principal")
    table.write("Piteå kommun")
    table.changed(lambda: table.key(TAB))
    assert table.view.delegate.held == (table.id_of(4), "end", "hösten 2027")
    assert table.row(4).texts["principal"] == "Piteå kommun"
    table.key(ESCAPE)
    assert table.page.selected_ids() == [table.id_of(4)]


def test_a_field_in_conflict_is_decided_in_the_editor(table: Table, tmp_path: Path) -> None:
    copy = tmp_path / "annan.nvplan"
    copy.write_bytes((SAMPLE_PLANS / "sodra-annan-dator.nvplan").read_bytes())
    table.changed(lambda: table.desk.take_in(copy))
    table.until(lambda: table.sheet.counts.conflicts)
    number = next(n for n in table.numbers if "principal" in table.row(n).thing.conflicts)
    table.choose(number, "principal")
    table.key(Qt.Key.Key_F2)
    assert not table.view.delegate.is_open
    focused = QApplication.focusWidget()
    assert focused is not None
    assert table.page.editor.isAncestorOf(focused)


def _asked(table: Table) -> CellNote:
    """Write a personal number in a cell and wait until it is asked about."""
    table.choose(4)
    table.write("Vägen hem för 19121212-1212")
    table.key(ENTER)
    note = table.view.delegate._note
    table.until(lambda: note.offers)
    return note


def test_a_personal_number_stays_in_its_cell_until_one_says_so(table: Table) -> None:
    note = _asked(table)
    assert "personnummer" in note.label.text()
    assert "1212" not in note.label.text()
    table.key(ENTER)
    assert table.view.delegate.is_open
    table.changed(lambda: table.key(ENTER, Qt.KeyboardModifier.ControlModifier))
    assert table.row(4).texts["title"] == "Vägen hem för 19121212-1212"
    assert not table.view.delegate.is_open


def test_the_mouse_can_say_so_too(table: Table) -> None:
    note = _asked(table)
    table.changed(note.button.click)
    assert table.row(4).texts["title"] == "Vägen hem för 19121212-1212"


def test_writing_on_takes_the_question_away(table: Table) -> None:
    note = _asked(table)
    part = table.view.delegate._open
    assert part is not None
    text_part(part.editor).selectAll()
    text_part(part.editor).insertPlainText("Vägen hem")
    assert not note.offers
    table.changed(lambda: table.key(ENTER))
    assert table.row(4).texts["title"] == "Vägen hem"


def test_a_question_is_left_with_escape(table: Table) -> None:
    _asked(table)
    table.key(ESCAPE)
    assert not table.view.delegate.is_open
    assert table.row(4).texts["title"] == "Korta vägen hem efter stroke"


def test_going_on_from_what_can_not_be_used_empties_nothing(table: Table) -> None:
    table.choose(4, "principal")
    before = table.row(4).texts["principal"]
    ways: list[Callable[[], object]] = [
        lambda: table.do("row.next"),
        lambda: table.choose(7, "title"),
        lambda: table.page.show_thing("action", table.id_of(9)),
    ]
    for go_on in ways:
        table.choose(4, "principal")
        table.write("finns inte nr1")
        table.key(ENTER)
        go_on()
        table.qtbot.wait(50)
        assert table.row(4).texts["principal"] == before
        table.key(ESCAPE)


def test_the_next_row_waits_for_what_can_not_be_used(table: Table) -> None:
    table.choose(4, "principal")
    table.write("finns inte nr1")
    table.do("row.next")
    assert table.view.delegate.is_open
    assert table.page.selected_ids() == [table.id_of(4)]
