"""A plan of a länsdel on a desk, for what comes before a workshop is led."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nvworkshop.model.things import Thing
from nvworkshop.session import workshops
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.workshops import Planned
from nvworkshop.workshop.steps import Agenda
from ui.desk import Desk

WAIT = 20_000
PLANNED = Planned("half_day", "2027-05-14", "13.00", "Folkets Hus", parties=("2518", "region"))


def made(place: Path, *planned: Planned) -> list[str]:
    """Make a plan for Östra with workshops in it; return their ids."""
    session = create(place, county_part="ostra")
    ids = [workshops.make(session, one).entity for one in planned]
    session.publish()
    session.close()
    return ids


@contextmanager
def opened(qtbot: QtBot, place: Path) -> Iterator[Desk]:
    """Open a plan, and let it go afterwards with the widgets that looked at it."""
    desk = Desk(place, Surroundings())
    desk.open()
    qtbot.waitUntil(lambda: desk.plan is not None, timeout=WAIT)
    yield desk
    with qtbot.waitSignal(desk.closed, timeout=WAIT):
        desk.finish()
    desk.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def workshop_of(desk: Desk, workshop: str) -> Thing:
    """Return a workshop as the window knows it."""
    return desk.rows["workshop"][workshop].thing


def agenda_of(desk: Desk, workshop: str) -> Agenda:
    """Return its agenda as the window knows it."""
    return workshops.agenda(workshop_of(desk, workshop))


def coming(session: Session) -> list[tuple[str, str]]:
    """Return function and organisation of each participant of a plan."""
    return [(one.text("function"), one.text("party")) for one in session.things("participant")]
