from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.editor.conftest import MakeRoom, Room
from ui.checks import clipped
from ui.editor.conflict import ConflictPanel
from ui.editor.marked import MarkedText
from ui.settings import Settings

ENTER = Qt.Key.Key_Return
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def room(room_at: MakeRoom, merged: Path) -> Room:
    return room_at(merged)


def _panel(room: Room, name: str) -> ConflictPanel:
    box = room.box(name)
    room.until(lambda: isinstance(box.panel, ConflictPanel))
    assert isinstance(box.panel, ConflictPanel)
    return box.panel


def _texts(panel: ConflictPanel) -> list[str]:
    return [one.toPlainText() for one in panel.findChildren(MarkedText)]


def test_a_field_in_conflict_shows_the_base_and_both_values(room: Room) -> None:
    room.show(1)
    base, *values = _texts(_panel(room, "end"))
    assert base == "våren 2027"
    assert len(values) == 2
    assert room.thing(1)["end"]["said"] == values[-1]
    assert not room.box("end").input.isVisible()


def test_an_action_is_not_complete_while_a_needed_field_differs(room: Room) -> None:
    room.show(1)
    said = room.one.completeness._heading
    assert said.text() == "Komplett för beslut när det som skiljer är avgjort"
    room.click(_panel(room, "end").buttons[0])
    room.until(lambda: said.text() == "✓ Komplett för beslut")


def test_who_wrote_each_value_is_told(room: Room) -> None:
    room.show(2)
    labels = [one.text() for one in _panel(room, "description").findChildren(QLabel)]
    assert any(one.startswith("Arvidsjaur-laptop") for one in labels)
    assert any(one.startswith("Södra-laptop") for one in labels)


def test_words_that_differ_are_marked(room: Room) -> None:
    room.show(2)
    texts = _panel(room, "description").findChildren(MarkedText)
    marked = [one.cursor.selectedText() for one in texts[2].extraSelections()]
    assert "varannan vecka på skärm" in marked


def test_using_a_value_decides_the_conflict(room: Room) -> None:
    room.show(1)
    panel = _panel(room, "end")
    wanted = _texts(panel)[1]
    room.click(panel.buttons[0])
    room.until(lambda: not room.thing(1).conflicts)
    assert room.thing(1)["end"]["said"] == wanted
    room.until(room.box("end").input.isVisible)
    assert room.said("end") == wanted
    assert room.desk.undo_label == "Avgör konflikt: Klart"


def test_undo_brings_the_conflict_back(room: Room) -> None:
    room.show(1)
    room.click(_panel(room, "end").buttons[0])
    room.until(lambda: not room.thing(1).conflicts)
    room.desk.undo()
    room.until(lambda: room.thing(1).conflicts == {"end"})
    assert len(_texts(_panel(room, "end"))) == 3


def test_a_third_value_can_be_written(room: Room) -> None:
    room.show(2)
    room.click(_panel(room, "description").buttons[-1])
    text = room.text("description")
    room.until(text.hasFocus)
    text.selectAll()
    room.type(text, "Det vi kom överens om")
    room.press(text, ENTER, CONTROL)
    room.until(lambda: not room.thing(2).conflicts)
    assert room.thing(2)["description"] == "Det vi kom överens om"
    assert room.desk.undo_label == "Avgör konflikt: Vad ska göras"


def test_a_conflict_is_decided_by_keys(room: Room) -> None:
    room.show(10)
    panel = _panel(room, "status")
    room.editor.show_field("status")
    room.until(lambda: QApplication.focusWidget() is panel.buttons[0])
    room.press(panel.buttons[0], Qt.Key.Key_Tab)
    room.until(lambda: QApplication.focusWidget() is panel.buttons[1])
    room.press(panel.buttons[1], Qt.Key.Key_Space)
    room.until(lambda: not room.thing(10).conflicts)


def test_a_removal_against_edits_is_decided_at_the_top(room: Room) -> None:
    room.show(16)
    room.until(lambda: room.one.removal is not None)
    panel = room.one.removal
    assert panel is not None
    told = panel.findChildren(QLabel)[0].text()
    assert "Borttagen (Arvidsjaur-laptop" in told
    assert "Vad ska göras, Prövat mot" in told
    room.click(panel.buttons[0])
    room.until(lambda: not room.thing(16).conflicts)
    assert room.one.removal is None


def test_removing_after_all_shows_that_it_is_gone(room: Room) -> None:
    room.show(16)
    room.until(lambda: room.one.removal is not None)
    panel = room.one.removal
    assert panel is not None
    room.click(panel.buttons[1])
    room.until(room.editor.sheet.gone.isVisible)


def test_a_conflict_in_a_folded_section_is_told_on_its_heading(room: Room) -> None:
    room.show(1)
    section = next(one for one in room.form.sections if one.part.group.name == "WHEN")
    section.open(False)
    assert "1 i konflikt" in section.heading.text()
    section.open()
    _panel(room, "end")


@pytest.mark.parametrize(("size", "wide"), [(100, 380), (200, 500)])
def test_nothing_is_cut_in_a_box_of_half_width(
    room_at: MakeRoom, merged: Path, settings: Settings, size: int, wide: int
) -> None:
    settings.put("look/text_size", size)
    room = room_at(merged)
    room.editor.resize(wide, 700)
    room.show(1)
    panel = _panel(room, "end")
    room.until(lambda: clipped(panel) == [])  # the form around it takes some turns to settle
    labels = panel.findChildren(QLabel)
    assert any("16\N{NO-BREAK SPACE}nov" in one.text() for one in labels)
    assert not any(getattr(one, "elided", False) for one in labels)
