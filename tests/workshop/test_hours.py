"""The clock of an agenda."""

from __future__ import annotations

import pytest

from nvworkshop.workshop.hours import clock, minutes_of, spent, starts_of
from nvworkshop.workshop.steps import Step, StepType


@pytest.mark.parametrize(
    ("said", "minutes"),
    [("13.00", 780), ("9", 540), ("kl. 09:30", 570), ("klockan 8", 480), ("00.05", 5)]
    + [(said, None) for said in ("", "efter lunch", "25.00", "13.60", "-1", "13.00–16.00")],
)
def test_a_time_is_read_as_people_write_it(said: str, minutes: int | None) -> None:
    assert minutes_of(said) == minutes


def test_past_midnight_the_clock_begins_anew() -> None:
    assert [clock(one) for one in (0, 785, 1445)] == ["00.00", "13.05", "00.05"]


def test_a_length_of_time_is_told_in_hours_and_minutes() -> None:
    assert [spent(one) for one in (0, 45, 60, 95)] == ["0 min", "45 min", "1 h", "1 h 35 min"]


def test_skipped_steps_take_no_time() -> None:
    agenda = tuple(
        Step(str(n), StepType.FREE, "", minutes, skipped=n == 1)
        for n, minutes in enumerate((10, 99, 5))
    )
    assert list(starts_of(agenda)) == [0, 10, 15]
