from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from nvworkshop.model.things import Thing
from nvworkshop.strategy import load_shipped
from nvworkshop.workshop.following import (
    QUESTIONS,
    Occasion,
    asked,
    in_order,
    left,
    resumed,
    told_of,
)

COUNTY = load_shipped("norrbotten")
TODAY = date(2027, 11, 12)
WORKSHOP = Occasion("w2", "2027-11-12")


def _action(name: str, **values: Any) -> Thing:
    return Thing("action", name, {"title": name, "status": "ongoing", **values})


def _told(action: str, *, workshop: str = "w1", updated: int = 1, **values: Any) -> Thing:
    said = {"action": action, "workshop": workshop, "date": "2027-05-14", **values}
    return Thing("follow_up", f"{action}-{workshop}-{updated}", said, updated=updated)


def _order(actions: list[Thing], *follow_ups: Thing) -> list[str]:
    told = told_of(follow_ups, WORKSHOP)
    return [one.id for one in in_order(actions, told, COUNTY, TODAY)]


def test_what_is_late_comes_first_then_what_nobody_has_told_of_then_shift_by_shift() -> None:
    late = {"end": {"said": "i våras", "first": "2027-03-01", "last": "2027-05-31"}}
    actions = [
        _action("over", status="done", shift="R1"),
        _action("told-r4", shift="R4"),
        _action("told-r2", shift="R2"),
        _action("new", shift="R4"),
        _action("late", shift="R4", **late),
        _action("late-but-done", status="done", shift="R1", **late),
    ]
    told = [_told(one) for one in ("over", "told-r4", "told-r2", "late")]
    wanted = ["late", "late-but-done", "new", "told-r2", "told-r4", "over"]
    assert _order(actions, *told) == wanted


def test_numbers_order_what_is_of_the_same_shift() -> None:
    actions = [_action("b", shift="R1", number=9), _action("a", shift="R1", number=2)]
    assert _order([*actions, _action("x", number=1)]) == ["a", "b", "x"]


def test_what_had_ended_and_was_told_of_is_not_left() -> None:
    actions = [_action("over", status="tried"), _action("ended", status="done"), _action("on")]
    told = told_of([_told("over"), _told("on", workshop="w2")], WORKSHOP)
    assert [one.id for one in left(actions, told)] == ["ended"]


def test_what_is_told_of_later_changes_nothing_of_an_earlier_occasion() -> None:
    first = _told("a", status="ongoing")
    since = [_told(one, workshop="w3", date="2028-05-14", status="tried") for one in ("a", "b")]
    actions = [_action("a", status="tried"), _action("b", status="tried")]
    told = told_of([first, *since], WORKSHOP)
    assert (told["a"].before, told["b"].before) == (first, None)
    assert [one.id for one in left(actions, told)] == ["a", "b"]


def test_the_latest_of_two_laptops_stands_and_the_last_before_is_known() -> None:
    told = told_of(
        [
            _told("a", workshop="w2", updated=5, comment="Här"),
            _told("a", workshop="w2", updated=7, comment="Där"),
            _told("a", date="2026-05-14"),
            _told("a", date="2027-05-14", comment="Senast"),
        ],
        WORKSHOP,
    )["a"]
    assert told.now is not None
    assert told.before is not None
    assert (told.now["comment"], told.before["comment"]) == ("Där", "Senast")


def test_a_day_of_its_own_holds_what_is_of_no_workshop() -> None:
    day = Occasion(date="2027-05-14")
    assert day.holds(_told("a", workshop=""))
    assert not day.holds(_told("a"))
    assert not day.holds(_told("a", workshop="", date="2027-05-15"))


def test_one_goes_on_with_what_was_talked_of_last_and_else_begins_with_the_first() -> None:
    actions = [_action(name) for name in ("a", "b", "c")]
    assert resumed(actions, {}) == "a"
    told = told_of([_told("c", workshop="w2"), _told("b", workshop="w2", updated=5)], WORKSHOP)
    assert resumed(actions, told) == "b"
    assert resumed(actions, told_of([_told("b")], WORKSHOP)) == "a"
    assert resumed([], {}) == ""


@pytest.mark.parametrize(
    ("answers", "unasked"),
    [
        ({}, {"end", "lesson"}),
        ({"decision": "change"}, {"lesson"}),
        ({"decision": "stop"}, {"end"}),
        ({"status": "tried"}, {"end"}),
        ({"status": "ongoing", "lesson": "Börja mindre"}, {"end"}),
    ],
)
def test_another_end_and_a_lesson_are_asked_for_when_there_is_reason(
    answers: dict[str, str], unasked: set[str]
) -> None:
    assert set(QUESTIONS) - set(asked(answers)) == unasked
