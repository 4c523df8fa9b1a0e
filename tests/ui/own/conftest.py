"""A huvudman's own plan of a small county, open on a desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nvworkshop.session.surroundings import Surroundings
from tests.session.owners import county, own_plan, own_row
from ui.desk import Desk
from ui.settings import Settings
from ui.window.choosing import Choosing

WAIT = 20_000


class Chosen(Choosing):
    """Answers where a file is to be, and remembers what it was asked."""

    def __init__(self, settings: Settings, answer: Path) -> None:
        super().__init__(settings)
        self.answer = answer
        self.asked: list[str] = []

    def place_to_save(
        self, parent: QWidget, title: str, name: str, folder: Path | None = None
    ) -> Path | None:
        self.asked.append(name)
        return self.answer


@pytest.fixture
def choosing(settings: Settings, tmp_path: Path) -> Chosen:
    return Chosen(settings, tmp_path / "valt.nvplan")


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    session = county(tmp_path)
    session.close()
    return session.needed_target.place


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return an own plan with a row that is shared and one that isn't."""
    whole = county(tmp_path)
    session = own_plan(whole)
    own_row(session, "Utse kontakter", shared=True, status="klar")
    own_row(session, "Hemlig rad")
    session.publish()
    session.close()
    whole.close()
    return session.needed_target.place


@pytest.fixture
def open_desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[Path], Desk]]:
    made: list[Desk] = []

    def _open(place: Path) -> Desk:
        desk = Desk(place, Surroundings(home=lambda: tmp_path / "hem"))
        with qtbot.waitSignal(desk.opened, timeout=WAIT):
            desk.open()
        made.append(desk)
        return desk

    yield _open
    for desk in made:
        with qtbot.waitSignal(desk.closed, timeout=WAIT):
            desk.finish()
        desk.deleteLater()
