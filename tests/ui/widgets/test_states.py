from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.checks import clipped, rich_text, unnamed
from ui.theme.theme import Theme
from ui.widgets import busy
from ui.widgets.busy import BusyLine
from ui.widgets.empty import EmptyState


def test_an_empty_state_says_what_to_do(theme: Theme, qtbot: QtBot) -> None:
    done: list[int] = []
    state = EmptyState(
        "list",
        "Inga åtgärder",
        "Skriv den första.",
        "Ny åtgärd",
        lambda: done.append(1),
        theme=theme,
    )
    qtbot.addWidget(state)
    state.resize(600, 400)
    state.show()
    QTest.mouseClick(state.button, Qt.MouseButton.LeftButton)
    assert done == [1]
    assert clipped(state) + rich_text(state) + unnamed(state) == []


def test_parts_without_words_are_not_there(theme: Theme, qtbot: QtBot) -> None:
    state = EmptyState("list", "Inget här", theme=theme)
    qtbot.addWidget(state)
    assert state.text.isHidden()
    assert state.button.isHidden()
    state.say("Inget svarar mot filtret", button_text="Visa alla")
    assert not state.button.isHidden()


def test_quick_work_is_never_told(theme: Theme, qtbot: QtBot) -> None:
    line = BusyLine(theme)
    qtbot.addWidget(line)
    line.start("Läser…")
    assert not line.isVisible()
    assert line._timer.interval() == busy.WAIT
    line.stop()
    assert not line._timer.isActive()


def test_slow_work_can_be_stopped(theme: Theme, qtbot: QtBot) -> None:
    line = BusyLine(theme)
    qtbot.addWidget(line)
    line._timer.setInterval(1)
    line.start("Läser…")
    qtbot.waitUntil(line.isVisible)
    with qtbot.waitSignal(line.cancelled):
        QTest.mouseClick(line.button, Qt.MouseButton.LeftButton)
    assert not line.isVisible()
