from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.window.conftest import messages, shown
from ui.widgets.messages import Message
from ui.window.main_window import MainWindow


def test_a_protected_file_is_told_at_once_and_until_it_is_written(
    qtbot: QtBot, window: MainWindow, place: Path
) -> None:
    place.chmod(0o444)
    window.begin(place)
    view = shown(qtbot, window)
    assert "är skrivskyddad" in messages(window)
    (message,) = window.messages.findChildren(Message)
    assert message.action is not None
    assert message.action.text() == "Spara en kopia…"
    entity = next(iter(view.desk.rows["action"]))
    view.desk.edit(lambda session: session.set(entity, {"title": "Ett"}))
    qtbot.waitUntil(lambda: "Inte i planfilen" in window.messages.texts[0], timeout=20_000)
    assert len(window.messages.texts) == 1
    place.chmod(0o644)
    view.desk.publish()
    qtbot.waitUntil(lambda: window.messages.texts == [], timeout=20_000)
