from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from nvworkshop.model.labels import NOT_APPLICABLE, UNDECIDED
from tests.ui.editor.conftest import Room
from ui.editor.edits import Put
from ui.editor.notes import Notes

CONTROL = Qt.KeyboardModifier.ControlModifier
ENTER, ESC, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab


def _drafts(room: Room, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str | None]]:
    """What is kept while it is typed, by field."""
    told: list[tuple[str, str | None]] = []
    keep = room.desk.draft

    def draft(kind: str, entity: str, field: str, text: str | None) -> None:
        told.append((field, text))
        keep(kind, entity, field, text)

    monkeypatch.setattr(room.desk, "draft", draft)
    return told


def test_enter_sets_a_line_in_one_step(room: Room) -> None:
    room.show(1)
    room.press(room.write("title", "Nytt namn"), ENTER)
    room.until(lambda: room.thing(1)["title"] == "Nytt namn")
    assert room.desk.undo_label == "Ändra Åtgärd"


def test_leaving_a_field_sets_it(room: Room) -> None:
    room.show(1)
    room.write("risk", "Snö på vägen")
    room.editor.show_field("description")
    room.until(lambda: room.thing(1)["risk"] == "Snö på vägen")


def test_control_enter_sets_a_long_text_and_enter_is_a_line(room: Room) -> None:
    room.show(1)
    text = room.write("description", "Först")
    room.press(text, ENTER)
    room.press(text, ENTER, CONTROL)
    room.until(lambda: room.thing(1)["description"] == "Först")
    assert QApplication.focusWidget() is text


def test_control_enter_in_a_line_sets_it_and_goes_to_the_next_row(room: Room, qtbot: QtBot) -> None:
    room.show(1)
    text = room.write("title", "Nytt")
    with qtbot.waitSignal(room.editor.stepped) as stepped:
        room.press(text, ENTER, CONTROL)
    assert stepped.args == [1]
    room.until(lambda: room.thing(1)["title"] == "Nytt")


def test_escape_goes_back_to_what_the_plan_has(room: Room) -> None:
    room.show(1)
    before = room.said("goal")
    room.press(room.write("goal", "Något annat"), ESC)
    assert room.said("goal") == before
    room.settle()
    assert not room.desk.undo_label


def test_keep_sets_what_is_typed_before_another_row_shows(room: Room) -> None:
    room.show(1)
    room.write("goal", "Det nya målet")
    room.show(2)
    room.until(lambda: room.thing(1)["goal"] == "Det nya målet")
    assert room.said("goal") == room.thing(2)["goal"]


def test_a_text_that_is_not_changed_sets_nothing(room: Room) -> None:
    room.show(1)
    room.press(room.write("title", room.said("title")), ENTER)
    room.editor.keep()
    room.settle()
    assert not room.desk.undo_label


