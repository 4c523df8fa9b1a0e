"""The place Uppföljning of a plan that is open, on a page of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.session.sessions import create
from nvworkshop.session.standing import Standings
from nvworkshop.session.surroundings import Surroundings
from ui.desk import Desk
from ui.followup.page import FollowUpPage
from ui.followup.standing_part import StandingPart
from ui.plan.arrangement import Filter
from ui.theme.theme import Theme
from ui.window.choosing import Choosing

WAIT = 20_000


@dataclass
class Shown:
    """A page, and short words for what a person does and sees."""

    qtbot: QtBot
    page: FollowUpPage
    filters: list[Filter] = field(default_factory=list)
    things: list[tuple[str, str]] = field(default_factory=list)
    parts: list[tuple[str, Any]] = field(default_factory=list)

    @property
    def part(self) -> StandingPart:
        part = self.page.part("standing")
        assert isinstance(part, StandingPart)
        return part

    @property
    def of(self) -> Standings:
        assert self.part.seen is not None
        return self.part.seen.standings

    @property
    def ids(self) -> frozenset[str]:
        """The rows asked for last."""
        among = self.filters[-1].among
        assert among is not None
        return among.ids

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=WAIT)

    def settle(self) -> None:
        """Wait until everything asked of the plan has been answered."""
        for _ in range(3):  # an answer may ask for more
            answered: list[bool] = []
            self.page.desk.ask(lambda _: True, answered.append)
            self.until(lambda answered=answered: answered)  # type: ignore[misc]
            QTest.qWait(90)

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.page, key)


Opener = Callable[[Path], Shown]


@pytest.fixture
def open_page(qtbot: QtBot, theme: Theme) -> Iterator[Opener]:
    """Open a plan on a page of 1280×720."""
    opened: list[Shown] = []

    def _open(place: Path) -> Shown:
        desk = Desk(place, Surroundings())
        shown = Shown(qtbot, FollowUpPage(desk, theme, Choosing(theme.settings)))
        shown.page.rows_asked.connect(shown.filters.append)
        shown.page.thing_asked.connect(lambda *thing: shown.things.append(thing))
        shown.part.part_asked.connect(lambda *asked: shown.parts.append(asked))
        opened.append(shown)
        shown.page.resize(1280, 720)
        desk.open()
        shown.until(lambda: desk.plan is not None)
        shown.page.show()
        shown.page.activateWindow()
        shown.settle()
        return shown

    yield _open
    for one in opened:
        closed: list[object] = []
        one.page.desk.closed.connect(closed.append)
        one.page.close_place()
        one.page.desk.finish()
        one.until(lambda closed=closed: closed)  # type: ignore[misc]
        one.page.deleteLater()
        one.page.desk.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def county(open_page: Opener, tmp_path: Path) -> Shown:
    """The county's sample plan."""
    return open_page(Path(shutil.copy(SAMPLE_PLANS / "overgripande.nvplan", tmp_path)))


@pytest.fixture
def empty(open_page: Opener, tmp_path: Path) -> Shown:
    """A länsdel's plan without anything in it."""
    place = tmp_path / "ny.nvplan"
    create(place, county_part="ostra").close()
    return open_page(place)
