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
WAIT = 60_000


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


def test_passwords_that_differ_are_told_as_other_errors(
    qtbot: QtBot, desk: Desk, theme: Theme, tmp_path: Path
) -> None:
    dialog = carry(qtbot, desk, theme, tmp_path / "ut.age")
    dialog.password.first.field.setText(PASSWORD)
    dialog.save.click()
    assert "inte lika" in dialog.said.text()
    assert dialog.said.property("role") == "danger"
    assert dialog.said.isVisible()
    dialog.close()


def both(dialog: CarryDialog) -> None:
    for one in (dialog.password.first, dialog.password.second):
        one.field.setText(PASSWORD)


def test_a_copy_is_locked_and_opened(
    qtbot: QtBot, desk: Desk, theme: Theme, tmp_path: Path
) -> None:
    dialog = carry(qtbot, desk, theme, tmp_path / "ut.age")
    both(dialog)
    with qtbot.waitSignal(dialog.told, timeout=WAIT) as told:
        dialog.save.click()
    assert is_sealed(tmp_path / "ut.age")
    assert "på ett annat sätt" in told.args[0]
    opened(qtbot, theme, tmp_path / "ut.age", tmp_path / "in.nvplan")


def test_what_is_stopped_is_told_and_leaves_nothing(
    qtbot: QtBot, desk: Desk, theme: Theme, tmp_path: Path
) -> None:
    dialog = carry(qtbot, desk, theme, tmp_path / "ut.age")
    both(dialog)
    dialog.save.click()
    qtbot.waitUntil(dialog.sealing.busy.button.isVisible, timeout=WAIT)
    dialog.sealing.busy.button.click()
    qtbot.waitUntil(dialog.said.isVisible, timeout=WAIT)
    assert "Inget har skrivits" in dialog.said.text()
    assert dialog.save.isEnabled()
    assert not list(tmp_path.glob("*ut.age*"))
    dialog.close()


def opened(qtbot: QtBot, theme: Theme, sealed: Path, out: Path) -> None:
    places = [out, None]
    dialog = UnlockDialog(sealed, theme, lambda *_: places.pop())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.password.field.setText("fel lösenord")
    dialog.open_it.click()
    qtbot.waitUntil(lambda: "öppnar inte" in dialog.said.text(), timeout=WAIT)
    assert dialog.said.property("role") == "danger"
    assert len(places) == 2  # nobody has asked for a place yet
    dialog.password.field.setText(PASSWORD)
    dialog.open_it.click()
    qtbot.waitUntil(lambda: "är rätt" in dialog.said.text(), timeout=WAIT)
    sealed.unlink()  # the place is chosen later, without unlocking again
    with qtbot.waitSignal(dialog.unlocked, timeout=WAIT):
        dialog.open_it.click()
    assert read_plan(out).clean
