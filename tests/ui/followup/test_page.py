from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nvworkshop.session.surroundings import Surroundings
from ui.desk import Desk
from ui.followup.page import FollowUpPage
from ui.followup.parts import Part
from ui.theme.theme import Theme
from ui.widgets.among import Among
from ui.widgets.place_part import PlacePart
from ui.window.choosing import Choosing


class Noting(PlacePart):
    """A part that notes what is asked of it."""

    def __init__(self, desk: Desk, theme: Theme, choosing: Choosing, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.noted: list[object] = []

    def show_among(self, among: object) -> None:
        self.noted.append(among)

    def show_thing(self, kind: str, entity: str) -> None:
        self.noted.append((kind, entity))

    def keep(self) -> None:
        self.noted.append("kept")


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, tmp_path: Path) -> FollowUpPage:
    desk = Desk(tmp_path / "ingen.nvplan", Surroundings())
    of = (Part("one", "Ett", Noting), Part("two", "Två", Noting, kinds=("indicator",)))
    made = FollowUpPage(desk, theme, Choosing(theme.settings), of=of)
    qtbot.addWidget(made)
    made.show()
    return made


def noted(page: FollowUpPage, name: str) -> list[object]:
    part = page.part(name)
    assert isinstance(part, Noting)
    return part.noted


def test_a_part_is_made_when_it_is_first_shown(page: FollowUpPage) -> None:
    assert page.stack.count() == 1
    QTest.keyClick(page.tabs, Qt.Key.Key_Right)
    assert page.stack.count() == 2
    assert page.stack.currentWidget() is page.part("two")
    assert "kept" in noted(page, "one")


def test_a_part_leads_to_some_of_another(page: FollowUpPage) -> None:
    among = Among("Saknar mätvärde", frozenset(("i1",)))
    page.part("one").part_asked.emit("two", among)
    assert page.tabs.now == "two"
    assert noted(page, "two") == [among]
    page.part("two").part_asked.emit("ingen sådan", among)
    assert page.tabs.now == "two"


def test_a_thing_is_shown_in_the_part_of_its_kind(page: FollowUpPage) -> None:
    page.show_thing("indicator", "i1")
    assert page.tabs.now == "two"
    assert noted(page, "two") == [("indicator", "i1")]


def test_f6_goes_by_the_tabs(page: FollowUpPage) -> None:
    assert [part for part, _ in page.parts()] == [page.part("one"), page.tabs]
