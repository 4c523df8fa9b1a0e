from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.dialogs.settings import SettingsDialog
from ui.settings import Settings
from ui.theme.theme import Theme


@pytest.fixture
def dialog(settings: Settings, theme: Theme, qtbot: QtBot) -> SettingsDialog:
    made = SettingsDialog(settings, theme)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_set_is_shown(dialog: SettingsDialog) -> None:
    assert dialog.scheme.value == "light"
    assert dialog.text_size.value == 100
    assert not dialog.dense.isChecked()


def test_a_choice_counts_at_once(dialog: SettingsDialog, settings: Settings, theme: Theme) -> None:
    QTest.mouseClick(dialog.scheme.buttons[2], Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.text_size.buttons[-1], Qt.MouseButton.LeftButton)
    assert (settings.scheme, settings.text_size) == ("dark", 200)
    assert theme.dark
    assert dialog.font().pixelSize() == theme.font("body").pixelSize()


def test_rows_become_dense(dialog: SettingsDialog, settings: Settings) -> None:
    dialog.dense.setChecked(True)
    assert settings.get("table/dense", False)


def test_the_function_is_kept_also_when_esc_closes(
    dialog: SettingsDialog, settings: Settings
) -> None:
    dialog.function.setText("  processledare Piteå ")
    QTest.keyClick(dialog.function, Qt.Key.Key_Escape)
    assert settings.function == "processledare Piteå"
    assert not dialog.isVisible()


def test_enter_in_the_function_closes_nothing(dialog: SettingsDialog, settings: Settings) -> None:
    dialog.function.setText("samordnare")
    QTest.keyClick(dialog.function, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert settings.function == "samordnare"
