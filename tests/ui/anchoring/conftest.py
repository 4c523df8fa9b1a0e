"""The page of anchoring of a plan that is open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from nvworkshop.model.things import Thing
from nvworkshop.session.sessions import create
from nvworkshop.session.surroundings import Surroundings
from ui.anchoring.model import Column
from ui.anchoring.page import AnchoringPage
from ui.anchoring.table import AnchoringTable
from ui.desk import Desk
from ui.theme.theme import Theme

WAIT = 20_000


@dataclass
class Shown:
    """A page, and short words for what a person does and sees."""

    qtbot: QtBot
    page: AnchoringPage

    @property
    def table(self) -> AnchoringTable:
        return self.page.table

    @property
    def desk(self) -> Desk:
        return self.page.desk

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=WAIT)

    def row(self, party: str) -> int:
        rows = range(self.table.chain.rowCount())
        return next(
            n for n in rows if (one := self.table.chain.answer(n)) and one.party.id == party
        )

    def cell(self, party: str, column: Column) -> str:
        return str(self.table.chain.index(self.row(party), column).data())

    def go_to(self, party: str, column: Column) -> None:
        self.table.setFocus()
        self.table.setCurrentIndex(self.table.chain.index(self.row(party), column))

    def key(self, key: Qt.Key) -> None:
        at = QApplication.activePopupWidget() or QApplication.focusWidget()
        QTest.keyClick(at or self.table, key)

    def write(self, text: str) -> None:
        """Type in the cell the keys are in."""
        for letter in text:  # the first may open the cell
            QTest.keyClicks(QApplication.focusWidget() or self.table, letter)

    def things(self, kind: str) -> list[Thing]:
        found: list[list[Thing]] = []
        self.desk.ask(lambda view: view.things(kind), found.append)
        self.until(lambda: found)
        return found[0]

    def dialog(self, kind: type[QDialog], opens: Callable[[], object]) -> QDialog:
        opens()
        found = self.page.findChildren(kind)
        self.until(lambda: found and found[-1].isVisible())
        return found[-1]


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Shown]:
    """An overall plan with one action."""
    place = tmp_path / "länet.nvplan"
    session = create(place)
    session.add("action", {"title": "Mobilt team", "goal": "Trygg hemma"}, entity="a1")
    session.publish()
    session.close()
    desk = Desk(place, Surroundings())
    page = AnchoringPage(desk, theme)
    found = Shown(qtbot, page)
    page.resize(1280, 720)
    desk.open()
    found.until(lambda: desk.plan is not None)
    page.show()
    page.activateWindow()
    found.until(lambda: page.chain is not None)
    yield found
    for dialog in page.findChildren(QDialog):
        dialog.close()
    with qtbot.waitSignal(desk.closed, timeout=WAIT):
        desk.finish()
    page.close()
    page.deleteLater()
    desk.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def texts(widget: QWidget) -> str:
    """Return every text a widget shows."""
    from PySide6.QtWidgets import QLabel

    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())
