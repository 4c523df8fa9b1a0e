from __future__ import annotations

from dataclasses import replace

import pytest

from ui.plan.arrangement import Arrangement, Filter, Sort
from ui.plan.memory import Left, Memory
from ui.settings import Settings

HOW = Arrangement(
    group="principal",
    sort=Sort("end", descending=True),
    collapsed=frozenset({"principal:region"}),
)


def test_a_table_is_read_back_as_it_was_left(settings: Settings) -> None:
    left = Left(HOW, ("a1", "a2"), ("a1", -12))
    Memory(settings).keep("plan1", "action", left)
    assert Memory(settings).left("plan1", "action") == left
    assert Memory(settings).left("plan2", "action") == Left()


def test_what_hid_some_rows_is_not_remembered(settings: Settings) -> None:
    wanted = Filter((), {"status": frozenset({"done", ""})}, missing=True)
    Memory(settings).keep("plan1", "action", Left(replace(HOW, filter=wanted)))
    assert Memory(settings).left("plan1", "action").how == HOW


def test_columns_are_the_same_in_every_plan(settings: Settings) -> None:
    Memory(settings).keep_columns("action", ("title", "end"), {"end": 120})
    assert Memory(settings).columns("action") == (("title", "end"), {"end": 120})
    assert Memory(settings).columns("joint_action") == ((), {})


@pytest.mark.parametrize(
    "said",
    [
        "",
        "trasigt",
        "[1, 2]",
        '{"group": 3, "sort": ["x"], "filter": [1], "top": ["a"], "chosen": 7}',
        '{"group": "okänt_fält", "sort": ["okänt", true], "filter": {"okänt": ["a"]}}',
    ],
)
def test_what_can_not_be_read_means_as_from_the_start(settings: Settings, said: str) -> None:
    settings.put("plan/p/action", said)
    assert Memory(settings).left("p", "action") == Left()


def test_unknown_columns_and_odd_widths_are_left_out(settings: Settings) -> None:
    settings.put("table/action/columns", '{"names": ["title", "x", 3], "widths": {"end": "b"}}')
    assert Memory(settings).columns("action") == (("title",), {})
