"""Tab goes round the window both ways, and is caught nowhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.window.main_window import MainWindow
from ui.window.plan_view import PlanView

_MOST = 400


def _round(key: Qt.Key) -> list[QWidget]:
    """Press a key until the keys are where they have been; return where that was."""
    been: list[QWidget] = []
    for _ in range(_MOST):
        now = QApplication.focusWidget()
        assert now is not None
        if now in been:
            break
        been.append(now)
        QTest.keyClick(now, key)
    return been


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_comes_to_all_parts_and_round(
    qtbot: QtBot, window: MainWindow, opened: PlanView, key: Qt.Key
) -> None:
    editor = opened.page.editor
    qtbot.waitUntil(lambda: editor.form is not None)
    editor.form.finish()  # type: ignore[union-attr]
    opened.focus()
    been = _round(key)
    assert QApplication.focusWidget() is been[0]
    for part in (window.top_bar, opened.page.stack, editor):
        assert any(part.isAncestorOf(one) for one in been)
