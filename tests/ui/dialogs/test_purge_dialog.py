from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nvworkshop.session.sessions import create, open_plan
from nvworkshop.session.surroundings import Surroundings
from ui.checks import clipped, unnamed
from ui.desk import Desk
from ui.dialogs.purge import PurgeDialog
from ui.theme.theme import Theme


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    place = tmp_path / "plan.nvplan"
    around = Surroundings(home=lambda: tmp_path)
    session = create(place, county_part="sodra", surroundings=around)
    session.add("participant", {"function": "enhetschef", "name": "Hemligt Namn"})
    session.publish()
    session.close()
    desk = Desk(place, around)
    with qtbot.waitSignal(desk.opened, timeout=20_000):
        desk.open()
    yield desk
    with qtbot.waitSignal(desk.closed, timeout=20_000):
        desk.finish()


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, desk: Desk, tmp_path: Path) -> Iterator[PurgeDialog]:
    around = QWidget()
    qtbot.addWidget(around)
    dialog = PurgeDialog(desk, theme, lambda *_: tmp_path / "protokoll.md", around)
    dialog.open()
    yield dialog
    dialog.close()


def test_names_go_for_good_once_it_is_chosen(qtbot: QtBot, desk: Desk, dialog: PurgeDialog) -> None:
    assert not dialog.erase.isEnabled()
    assert unnamed(dialog) + clipped(dialog) == []
    dialog.names.setChecked(True)
    with qtbot.waitSignal(desk.changed, timeout=20_000):
        dialog.erase.click()
    qtbot.waitUntil(lambda: dialog.said.text() == "Raderat.")
    qtbot.waitUntil(dialog.remains.isVisible, timeout=20_000)
    assert "Kopior av planfilen som andra har" in dialog.remains.text()
    assert clipped(dialog) == []
    with qtbot.waitSignal(desk.saved, timeout=20_000):
        desk.publish()
    qtbot.waitUntil(lambda: not desk.save_state.waiting, timeout=20_000)
    assert b"Hemligt" not in desk.place.read_bytes()
    copy = open_plan(desk.place)
    assert copy.things("participant")[0]["function"] == "enhetschef"
    copy.close()


def test_what_was_purged_can_be_saved_as_a_protocol(
    qtbot: QtBot, dialog: PurgeDialog, tmp_path: Path
) -> None:
    dialog.names.setChecked(True)
    dialog.erase.click()
    qtbot.waitUntil(lambda: dialog.said.text() == "Raderat.", timeout=20_000)
    dialog.protocol.click()
    qtbot.waitUntil(lambda: "Sparat och" in dialog.said.text(), timeout=20_000)
    text = (tmp_path / "protokoll.md").read_text("utf-8")
    assert "Namn: 1 värde raderat i 1 deltagare" in text
    assert "Hemligt" not in text
