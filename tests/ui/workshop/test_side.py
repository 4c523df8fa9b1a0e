from __future__ import annotations

import pytest

from tests.ui.workshop.conftest import Led
from ui.workshop.dial import clock_level, clock_text, words_of


@pytest.mark.parametrize(
    ("seconds", "text", "level"),
    [(600, "10:00", "ok"), (121, "02:01", "ok"), (120, "02:00", "soon"), (0, "00:00", "soon"),
     (-65, "+01:05", "over"), (6_000, "100:00", "ok")],
)  # fmt: skip
def test_the_time_is_minutes_and_seconds_with_a_level(seconds: int, text: str, level: str) -> None:
    assert clock_text(seconds) == text
    assert clock_level(seconds) == level


@pytest.mark.parametrize(
    ("begun", "running", "silent", "seconds", "words"),
    [
        (False, False, 0, None, ""),
        (True, True, 0, 60, ""),
        (True, True, 0, -1, "över tiden"),
        (True, False, 0, 60, "pausad"),
        (True, True, 65, 600, "tyst 01:05"),
    ],
)
def test_a_word_tells_what_the_clock_does(
    *, begun: bool, running: bool, silent: int, seconds: int | None, words: str
) -> None:
    assert words_of(begun=begun, running=running, silent=silent, seconds=seconds) == words


def test_the_dial_says_the_time_to_a_screen_reader(led: Led) -> None:
    led.tick(seconds=15)
    assert led.leading.side.dial.accessibleName().startswith("Tid kvar av steget: 09:45")
    led.room.pause()
    assert led.leading.side.dial.accessibleName().endswith("pausad")


def test_hints_come_from_the_guide_of_the_step(led: Led) -> None:
    first = led.leading.side.hints.text()
    assert first
    led.at("shift-R2")
    assert led.leading.side.hints.text() not in ("", first)


def test_voices_are_counted_and_those_not_heard_are_named(led: Led) -> None:
    side = led.leading.side
    assert side.voices.isHidden()
    led.at("shift-R1")
    for text in ("Ett @pi", "Två @pi", "Tre @reg", "Fyra"):
        led.write(text)
    said = side.voices.text()
    assert "Piteå  2" in said
    assert "Regionen  1" in said
    assert "Inte hörda än: Arjeplog, Arvidsjaur, Älvsbyn, Skolan" in said


def test_the_joint_flows_stand_beside_their_step_alone(led: Led) -> None:
    led.at("flows")
    assert led.leading.side.flows.isVisible()
    led.at("shift-R1")
    assert led.leading.side.flows.isHidden()


def test_when_the_day_ends_is_told(led: Led) -> None:
    before = led.leading.side.ends.text()
    assert before.startswith("Slutar ungefär ")
    led.room.more()
    assert led.leading.side.ends.text() != before


def test_what_the_room_sees_is_told(led: Led) -> None:
    side = led.leading.side
    assert side.projecting.isHidden()
    side.show_projecting("Rumsvyn är fryst")
    assert side.projecting.isVisible()
    side.show_projecting("")
    assert side.projecting.isHidden()


def test_the_low_bar_says_the_time_and_the_step(led: Led) -> None:
    led.window.resize(600, 720)
    led.at("shift-R2")
    led.tick(seconds=1)
    assert led.leading.bar.isVisible()
    assert led.leading.side.isHidden()
    assert led.leading.bar.time.text() == "14:59 · steg 6 av 18"


def test_no_clock_goes_and_no_step_follows_once_the_day_is_ended(led: Led) -> None:
    led.room.go("close")
    led.settle()
    assert not led.leading.side.next.isEnabled()
    led.room.end()
    led.settle()
    assert led.room.seconds_left is None
    assert led.leading.side.ends.text() == "Avslutad"
    assert led.leading.rail.ahead.text() == ""
    led.room.go("welcome")
    led.settle()
    assert led.leading.side.next.isEnabled()
    assert not led.leading.side.previous.isEnabled()
