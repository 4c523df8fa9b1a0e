from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.strategy import load_shipped
from nvworkshop.workshop import clock
from nvworkshop.workshop.clock import Progress, progress_data, progress_of
from nvworkshop.workshop.steps import named
from nvworkshop.workshop.templates import template_agenda
from tests.workshop.test_steps import JSON

AGENDA = template_agenda("half_day", load_shipped("norrbotten"))
START = 1_800_000_000.0
MINUTE = 60.0


def _left(progress: Progress, step: str, minutes: float) -> float:
    found = named(AGENDA, step)
    assert found is not None
    return progress.left(found, START + minutes * MINUTE) / MINUTE


def test_the_clock_runs_in_the_step_one_goes_to() -> None:
    progress = Progress().go("welcome", START)
    assert _left(progress, "welcome", 4) == 6
    assert _left(progress, "vision", 4) == 10


def test_a_pause_stands_still_and_is_not_counted() -> None:
    progress = Progress().go("welcome", START).pause(START + 4 * MINUTE)
    assert _left(progress, "welcome", 50) == 6
    assert _left(progress.resume(START + 50 * MINUTE), "welcome", 53) == 3


def test_time_over_is_negative_and_more_can_be_given() -> None:
    progress = Progress().go("welcome", START)
    assert _left(progress, "welcome", 12) == -2
    assert _left(progress.more("welcome"), "welcome", 12) == 3


def test_coming_back_to_a_step_counts_on() -> None:
    progress = Progress().go("welcome", START).go("vision", START + 8 * MINUTE)
    progress = progress.go("welcome", START + 10 * MINUTE)
    assert _left(progress, "welcome", 11) == 1


def test_sleep_is_left_out() -> None:
    progress = Progress().go("welcome", START).without(42 * MINUTE)
    assert _left(progress, "welcome", 45) == 7


def test_after_a_crash_it_stands_where_somebody_last_wrote() -> None:
    progress = Progress().go("welcome", START).recovered(START + 3 * MINUTE)
    assert not progress.running
    assert _left(progress, "welcome", 600) == 7
    assert _left(Progress().go("welcome", START).recovered(0), "welcome", 600) == 10


def test_a_clock_set_back_takes_no_time_away() -> None:
    assert _left(Progress().go("welcome", START), "welcome", -90) == 10


def test_silent_minutes_end_by_themselves_and_with_the_step() -> None:
    progress = Progress().go("shift-R1", START).hush(3, START)
    assert progress.silence(START + MINUTE) == 120
    assert progress.silence(START + 4 * MINUTE) == 0
    assert progress.go("shift-R2", START + MINUTE).silence(START + MINUTE) == 0


def test_ahead_and_behind_are_told_from_what_has_been_done() -> None:
    progress = Progress().go("welcome", START).go("vision", START + 6 * MINUTE)
    assert clock.ahead(AGENDA, progress, START + 7 * MINUTE) == 4 * MINUTE
    late = Progress().go("welcome", START)
    assert clock.ahead(AGENDA, late, START + 15 * MINUTE) == -5 * MINUTE
    assert clock.ahead(AGENDA, late.more("welcome"), START + MINUTE) == -5 * MINUTE


def test_what_is_left_of_the_day_is_what_the_steps_have() -> None:
    progress = Progress().go("welcome", START)
    assert clock.remaining(AGENDA, progress, START) == 180 * MINUTE
    assert clock.remaining(AGENDA, progress, START + 15 * MINUTE) == 170 * MINUTE


def test_nothing_is_suggested_in_time_and_the_longest_first_when_late() -> None:
    progress = Progress().go("welcome", START)
    assert clock.shortened(AGENDA, progress, START + 11 * MINUTE) == {}
    suggested = clock.shortened(AGENDA, progress, START + 20 * MINUTE)
    planned = {one.id: one.minutes for one in AGENDA}
    assert sum(planned[one] - minutes for one, minutes in suggested.items()) == 10
    assert min(suggested.values()) >= 5
    assert not {"read_back", "close", "welcome"} & suggested.keys()


@given(st.floats(0, 600), st.floats(0, 600))
def test_progress_is_read_as_it_was_logged(first: float, second: float) -> None:
    progress = Progress().go("welcome", START).go("vision", START + first).more("vision")
    again = progress_of(progress_data(progress.hush(2, START + first + second)))
    assert abs(again.seconds("welcome", START) - first) <= 1
    assert again.step == "vision"
    assert again.extra == {"vision": 5}
    assert progress_data(again) == progress_data(progress_of(progress_data(again)))


@given(JSON)
def test_whatever_is_logged_is_a_clock_that_can_be_shown(data: Any) -> None:
    progress = progress_of(data)
    clock.ahead(AGENDA, progress, START)
    clock.shortened(AGENDA, progress, START)
    assert progress_of(progress_data(progress)).step == progress.step
