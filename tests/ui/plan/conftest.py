"""A plan open on a page, as in the window."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.session.rows import Row
from nvworkshop.session.surroundings import Surroundings
from ui.actions import PAPER, PLAN, WRITE, Actions
from ui.desk import Desk
from ui.editor.inputs.growing import GrowingText
from ui.plan.page import PlanPage
from ui.plan.sheet import Sheet
from ui.plan.table_view import PlanTable
from ui.settings import Settings
from ui.theme.theme import Theme

WAIT = 20_000
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@dataclass
class Table:
    """An open plan, and short words for what a person does and sees."""

    qtbot: QtBot
    window: QMainWindow
    desk: Desk
    actions: Actions
    page: PlanPage
    told: list[str]

    @property
    def sheet(self) -> Sheet:
        return self.page.sheet

    @property
    def view(self) -> PlanTable:
        return self.page.sheet.view

    def row(self, number: int) -> Row:
        rows = self.desk.rows["action"].values()
        return next(one for one in rows if one.thing["number"] == number)

    def id_of(self, number: int) -> str:
        return self.row(number).thing.id

    def choose(self, number: int, field: str = "title") -> None:
        self.view.choose([self.id_of(number)], self.id_of(number), self.column(field))
        self.view.setFocus()

    def column(self, field: str) -> int:
        return [one.name for one in self.view.table.columns].index(field)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        target = QApplication.activePopupWidget() or QApplication.focusWidget() or self.view
        QTest.keyClick(target, key, held)

    def write(self, text: str) -> GrowingText:
        """Write in the cell the keys are on; the cell stays open."""
        self.key(Qt.Key.Key_F2)
        part = QApplication.focusWidget()
        assert isinstance(part, GrowingText)
        part.selectAll()
        part.insertPlainText(text)
        return part

    def do(self, command: str) -> None:
        self.actions[command].trigger()

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=WAIT)

    def changed(self, do: Callable[[], object]) -> None:
        """Do something, and wait until the plan has changed."""
        with self.qtbot.waitSignal(self.desk.changed, timeout=WAIT):
            do()

    @property
    def numbers(self) -> list[int]:
        """The numbers of the rows that are shown, from the top."""
        rows = [one for one in self.view.table.entries if isinstance(one, Row)]
        return [one.thing["number"] for one in rows]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A copy of Södra's plan."""
    return Path(shutil.copy(SAMPLE_PLANS / "sodra.nvplan", tmp_path / "plan.nvplan"))


Opener = Callable[[Path], Table]


@pytest.fixture
def open_table(qtbot: QtBot, theme: Theme, settings: Settings) -> Iterator[Opener]:
    """Open a plan on a page in a window of 1280×720."""
    opened: list[Table] = []

    def _open(place: Path) -> Table:
        window = QMainWindow()
        actions = Actions(theme, window)
        actions.hold((PLAN, WRITE, PAPER), (PLAN, WRITE, PAPER))
        window.addActions([actions[one] for one in actions.ids])
        desk = Desk(place, Surroundings(now=lambda: NOW), window)
        page = PlanPage(desk, actions, theme, settings, window)
        window.setCentralWidget(page)
        window.resize(1280, 720)
        table = Table(qtbot, window, desk, actions, page, [])
        page.told.connect(table.told.append)
        opened.append(table)
        window.show()
        window.activateWindow()
        desk.open()
        table.until(page.stack.isVisible)
        table.until(lambda: not page._showing.isActive())
        return table

    yield _open
    for table in opened:
        closed(table)


def closed(table: Table) -> None:
    """Write the plan and close everything."""
    table.page.keep()
    with table.qtbot.waitSignal(table.desk.closed, timeout=WAIT):
        table.desk.finish()
    table.window.close()
    table.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def table(open_table: Opener, place: Path) -> Table:
    """Södra's plan, open."""
    return open_table(place)


@pytest.fixture
def popups(qapp: QApplication) -> Iterator[Callable[[type[QWidget]], QWidget]]:
    """Find the window of a kind that has come up; they are closed after the test."""
    found: list[QWidget] = []

    def _find(kind: type[QWidget]) -> QWidget:
        seen = [one for one in qapp.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
        found.append(seen[0])
        return seen[0]

    yield _find
    for one in found:
        with suppress(RuntimeError):  # it is gone already
            one.close()
