"""A whole workshop by keystrokes alone, from the welcome to the end, and the plan it leaves."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from nvworkshop.session.sessions import open_plan
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.workshop.ideas import PARKED
from nvworkshop.workshop.steps import StepType, taken_part
from tests.ui.workshop.conftest import ALT, CTRL, Lead, Led

_WHO = ("@pi", "@arj", "@arv", "@älv", "@reg")
_SAID = (
    "Ring upp dagen efter hemgång", "Utse fast vårdkontakt vid första besöket",
    "Fråga vad som är viktigt först", "Träffas en halvdag per termin",
    "Ta prover på servicepunkten", "Skriv samma plan i kommun och region",
)  # fmt: skip
ENTER, DOWN, ESC = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Escape
_CAPTURED = (StepType.SHIFT, StepType.PREREQUISITE)


def _next(led: Led) -> None:
    led.tick_through(4)
    led.press(Qt.Key.Key_PageDown, CTRL)
    led.settle()


def _capture(led: Led, step: int) -> None:
    """Write five ideas, each with who said it; merge two, park one."""
    for n in range(5):
        text = f"{_SAID[(step + n) % len(_SAID)]}, {step}.{n}"
        led.write(f"{text} {_WHO[n]}")
        assert led.capture.line.hasFocus()
    if step % 2 == 0:
        led.press(DOWN)
        led.press(Qt.Key.Key_S, ALT)
        led.press(DOWN)
        led.press(ENTER)
    else:
        led.press(DOWN, times=2)
        led.press(Qt.Key.Key_P, ALT)
    led.settle()
    led.press(ESC)


def _decide(led: Led, count: int) -> None:
    """Make actions of the ideas from the top, each with who and when."""
    led.press(DOWN)
    for n in range(count):  # the next is chosen by itself
        led.press(ENTER, CTRL)
        led.settle()
        assert led.capture.quick.isVisible()
        led.write("enhetschef hemtjänst")
        led.write(f"2027-{n % 3 + 10}-15")
        assert led.capture.line.hasFocus()


def _prepare(led: Led) -> None:
    """Take away what the sample has, so that the plan is the workshop's own."""
    ids = [one.id for one in led.room.actions]
    led.desk.edit(lambda session: session.remove_many(ids, label="Rensa"))
    led.settle()


@pytest.mark.slow
def test_a_workshop_by_keys_alone_ends_in_a_plan_with_twenty_actions(
    lead: Lead, place: Path, around: Surroundings
) -> None:
    led = lead(place)
    _prepare(led)
    steps = {one.id: one for one in taken_part(led.room.agenda)}
    captured = 0
    while led.here != "prioritise":
        if steps[led.here].type in _CAPTURED:
            _capture(led, captured)
            captured += 1
        _next(led)
    assert (captured, len(led.room.things("idea"))) == (8, 40)
    assert (len(led.room.ideas), len(led.room.parked)) == (36, 4)
    _next(led)
    _decide(led, 20)
    _next(led)  # the check: everybody agrees on the first
    led.write("e", None)
    led.settle()
    _next(led)  # read back: the next meeting
    led.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    led.write("2027-11-12")
    _next(led)
    for _ in range(4):
        if getattr(led.keys, "text", str)() == "Avsluta workshopen":
            break
        led.press(Qt.Key.Key_Tab)
    led.press(Qt.Key.Key_Space)
    led.settle()
    assert {one.state for one in led.leading.rail.steps.rows if one.id != PARKED} == {"done"}
    assert {one.split()[2] for one in led.told} == {"är", "ingår"}  # parkerat, i ett annat
    led.close()
    _check(place, around)


def _check(place: Path, around: Surroundings) -> None:
    """See that the plan file holds what was said and decided."""
    plan = open_plan(place, surroundings=around)
    assert plan.current_publication
    actions = plan.things("action")
    assert len(actions) == 20
    for one in actions:
        assert one["principal"] in {"2581", "2506", "2505", "2560", "region"}
        assert one["function"] == "enhetschef hemtjänst"
        assert one["end"]["first"].startswith("2027-1")
        assert one["shift"] or one.items("prerequisites")
    assert Counter(one["consensus"] for one in actions)["agreed"] == 1
    assert plan.plan
    assert plan.plan["next_meeting"]["said"] == "2027-11-12"
    assert sum(bool(one["merged_into"]) for one in plan.things("idea")) == 4
    plan.close()
