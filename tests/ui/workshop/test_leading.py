from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from nvworkshop.session import ideas
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.workshop.ideas import PARKED
from nvworkshop.workshop.steps import StepType
from tests.ui.workshop.conftest import ALT, CTRL, Lead, Led
from ui.checks import clipped, rich_text, unnamed
from ui.settings import Settings
from ui.workshop.views import made_view, view_of

STEPS = (
    "welcome", "flows", "rating", "shift-R2", "prerequisite-F3", "prioritise", "actions", "check",
    "read_back", "close", PARKED,
)  # fmt: skip
LOOKS = (
    ("light", (1280, 720), 100),
    ("dark", (1920, 1080), 100),
    ("contrast", (1280, 720), 200),
    ("light", (1920, 1080), 200),
)
LONG = "Utbildning i personcentrerat arbetssätt för blandade grupper från kommun och region " * 3


@pytest.fixture(params=LOOKS, ids=lambda one: f"{one[0]}-{one[1][0]}-{one[2]}")
def look(request: pytest.FixtureRequest, settings: Settings) -> tuple[int, int]:
    """A scheme and a size of text; the size of the window is returned."""
    scheme, size, text = request.param
    settings.put("look/scheme", scheme)
    settings.put("look/text_size", text)
    wide, high = size
    return wide, high


def _fill(led: Led) -> None:
    """Put ideas of every sort in the second shift and the third prerequisite."""
    agenda = {one.id: one for one in led.room.agenda}

    def _said(session: Session) -> Outcome:
        for step in ("shift-R2", "prerequisite-F3"):
            for n, text in enumerate((LONG, "<b>Kort</b>", "Ring upp dagen efter")):
                who = ("2581", "region", "skola_elevhalsa")[: n + 1]
                made = ideas.keep(session, text, agenda[step], led.room.id, who).entity
                ideas.vote(session, made, 12 * n)
                ideas.park(session, made, parked=n == 1)
        return ideas.become_action(session, made)

    led.desk.edit(_said)
    led.settle()


@pytest.mark.slow
def test_every_step_has_room_names_and_plain_text_in_every_look(
    look: tuple[int, int], lead: Lead, place: Path
) -> None:
    led = lead(place)
    led.window.resize(*look)
    _fill(led)
    wrong = []
    for step in STEPS:
        led.leading.go(step)
        led.settle()
        for check in (clipped, unnamed, rich_text):
            wrong += [f"{step}: {one}" for one in check(led.window)]
        if led.window.height() > look[1]:
            wrong.append(f"{step}: needs {led.window.height()} of {look[1]}")
    assert wrong == []


@pytest.mark.parametrize("step", ["shift-R2", "check"])
def test_what_is_asked_and_said_has_room_where_there_is_little(
    settings: Settings, lead: Lead, place: Path, step: str
) -> None:
    settings.put("look/text_size", 200)
    led = lead(place)
    _fill(led)
    led.room.go(step)
    led.settle()
    led.press(Qt.Key.Key_Down)
    led.press(Qt.Key.Key_Return, CTRL)
    led.settle()
    led.press(Qt.Key.Key_Down)
    assert isinstance(led.keys, QLineEdit)
    assert clipped(led.window) == []
    led.press(Qt.Key.Key_Escape)
    if step == "shift-R2":
        led.capture.say("Liknande finns: åtgärd 12 ”Utbildning i personcentrerat arbetssätt”. " * 2)
        led.settle()
        assert clipped(led.window) == []


@pytest.mark.parametrize("kind", StepType)
def test_every_kind_of_step_has_a_view(led: Led, kind: StepType) -> None:
    view = made_view(kind, led.room, led.leading._theme, led.leading)
    assert view_of(kind)[1] == type(view).__name__


def test_steps_of_the_same_kind_share_a_view(led: Led) -> None:
    led.at("shift-R1")
    first = led.leading.view
    led.at("prerequisite-F2")
    assert led.leading.view is first
    assert led.capture.head.title.text()


def test_the_line_keeps_the_keys_whatever_is_pressed(led: Led) -> None:
    led.at("shift-R2")
    _fill(led)
    led.tick_through(1)
    buttons = [one for one in led.leading.findChildren(QAbstractButton) if one.isVisible()]
    assert len(buttons) > 8
    for one in (led.capture.list.viewport(), led.leading.side.dial, *buttons):
        QTest.mouseClick(one, Qt.MouseButton.LeftButton)
        led.settle()
        assert led.window.focusWidget() is led.leading.view.focusWidget() is led.capture.line


def test_a_step_that_is_gone_to_elsewhere_is_shown(led: Led) -> None:
    led.room.go("shift-R3")
    assert led.capture.step
    assert led.capture.step.id == "shift-R3"


def test_an_idea_is_shown_in_its_step_without_moving_the_group(led: Led) -> None:
    led.at("shift-R2")
    led.write("Ring upp")
    led.at("shift-R4")
    led.leading.show_idea(led.idea("Ring upp"))
    assert led.capture.list.chosen_row
    assert led.capture.list.chosen_row.text == "Ring upp"
    assert led.here == "shift-R4"


def test_a_parked_idea_is_shown_in_the_parking_lot(led: Led) -> None:
    led.at("shift-R2")
    led.write("Ring upp")
    led.press(Qt.Key.Key_Down)
    led.press(Qt.Key.Key_P, ALT)
    led.settle()
    led.leading.show_idea(led.idea("Ring upp"))
    assert led.capture.head.title.text() == "Parkering"
    assert led.capture.list.chosen_id


def test_a_refusal_is_told_in_a_sentence(led: Led) -> None:
    led.room.edit(lambda session: session.set("no such", {"title": "x"}))
    led.settle()
    assert len(led.told) == 1


def test_from_the_parking_lot_the_keys_go_on_with_the_group(led: Led) -> None:
    led.at("shift-R2")
    led.leading.go(PARKED)
    led.press(Qt.Key.Key_PageDown, CTRL)
    assert led.here == "shift-R3"
    assert led.capture.step
    assert led.capture.step.id == "shift-R3"
