from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from tests.ui.editor.conftest import Room
from ui.editor.history import FieldHistory
from ui.editor.menu import FieldMenu

CONTROL = Qt.KeyboardModifier.ControlModifier


def _menu(room: Room, name: str) -> dict[str, bool]:
    menu = FieldMenu(room.box(name))
    return {one.text(): one.isEnabled() for one in menu.actions() if one.text()}


def test_keys_open_the_menu_of_the_field(room: Room) -> None:
    room.show(1)
    room.editor.show_field("goal")
    room.press(room.text("goal"), Qt.Key.Key_Period, CONTROL)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.accessibleName() == "Mål"
    menu.close()


def test_an_empty_field_can_not_be_emptied(room: Room) -> None:
    room.show(17)
    assert _menu(room, "goal")["Töm"] is False
    assert _menu(room, "description")["Töm"] is True


def test_a_title_has_no_answer_but_itself(room: Room) -> None:
    room.show(1)
    menu = FieldMenu(room.one.title) if room.one.title else None
    assert menu is not None
    assert not any(one.isEnabled() for one in menu.actions() if one.text() == "Ej aktuellt")


def test_a_title_says_what_it_is_as_long_as_it_is_empty(room: Room) -> None:
    room.show(1)
    title = room.one.title
    assert title is not None
    assert title.label.isHidden()
    title.refresh(None)
    assert not title.label.isHidden()
    title.refresh("Ny rubrik")
    assert title.label.isHidden()


def test_the_menu_takes_back_what_is_typed(room: Room) -> None:
    room.show(1)
    before = room.said("goal")
    room.write("goal", "Nytt")
    menu = FieldMenu(room.box("goal"))
    next(one for one in menu.actions() if one.text() == "Ångra skrivet").trigger()
    assert room.said("goal") == before


def test_a_text_has_its_own_commands_in_swedish(room: Room) -> None:
    room.show(1)
    text = room.text("goal")
    text.selectAll()
    menu = FieldMenu(room.box("goal"), text)
    next(one for one in menu.actions() if one.text() == "Kopiera").trigger()
    assert QApplication.clipboard().text() == room.said("goal")


def _history(room: Room, name: str) -> FieldHistory:
    box = room.box(name)
    box.history_asked.emit(box)
    room.until(lambda: isinstance(box.panel, FieldHistory))
    assert isinstance(box.panel, FieldHistory)
    return box.panel


def test_the_history_of_a_field_is_told_beneath_it(room: Room) -> None:
    room.show(1)
    said = [one.text() for one in _history(room, "effort").findChildren(QLabel)]
    assert said[1::2] == ["2", "3"]
    assert all("Södra-laptop" in one for one in said[::2])


def test_an_earlier_value_can_be_used_again(room: Room) -> None:
    room.show(1)
    panel = _history(room, "effort")
    button = next(one for one in panel.buttons if one.text() == "Använd igen")
    room.click(button)
    room.until(lambda: room.thing(1)["effort"] == 3)
    assert room.box("effort").panel is None


def test_history_is_closed_and_the_cursor_goes_back(room: Room) -> None:
    room.show(1)
    room.click(_history(room, "goal").close_button)
    assert room.box("goal").panel is None
    assert QApplication.focusWidget() is room.text("goal")
