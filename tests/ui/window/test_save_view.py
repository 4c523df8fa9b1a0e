from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nvworkshop.errors import PublishError
from ui.saving import SaveState
from ui.settings import Settings
from ui.theme.theme import Theme
from ui.window.save_view import SaveView

_AT = datetime(2026, 11, 23, 14, 32, 5).astimezone()
_PULLED = PublishError("Mappen går inte att nå.", "Minnet kan vara urdraget.", "Sätt i det.")


@pytest.fixture
def view(qtbot: QtBot, tmp_path: Path) -> SaveView:
    made = SaveView(Theme(Settings(tmp_path / "settings.json")))
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("state", "kept", "in_file"),
    [
        (SaveState(), "Allt sparat på datorn", "… läser planfilen"),
        (SaveState(published_at=_AT), "Allt sparat på datorn", "✓ I planfilen 14:32:05"),
        (SaveState(_AT, _AT, waiting=True), "✓ På datorn 14:32:05", "… skrivs till planfilen"),
        (SaveState(_AT, _AT), "✓ På datorn 14:32:05", "✓ I planfilen 14:32:05"),
        (SaveState(_AT, _AT, True, _PULLED), "✓ På datorn 14:32:05", "▲ Inte i planfilen än"),
    ],
)
def test_the_two_facts_are_never_one(
    view: SaveView, state: SaveState, kept: str, in_file: str
) -> None:
    view.show_state(state)
    assert view.facts == (kept, in_file)
    assert view.text() == f"{kept}\n{in_file}"


def test_why_it_is_not_in_the_file_is_told_and_followed(qtbot: QtBot, view: SaveView) -> None:
    view.show()
    view.show_state(SaveState(_AT, None, True, _PULLED), Path("plan.nvplan"))
    story = view.open_story()
    assert "urdraget" in story._why.text()
    assert not story._retry.isHidden()
    view.show_state(SaveState(_AT, _AT))
    assert story._why.isHidden()
    assert story._in_file.text() == "✓ I planfilen 14:32:05"
    story.close()


def test_a_plan_open_for_reading_says_so(view: SaveView) -> None:
    view.show_state(SaveState(), None, "Planen är öppen i ett annat fönster.")
    assert view.facts[0] == "Bara läsning"
