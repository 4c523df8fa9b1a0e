"""A plan on a desk, with backups, and the theme."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.session import keeping
from nvworkshop.session.keeping import Kept
from nvworkshop.session.live import Delta
from nvworkshop.session.session import Session
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.view import PlanView
from ui.desk import Desk, Edit

PATIENCE = 20_000
EditNow = Callable[[Edit], Delta]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, home: Path) -> Iterator[Desk]:
    place = Path(shutil.copy(SAMPLE_PLANS / "sodra.nvplan", tmp_path / "södra.nvplan"))
    desk = Desk(place, Surroundings(device="Piteå-datorn"))
    with qtbot.waitSignal(desk.opened, timeout=PATIENCE):
        desk.open()
    _without_first_backup(qtbot, desk, home)
    yield desk
    with qtbot.waitSignal(desk.closed, timeout=PATIENCE):
        desk.finish()


def _without_first_backup(qtbot: QtBot, desk: Desk, home: Path) -> None:
    """Wait for the backup that every opening makes, and take it away."""

    def found() -> list[Path]:
        return [one for one in home.rglob("backups/*/*.nvplan") if one.name[0] != "."]

    qtbot.waitUntil(lambda: bool(found()) and not desk._publishing, timeout=PATIENCE)
    for one in found():
        one.unlink()


@pytest.fixture
def edit(qtbot: QtBot, desk: Desk) -> EditNow:
    """Return what changes the plan and waits until it is done."""

    def now(change: Edit) -> Delta:
        with qtbot.waitSignal(desk.changed, timeout=PATIENCE) as changed:
            desk.edit(change)
        delta: Delta = changed.args[0]
        return delta

    return now


@pytest.fixture
def backup(qtbot: QtBot, desk: Desk) -> Kept:
    """Keep the plan as it is now, as a merge would."""
    made: list[Kept] = []

    def keep(view: PlanView) -> Kept:
        assert isinstance(view, Session)
        view.backup("merge")
        return keeping.backups_of(view)[0]

    desk.ask(keep, made.append)
    qtbot.waitUntil(lambda: bool(made), timeout=PATIENCE)
    return made[0]


def first_action(desk: Desk) -> str:
    """Return the id of the first action of the plan."""
    return next(iter(desk.rows["action"]))
