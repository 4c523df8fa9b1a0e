from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nvworkshop import language
from tests.ui.window.conftest import messages, shown
from ui.actions import ROOM
from ui.dialogs.settings import SettingsDialog
from ui.settings import LANGUAGE
from ui.speaking import Speaker
from ui.window.main_window import MainWindow
from ui.window.plan_view import PlanView
from ui.window.switching import Switching


@pytest.fixture(autouse=True)
def _switching(window: MainWindow) -> Iterator[None]:
    """Let the window speak what is chosen, and Swedish again after the test."""
    speaker = Speaker(QApplication.instance())
    Switching(window, speaker.speak)
    yield
    speaker.speak(language.SOURCE)


def choose(qtbot: QtBot, window: MainWindow, chosen: str) -> None:
    """Choose a language, and wait until the window speaks it."""
    before = window.actions_table
    window.settings.put(LANGUAGE, chosen)
    qtbot.waitUntil(lambda: window.actions_table is not before, timeout=20_000)


def test_start_page_speaks_the_language_chosen(qtbot: QtBot, window: MainWindow) -> None:
    window.begin(None)
    choose(qtbot, window, "en")
    assert window.start.accessibleName() == "The start page"
    assert window.actions_table["file.new"].text() == "New plan…"
    assert window.actions_table["file.new"].shortcut().toString() == "Ctrl+N"
    choose(qtbot, window, "sv")
    assert window.actions_table["file.new"].text() == "Ny plan…"


def test_plan_is_shown_again_at_the_same_place_and_row(
    qtbot: QtBot, window: MainWindow, opened: PlanView
) -> None:
    opened.page.sheet.view.step(3)
    chosen = opened.page.selected_ids()
    choose(qtbot, window, "en")
    view = shown(qtbot, window)
    assert (view.places.place, view.page.selected_ids()) == ("plan", chosen)
    assert window.top_bar.places.tabs["plan"].text() == "Action plan"
    heads = [one.title for one in view.page.sheet.model.columns]
    assert {"Action", "Done by", "Status"} <= set(heads)


def test_what_is_being_typed_is_kept(qtbot: QtBot, window: MainWindow, opened: PlanView) -> None:
    opened.page.sheet.view.step(1)
    (entity,) = opened.page.selected_ids()
    window.actions_table["row.edit"].trigger()
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "Nytt: ")
    choose(qtbot, window, "en")
    view = shown(qtbot, window)
    assert "Nytt: " in view.desk.rows["action"][entity].texts["title"]


def test_settings_stay_open_in_the_new_language(
    qtbot: QtBot, window: MainWindow, opened: PlanView
) -> None:
    window.actions_table["app.settings"].trigger()
    (dialog,) = window.findChildren(SettingsDialog)
    dialog.function.setText("samordnare")
    before = window.actions_table
    dialog.language.buttons[1].click()
    qtbot.waitUntil(lambda: window.actions_table is not before, timeout=20_000)
    dialogs = [one for one in window.findChildren(SettingsDialog) if one.isVisible()]
    assert [one.windowTitle() for one in dialogs] == ["Settings"]
    assert dialogs[0].function.text() == "samordnare"
    dialogs[0].close()


def test_a_group_that_is_led_is_not_disturbed(
    qtbot: QtBot, window: MainWindow, opened: PlanView
) -> None:
    window.actions_table.hold({ROOM}, among=(ROOM,))
    before = window.actions_table
    window.settings.put(LANGUAGE, "en")
    qtbot.waitUntil(lambda: "Språket byts när planen stängs" in messages(window))
    assert window.view is opened
    window.close_plan()
    qtbot.waitUntil(lambda: window.actions_table is not before, timeout=20_000)
    assert window.start.accessibleName() == "The start page"
