"""The part Uppdrag of a plan that is open, with two assignments and an action."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from nvworkshop.model.things import Thing
from nvworkshop.session.sessions import create
from nvworkshop.session.surroundings import Surroundings
from ui.assignments.assignment_form import AssignmentForm
from ui.assignments.part import AssignmentsPart
from ui.assignments.register_view import RegisterView
from ui.assignments.year_view import YearView
from ui.desk import Desk
from ui.settings import Settings
from ui.theme.theme import Theme
from ui.widgets.grouped_table import GroupedTable
from ui.window.choosing import Choosing

WAIT = 20_000
TODAY = datetime(2026, 11, 29, 9, tzinfo=UTC)


@dataclass
class Shown:
    """A part, and short words for what a person does and sees."""

    qtbot: QtBot
    part: AssignmentsPart
    desk: Desk

    @property
    def register(self) -> RegisterView:
        return self.part.register

    @property
    def year(self) -> YearView:
        return self.part.year

    @property
    def form(self) -> AssignmentForm:
        form = self.register.pane.form
        assert isinstance(form, AssignmentForm)
        form.finish()
        return form

    @property
    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.part

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=WAIT)

    def lines(self, table: GroupedTable) -> list[tuple[str, ...]]:
        return [one.cells for one in table.grouped.lines]

    def key(self, key: Qt.Key, at: QWidget | None = None) -> None:
        target = at or QApplication.activePopupWidget() or QApplication.focusWidget()
        QTest.keyClick(target or self.part, key)

    def write(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.part, text)

    def things(self, kind: str) -> list[Thing]:
        found: list[list[Thing]] = []
        self.desk.ask(lambda view: view.things(kind), found.append)
        self.until(lambda: found)
        return found[0]

    def only(self, kind: str, title: str) -> Thing:
        return next(one for one in self.things(kind) if one["title"] == title)


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme, settings: Settings, tmp_path: Path) -> Iterator[Shown]:
    around = Surroundings(now=lambda: TODAY, home=lambda: tmp_path / "hem")
    place = tmp_path / "södra.nvplan"
    session = create(place, county_part="sodra", surroundings=around)
    session.add("action", {"title": "Mobilt team", "status": "ongoing"}, entity="a1")
    session.add("follow_up", {"action": "a1", "date": "2026-11-17", "comment": "Kör"})
    asked = {"title": "Redovisa natten", "body": "polsam", "reference": "RS 261331 § 2"}
    session.add("assignment", {**asked, "due": "2026-11-20", "actions": ["a1"]}, entity="u1")
    session.add("assignment", {"title": "Plan för unga", "body": "lansstyrgruppen"}, entity="u2")
    session.publish()
    session.close()
    desk = Desk(place, around)
    part = AssignmentsPart(desk, theme, Choosing(settings))
    found = Shown(qtbot, part, desk)
    part.resize(1280, 720)
    desk.open()
    found.until(lambda: desk.plan is not None)
    part.show()
    part.activateWindow()
    found.until(lambda: found.register.table.key)
    yield found
    for dialog in part.findChildren(QDialog):
        dialog.close()
    with qtbot.waitSignal(desk.closed, timeout=WAIT):
        desk.finish()
    part.close()
    part.deleteLater()
    desk.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
