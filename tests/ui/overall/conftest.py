"""The overall plan of a county that is open, on a page of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nvworkshop.model.things import Thing
from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.session.sessions import create
from nvworkshop.session.surroundings import Surroundings
from ui.desk import Desk
from ui.overall.nodes import Node
from ui.overall.page import OverallPage
from ui.settings import Settings
from ui.theme.theme import Theme
from ui.window.choosing import Choosing

WAIT = 20_000


class Chosen(Choosing):
    """Answers where a file is to be, and remembers what it was asked."""

    def __init__(self, settings: Settings, answer: Path | None) -> None:
        super().__init__(settings)
        self.answer = answer
        self.asked: list[str] = []

    def place_to_save(
        self, parent: QWidget, title: str, name: str, folder: Path | None = None
    ) -> Path | None:
        self.asked.append(name)
        return self.answer

    def folder_to_save(self, parent: QWidget, title: str) -> Path | None:
        self.asked.append(title)
        return self.answer


@dataclass
class Shown:
    """A page, and short words for what a person does and sees."""

    qtbot: QtBot
    page: OverallPage
    choosing: Chosen
    asked: list[tuple[str, str]] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=WAIT)

    def settle(self) -> None:
        """Wait until nothing is asked and nothing waits to be."""
        page = self.page
        self.until(lambda: not page._asked and not page._stale and not page._soon.isActive())

    def nodes(self) -> list[Node]:
        """Return the lines that are seen, from the top."""
        tree, found = self.page.tree, []
        index = tree.lines.index(0, 0)
        while index.isValid():
            node = tree.lines.node(index)
            assert node
            found.append(node)
            index = tree.indexBelow(index)
        return found

    def titles(self) -> list[str]:
        return [one.title for one in self.nodes()]

    def line(self, title: str) -> Node:
        return next(one for one in self.nodes() if one.title.startswith(title))

    def go_to(self, *titles: str) -> None:
        """Choose lines by the beginning of their titles."""
        keys = [self.line(one).key for one in titles]
        self.page.tree.choose(keys, keys[0])
        self.page.tree.setFocus()

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.page.tree, key)

    def write(self, text: str) -> None:
        QTest.keyClicks(self.page.reason.field, text)

    def choose(self, key: Qt.Key) -> None:
        """Press a key that chooses, and wait for the line that asks why."""
        self.key(key)
        self.until(lambda: self.page.reason.is_asking)

    def thing(self, title: str) -> Thing:
        rows = self.page.desk.rows["action"].values()
        return next(one.thing for one in rows if one.thing.text("title").startswith(title))


Opener = Callable[[Path], Shown]


@pytest.fixture
def open_page(qtbot: QtBot, theme: Theme, settings: Settings, tmp_path: Path) -> Iterator[Opener]:
    """Open a plan on a page of 1280×720."""
    opened: list[Shown] = []

    def _open(place: Path) -> Shown:
        choosing = Chosen(settings, tmp_path / "hem.nvplan")
        page = OverallPage(desk := Desk(place, Surroundings()), theme, choosing)
        shown = Shown(qtbot, page, choosing)
        page.thing_asked.connect(lambda *what: shown.asked.append(what))
        page.place_asked.connect(shown.places.append)
        page.told.connect(shown.told.append)
        desk.failed.connect(lambda error: shown.told.append(error.sentence))
        opened.append(shown)
        page.resize(1280, 720)
        desk.open()
        shown.until(lambda: desk.plan is not None)
        page.show()
        page.activateWindow()
        shown.until(lambda: page._seen is not None)
        shown.settle()
        page.focus_rows()
        return shown

    yield _open
    for shown in opened:
        shown.page.close_place()
        with qtbot.waitSignal(shown.page.desk.closed, timeout=WAIT):
            shown.page.desk.finish()
        shown.page.close()
        shown.page.deleteLater()
        shown.page.desk.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def shown(open_page: Opener, tmp_path: Path) -> Shown:
    """The sample plan of the county."""
    place = shutil.copy(SAMPLE_PLANS / "overgripande.nvplan", tmp_path / "länet.nvplan")
    return open_page(Path(place))


@pytest.fixture
def empty(open_page: Opener, tmp_path: Path) -> Shown:
    """A county's plan before any merge."""
    place = tmp_path / "tom.nvplan"
    create(place).close()
    return open_page(place)
