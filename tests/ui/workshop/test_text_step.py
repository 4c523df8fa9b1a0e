from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from nvworkshop.workshop.content import Statement
from tests.ui.workshop.conftest import CTRL, Lead, Led
from ui.workshop.text_step import TextStep


def _shown(led: Led) -> TextStep:
    assert isinstance(led.leading.view, TextStep)
    return led.leading.view


def test_it_shows_what_the_room_reads(led: Led) -> None:
    body = led.room.content().body
    assert isinstance(body, Statement)
    assert _shown(led).lines.text() == "\n\n".join(body.lines)
    assert _shown(led).head.question.text() == led.room.content().question
    assert _shown(led).lines.hasFocus()


def test_the_next_step_is_a_key_away(led: Led) -> None:
    led.press(Qt.Key.Key_PageDown, CTRL)
    assert led.here == "vision"
    led.press(Qt.Key.Key_PageUp, CTRL)
    assert led.here == "welcome"


def test_a_break_is_its_own_text(led: Led) -> None:
    welcome = _shown(led).lines.text()
    led.room.go("break")
    assert _shown(led).lines.text() not in ("", welcome)


def test_before_it_has_begun_the_first_step_is_shown(lead: Lead, place: Path) -> None:
    led = lead(place, begin=False)
    assert led.here == ""
    assert _shown(led).lines.text()
    assert led.leading.rail.ahead.text() == ""
    assert led.leading.side.ends.text() == ""
