from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from ui.actions import PLAN, REDO, TABLE, UNDO, WRITE, Actions
from ui.settings import Settings
from ui.theme.theme import Theme
from ui.window.main_menu import MainMenu

SCREEN = (1280, 720)


@pytest.fixture
def menu(theme: Theme, qtbot: QtBot) -> Iterator[MainMenu]:
    actions = Actions(theme)
    actions.show_icons()
    made = MainMenu(actions)
    made.held = actions  # type: ignore[attr-defined]
    qtbot.addWidget(made)
    yield made
    made.close()


def _commands(menu: QMenu) -> list[QAction]:
    found = [one for one in menu.actions() if not one.isSeparator()]
    groups = [one.menu() for one in found]
    inner = [two for group in groups if isinstance(group, QMenu) for two in _commands(group)]
    return [one for one in found if one.menu() is None] + inner


def _actions(menu: MainMenu) -> Actions:
    held = menu.held  # type: ignore[attr-defined]
    assert isinstance(held, Actions)
    return held


def test_every_command_is_there_once(menu: MainMenu) -> None:
    names = [one.objectName() for one in _commands(menu)]
    assert sorted(names) == sorted(_actions(menu).ids)


@pytest.mark.parametrize("size", [100, 200])
def test_every_menu_has_room_in_one_column_on_a_small_screen(
    menu: MainMenu, settings: Settings, size: int
) -> None:
    settings.put("look/text_size", size)
    wide, high = SCREEN
    for one in (menu, *menu.groups):
        beside = 0 if one is menu else menu.sizeHint().width()
        assert beside + one.sizeHint().width() <= wide
        assert one.sizeHint().height() <= high
        assert len({one.actionGeometry(two).left() for two in one.actions()}) == 1


def test_a_group_that_can_do_nothing_is_grey(menu: MainMenu) -> None:
    _actions(menu).hold((PLAN, WRITE, TABLE), among=(PLAN, WRITE, TABLE))
    menu.aboutToShow.emit()
    usable = {one.title(): one.menuAction().isEnabled() for one in menu.groups}
    assert usable == {
        "Planfilen": True, "Dokument": True, "Redigera": True, "Gå till": True, "Visa": True,
        "Leda workshopen": False, "Hjälp": True,
    }  # fmt: skip


def test_a_command_in_a_group_is_done_by_keys(menu: MainMenu, qtbot: QtBot) -> None:
    _actions(menu).hold((PLAN, UNDO, REDO), among=(PLAN, UNDO, REDO))
    menu.popup(QApplication.primaryScreen().geometry().topLeft())
    menu.setActiveAction(menu.groups[0].menuAction())
    QTest.keyClick(menu, Qt.Key.Key_Right)
    inner = menu.groups[0]
    qtbot.waitUntil(inner.isVisible)
    inner.setActiveAction(_actions(menu)["file.copy"])
    with qtbot.waitSignal(_actions(menu)["file.copy"].triggered):
        QTest.keyClick(inner, Qt.Key.Key_Return)


def test_a_long_step_is_short_in_the_menu_and_whole_in_its_tip(
    menu: MainMenu, settings: Settings
) -> None:
    settings.put("look/text_size", 200)
    step = "Ändra " + ", ".join(["Riktningsförändring"] * 20)
    _actions(menu).set_step("edit.undo", step)
    assert menu.groups[1].sizeHint().width() <= SCREEN[0]
    assert step in _actions(menu)["edit.undo"].toolTip()
