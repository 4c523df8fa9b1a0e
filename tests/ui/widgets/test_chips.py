from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.checks import clipped, unnamed
from ui.theme.theme import Theme
from ui.widgets.chips import Chip


def test_a_chip_is_chosen_by_space_and_by_enter(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip("Piteå kommun", theme, checkable=True, dot="R2")
    qtbot.addWidget(chip)
    QTest.keyClick(chip, Qt.Key.Key_Space)
    assert chip.isChecked()
    QTest.keyClick(chip, Qt.Key.Key_Return)
    assert not chip.isChecked()


def test_a_chip_is_as_wide_chosen_as_not(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip("Piteå kommun", theme, checkable=True)
    qtbot.addWidget(chip)
    before = chip.sizeHint()
    chip.setChecked(True)
    assert chip.sizeHint() == before


def test_del_and_the_cross_take_away(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip("Piteå kommun", theme, removable=True)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    with qtbot.waitSignal(chip.removed):
        QTest.keyClick(chip, Qt.Key.Key_Delete)
    with qtbot.waitSignal(chip.removed), qtbot.assertNotEmitted(chip.clicked):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip._cross().center())


def test_the_word_is_not_the_cross(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip("Piteå kommun", theme, removable=True)
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    with qtbot.assertNotEmitted(chip.removed), qtbot.waitSignal(chip.clicked):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip.rect().center())


def test_an_ampersand_is_a_letter(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip("Barn & unga", theme)
    qtbot.addWidget(chip)
    assert chip.shortcut().isEmpty()
    assert chip.accessibleName() == "Barn & unga"


def test_a_long_word_is_cut_with_a_tooltip(theme: Theme, qtbot: QtBot) -> None:
    chip = Chip("Mer hälsofrämjande och förebyggande insatser", theme, dot="R1")
    qtbot.addWidget(chip)
    chip.resize(chip.minimumSizeHint())
    assert clipped(chip) != []
    chip.setToolTip(chip.text())
    chip.grab()
    assert clipped(chip) + unnamed(chip) == []
