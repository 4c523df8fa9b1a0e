"""What is done to an agenda while it is prepared."""

from __future__ import annotations

import pytest

from nvworkshop.workshop.steps import LONGEST, Step, StepType, lengthened, named, taken_away

AGENDA = (
    Step("welcome", StepType.WELCOME, "Välkomna", 10),
    Step("free-1", StepType.FREE, "Film", 5),
)


@pytest.mark.parametrize(("by", "minutes"), [(5, 15), (-5, 5), (-500, 0), (10_000, LONGEST)])
def test_a_step_is_made_longer_within_reason(by: int, minutes: int) -> None:
    assert [one.minutes for one in lengthened(AGENDA, "welcome", by)] == [minutes, 5]


def test_own_steps_go_and_the_methods_are_skipped() -> None:
    left = taken_away(taken_away(AGENDA, "free-1"), "welcome")
    assert named(left, "free-1") is None
    assert [one.skipped for one in left] == [True]


def test_a_step_that_is_not_there_changes_nothing() -> None:
    assert taken_away(AGENDA, "borta") == AGENDA
    assert lengthened(AGENDA, "borta", 5) == AGENDA
