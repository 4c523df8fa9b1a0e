"""The place Slå samman of an overall plan, on a page of its own, with files to merge into it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.session.sessions import create
from nvworkshop.session.surroundings import Surroundings
from ui.desk import Desk
from ui.merge.page import MergePage
from ui.theme.theme import Theme
from ui.window.choosing import Choosing

WAIT = 20_000


class Chooser(Choosing):
    """Answers what a person would."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme.settings)
        self.files: list[Path] = []
        self.chosen: Path | None = None

    def plans_to_merge(self, parent: QWidget) -> list[Path]:
        return self.files

    def folder_to_merge(self, parent: QWidget) -> Path | None:
        return self.chosen

    def place_for(
        self, parent: QWidget, title: str, name: str, kind: tuple[str, str]
    ) -> Path | None:
        return self.chosen


@dataclass
class Shown:
    """A page, and short words for what a person does and sees."""

    qtbot: QtBot
    page: MergePage
    chooser: Chooser
    told: list[str] = field(default_factory=list)
    warned: list[str] = field(default_factory=list)
    asked: list[tuple[str, str]] = field(default_factory=list)

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=WAIT)

    def merge(self, *places: Path) -> None:
        self.page.merge(places)
        self.until(lambda: not self.page.merging.is_under_way)
        self.settle()

    def settle(self) -> None:
        """Wait until everything asked of the plan has been answered."""
        for _ in range(3):  # an answer may ask for more
            answered: list[bool] = []
            self.page.desk.ask(lambda _: True, answered.append)
            self.until(lambda answered=answered: answered)  # type: ignore[misc]
            QTest.qWait(90)

    def key(self, key: Qt.Key) -> None:
        self.page.shown.focus()
        QTest.keyClick(self.page.shown.list, key)
        self.settle()

    @property
    def fields(self) -> list[str]:
        """The fields in the list of conflicts."""
        return [one.conflict.field for one in self.page.conflicts.shown]

    def value(self, entity: str, name: str) -> object:
        row = self.page.desk.rows["action"][entity]
        return row.thing[name]


Opener = Callable[[Path], Shown]


def _noted(asked: list[tuple[str, str]], kind: str, entity: str) -> None:
    asked.append((kind, entity))


@pytest.fixture
def open_page(qtbot: QtBot, theme: Theme) -> Iterator[Opener]:
    """Open a plan on a page of 1280×720."""
    opened: list[Shown] = []

    def _open(place: Path) -> Shown:
        desk = Desk(place, Surroundings())
        chooser = Chooser(theme)
        shown = Shown(qtbot, MergePage(desk, theme, chooser), chooser)
        page = shown.page
        page.told.connect(shown.told.append)
        page.warned.connect(shown.warned.append)
        page.thing_asked.connect(partial(_noted, shown.asked))
        opened.append(shown)
        page.resize(1280, 720)
        desk.open()
        shown.until(lambda: desk.plan is not None)
        page.show()
        page.activateWindow()
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
def overall(tmp_path: Path) -> Path:
    """An overall plan that nothing is merged into."""
    place = tmp_path / "länet.nvplan"
    create(place, surroundings=Surroundings(home=lambda: tmp_path / "h"), title="Länet").close()
    return place


@pytest.fixture
def shown(open_page: Opener, overall: Path) -> Shown:
    return open_page(overall)


@pytest.fixture
def sodra(tmp_path: Path) -> tuple[Path, Path]:
    """Södra's plan, and a copy edited on another computer: seven conflicts."""
    names = ("sodra.nvplan", "sodra-annan-dator.nvplan")
    first, second = (Path(shutil.copy(SAMPLE_PLANS / one, tmp_path / one)) for one in names)
    return first, second
