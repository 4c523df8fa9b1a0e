"""Search over everything and help, as they are reached in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from nvworkshop.model.things import Thing
from nvworkshop.session.workshops import progress
from ui.help.window import HelpWindow
from ui.window.main_window import MainWindow
from ui.window.plan_view import PlanView
from ui.workshop.page import WorkshopPage

Key = Qt.Key


def _help(window: MainWindow) -> HelpWindow:
    found = window.commands.help.window
    assert found is not None
    return found


def _found(window: MainWindow, text: str) -> None:
    window.actions_table["edit.palette"].trigger()
    line = window.commands.palette.line
    line.setText(text)
    QTest.keyClick(line, Key.Key_Return)


def test_an_action_is_shown_whatever_is_filtered(window: MainWindow, opened: PlanView) -> None:
    opened.page.search("blockflöjt")
    entity, row = list(opened.desk.rows["action"].items())[-1]
    _found(window, row.texts["title"])
    assert opened.page.selected_ids() == [entity]


def test_all_that_is_found_is_shown_in_the_table(
    qtbot: QtBot, window: MainWindow, opened: PlanView
) -> None:
    window.commands.palette.filter_asked.emit("action", "stroke")
    assert window.top_bar.search.text() == "stroke"
    qtbot.waitUntil(lambda: 0 < opened.page.sheet.shown < len(opened.desk.rows["action"]))


def test_an_idea_is_asked_for_in_the_workshop(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.commands.idea_asked) as asked:
        window.commands.palette.idea_asked.emit("a")
    assert asked.args == ["a"]


def test_looking_at_an_idea_starts_nobodys_clock(
    qtbot: QtBot, window: MainWindow, opened: PlanView
) -> None:
    row = next(iter(opened.desk.rows["idea"].values()))
    workshop = row.thing.text("workshop")
    stood = opened.desk.rows["workshop"][workshop].thing
    _found(window, row.texts["title"])
    page = opened.places.shown
    assert isinstance(page, WorkshopPage)
    assert page.leading is not None
    room = page.leading.room
    assert (room.id, room.progress.running) == (workshop, False)
    assert room.progress == progress(stood)
    told: list[Thing] = []
    opened.desk.ask(lambda view: view.thing(workshop), told.append)
    qtbot.waitUntil(lambda: told == [stood])


def test_commands_and_help_are_found_without_a_plan(window: MainWindow) -> None:
    window.begin(None)
    _found(window, "integritet")
    assert _help(window).page == "privacy"
    _help(window).close()


def test_help_opens_where_one_is(window: MainWindow, opened: PlanView) -> None:
    window.actions_table["app.help"].trigger()
    assert _help(window).page == "plan"
    window.close_plan()
    window.actions_table["app.help"].trigger()
    assert _help(window).page == "start"
    window.actions_table["app.keys"].trigger()
    assert _help(window).page == "keys"
    _help(window).close()


@pytest.mark.parametrize(
    ("command", "page"), [("file.backups", "backups"), ("app.settings", "start")]
)
def test_a_dialog_has_its_own_help(
    qtbot: QtBot, window: MainWindow, opened: PlanView, command: str, page: str
) -> None:
    window.actions_table[command].trigger()
    dialog = next(one for one in window.findChildren(QDialog) if one.isVisible())
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClick(dialog, Key.Key_F1)
    assert _help(window).page == page
    _help(window).close()
    dialog.reject()


def test_help_goes_with_its_window(qtbot: QtBot, window: MainWindow, place: Path) -> None:
    window.begin(None)
    window.actions_table["app.help"].trigger()
    assert _help(window).parentWidget() is None
    with qtbot.waitSignal(_help(window).destroyed):
        window.start.close_worker()
        window.destroyed.emit()
