from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.checks import clipped, rich_text, unnamed
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> QWidget:
    widget = QWidget()
    QVBoxLayout(widget)
    qtbot.addWidget(widget)
    return widget


def _shown(page: QWidget, *widgets: QWidget) -> QWidget:
    layout = page.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)
    page.show()
    return page


def _line(text: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setReadOnly(True)
    return line


def _combo(text: str) -> QComboBox:
    combo = QComboBox()
    combo.addItem(text)
    return combo


@pytest.mark.parametrize("make", [QLabel, QPushButton, _line, _combo])
def test_a_text_without_room_is_found(page: QWidget, make: Callable[[str], QWidget]) -> None:
    widget = make("Gemensam rutin för SIP vid utskrivning")
    _shown(page, widget)
    page.resize(600, 100)
    assert clipped(page) == []
    widget.setFixedWidth(90)
    assert len(clipped(page)) == 1


def test_a_wrapped_label_needs_its_lines(page: QWidget) -> None:
    label = PlainLabel("Gemensam rutin för SIP vid utskrivning")
    label.setWordWrap(True)
    label.setFixedSize(120, 20)
    assert "high" in clipped(_shown(page, label))[0]


def test_a_column_without_room_or_tooltip_is_found(page: QWidget) -> None:
    table = QTableWidget(1, 2)
    table.setHorizontalHeaderLabels(["Ansvarig huvudman", "Nr"])
    _shown(page, table)
    table.setColumnWidth(0, 40)
    assert "column 0" in clipped(page)[0]
    item = table.horizontalHeaderItem(0)
    assert item is not None
    item.setToolTip("Ansvarig huvudman")
    assert clipped(page) == []


def test_what_reaches_out_is_found(page: QWidget) -> None:
    _shown(page, QPushButton("Ny åtgärd"))
    page.findChildren(QPushButton)[0].move(page.width() - 10, 5)
    assert "reaches out" in clipped(page)[0]


def test_a_control_without_a_name_is_found(page: QWidget) -> None:
    field = QLineEdit()
    assert "no name" in unnamed(_shown(page, field))[0]
    field.setAccessibleName("Titel")
    assert unnamed(page) == []


def test_a_buddy_is_a_name(page: QWidget) -> None:
    label, field = PlainLabel("Titel"), QLineEdit()
    label.setBuddy(field)
    assert unnamed(_shown(page, label, field)) == []


def test_an_order_that_goes_back_is_found(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    row = QHBoxLayout(page)
    first, second = QPushButton("Ett", page), QPushButton("Två", page)
    row.addWidget(second)
    row.addWidget(first)
    page.show()
    assert "reached after" in unnamed(page)[0]


def test_rich_text_is_found(page: QWidget) -> None:
    label, tip = QLabel("text"), PlainLabel("text")
    tip.setToolTip("<b>fet</b>")
    assert len(rich_text(_shown(page, label, tip))) == 2
    label.setTextFormat(Qt.TextFormat.PlainText)
    tip.setToolTip("inte fet")
    assert rich_text(page) == []
