"""The map of a plan that is open, on a page of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.session.sessions import create
from nvworkshop.session.surroundings import Surroundings
from ui.coverage.map_view import MapView
from ui.coverage.page import CoveragePage
from ui.desk import Desk
from ui.plan.arrangement import Filter
from ui.theme.theme import Theme

WAIT = 20_000


@dataclass
class Shown:
    """A page, and short words for what a person does and sees."""

    qtbot: QtBot
    page: CoveragePage
    asked: list[Filter]
    made: list[str]

    @property
    def map(self) -> MapView:
        return self.page.map

    def at(self, shift: str, row: str) -> QModelIndex:
        return self.map.map.place_of(shift, row)

    def go_to(self, shift: str, row: str) -> None:
        self.page.focus_map()
        self.map.setCurrentIndex(self.at(shift, row))

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.activePopupWidget() or self.map, key)

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=WAIT)

    def filtered(self, do: Callable[[], object]) -> list[str]:
        """Do something and return the ids of the rows that are asked for, sorted."""
        do()
        rows = self.page.desk.rows["action"].values()
        return sorted(one.thing.id for one in self.asked[-1].passed(list(rows)))


Opener = Callable[[Path], Shown]


@pytest.fixture
def open_page(qtbot: QtBot, theme: Theme) -> Iterator[Opener]:
    """Open a plan on a page of 1280×720."""
    opened: list[Shown] = []

    def _open(place: Path) -> Shown:
        desk = Desk(place, Surroundings())
        page = CoveragePage(desk, theme)
        shown = Shown(qtbot, page, [], [])
        page.cell_asked.connect(shown.asked.append)
        page.action_made.connect(shown.made.append)
        opened.append(shown)
        page.resize(1280, 720)
        desk.open()
        shown.until(lambda: desk.plan is not None)
        page.show()
        page.activateWindow()
        shown.until(lambda: shown.map.map.rows or not page.empty.isHidden())
        return shown

    yield _open
    for shown in opened:
        with qtbot.waitSignal(shown.page.desk.closed, timeout=WAIT):
            shown.page.desk.finish()
        shown.page.close()
        shown.page.deleteLater()
        shown.page.desk.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def copied(name: str, folder: Path) -> Path:
    """Return a copy of a sample plan."""
    return Path(shutil.copy(SAMPLE_PLANS / f"{name}.nvplan", folder / "plan.nvplan"))


@pytest.fixture
def shown(open_page: Opener, tmp_path: Path) -> Shown:
    """Södra's plan."""
    return open_page(copied("sodra", tmp_path))


@pytest.fixture
def empty(open_page: Opener, tmp_path: Path) -> Shown:
    """A plan without actions."""
    place = tmp_path / "ny.nvplan"
    create(place, county_part="ostra").close()
    return open_page(place)
