from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from nvworkshop.session.sentences import WRITTEN_AGAIN
from tests.ui.window.conftest import Answers
from ui.window.main_window import MainWindow
from ui.window.plan_view import PlanView


def _vanish(qtbot: QtBot, window: MainWindow, view: PlanView, place: Path) -> None:
    qtbot.waitUntil(lambda: not view.desk._publishing, timeout=20_000)
    place.unlink()
    view.desk.publish()
    qtbot.waitUntil(lambda: WRITTEN_AGAIN in window.messages.texts, timeout=20_000)


def test_that_the_file_is_written_again_stays_until_it_is_closed(
    qtbot: QtBot, window: MainWindow, opened: PlanView, place: Path
) -> None:
    window.messages._passing.setInterval(1)
    _vanish(qtbot, window, opened, place)
    window.tell("Kopierat.")
    qtbot.waitUntil(lambda: window.messages.texts == [WRITTEN_AGAIN], timeout=20_000)


def test_that_the_file_is_written_again_goes_when_it_is_moved(
    qtbot: QtBot, window: MainWindow, opened: PlanView, place: Path
) -> None:
    _vanish(qtbot, window, opened, place)
    assert isinstance(window.choosing, Answers)
    window.choosing.to_save = there = place.with_name("annat namn.nvplan")
    window.actions_table["file.move"].trigger()
    qtbot.waitUntil(lambda: opened.desk.place == there, timeout=20_000)
    qtbot.waitUntil(lambda: WRITTEN_AGAIN not in window.messages.texts, timeout=20_000)
