"""The dialogs of a huvudman's own plan: making it, and letting out what is shared."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nvworkshop.session.sessions import open_plan
from tests.session.owners import PITEA
from tests.ui.own.conftest import Chosen
from ui.checks import clipped, unnamed
from ui.desk import Desk
from ui.own.making import OwnPlanDialog
from ui.own.sharing import ShareDialog
from ui.theme.theme import Theme

WAIT = 20_000
Opener = Callable[[Path], Desk]


def test_a_plan_is_made_for_the_huvudman_that_is_chosen(
    qtbot: QtBot, theme: Theme, whole: Path, open_desk: Opener, choosing: Chosen
) -> None:
    qtbot.addWidget(around := QWidget())
    dialog = OwnPlanDialog(open_desk(whole), theme, choosing, around, principal=PITEA)
    dialog.open()
    qtbot.waitUntil(dialog.go_on.isEnabled, timeout=WAIT)
    assert dialog.said.text() == "Piteå kommun ansvarar för 1 och medverkar i 1 av planens rader."
    assert unnamed(dialog) + clipped(dialog) == []
    with qtbot.waitSignal(dialog.made, timeout=WAIT):
        dialog.go_on.click()
    assert choosing.asked == ["Egen plan för Piteå kommun"]
    made = open_plan(choosing.answer)
    assert made.is_own
    made.close()


def test_nobody_is_chosen_until_someone_is_named(
    qtbot: QtBot, theme: Theme, whole: Path, open_desk: Opener, choosing: Chosen
) -> None:
    qtbot.addWidget(around := QWidget())
    dialog = OwnPlanDialog(open_desk(whole), theme, choosing, around)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.principal.count() > 0, timeout=WAIT)
    dialog.principal.setEditText("hos oss")
    QTest.keyClick(dialog.principal._edit, Qt.Key.Key_Return)
    assert not dialog.go_on.isEnabled()
    dialog.principal.setEditText("pite")
    QTest.keyClick(dialog.principal._edit, Qt.Key.Key_Return)
    assert dialog.go_on.isEnabled()
    assert dialog.said.text().startswith("Piteå kommun ")


def test_a_file_in_the_way_is_told_and_asked_about_again(
    qtbot: QtBot, theme: Theme, whole: Path, open_desk: Opener, choosing: Chosen
) -> None:
    choosing.answer.write_text("annat")
    qtbot.addWidget(around := QWidget())
    dialog = OwnPlanDialog(open_desk(whole), theme, choosing, around, principal=PITEA)
    dialog.open()
    qtbot.waitUntil(dialog.go_on.isEnabled, timeout=WAIT)
    dialog.go_on.click()
    qtbot.waitUntil(lambda: "finns redan" in dialog.said.text(), timeout=WAIT)
    assert dialog.go_on.isEnabled()
    assert choosing.answer.read_text() == "annat"


def test_what_goes_out_is_shown_and_nothing_else_is_written(
    qtbot: QtBot, theme: Theme, own: Path, open_desk: Opener, choosing: Chosen
) -> None:
    qtbot.addWidget(around := QWidget())
    dialog = ShareDialog(open_desk(own), theme, choosing, around)
    dialog.open()
    qtbot.waitUntil(dialog.save.isEnabled, timeout=WAIT)
    shown = dialog.preview.toPlainText()
    assert "2 egna rader hos Piteå kommun: 1 klar, 1 ej påbörjad" in shown
    assert "Hemlig" not in shown
    assert unnamed(dialog) + clipped(dialog) == []
    with qtbot.waitSignal(dialog.shared, timeout=WAIT):
        dialog.save.click()
    assert b"Hemlig" not in choosing.answer.read_bytes()
    assert b"Utse kontakter" in choosing.answer.read_bytes()


def test_a_field_held_back_leaves_the_preview_and_is_remembered(
    qtbot: QtBot, theme: Theme, own: Path, open_desk: Opener, choosing: Chosen
) -> None:
    desk = open_desk(own)
    qtbot.addWidget(around := QWidget())
    dialog = ShareDialog(desk, theme, choosing, around)
    dialog.open()
    qtbot.waitUntil(dialog.save.isEnabled, timeout=WAIT)
    dialog.boxes["function"].setChecked(True)
    qtbot.waitUntil(lambda: "Ansvarig funktion" in dialog.remarks.text(), timeout=WAIT)
    assert desk.plan
    assert "function" in desk.plan.items("held_back")
