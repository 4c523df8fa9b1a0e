"""Closing a plan while something is not in its file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nvworkshop.errors import PublishError
from nvworkshop.planfile.publish import Published
from nvworkshop.planfile.store import Store
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import open_plan
from nvworkshop.session.target import Target
from tests.ui.window.conftest import Answers
from ui.checks import clipped, rich_text, unnamed
from ui.dialogs.leaving import LeavingDialog
from ui.window.main_window import MainWindow
from ui.window.plan_view import PlanView


class Lock:
    """Whether the plan file can be written."""

    open = False


@pytest.fixture
def unwritable(monkeypatch: pytest.MonkeyPatch, opened: PlanView) -> Lock:
    """A plan file that can't be written, until it is said that it can."""
    lock, whole = Lock(), Target.write

    def write(target: Target, store: Store) -> Published:
        if not lock.open:
            raise PublishError("planen.nvplan går inte att skriva.")
        return whole(target, store)

    monkeypatch.setattr(Target, "write", write)
    return lock


def change(qtbot: QtBot, view: PlanView, *titles: str) -> str:
    entity = next(iter(view.desk.rows["action"]))
    for title in titles:
        with qtbot.waitSignal(view.desk.changed, timeout=20_000):
            view.desk.edit(partial(Session.set, entity=entity, values={"title": title}))
    return entity


def asked(qtbot: QtBot, window: MainWindow) -> LeavingDialog:
    qtbot.waitUntil(lambda: bool(window.findChildren(LeavingDialog)), timeout=20_000)
    (dialog,) = window.findChildren(LeavingDialog)
    return dialog


@pytest.mark.parametrize("way", ["window", "plan", "quit"])
def test_what_is_not_in_the_file_is_told_before_the_plan_is_closed(
    qtbot: QtBot, window: MainWindow, opened: PlanView, unwritable: Lock, way: str
) -> None:
    change(qtbot, opened, "Ett", "Två")
    commands = {"plan": "file.close", "quit": "file.quit"}
    window.close() if way == "window" else window.actions_table[commands[way]].trigger()
    dialog = asked(qtbot, window)
    assert dialog.heading.text() == "2 ändringar är inte i planfilen"
    assert not unnamed(dialog)
    assert not clipped(dialog)
    assert not rich_text(dialog)
    assert QApplication.focusWidget() is dialog.copy
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert window.view is opened
    unwritable.open = True


def test_it_closes_all_the_same_when_told_to(
    qtbot: QtBot, window: MainWindow, opened: PlanView, unwritable: Lock
) -> None:
    change(qtbot, opened, "Ett")
    window.actions_table["file.close"].trigger()
    dialog = asked(qtbot, window)
    assert dialog.heading.text() == "1 ändring är inte i planfilen"
    dialog.leave.click()
    assert window.view is None


def test_a_copy_is_written_and_then_it_closes(
    qtbot: QtBot,
    window: MainWindow,
    opened: PlanView,
    unwritable: Lock,
    tmp_path: Path,
) -> None:
    entity = change(qtbot, opened, "Ett")
    choosing = window.choosing
    assert isinstance(choosing, Answers)
    window.actions_table["file.close"].trigger()
    dialog = asked(qtbot, window)
    dialog.copy.click()
    assert dialog.isVisible()
    choosing.to_save = tmp_path / "räddad.nvplan"
    dialog.copy.click()
    assert choosing.began_in == opened.desk.place.parent
    qtbot.waitUntil(lambda: window.view is None, timeout=20_000)
    other = open_plan(choosing.to_save)
    assert other.thing(entity).text("title") == "Ett"
    other.close()


def test_nothing_is_asked_when_it_comes_into_the_file_in_time(
    qtbot: QtBot, window: MainWindow, opened: PlanView, place: Path
) -> None:
    entity = change(qtbot, opened, "I sista stund")
    window.close()
    qtbot.waitUntil(lambda: window.view is None and not window._closing, timeout=20_000)
    assert not window.findChildren(LeavingDialog)
    other = open_plan(place)
    assert other.thing(entity).text("title") == "I sista stund"
    other.close()


def test_nothing_is_asked_when_the_computer_ends_it(
    qtbot: QtBot, window: MainWindow, opened: PlanView, unwritable: Lock
) -> None:
    change(qtbot, opened, "Ett")
    window.end()
    assert window.view is None
    qtbot.waitUntil(lambda: not window._closing, timeout=20_000)
    assert not window.findChildren(LeavingDialog)
