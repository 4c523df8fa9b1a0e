from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.errors import InputError
from nvworkshop.strategy import load_shipped
from nvworkshop.workshop import steps
from nvworkshop.workshop.steps import Step, StepType, agenda_of, as_data
from nvworkshop.workshop.templates import template_agenda, templates

AGENDA = template_agenda("half_day", load_shipped("norrbotten"))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


@pytest.mark.parametrize("strategy", ["norrbotten", "vasterbotten"])
@pytest.mark.parametrize("minutes", [("half_day", 180), ("full_day", 360), ("follow_up_30", 30)])
def test_a_template_takes_the_time_it_says(strategy: str, minutes: tuple[str, int]) -> None:
    agenda = template_agenda(minutes[0], load_shipped(strategy))
    assert steps.total(agenda) == minutes[1]
    assert len({one.id for one in agenda}) == len(agenda)


def test_there_is_a_step_for_every_shift_and_prerequisite() -> None:
    items = [one.item for one in AGENDA if one.item]
    assert items == ["R1", "R2", "R3", "R4", "F1", "F2", "F3", "F4"]


def test_an_unknown_template_is_named_with_those_there_are() -> None:
    with pytest.raises(InputError, match="kvartal"):
        template_agenda("kvartal", load_shipped("norrbotten"))
    assert {one.id for one in templates()} >= {"half_day", "full_day", "follow_up_30"}


def test_an_agenda_is_read_as_it_was_logged() -> None:
    changed = steps.changed(AGENDA, "shift-R2", minutes=25, question="Vad gör vi?", skipped=True)
    assert agenda_of(as_data(changed)) == changed


@given(JSON)
def test_whatever_is_logged_is_read_as_steps(data: Any) -> None:
    agenda = agenda_of(data)
    assert agenda_of(as_data(agenda)) == agenda


@given(st.lists(st.dictionaries(st.sampled_from(["id", "type", "minutes", "title"]), JSON)))
def test_half_a_step_is_read_or_left_out(data: list[dict[str, Any]]) -> None:
    agenda = agenda_of(data)
    assert len({one.id for one in agenda}) == len(agenda)
    assert all(0 <= one.minutes <= steps.LONGEST for one in agenda)


@pytest.mark.parametrize("minutes", [float("nan"), float("inf"), -5, 10**400, "tio", None])
def test_minutes_that_are_none_are_no_minutes(minutes: Any) -> None:
    (step,) = agenda_of([{"id": "x", "type": "free", "minutes": minutes}])
    assert step.minutes in {0, steps.LONGEST}


def test_a_step_of_a_newer_program_is_kept_as_the_groups_own() -> None:
    (step,) = agenda_of([{"id": "x", "type": "dans", "title": "Dans", "minutes": 5}])
    assert step == Step("x", StepType.FREE, "Dans", 5)


@given(st.sampled_from([one.id for one in AGENDA]), st.integers(-30, 30))
def test_moving_keeps_every_step(step: str, by: int) -> None:
    moved = steps.moved(AGENDA, step, by)
    assert sorted(one.id for one in moved) == sorted(one.id for one in AGENDA)
    assert [one for one in moved if one.id != step] == [one for one in AGENDA if one.id != step]


def test_a_skipped_step_is_passed_and_takes_no_time() -> None:
    agenda = steps.changed(AGENDA, "vision", skipped=True)
    after = steps.following(agenda, "welcome")
    assert after is not None
    assert after.id == "flows"
    assert steps.total(agenda) == 170
    assert steps.place_of(agenda, "flows") == (2, 17)
    assert steps.place_of(agenda, "vision") == (0, 17)


def test_a_step_of_the_groups_own_is_added_and_taken_away() -> None:
    agenda = steps.added(AGENDA, "vision", "Berättelse", 5, StepType.FREE)
    again = steps.added(agenda, "vision", "En till", 5, StepType.FREE)
    assert [one.title for one in again][2:4] == ["En till", "Berättelse"]
    assert steps.without(steps.without(again, again[2].id), again[3].id) == AGENDA
