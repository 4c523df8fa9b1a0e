"""What widgets are to a screen reader."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHeaderView, QLineEdit, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from ui.aloud import install
from ui.editor.section import Heading
from ui.theme.theme import Theme
from ui.widgets.place_page import PlacePage
from ui.widgets.segments import Segment
from ui.widgets.tab import Tab

Role = QAccessible.Role


def _told(widget: QWidget) -> tuple[QAccessible.Role, str]:
    told = QAccessible.queryAccessibleInterface(widget)
    return told.role(), told.text(QAccessible.Text.Name)


@pytest.fixture(autouse=True)
def _installed(theme: Theme) -> None:
    install()


@pytest.mark.parametrize(
    ("make", "role", "name"),
    [
        (lambda _: Tab("Slå && dela"), Role.PageTab, "Slå & dela"),
        (lambda theme: Heading("Vad", theme), Role.Button, "Vad, hopfällt"),
        (lambda _: Segment("Ljust"), Role.RadioButton, "Ljust"),
        (lambda _: QStackedWidget(), Role.Client, ""),
        (lambda _: PlacePage(), Role.Grouping, ""),
        (lambda _: QHeaderView(Qt.Orientation.Horizontal), Role.ColumnHeader, ""),
        (lambda _: QLineEdit(), Role.EditableText, ""),
    ],
)
def test_a_widget_is_told_as_what_it_is_used_as(
    qtbot: QtBot, theme: Theme, make: Callable[[Theme], QWidget], role: Role, name: str
) -> None:
    widget = make(theme)
    qtbot.addWidget(widget)
    assert _told(widget) == (role, name)


def test_a_tab_tells_whether_it_is_down_and_can_be_pressed(qtbot: QtBot, theme: Theme) -> None:
    tab = Tab("Handlingsplan")
    qtbot.addWidget(tab)
    told = QAccessible.queryAccessibleInterface(tab)
    assert not told.state().selected
    told.actionInterface().doAction("Press")
    assert told.state().selected
    assert tab.isChecked()
