from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.checks import clipped, unnamed
from ui.theme.theme import Theme
from ui.widgets.choice import ChoiceCombo
from ui.widgets.segments import SegmentedChoice

PLACES = [("2560", "Arvidsjaurs kommun"), ("2581", "Piteå kommun"), ("25", "Region Norrbotten")]


@pytest.fixture
def combo(theme: Theme, qtbot: QtBot) -> Iterator[ChoiceCombo]:
    widget = ChoiceCombo(PLACES)
    widget.setAccessibleName("Ansvarig huvudman")
    qtbot.addWidget(widget)
    widget.show()
    yield widget
    widget.hide()


def _scroll(combo: ChoiceCombo) -> None:
    nothing = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, nothing, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(combo, event)


def test_the_wheel_changes_nothing_without_the_cursor(combo: ChoiceCombo) -> None:
    combo.clearFocus()
    combo._edit.clearFocus()
    _scroll(combo)
    assert combo.value == "2560"


def test_what_is_typed_in_full_is_chosen(combo: ChoiceCombo, qtbot: QtBot) -> None:
    combo._edit.setText("piteå kommun")
    with qtbot.waitSignal(combo.chosen) as told:
        combo._edit.editingFinished.emit()
    assert told.args == ["2581"]
    assert combo.currentText() == "Piteå kommun"


def test_what_is_no_choice_is_put_back(combo: ChoiceCombo, qtbot: QtBot) -> None:
    combo._edit.setText("Narnia")
    with qtbot.assertNotEmitted(combo.chosen):
        combo._edit.editingFinished.emit()
    assert combo.currentText() == "Arvidsjaurs kommun"


def test_a_part_that_one_choice_alone_holds_is_that_choice(
    combo: ChoiceCombo, qtbot: QtBot
) -> None:
    combo.setEditText("piteå")
    with qtbot.waitSignal(combo.chosen) as told:
        QTest.keyClick(combo._edit, Qt.Key.Key_Return)
    assert told.args == ["2581"]
    combo.setEditText("kommun")
    QTest.keyClick(combo._edit, Qt.Key.Key_Return)
    assert combo.value == "2581"


def test_typing_replaces_what_stands_when_the_choices_come_late(theme: Theme, qtbot: QtBot) -> None:
    qtbot.addWidget(late := ChoiceCombo())
    late.show()
    late.setFocus()
    qtbot.waitUntil(late.hasFocus)
    late.set_choices(PLACES)
    QTest.keyClicks(late._edit, "pi")
    assert late.currentText() == "pi"


def test_typing_finds_inside_words(combo: ChoiceCombo) -> None:
    completer = combo.completer()
    assert completer is not None
    completer.setCompletionPrefix("norr")
    assert completer.currentCompletion() == "Region Norrbotten"
    assert unnamed(combo) + clipped(combo) == []


def test_other_choices_keep_what_was_chosen(combo: ChoiceCombo) -> None:
    combo.choose("25")
    combo.set_choices(PLACES[1:])
    assert combo.value == "25"


def test_segments_are_one_stop_and_arrows_go_between(theme: Theme, qtbot: QtBot) -> None:
    choice = SegmentedChoice([("light", "Ljust"), ("dark", "Mörkt")], "Utseende")
    qtbot.addWidget(choice)
    choice.choose("light")
    choice.show()
    choice.activateWindow()
    choice.setFocus()
    qtbot.waitUntil(choice.buttons[0].hasFocus)
    with qtbot.waitSignal(choice.chosen) as told:
        QTest.keyClick(choice.buttons[0], Qt.Key.Key_Right)
    assert told.args == ["dark"]
    assert unnamed(choice) + clipped(choice) == []
    stops = [one for one in choice.buttons if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [choice.buttons[1]]
