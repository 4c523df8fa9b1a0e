from __future__ import annotations

import math
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.room.conftest import Show
from tests.ui.room.drawn import drawn, words
from ui.room.window import RoomWindow
from ui.screenshots.room_screens import PICTURES, cards
from ui.settings import Settings
from ui.theme.theme import Theme

NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


class Paints(QObject):
    """Counts the times that a widget is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def ground(window: RoomWindow) -> QColor:
    return window.grab().toImage().pixelColor(3, 3)


def test_it_is_an_ordinary_window_that_takes_no_focus(window: RoomWindow) -> None:
    assert window.windowType() == Qt.WindowType.Window
    assert window.windowTitle() == "Rumsvy – NV Workshop"
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert window.focusPolicy() == Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize(
    ("seconds", "level", "text", "word"),
    [
        (564, "ok", "09:24", ""),
        (90, "soon", "01:30", "snart slut"),
        (-130, "over", "+02:10", "över tiden"),
        (36_000, "ok", "600:00", ""),
        (None, "ok", "", ""),
    ],
)
def test_the_clock_says_time_and_word(
    show: Show, seconds: int | None, level: str, text: str, word: str
) -> None:
    window = show(PICTURES["cards"])
    window.show_clock(seconds, level)
    said = words(window)
    assert text in said
    assert word in said
    assert window.canvas.clock.isVisible() == (seconds is not None)


def test_a_second_paints_the_clock_alone(show: Show, qtbot: QtBot) -> None:
    window = show(PICTURES["cards"])
    QApplication.processEvents()
    picture, clock = Paints(), Paints()
    window.canvas.installEventFilter(picture)
    window.canvas.clock.installEventFilter(clock)
    window.show_clock(563, "ok")
    qtbot.waitUntil(lambda: clock.count == 1)
    assert picture.count == 0
    assert "09:23" in words(window)


def test_frozen_keeps_the_picture_and_then_shows_the_latest(show: Show) -> None:
    window = show(PICTURES["statement"])
    window.set_frozen(True)
    window.show_content(PICTURES["cards"])
    window.show_content(PICTURES["matrix"])
    window.show_clock(12, "soon")
    assert "Jag kan mitt liv" in words(window)
    assert "09:24" in words(window)
    assert "Fryst" not in words(window)
    window.set_frozen(False)
    assert "Gör nu" in words(window)
    assert "00:12" in words(window)


@pytest.mark.parametrize("name", ["cards", "coverage", "silent"])
@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_blank_is_dark_and_says_nothing(
    show: Show, settings: Settings, name: str, scheme: str
) -> None:
    settings.put("look/scheme", scheme)
    window = show(PICTURES[name])
    window.set_blank(True)
    window.show_clock(5, "soon")
    window.resize(1_000, 600)
    assert drawn(window) == []
    assert ground(window).lightnessF() < 0.2
    window.set_blank(False)
    assert "00:05" in words(window)


def test_blank_shows_what_came_meanwhile_only_later(show: Show) -> None:
    window = show(PICTURES["cards"])
    window.set_blank(True)
    window.show_content(PICTURES["coverage"])
    assert drawn(window) == []
    window.set_blank(False)
    assert "Stärkt" in words(window)


def test_the_map_is_there_in_its_own_step_alone(show: Show) -> None:
    window = show(PICTURES["coverage"])
    assert window.map is not None
    assert window.map.isVisible()
    window.show_content(PICTURES["cards"])
    assert not window.map.isVisible()
    window.show_content(replace(PICTURES["coverage"], silent=True))
    assert not window.map.isVisible()


@pytest.mark.parametrize("name", ["coverage", "cards", "silent"])
def test_a_picture_that_came_before_the_window_stands_as_it_should(
    theme: Theme, settings: Settings, show: Show, name: str
) -> None:
    early = RoomWindow(theme, settings)
    early.show_content(PICTURES[name])
    early.show_clock(564, "ok")
    early.resize(1_280, 720)
    early.show()
    assert drawn(early) == drawn(show(PICTURES[name]))
    early.close()
    early.deleteLater()


@pytest.mark.parametrize(
    ("key", "modifier", "signal"),
    [
        (Qt.Key.Key_F9, NONE, "close_asked"),
        (Qt.Key.Key_Escape, NONE, "close_asked"),
        (Qt.Key.Key_F9, SHIFT, "freeze_asked"),
        (Qt.Key.Key_F9, CTRL, "blank_asked"),
        (Qt.Key.Key_F11, NONE, "full_asked"),
    ],
)
def test_its_few_keys_are_asked_for(
    window: RoomWindow, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, signal: str
) -> None:
    with qtbot.waitSignal(getattr(window, signal)):
        QTest.keyClick(window, key, modifier)
    assert window.isVisible()


def test_a_menu_never_comes(show: Show) -> None:
    window = show(PICTURES["cards"])
    here = QPoint(300, 300)
    for widget in (window, window.canvas):
        QApplication.sendEvent(
            widget, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, here, here)
        )
    assert QApplication.activePopupWidget() is None
    assert window.findChildren(QMenu) == []
    assert window.toolTip() == window.canvas.toolTip() == ""


def test_closing_by_the_program_asks_nothing(window: RoomWindow) -> None:
    asked: list[bool] = []
    window.close_asked.connect(lambda: asked.append(True))
    window.close()
    assert asked == []


def test_its_place_is_remembered(theme: Theme, settings: Settings) -> None:
    first = RoomWindow(theme, settings)
    first.show()
    first.setGeometry(50, 60, 900, 600)
    first.close()
    second = RoomWindow(theme, settings)
    assert second.size() == first.size()
    for one in (first, second):
        one.deleteLater()


def test_another_look_paints_anew(show: Show, settings: Settings) -> None:
    window = show(PICTURES["cards"])
    before = ground(window)
    settings.put("look/scheme", "contrast")
    assert ground(window) == QColor("#000000") != before


def test_larger_text_in_the_program_is_no_larger_here(show: Show, settings: Settings) -> None:
    sizes = [one.size for one in drawn(show(PICTURES["cards"]))]
    settings.put("look/text_size", 200)
    assert [one.size for one in drawn(show(PICTURES["cards"]))] == sizes


def test_a_thousand_ideas_are_quickly_shown(show: Show) -> None:
    window = show(PICTURES["cards"], (1_920, 1_080))
    QApplication.processEvents()
    taken = []
    for count in range(1_000, 1_020):
        content = replace(PICTURES["cards"], body=cards(count), ideas=count)
        begun = time.perf_counter()
        window.show_content(content)
        window.canvas.repaint()
        taken.append(time.perf_counter() - begun)
    assert sorted(taken)[math.ceil(len(taken) * 0.5)] < 0.1


def test_keys_that_write_are_passed_on(window: RoomWindow) -> None:
    heard: list[str] = []
    window.typed.connect(lambda event: heard.append(event.text()))
    for text in ("å", "\r", "\x13"):
        key = {"å": Qt.Key.Key_Aring, "\r": Qt.Key.Key_Return, "\x13": Qt.Key.Key_S}[text]
        QApplication.sendEvent(window, QKeyEvent(QEvent.Type.KeyPress, key, NONE, text))
    assert heard == ["å", "\r"]
