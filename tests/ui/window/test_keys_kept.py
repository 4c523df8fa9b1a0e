"""The keys are never nowhere."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.stack import QuietStack
from ui.window.keys_kept import KeptKeys


def test_the_keys_come_home_when_what_had_them_is_hidden(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    lines = QVBoxLayout(window)
    home, last = QPushButton("Hem"), QLineEdit()
    for part in (home, last):
        lines.addWidget(part)
    KeptKeys(window, home.setFocus)
    window.show()
    window.activateWindow()
    last.setFocus()
    last.clearFocus()
    qtbot.waitUntil(home.hasFocus)


def test_a_stack_keeps_the_keys_while_it_turns(qtbot: QtBot) -> None:
    stack = QuietStack()
    qtbot.addWidget(stack)
    one, other = QLineEdit(), QLineEdit()
    stack.addWidget(one)
    stack.addWidget(other)
    stack.show()
    stack.activateWindow()
    one.setFocus()
    stack.setCurrentWidget(other)
    assert QApplication.focusWidget() is not one
    assert stack.currentWidget() is other
