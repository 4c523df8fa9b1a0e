"""The place for taking in, on a page of its own, with a plan that holds one action."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nvworkshop.session.sessions import create
from nvworkshop.session.surroundings import Surroundings
from ui.desk import Desk
from ui.incoming.page import IncomingPage
from ui.theme.theme import Theme
from ui.window.choosing import Choosing

WAIT = 20_000


class Chooser(Choosing):
    """Answers what a person would."""

    chosen: Path | None = None

    def list_to_take_in(self, parent: QWidget) -> Path | None:
        return self.chosen


@dataclass
class Shown:
    """A page, and short words for what a person does and sees."""

    qtbot: QtBot
    page: IncomingPage
    chooser: Chooser
    told: list[str] = field(default_factory=list)

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=WAIT)

    def rest(self) -> None:
        self.until(lambda: not self.page.taking.is_under_way)

    def read(self, place: Path) -> None:
        self.page.read(place)
        self.rest()

    def review(self, place: Path) -> None:
        """Read a list, and agree on how it is read."""
        self.read(place)
        self.page.columns.go.click()
        self.rest()

    def take(self) -> None:
        self.page.review.go.click()
        self.rest()

    def key(self, widget: QWidget, key: Qt.Key) -> None:
        QTest.keyClick(widget, key)

    @property
    def titles(self) -> list[str]:
        """The titles of the plan's actions, by number."""
        rows = [one.thing for one in self.page.desk.rows["action"].values()]
        return [one.text("title") for one in sorted(rows, key=lambda one: one["number"])]

    @property
    def listed(self) -> list[str]:
        """The titles of the rows that are shown."""
        return [one.head for one in self.page.review.rows.list.model_.rows]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    place = tmp_path / "södra.nvplan"
    around = Surroundings(home=lambda: tmp_path / "h")
    (tmp_path / "h").mkdir()
    session = create(place, surroundings=around, county_part="sodra")
    session.add("action", {"title": "Starta mobila team", "status": "pågår"}, entity="a1" * 16)
    session.publish()
    session.close()
    return place


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme, plan: Path, tmp_path: Path) -> Iterator[Shown]:
    desk = Desk(plan, Surroundings(home=lambda: tmp_path / "h"))
    chooser = Chooser(theme.settings)
    one = Shown(qtbot, IncomingPage(desk, theme, chooser), chooser)
    one.page.taken_in.connect(one.told.append)
    one.page.resize(1280, 720)
    desk.open()
    one.until(lambda: desk.plan is not None)
    one.page.show()
    one.page.activateWindow()
    yield one
    closed: list[object] = []
    desk.closed.connect(closed.append)
    one.page.close_place()
    desk.finish()
    one.until(lambda: closed)
    one.page.deleteLater()
    desk.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def own_list(tmp_path: Path) -> Path:
    """A list as a kommun keeps it: one row that the plan has, one that can't be read in full."""
    place = tmp_path / "lista.csv"
    place.write_text(
        "Mål;Aktivitet;Ansvarig;Tidplan;Status\n"
        "Tidigt stöd;Öppna träffpunkt;Piteå kommun;våren 2027;Pågår\n"
        ";Starta mobila team;Regionen;2027;Klar\n"
        ";Skriv rutin;Regionen;31 februari 2027;lila\n",
        "utf-8",
    )
    return place
