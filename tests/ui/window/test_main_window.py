from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from nvworkshop.session.sessions import open_plan
from tests.ui.window.conftest import messages, shown
from ui.window.main_window import MainWindow
from ui.window.plan_view import PlanView


def _set_title(qtbot: QtBot, view: PlanView, title: str) -> str:
    entity = next(iter(view.desk.rows["action"]))
    with qtbot.waitSignal(view.desk.changed, timeout=20_000):
        view.desk.edit(lambda session: session.set(entity, {"title": title}))
    return entity


def test_a_file_given_at_the_start_is_shown(window: MainWindow, opened: PlanView) -> None:
    assert "Södra länsdelens handlingsplan" in window.windowTitle()
    assert window.stack.currentWidget() is opened
    assert opened.page.selected_ids()


def test_without_a_file_the_start_screen_says_what_to_do(qtbot: QtBot, window: MainWindow) -> None:
    window.begin(None)
    assert window.stack.currentWidget() is window.start
    qtbot.waitUntil(lambda: not window.start._plans.isHidden(), timeout=20_000)


def test_the_next_start_is_where_this_one_ended(
    qtbot: QtBot, make_window: Callable[[], MainWindow], place: Path
) -> None:
    first = make_window()
    first.begin(place)
    shown(qtbot, first)
    first.close()
    qtbot.waitUntil(lambda: first._leaving and not first._closing, timeout=20_000)
    second = make_window()
    second.begin(None)
    assert shown(qtbot, second).desk.place == place


def test_going_to_the_start_screen_is_remembered_too(
    qtbot: QtBot, make_window: Callable[[], MainWindow], place: Path
) -> None:
    first = make_window()
    first.begin(place)
    shown(qtbot, first)
    first.actions_table["file.close"].trigger()
    first.close()
    qtbot.waitUntil(lambda: first._leaving and not first._closing, timeout=20_000)
    second = make_window()
    second.begin(None)
    assert second.view is None


def test_undo_names_its_step_and_takes_it_back(
    qtbot: QtBot, window: MainWindow, opened: PlanView
) -> None:
    before = dict(opened.desk.rows["action"])
    entity = _set_title(qtbot, opened, "Ett nytt namn")
    undo = window.actions_table["edit.undo"]
    assert undo.isEnabled()
    assert undo.text() == "Ångra: Ändra Åtgärd"
    with qtbot.waitSignal(opened.desk.changed, timeout=20_000):
        undo.trigger()
    assert opened.desk.rows["action"][entity].texts == before[entity].texts
    assert not undo.isEnabled()


def test_closing_the_window_writes_the_file(
    qtbot: QtBot, window: MainWindow, opened: PlanView, place: Path
) -> None:
    entity = _set_title(qtbot, opened, "I sista stund")
    window.close()
    qtbot.waitUntil(lambda: not window._closing, timeout=20_000)
    other = open_plan(place)
    assert other.thing(entity).text("title") == "I sista stund"
    other.close()


def test_a_file_that_cannot_be_opened_says_why_on_the_start_screen(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    letter = tmp_path / "brev.nvplan"
    letter.write_text("Hej")
    window.begin(letter)
    qtbot.waitUntil(lambda: window.view is None, timeout=20_000)
    assert "brev.nvplan" in messages(window)
    assert window.stack.currentWidget() is window.start


def test_a_second_start_opens_its_file_here(
    qtbot: QtBot, window: MainWindow, opened: PlanView, place: Path
) -> None:
    other = place.with_name("annan.nvplan")
    other.write_bytes(place.read_bytes())
    window.on_second_start(str(other))
    assert shown(qtbot, window).desk.place == other
    window.on_second_start("")
    assert window.view is not None
    assert window.view.desk.place == other


def test_what_is_being_typed_is_kept_when_the_computer_sleeps(
    qtbot: QtBot, window: MainWindow, opened: PlanView, place: Path
) -> None:
    entity = opened.page.selected_ids()[0]

    def field_has_cursor() -> bool:
        opened.page.editor.show_field("goal")  # the form may still be on its way
        return isinstance(window.focusWidget(), QPlainTextEdit)

    qtbot.waitUntil(field_has_cursor, timeout=20_000)
    field = window.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    field.selectAll()
    field.insertPlainText("Halvskrivet")
    with qtbot.waitSignal(opened.desk.changed, timeout=20_000):
        window.keep_everything()
    assert opened.desk.rows["action"][entity].texts["goal"] == "Halvskrivet"


def test_the_window_is_as_large_as_it_was(
    qtbot: QtBot, make_window: Callable[[], MainWindow]
) -> None:
    first = make_window()
    first.resize(1111, 777)
    first.close()
    assert make_window().size().toTuple() == (1111, 777) or make_window().width() == 1280


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_the_button_that_has_the_focus(
    qtbot: QtBot, window: MainWindow, opened: PlanView, key: Qt.Key
) -> None:
    paste = opened.page.paste
    QApplication.clipboard().setText("En åtgärd\tPiteå kommun\nEn till\tPiteå kommun")
    opened.page.focus_table()
    window.actions_table["row.paste"].trigger()
    qtbot.waitUntil(paste.isVisible, timeout=20_000)
    paste.cancel.setFocus()
    QTest.keyClick(paste.cancel, key)
    assert not paste.isVisible()
    new = len(opened.desk.rows["action"])
    button = next(one for one in opened.findChildren(QPushButton) if one.text() == "Ny åtgärd")
    button.setFocus()
    with qtbot.waitSignal(opened.desk.changed, timeout=20_000):
        QTest.keyClick(button, key)
    assert len(opened.desk.rows["action"]) == new + 1
