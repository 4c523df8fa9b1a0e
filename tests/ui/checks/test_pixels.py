from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.checks import faint_edges, faint_text, small_targets, unseen_focus
from ui.checks.pixels import contrast
from ui.screenshots.scene import Look
from ui.screenshots.screens import SCREENS
from ui.screenshots.taking import ready
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel

LOOKS = (
    ("light", ("plan", "merge", "followup", "leading-shift", "settings", "gallery")),
    ("dark", ("workshop-new", "settings", "gallery")),
    ("contrast", ("settings", "gallery")),
)
ALL = [(scheme, name) for scheme, names in LOOKS for name in names]
CHECKS = (faint_text, faint_edges, small_targets, unseen_focus)


@pytest.mark.parametrize(("scheme", "name"), ALL, ids=map("-".join, ALL))
def test_what_is_drawn_can_be_seen_and_pressed(qapp: QApplication, scheme: str, name: str) -> None:
    with ready(SCREENS[name], Look(scheme, (1280, 720))) as (screen, _):
        screen.activateWindow()
        assert [told for check in CHECKS for told in check(screen)] == []


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> QWidget:
    page = QWidget()
    page.setFixedSize(300, 200)
    QVBoxLayout(page)
    qtbot.addWidget(page)
    return page


def _with(page: QWidget, *parts: QWidget, sheet: str = "") -> QWidget:
    layout = page.layout()
    assert layout is not None
    for part in parts:
        part.setStyleSheet(sheet)
        layout.addWidget(part)
    page.show()
    page.activateWindow()
    QApplication.processEvents()
    return page


@pytest.mark.parametrize(("ink", "found"), [("#767676", 0), ("#8a8a8a", 1)])
def test_faint_text_is_found(page: QWidget, ink: str, found: int) -> None:
    sheet = f"color: {ink}; background: white"
    assert len(faint_text(_with(page, PlainLabel("Åtgärd MMM"), sheet=sheet))) == found


@pytest.mark.parametrize(("edge", "found"), [("#767676", 0), ("#c0c0c0", 1)])
def test_a_faint_edge_is_found(page: QWidget, edge: str, found: int) -> None:
    page.setStyleSheet("background: white")
    sheet = f"border: 2px solid {edge}; background: white"
    assert len(faint_edges(_with(page, QLineEdit(), sheet=sheet))) == found


@pytest.mark.parametrize(("focused", "found"), [("black", 0), ("#c0c0c0", 1)])
def test_a_focus_that_is_not_seen_is_found(page: QWidget, focused: str, found: int) -> None:
    sheet = f"* {{border: 2px solid #b0b0b0; outline: none}} *:focus {{border-color: {focused}}}"
    assert len(unseen_focus(_with(page, QPushButton("Klar"), sheet=sheet))) == found


@pytest.mark.parametrize(("side", "found"), [(24, 0), (16, 2)])
def test_targets_that_are_small_and_close_are_found(page: QWidget, side: int, found: int) -> None:
    one, other = QToolButton(page), QToolButton(page)
    one.setGeometry(10, 10, side, side)
    other.setGeometry(10 + side, 10, side, side)
    page.show()
    assert len(small_targets(page)) == found


def _is_black_on(grey: str) -> float:
    return contrast(QColor("black").rgb(), QColor(grey).rgb())


@pytest.mark.parametrize(
    ("measure", "expected"),
    [(lambda: _is_black_on("white"), 21.0), (lambda: _is_black_on("#777"), 4.69)],
)
def test_contrast_is_counted_as_wcag_does(measure: Callable[[], float], expected: float) -> None:
    assert round(measure(), 2) == expected
