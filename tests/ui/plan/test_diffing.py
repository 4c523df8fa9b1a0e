from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.plan.diffing import Inserted, Moved, Removed, Step, steps_between

KEYS = st.lists(st.sampled_from("abcdefghij"), unique=True)


def taken(old: list[str], new: list[str], steps: list[Step]) -> list[str]:
    """Return what a view has when it has taken the steps."""
    now = list(old)
    for step in steps:
        match step:
            case Removed(first, last):
                del now[first : last + 1]
            case Inserted(first, last):
                now[first:first] = new[first : last + 1]
            case Moved(source, target):
                now.insert(target, now.pop(source))
    return now


@given(KEYS, KEYS)
def test_steps_turn_one_list_into_the_other(old: list[str], new: list[str]) -> None:
    steps = steps_between(old, new)
    assert steps is not None
    assert taken(old, new, steps) == new


@pytest.mark.parametrize(
    ("old", "new", "steps"),
    [
        ("abcdef", "abcdef", []),
        ("abcdef", "bcdefa", [Moved(0, 5)]),
        ("abcdef", "fabcde", [Moved(5, 0)]),
        ("abcdef", "abef", [Removed(2, 3)]),
        ("abef", "abcdef", [Inserted(2, 3)]),
        ("abcdef", "acdbef", [Moved(1, 3)]),
    ],
)
def test_one_change_is_one_step(old: str, new: str, steps: list[Step]) -> None:
    assert steps_between(list(old), list(new)) == steps


def test_too_many_steps_are_none() -> None:
    old = [str(n) for n in range(300)]
    assert steps_between(old, old[::-1]) is None
    assert steps_between(old, old[::2], most=10) is None
    assert steps_between(old[::2], old, most=10) is None
