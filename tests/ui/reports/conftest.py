"""The reports of a plan that is open, on a page of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.session.reporting import ready_templates
from nvworkshop.session.sessions import create
from nvworkshop.session.surroundings import Surroundings
from ui.desk import Desk
from ui.reports.page import ReportsPage
from ui.settings import Settings
from ui.theme.theme import Theme
from ui.window.choosing import Choosing

WAIT = 20_000


class Answers(Choosing):
    """Answers file dialogs with a folder, and remembers the names that were suggested."""

    folder_given: Path | None = None
    suggested: tuple[str, ...] = ()

    def place_for(
        self, parent: QWidget, title: str, name: str, kind: tuple[str, str]
    ) -> Path | None:
        self.suggested = (*self.suggested, name)
        return self.folder_given / f"{name}{kind[0]}" if self.folder_given else None

    def folder_to_save(self, parent: QWidget, title: str) -> Path | None:
        return self.folder_given


class Opened(list[Path]):
    """What was handed to the system."""

    def __call__(self, place: Path) -> bool:
        self.append(place)
        return True


@dataclass
class Shown:
    """A page, and short words for what a person does and sees."""

    qtbot: QtBot
    page: ReportsPage
    answers: Answers
    opened: Opened
    places: list[str] = field(default_factory=list)

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=WAIT)

    def choose(self, report: str) -> None:
        """Choose a report and wait until it is shown, or said why not."""
        self.page.show_report(report)
        self.until(lambda: self.page.list.key == report)
        self.until(lambda: self.page.shown_report == report or self.page.preview.says)

    @property
    def text(self) -> str:
        return self.page.preview.page.toPlainText()

    @property
    def said(self) -> str:
        return self.page.message.text if self.page.message else ""

    def press(self, suffix: str) -> str:
        """Save in a format, and return what is said of it."""
        save = next(one for one in self.page.bar.save.formats.actions() if one.data() == suffix)
        save.trigger()
        self.until(lambda: self.page.message)
        return self.said


Opener = Callable[[Path], Shown]


@pytest.fixture
def open_page(qtbot: QtBot, theme: Theme, settings: Settings, tmp_path: Path) -> Iterator[Opener]:
    """Open a plan on a page of 1280×720."""
    made: list[Shown] = []

    def _open(place: Path) -> Shown:
        desk = Desk(place, Surroundings())
        answers = Answers(settings)
        answers.folder_given = tmp_path / "ut"
        answers.folder_given.mkdir(exist_ok=True)
        opened = Opened()
        page = ReportsPage(desk, theme, answers, opener=opened)
        shown = Shown(qtbot, page, answers, opened)
        page.place_asked.connect(shown.places.append)
        made.append(shown)
        page.resize(1280, 720)
        desk.open()
        shown.until(lambda: desk.plan is not None)
        page.show()
        page.activateWindow()
        shown.until(lambda: page.shown_report)
        return shown

    yield _open
    for shown in made:
        shown.page.close_place()
        with qtbot.waitSignal(shown.page.desk.closed, timeout=WAIT):
            shown.page.desk.finish()
        shown.page.close()
        shown.page.deleteLater()
        shown.page.desk.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def shown(open_page: Opener, tmp_path: Path) -> Shown:
    """Södra's plan."""
    return open_page(Path(shutil.copy(SAMPLE_PLANS / "sodra.nvplan", tmp_path)))


@pytest.fixture
def empty(open_page: Opener, tmp_path: Path) -> Shown:
    """A plan without anything in it."""
    place = tmp_path / "ny.nvplan"
    create(place, county_part="ostra").close()
    return open_page(place)


def own_template(name: str, text: str) -> None:
    (ready_templates() / f"{name}.md").write_text(text, "utf-8")
