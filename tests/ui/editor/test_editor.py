from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.editor.conftest import MakeRoom, Room
from ui.checks import clipped, rich_text, unnamed
from ui.editor.editor import Editor
from ui.editor.forms import OneForm, SeveralForm
from ui.settings import Settings

CONTROL = Qt.KeyboardModifier.ControlModifier


def _problems(editor: Editor) -> list[str]:
    return [*clipped(editor), *unnamed(editor), *rich_text(editor)]


def test_nothing_chosen_says_what_to_do(room: Room) -> None:
    assert room.editor.sheet.empty.isVisible()
    assert "Välj en rad" in room.editor.sheet.empty.text.text()


def test_one_row_is_a_form_with_everything_it_holds(room: Room) -> None:
    room.show(1)
    assert isinstance(room.form, OneForm)
    assert room.one.header.line.text().startswith("Åtgärd 1")
    assert room.said("title") == room.thing(1).text("title")
    for name in ("description", "indicator", "function"):
        assert room.text(name).toPlainText() == room.thing(1).text(name)


def test_the_workshop_it_came_from_is_told(room: Room) -> None:
    room.show(1)
    line = room.one.header.line
    room.until(lambda: line.text() == "Åtgärd 1 · från förslag i workshop 2026-02-10")


def test_another_row_fills_the_same_form(room: Room) -> None:
    room.show(1)
    before = room.form
    room.show(2)
    assert room.form is before
    assert room.said("goal") == room.thing(2).text("goal")


def test_what_is_missing_leads_to_its_field(room: Room) -> None:
    room.show(11)
    button = room.one.completeness.buttons["resources"]
    assert button.text().startswith("▲")
    assert "kostar" in button.accessibleDescription()
    room.click(button)
    room.until(lambda: QApplication.focusWidget() is room.text("resources"))
    assert "kostar" in room.box("resources").notes.text


def test_a_complete_action_is_told_in_one_line(room: Room) -> None:
    room.show(1)
    assert not any(one.isVisible() for one in room.one.completeness.buttons.values())


def test_seldom_used_fields_are_folded_until_they_are_filled(room: Room) -> None:
    room.show(17)
    assert "place" not in {one.field.name for one in room.form.showing()}
    room.show(1)
    assert "place" in {one.field.name for one in room.form.showing()}


def test_show_field_opens_its_section(room: Room) -> None:
    room.show(17)
    section = room.form.sections[-1]
    assert not section.is_open
    room.editor.show_field("workshop")
    assert section.is_open
    assert QApplication.focusWidget() is room.text("workshop")


def test_a_folded_section_stays_folded_the_next_time(room: Room, settings: Settings) -> None:
    room.show(11)
    room.form.sections[4].open(False)
    assert "▲" in room.form.sections[4].heading.text()
    assert "NEEDS" not in settings.get("editor/open", "")


def test_sections_are_gone_through_by_keys(room: Room) -> None:
    room.show(1)
    room.editor.show_field("description")
    room.press(room.text("description"), Qt.Key.Key_PageDown, CONTROL)
    assert QApplication.focusWidget() is room.text("principal")


def test_the_field_with_the_cursor_is_explained(room: Room) -> None:
    room.show(1)
    room.editor.show_field("end")
    room.until(lambda: "våren 2027" in room.editor.sheet.help.label.text())


def test_what_is_removed_elsewhere_can_be_taken_back(room: Room) -> None:
    room.show(3)
    entity, title = room.id_of(3), room.thing(3).text("title")
    room.desk.edit(lambda session: session.remove(entity))
    gone = room.editor.sheet.gone
    room.until(gone.isVisible)
    assert gone.title.text() == title
    room.click(gone.button)
    room.until(room.editor.sheet.area.isVisible)
    assert room.said("title") == title


def test_another_kind_is_asked_for(room: Room) -> None:
    plan = room.desk.plan
    assert plan is not None
    room.editor.show_things("plan", [plan.id])
    room.until(lambda: room.editor.form is not None)
    assert room.said("about") == plan.text("about")


def test_a_plan_that_is_read_only_can_be_read_and_copied(
    room_at: MakeRoom, room: Room, place: Path
) -> None:
    second = room_at(place)
    assert second.desk.read_only
    second.show(1)
    assert second.text("description").isReadOnly()
    assert second.editor.sheet.help.label.text() == second.desk.read_only
    second.text("description").selectAll()
    assert second.text("description").textCursor().hasSelection()


@pytest.mark.parametrize(("scheme", "size"), [("light", 100), ("contrast", 200), ("dark", 150)])
def test_the_form_has_room_names_and_plain_text(
    settings: Settings, room_at: MakeRoom, merged: Path, scheme: str, size: int
) -> None:
    settings.put("look/scheme", scheme)
    settings.put("look/text_size", size)
    room = room_at(merged)
    for number in (2, 17):
        room.show(number)
        room.settle()
        room.until(lambda: _problems(room.editor) == [])


def test_larger_text_builds_the_form_anew(room: Room, settings: Settings) -> None:
    room.show(1)
    before = room.form
    settings.put("look/text_size", 150)
    room.until(lambda: room.editor.form is not None and room.editor.form is not before)
    assert room.said("goal") == room.thing(1).text("goal")


def test_several_are_shown_together(room: Room) -> None:
    room.show(1, 2, 3)
    assert isinstance(room.form, SeveralForm)
    assert room.form.heading.text() == "3 åtgärder valda"


def test_history_is_told_at_the_end(room: Room) -> None:
    room.show(1)
    lines = room.one.latest.labels
    room.until(lambda: bool(lines[0].text()))
    assert "Insats 3 → 2 (Södra-laptop)" in lines[0].text()


def test_the_whole_history_is_asked_for(room: Room, qtbot: QtBot) -> None:
    room.show(1)
    with qtbot.waitSignal(room.actions["row.history"].triggered):
        room.click(room.one.latest.all_button)


def test_an_unknown_option_shows_as_its_id_and_is_kept(room: Room) -> None:
    entity = room.id_of(1)
    edits = {("action", entity): {"status": "från_framtiden", "contributors": ["ny", "2506"]}}
    room.desk.edit(lambda session: session.write("Nyare program", edits))
    room.show(1)
    room.until(lambda: room.said("status") == "från_framtiden")
    room.until(lambda: room.chips("contributors") == ["ny", "Arjeplogs kommun"])
    room.editor.keep()
    room.settle()
    assert room.thing(1)["status"] == "från_framtiden"
