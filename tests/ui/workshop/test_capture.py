from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.workshop.conftest import ALT, CTRL, NONE
from ui.workshop.capture import CaptureLine


@pytest.fixture
def line(qtbot: QtBot) -> CaptureLine:
    line = CaptureLine()
    qtbot.addWidget(line)
    line.show()
    return line


def _heard(line: CaptureLine) -> list[tuple[str, object]]:
    heard: list[tuple[str, object]] = []
    for name in ("kept", "made_action", "stepped", "asked", "noted", "tagged", "drafted"):
        getattr(line, name).connect(lambda what, name=name: heard.append((name, what)))
    return heard


@pytest.mark.parametrize(
    ("key", "held", "wanted"),
    [
        (Qt.Key.Key_Return, NONE, ("kept", "Ring")),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, ("kept", "Ring")),
        (Qt.Key.Key_Return, CTRL, ("made_action", "Ring")),
        (Qt.Key.Key_Down, NONE, ("stepped", 1)),
        (Qt.Key.Key_Up, NONE, ("stepped", -1)),
        (Qt.Key.Key_A, ALT, ("noted", "Ring")),
        (Qt.Key.Key_1, ALT, ("tagged", 0)),
        (Qt.Key.Key_9, ALT | Qt.KeyboardModifier.KeypadModifier, ("tagged", 8)),
        (Qt.Key.Key_P, ALT, ("asked", "park")),
        (Qt.Key.Key_S, ALT, ("asked", "merge")),
        (Qt.Key.Key_F, ALT, ("asked", "move")),
        (Qt.Key.Key_F2, NONE, ("asked", "edit")),
        (Qt.Key.Key_Escape, NONE, ("asked", "back")),
    ],
)
def test_a_key_asks_for_something(
    line: CaptureLine, key: Qt.Key, held: Qt.KeyboardModifier, wanted: tuple[str, object]
) -> None:
    QTest.keyClicks(line, " Ring ")
    heard = _heard(line)
    QTest.keyClick(line, key, held)
    assert heard == [wanted]
    assert line.text() == " Ring "


@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_0, ALT), (Qt.Key.Key_1, NONE)])
def test_other_keys_are_typing(line: CaptureLine, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    heard = _heard(line)
    QTest.keyClick(line, key, held)
    assert heard == []


def test_delete_is_about_the_idea_only_when_nothing_is_typed(line: CaptureLine) -> None:
    heard = _heard(line)
    QTest.keyClicks(line, "ab")
    QTest.keyClick(line, Qt.Key.Key_Home)
    QTest.keyClick(line, Qt.Key.Key_Delete)
    assert (line.text(), heard) == ("b", [])
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClick(line, Qt.Key.Key_Delete)
    assert heard == [("asked", "remove")]


@pytest.mark.parametrize("key", [Qt.Key.Key_Z, Qt.Key.Key_Y])
def test_undo_is_the_windows_when_nothing_is_typed(line: CaptureLine, key: Qt.Key) -> None:
    def mine() -> bool:
        asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, CTRL)
        QApplication.sendEvent(line, asked)
        return asked.isAccepted()

    assert not mine()
    QTest.keyClicks(line, "a")
    assert mine()


def test_what_is_typed_is_drafted_soon_and_what_is_put_there_is_not(
    line: CaptureLine, qtbot: QtBot
) -> None:
    heard = _heard(line)
    line.take("Kvar")
    with qtbot.waitSignal(line.drafted, timeout=5_000):
        QTest.keyClicks(line, " nu")
    assert heard == [("drafted", "Kvar nu")]
    QTest.keyClicks(line, "!")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert heard[1:] == [("kept", "Kvar nu!")]
