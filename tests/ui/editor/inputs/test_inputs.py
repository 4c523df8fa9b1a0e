from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCalendarWidget
from pytestqt.qtbot import QtBot

from tests.ui.editor.conftest import Room
from ui.editor.inputs.calendar import CalendarPopup
from ui.editor.inputs.choice import ChoiceInput
from ui.editor.inputs.choices import ChoicesInput
from ui.editor.inputs.growing import GrowingText
from ui.editor.inputs.period import PeriodInput
from ui.editor.inputs.scale import SegmentInput

ENTER, DEL, BACK = Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Backspace


@pytest.fixture
def growing(qtbot: QtBot) -> GrowingText:
    text = GrowingText()
    qtbot.addWidget(text)
    text.resize(300, 40)
    text.show()
    return text


def test_a_text_is_as_high_as_its_lines(growing: GrowingText) -> None:
    one = growing.sizeHint().height()
    growing.put("rad\n" * 4)
    five = growing.sizeHint().height()
    line = growing.fontMetrics().lineSpacing()
    assert five - one == pytest.approx(4 * line, abs=4)


def test_what_an_empty_text_says_is_never_cut(growing: GrowingText) -> None:
    one_line = growing.sizeHint().height()
    growing.set_placeholder("Börja med ett verb " * 12)
    assert growing.sizeHint().height() > 2 * one_line
    growing.put("Kort")
    assert growing.sizeHint().height() == one_line


def test_a_very_long_text_scrolls_inside(growing: GrowingText) -> None:
    growing.put("rad\n" * 10)
    ten = growing.sizeHint().height()
    growing.put("rad\n" * 500)
    assert growing.sizeHint().height() <= ten
    assert growing.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAsNeeded


def test_one_line_takes_a_pasted_text_without_its_breaks(qtbot: QtBot) -> None:
    text = GrowingText(one_line=True)
    qtbot.addWidget(text)
    pasted = QMimeData()
    pasted.setText("två\nrader")
    pasted.setHtml("<b>två</b>")
    text.insertFromMimeData(pasted)
    assert text.toPlainText() == "två rader"


def test_the_wheel_scrolls_the_form_and_not_a_text(growing: GrowingText) -> None:
    nothing = (QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    event = QWheelEvent(QPointF(5, 5), QPointF(5, 5), *nothing, Qt.ScrollPhase.NoScrollPhase, False)
    growing.wheelEvent(event)
    assert not event.isAccepted()


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("Q3 2026", "1 jul – 30 sep 2026"),
        ("v. 40 2026", "28 sep – 4 okt 2026"),
        ("våren 2027", "1 jan – 30 jun 2027"),
        ("2026-11-30", "30 nov 2026"),
        ("så småningom", "Går inte att läsa som en tid"),
        ("31 februari 2027", "31 februari 2027 finns inte."),
    ],
)
def test_a_time_says_what_it_means_as_it_is_typed(room: Room, said: str, days: str) -> None:
    room.show(1)
    room.write("start", said)
    shown = room.box("start").input
    assert isinstance(shown, PeriodInput)
    assert shown.days == days


def test_a_day_is_pointed_at_in_the_calendar(room: Room) -> None:
    room.show(1)
    text = room.write("end", "2027-05-01")
    room.press(text, ENTER)
    room.press(text, Qt.Key.Key_F4)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, CalendarPopup)
    calendar = popup.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate().toString(Qt.DateFormat.ISODate) == "2027-05-01"
    room.press(calendar, Qt.Key.Key_Right)
    room.press(calendar, ENTER)
    room.until(lambda: room.thing(1)["end"] and room.thing(1)["end"]["said"] == "2027-05-02")
    assert room.said("end") == "2027-05-02"


def _list(room: Room, name: str) -> list[str]:
    shown = room.box(name).input
    assert isinstance(shown, ChoiceInput)
    found = shown.picker.list.completionModel()
    return [found.index(row, 0).data() for row in range(found.rowCount())]


def test_options_come_in_the_order_of_the_strategy_with_the_answers_last(room: Room) -> None:
    room.show(1)
    room.editor.show_field("shift")
    room.press(room.text("shift"), Qt.Key.Key_F4)
    names = [one for _, one in room.desk.strategy.options("shift")]
    assert _list(room, "shift") == [*names, "Ej aktuellt", "Ännu inte bestämt"]


def test_typing_finds_an_option_and_enter_chooses_it(room: Room) -> None:
    room.show(1)
    text = room.write("principal", "älvs")
    assert _list(room, "principal") == ["Älvsbyns kommun"]
    room.press(text, ENTER)
    room.until(lambda: room.thing(1)["principal"] == "2560")
    assert room.said("principal") == "Älvsbyns kommun"


