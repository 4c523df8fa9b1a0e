"""The part for indicators on a page of its own, with a plan that has one indicator."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nvworkshop.session.measurements import paste
from nvworkshop.session.sessions import create
from nvworkshop.session.surroundings import Surroundings
from ui.desk import Desk
from ui.indicators.detail_view import VALUES
from ui.indicators.measure_table import MeasureTable
from ui.indicators.part import IndicatorsPart
from ui.settings import Settings
from ui.theme.theme import Theme
from ui.window.choosing import Choosing

WAIT = 20_000


@dataclass
class Shown:
    """The part, and short words for what a person does and sees."""

    qtbot: QtBot
    part: IndicatorsPart
    told: list[str] = field(default_factory=list)

    @property
    def desk(self) -> Desk:
        return self.part.desk

    @property
    def table(self) -> MeasureTable:
        return self.part.detail.values.table

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=WAIT)

    def to_values(self) -> None:
        """Show the values of the indicator, with the keys in them."""
        self.part.detail.show_tab(VALUES)
        self.part.detail.focus()

    def cells(self) -> list[str]:
        """Return day and value of each row, but for the row of the next."""
        model = self.table.values
        rows = range(len(model.ids))
        return [f"{model.index(n, 0).data()} {model.index(n, 1).data()}" for n in rows]

    def type(self, text: str, key: Qt.Key) -> None:
        """Type in the cell that is open, and leave it by a key."""
        where = QApplication.focusWidget()
        assert where is not None
        QTest.keyClicks(where, text)
        QTest.keyClick(where, key)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = tmp_path / "södra.nvplan"
    session = create(place, county_part="sodra")
    values = {"title": "SIP", "unit": "antal", "direction": "up", "baseline": "1", "target": "9"}
    session.add("indicator", values, entity="sip")
    paste(session, "sip", "2026-01-31\t3\tPiteå\n2026-02-28\t4\tPiteå")
    session.add("action", {"title": "Fler SIP", "indicator_ref": "sip"}, entity="a1")
    session.publish()
    session.close()
    return place


@pytest.fixture
def shown(
    qtbot: QtBot, place: Path, tmp_path: Path, theme: Theme, settings: Settings
) -> Iterator[Shown]:
    desk = Desk(place, Surroundings(home=lambda: tmp_path / "hem"))
    with qtbot.waitSignal(desk.opened, timeout=WAIT):
        desk.open()
    window = QWidget()
    window.resize(1280, 720)
    part = IndicatorsPart(desk, theme, Choosing(settings), window)
    part.setGeometry(window.rect())
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    made = Shown(qtbot, part)
    part.told.connect(made.told.append)
    desk.told.connect(made.told.append)
    made.until(lambda: made.table.values.indicator)
    yield made
    part.close_place()
    with qtbot.waitSignal(desk.closed, timeout=WAIT):
        desk.finish()
    window.deleteLater()
    desk.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