def test_what_is_typed_is_kept_as_a_draft_until_it_is_set(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = _drafts(room, monkeypatch)
    room.show(1)
    text = room.write("risk", "Halt")
    room.until(lambda: ("risk", "Halt") in told)
    room.press(text, ENTER, CONTROL)
    room.until(lambda: told[-1] == ("risk", None))


def test_drafts_come_while_one_types_on(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    told = _drafts(room, monkeypatch)
    room.show(1)
    text = room.write("risk", "a")
    while not told:
        room.press(text, Qt.Key.Key_B)
        QApplication.processEvents()
    assert told[0][1] is not None
    assert 1 < len(told[0][1]) <= len(room.said("risk"))


def test_a_text_taken_back_leaves_no_draft(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    told = _drafts(room, monkeypatch)
    room.show(1)
    text = room.write("risk", "Halt")
    room.until(lambda: bool(told))
    room.press(text, ESC)
    assert told[-1] == ("risk", None)


def test_what_can_not_be_read_stays_with_its_sentence(room: Room) -> None:
    room.show(1)
    room.press(room.write("end", "31 februari 2027"), ENTER)
    notes = room.box("end").notes
    assert "31 februari" in notes.text
    assert room.said("end") == "31 februari 2027"
    room.press(room.text("end"), ESC)
    assert notes.text == ""
    assert room.said("end") == "2027-06-30"


def test_what_could_not_be_set_is_there_when_one_comes_back(room: Room, qtbot: QtBot) -> None:
    room.show(1)
    room.write("end", "v. 54 2027")
    room.show(2)
    room.show(1)
    assert room.said("end") == "v. 54 2027"
    assert room.box("end").notes.text
    assert room.thing(1)["end"]["said"] == "2027-06-30"


def test_a_refusal_by_the_plan_is_shown_beneath(room: Room) -> None:
    room.show(1)
    room.press(room.write("indicator_ref", "ingen sådan"), ENTER)
    assert "finns inte i listan" in room.box("indicator_ref").notes.text
    assert room.said("indicator_ref") == "ingen sådan"


def test_undo_in_a_text_is_the_texts_own_until_it_is_set(room: Room, qtbot: QtBot) -> None:
    room.show(1)
    before = room.said("title")
    text = room.write("title", "X")
    room.press(text, Qt.Key.Key_Z, CONTROL)
    assert room.said("title") == before
    room.press(room.write("title", "Y"), ENTER)
    room.until(lambda: room.thing(1)["title"] == "Y")
    room.actions.hold({"undo"}, among=("undo",))
    with qtbot.waitSignal(room.actions["edit.undo"].triggered):
        room.press(text, Qt.Key.Key_Z, CONTROL)


def test_a_text_under_the_cursor_is_never_overwritten_from_elsewhere(room: Room) -> None:
    room.show(1)
    entity = room.id_of(1)
    room.write("goal", "Mitt eget")
    room.desk.edit(lambda session: session.set(entity, {"goal": "Någon annans"}))
    notes = room.box("goal").notes
    room.until(lambda: "Ändrad på annat håll: Någon annans" in notes.text)
    assert room.said("goal") == "Mitt eget"
    notes.take.emit()
    assert room.said("goal") == "Någon annans"
    assert notes.text == ""


def test_other_fields_follow_at_once(room: Room) -> None:
    room.show(1)
    entity = room.id_of(1)
    room.write("goal", "Mitt eget")
    room.desk.edit(lambda session: session.set(entity, {"risk": "Ny risk", "status": "done"}))
    room.until(lambda: room.said("risk") == "Ny risk" and room.said("status") == "Klar")
    assert room.said("goal") == "Mitt eget"


def test_typing_on_after_enter_is_not_a_change_from_elsewhere(room: Room) -> None:
    room.show(1)
    text = room.write("title", "Ett")
    room.press(text, ENTER)
    room.press(text, Qt.Key.Key_End)
    room.press(text, Qt.Key.Key_A)
    room.until(lambda: room.thing(1)["title"] == "Ett")
    room.settle()
    assert room.said("title").casefold() == "etta"
    assert room.box("title").notes.text == ""


def test_undo_in_the_plan_shows_in_the_form(room: Room) -> None:
    room.show(1)
    before = room.said("title")
    room.press(room.write("title", "Nytt"), ENTER)
    room.until(lambda: room.thing(1)["title"] == "Nytt")
    room.desk.undo()
    room.until(lambda: room.said("title") == before)


def test_answers_that_are_no_values(room: Room) -> None:
    room.show(11)
    box = room.box("resources")
    box.send(Put(NOT_APPLICABLE))
    room.until(lambda: "resources" not in room.desk.rows["action"][room.id_of(11)].missing)
    assert room.said("resources") == "ej aktuellt"
    box.send(Put(UNDECIDED))
    room.until(lambda: room.thing(11)["resources"] == {"answer": "undecided"})
    box.send(Put(None))
    room.until(lambda: room.thing(11)["resources"] is None)


def _refused(room: Room) -> Notes:
    """Write a personal number in a field and leave it."""
    room.show(1)
    room.press(room.write("risk", "Som för 19121212-1212"), ENTER, CONTROL)
    notes = room.box("risk").notes
    room.until(lambda: "personnummer" in notes.text)
    return notes


def _buttons(notes: Notes) -> list[QPushButton]:
    return [one for one in notes.findChildren(QPushButton) if not one.isHidden()]


def test_a_personal_number_stays_in_the_field_until_one_says_so(room: Room) -> None:
    before = room.thing(1)["risk"]
    notes = _refused(room)
    assert "1212" not in notes.text
    assert room.said("risk") == "Som för 19121212-1212"
    room.editor.show_field("description")
    room.settle()
    assert room.thing(1)["risk"] == before
    (button,) = _buttons(notes)
    assert button.accessibleName() == "Spara ändå: Spara texten som den är"
    room.click(button)
    room.until(lambda: room.thing(1)["risk"] == "Som för 19121212-1212")
    assert (notes.text, _buttons(notes)) == ("", [])
    assert QApplication.focusWidget() is room.text("risk")


def test_the_button_comes_after_the_field_for_the_keys(room: Room) -> None:
    notes = _refused(room)
    room.press(room.text("risk"), TAB)
    (button,) = _buttons(notes)
    assert QApplication.focusWidget() is button
    room.press(button, Qt.Key.Key_Space)
    room.until(lambda: room.thing(1)["risk"] == "Som för 19121212-1212")


def test_a_text_without_the_number_is_set_as_any(room: Room) -> None:
    notes = _refused(room)
    room.press(room.write("risk", "Som för de andra"), ENTER, CONTROL)
    room.until(lambda: room.thing(1)["risk"] == "Som för de andra")
    assert (notes.text, _buttons(notes)) == ("", [])


def test_the_question_is_there_when_one_comes_back(room: Room) -> None:
    _refused(room)
    room.show(2)
    assert not _buttons(room.box("risk").notes)
    room.show(1)
    assert room.said("risk") == "Som för 19121212-1212"
    assert len(_buttons(room.box("risk").notes)) == 1
