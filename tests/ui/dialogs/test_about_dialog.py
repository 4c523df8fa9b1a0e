from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from nvworkshop import __version__
from ui.dialogs.about import AboutDialog
from ui.theme.theme import Theme


@pytest.fixture
def dialog(theme: Theme, qtbot: QtBot, home: Path) -> Iterator[AboutDialog]:
    made = AboutDialog(theme)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: bool(made.text))
    yield made
    made.done(0)


def test_what_helpers_ask_for_is_told(dialog: AboutDialog, home: Path) -> None:
    for wanted in (f"NV Workshop: {__version__}", "SQLite: 3.", "Qt: ", str(home), "PySide6"):
        assert wanted in dialog.text


def test_all_of_it_can_be_copied(dialog: AboutDialog) -> None:
    QTest.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == dialog.text


def test_only_folders_that_are_there_can_be_opened(dialog: AboutDialog) -> None:
    openers = [one for one in dialog.findChildren(QPushButton) if one.text() == "Öppna mappen"]
    assert [one.isEnabled() for one in openers] == [True, False, False]
