"""A copy found beside the plan is offered, taken in, taken back and offered again."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from nvworkshop.places import SAMPLE_PLANS
from tests.ui.window.conftest import shown
from ui.widgets.messages import Message
from ui.window.main_window import MainWindow
from ui.window.plan_view import PlanView

OTHER = "Södra länsdelen (annan dator).nvplan"


@pytest.fixture
def beside(qtbot: QtBot, window: MainWindow, place: Path) -> PlanView:
    """Södra's plan with a copy beside it that another computer has written in."""
    shutil.copy(SAMPLE_PLANS / "sodra-annan-dator.nvplan", place.with_name(OTHER))
    window.begin(place)
    view = shown(qtbot, window)
    qtbot.waitUntil(lambda: offer(window) is not None, timeout=20_000)
    return view


def offer(window: MainWindow) -> Message | None:
    found = window.messages.findChildren(Message)
    offers = (one for one in found if OTHER in one.text and one.action)
    return next((one for one in offers if not one.isHidden()), None)


def seen(view: PlanView) -> tuple[int, int]:
    """Return how many actions the table says there are, and how many are in conflict."""
    rows = view.page.sheet.arranger.rows
    return len(rows), sum(bool(one.thing.conflicts) for one in rows)


def test_a_taken_in_copy_that_is_undone_leaves_the_window_as_it_was(
    qtbot: QtBot, window: MainWindow, beside: PlanView
) -> None:
    before = seen(beside)
    message = offer(window)
    assert message is not None
    assert re.search(r"Där finns \d+ ändringar i \d+ åtgärder som inte är med här", message.text)
    assert message.action is not None
    with qtbot.waitSignal(beside.desk.changed, timeout=20_000):
        message.action.click()
    taken = seen(beside)
    assert taken > before
    with qtbot.waitSignal(beside.desk.changed, timeout=20_000):
        beside.desk.undo()
    assert seen(beside) == before
    qtbot.waitUntil(lambda: offer(window) is not None, timeout=20_000)
    with qtbot.waitSignal(beside.desk.changed, timeout=20_000):
        beside.desk.redo()
    assert seen(beside) == taken
    qtbot.waitUntil(lambda: offer(window) is None, timeout=20_000)


def test_the_offer_stays_and_moves_nothing(
    qtbot: QtBot, window: MainWindow, beside: PlanView
) -> None:
    table = beside.page.sheet.view
    qtbot.waitUntil(window.messages.isVisible, timeout=20_000)
    place = table.mapTo(window, QPoint(0, 0))
    window.messages._on_passed()
    assert offer(window) is not None
    window.messages.clear()
    qtbot.waitUntil(lambda: not window.messages.isVisible(), timeout=20_000)
    assert table.mapTo(window, QPoint(0, 0)) == place


def test_the_offer_goes_with_the_plan(window: MainWindow, beside: PlanView) -> None:
    window.close_plan()
    assert offer(window) is None
    assert window.messages.texts == []


def test_the_last_row_stays_in_view_when_a_message_comes(
    qtbot: QtBot, window: MainWindow, opened: PlanView
) -> None:
    view = opened.page.sheet.view
    bottom = view.rowAt(view.viewport().height() - 1)
    row = next(row for row in map(view.table.row_at, range(bottom - 1, 0, -1)) if row)
    view.choose([row.thing.id], row.thing.id)
    for number in range(3):
        window.warn(f"Fel {number}")
    qtbot.waitUntil(
        lambda: view.visualRect(view.here).bottom() < view.viewport().height(), timeout=5_000
    )
