"""A copy to carry or send, and opening one that has a password."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.session.carried import is_sealed
from nvworkshop.session.surroundings import Surroundings
from ui.checks import clipped, unnamed
from ui.desk import Desk
from ui.dialogs.carry import CarryDialog
from ui.dialogs.unlock import UnlockDialog
from ui.theme.theme import Theme

PASSWORD = "snö på fjället i maj"
WAIT = 30_000


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    place = Path(shutil.copy(SAMPLE_PLANS / "sodra.nvplan", tmp_path / "södra.nvplan"))
    made = Desk(place, Surroundings())
    with qtbot.waitSignal(made.opened, timeout=WAIT):
        made.open()
    yield made
    with qtbot.waitSignal(made.closed, timeout=WAIT):
        made.finish()


def carry(qtbot: QtBot, desk: Desk, theme: Theme, out: Path) -> CarryDialog:
    dialog = CarryDialog(desk, theme, lambda *_: out)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.save.isEnabled, timeout=WAIT)
    return dialog


def test_it_tells_what_is_in_the_file(
    qtbot: QtBot, desk: Desk, theme: Theme, tmp_path: Path
) -> None:
    dialog = carry(qtbot, desk, theme, tmp_path / "ut.nvplan")
    assert dialog.boxes["ideas"].text().startswith("Förslag från rummet, också parkerade: ")
    assert not clipped(dialog)
    assert not unnamed(dialog)
    dialog.close()


def test_a_copy_without_ideas_is_written(
    qtbot: QtBot, desk: Desk, theme: Theme, tmp_path: Path
) -> None:
    dialog = carry(qtbot, desk, theme, tmp_path / "ut.nvplan")
    dialog.boxes["ideas"].setChecked(True)
    with qtbot.waitSignal(dialog.told, timeout=WAIT):
        dialog.save.click()
    kinds = {one.kind for one in read_plan(tmp_path / "ut.nvplan").changes}
    assert "action" in kinds
    assert "idea" not in kinds


def test_passwords_that_differ_are_told(
    qtbot: QtBot, desk: Desk, theme: Theme, tmp_path: Path
) -> None:
    dialog = carry(qtbot, desk, theme, tmp_path / "ut.age")
    dialog.password.first.field.setText(PASSWORD)
    dialog.save.click()
    assert "inte lika" in dialog.said.text()
    dialog.password.second.field.setText(PASSWORD)
    with qtbot.waitSignal(dialog.told, timeout=WAIT) as told:
        dialog.save.click()
    assert is_sealed(tmp_path / "ut.age")
    assert "på ett annat sätt" in told.args[0]
    opened(qtbot, theme, tmp_path / "ut.age", tmp_path / "in.nvplan")


def opened(qtbot: QtBot, theme: Theme, sealed: Path, out: Path) -> None:
    dialog = UnlockDialog(sealed, theme, lambda *_: out)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.password.field.setText("fel lösenord")
    dialog.open_it.click()
    assert dialog.said.text().startswith("Låser upp")
    qtbot.waitUntil(lambda: "öppnar inte" in dialog.said.text(), timeout=WAIT)
    dialog.password.field.setText(PASSWORD)
    with qtbot.waitSignal(dialog.unlocked, timeout=WAIT):
        dialog.open_it.click()
    assert read_plan(out).clean
