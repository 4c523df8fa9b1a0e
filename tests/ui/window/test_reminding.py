"""One line when a plan is opened, and none for the rest of the day once it is closed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nvworkshop.session.sessions import create, open_plan
from nvworkshop.workshop.steps import as_data
from nvworkshop.workshop.templates import template_agenda
from ui.assignments.part import REGISTER, AssignmentsPart
from ui.followup.page import FollowUpPage
from ui.widgets.messages import Message
from ui.window.main_window import MainWindow
from ui.workshop.page import WorkshopPage

WAIT = 20_000


def _plan(folder: Path) -> Path:
    place = folder / "sen.nvplan"
    session = create(place, county_part="sodra")
    session.add("assignment", {"title": "Ett sent uppdrag", "due": "2020-01-31"})
    session.publish()
    session.close()
    return place


def _opened(qtbot: QtBot, window: MainWindow, place: Path) -> None:
    with qtbot.waitSignal(window.plan_shown, timeout=WAIT):
        window.open_plan(place)
    done: list[None] = []
    assert window.view is not None
    window.view.desk.ask(lambda _: None, done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=WAIT)


def _reminders(window: MainWindow) -> list[str]:
    return [one for one in window.messages.texts if one.startswith("Försenat")]


def test_what_is_late_is_told_and_shown(
    qtbot: QtBot, make_window: Callable[[], MainWindow], tmp_path: Path
) -> None:
    window = make_window()
    _opened(qtbot, window, _plan(tmp_path))
    assert _reminders(window) == ["Försenat: Ett sent uppdrag (2020-01-31)."]
    (message,) = [one for one in window.messages.findChildren(Message) if "Försenat" in one.text]
    assert message.action is not None
    QTest.keyClick(message.action, Qt.Key.Key_Space)
    assert window.view is not None
    page = window.view.places.shown
    assert isinstance(page, FollowUpPage)
    part = page.shown
    assert isinstance(part, AssignmentsPart)
    assert part.way.value == REGISTER
    qtbot.waitUntil(lambda: bool(part.register.pane.shown), timeout=WAIT)
    assert _reminders(window) == []


def test_closed_it_stays_away_for_the_day(
    qtbot: QtBot, make_window: Callable[[], MainWindow], tmp_path: Path
) -> None:
    window = make_window()
    place = _plan(tmp_path)
    _opened(qtbot, window, place)
    (message,) = [one for one in window.messages.findChildren(Message) if "Försenat" in one.text]
    message.close_button.click()
    with qtbot.waitSignal(window.plan_gone, timeout=WAIT):
        window.close_plan()
    _opened(qtbot, window, place)
    assert _reminders(window) == []


def test_nothing_is_told_while_a_group_is_led(
    qtbot: QtBot, make_window: Callable[[], MainWindow], tmp_path: Path
) -> None:
    window = make_window()
    place = _plan(tmp_path)
    session = open_plan(place)
    agenda = as_data(template_agenda("half_day", session.strategy))
    session.add("workshop", {"title": "Workshop", "agenda": agenda}, entity="w1")
    session.publish()
    session.close()
    _opened(qtbot, window, place)
    assert _reminders(window)
    assert window.view is not None
    window.view.show_place("workshop")
    page = window.view.places.shown
    assert isinstance(page, WorkshopPage)
    page.lead("w1")
    assert page.leading is not None
    assert _reminders(window) == []