def test_another_word_for_an_option_is_understood(room: Room) -> None:
    room.show(2)
    room.write("status", "genomförd")
    room.editor.show_field("comment")
    room.until(lambda: room.thing(2)["status"] == "done")
    assert room.said("status") == "Klar"


def test_a_word_that_is_no_option_stays_with_its_sentence(room: Room) -> None:
    room.show(1)
    room.write("status", "kanske")
    room.editor.show_field("comment")
    assert "”kanske” finns inte i listan" in room.box("status").notes.text
    assert room.said("status") == "kanske"


def test_an_emptied_choice_is_empty_in_the_plan(room: Room) -> None:
    room.show(1)
    text = room.text("vision")
    room.editor.show_field("vision")
    text.selectAll()
    room.press(text, DEL)
    room.press(text, ENTER)
    room.until(lambda: room.thing(1)["vision"] is None)


def test_a_thing_is_chosen_by_its_title(room: Room) -> None:
    room.show(1)
    room.editor.show_field("indicator_ref")
    room.until(lambda: bool(room.editor.names.of("indicator")))
    known = room.editor.names.of("indicator")
    assert known
    entity, (_, name) = next(iter(known.items()))
    room.press(room.write("indicator_ref", name), ENTER)
    room.until(lambda: room.thing(1)["indicator_ref"] == entity)
    assert room.said("indicator_ref") == name


def test_chips_are_added_and_taken_away_by_keys(room: Room) -> None:
    room.show(1)
    before = room.thing(1).items("contributors")
    text = room.write("contributors", "skola")
    room.press(text, ENTER)
    room.until(lambda: len(room.thing(1).items("contributors")) == len(before) + 1)
    shown = room.box("contributors").input
    assert isinstance(shown, ChoicesInput)
    room.come_forward()
    room.press(text, BACK)
    assert QApplication.focusWidget() is shown.box.chips[-1]
    room.press(shown.box.chips[-1], DEL)
    room.until(lambda: room.thing(1).items("contributors") == before)
    assert QApplication.focusWidget() is text


def test_what_is_chosen_is_not_offered_again(room: Room) -> None:
    room.show(1)
    room.editor.show_field("prerequisites")
    room.press(room.text("prerequisites"), Qt.Key.Key_F4)
    shown = room.box("prerequisites").input
    assert isinstance(shown, ChoicesInput)
    found = shown.box.picker.list.completionModel()
    offered = {found.index(row, 0).data() for row in range(found.rowCount())}
    assert not offered & set(room.chips("prerequisites"))


def test_a_scale_is_one_stop_and_answers_to_its_digits(room: Room) -> None:
    room.show(1)
    shown = room.box("effort").input
    assert isinstance(shown, SegmentInput)
    stops = [one for one in shown.segments.buttons if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [one.text() for one in stops] == ["2"]
    room.type(stops[0], "4")
    room.until(lambda: room.thing(1)["effort"] == 4)
    room.press(shown.segments.buttons[3], DEL)
    room.until(lambda: room.thing(1)["effort"] is None)


def test_arrows_move_in_a_scale_without_setting_it(room: Room) -> None:
    room.show(1)
    shown = room.box("effort").input
    assert isinstance(shown, SegmentInput)
    room.editor.show_field("effort")
    room.press(shown.segments.buttons[1], Qt.Key.Key_Right)
    assert QApplication.focusWidget() is shown.segments.buttons[2]
    room.settle()
    assert room.thing(1)["effort"] == 2


def test_yes_no_and_neither(room: Room) -> None:
    room.show(1)
    shown = room.box("shared").input
    assert isinstance(shown, SegmentInput)
    room.click(shown.segments.buttons[1])
    room.until(lambda: room.thing(1)["shared"] is False)
    room.click(shown.segments.buttons[1])
    room.until(lambda: room.thing(1)["shared"] is None)


def test_a_list_of_texts_has_one_on_each_line(room: Room) -> None:
    room.show(1)
    text = room.write("milestones", "första")
    room.press(text, ENTER)
    room.type(text, "andra")
    room.press(text, ENTER, Qt.KeyboardModifier.ControlModifier)
    room.until(lambda: room.thing(1).items("milestones") == ("första", "andra"))


def test_a_number_out_of_bounds_is_refused(room: Room) -> None:
    room.show(1)
    room.press(room.write("number", "0"), ENTER)
    assert "minst 1" in room.box("number").notes.text
    assert "Minst 1." in room.text("number").accessibleDescription()


def test_tab_marks_a_choice_so_that_typing_names_another(room: Room) -> None:
    room.show(1)
    room.editor.show_field("shift")
    text = room.text("shift")
    assert text.toPlainText()
    text.clearFocus()
    text.setFocus(Qt.FocusReason.TabFocusReason)
    assert text.textCursor().selectedText() == text.toPlainText()
