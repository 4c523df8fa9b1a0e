from __future__ import annotations

from dataclasses import replace

import pytest

from nvworkshop.model.fields import Field, FieldType, Group, Kind
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.things import Thing
from nvworkshop.strategy import load_shipped
from ui.editor.arranging import is_short, is_shown, lines, parts, parts_of_several, title_of

ACTION = KINDS["action"]
STRATEGY = load_shipped("norrbotten")


def _lines(*names: str) -> list[tuple[str, ...]]:
    fields = [one for name in names if (one := ACTION.field(name))]
    found = lines(fields, lambda one: is_short(one, STRATEGY))
    return [tuple(one.name for one in line) for line in found]


def test_every_declared_field_stands_in_the_form_once() -> None:
    for kind in KINDS.values():
        title = title_of(kind)
        shown = [one for part in parts(kind) for one in (*part.fields, *part.seldom)]
        wanted = [one for one in kind.fields if one.type is not FieldType.DATA and one != title]
        assert sorted(one.name for one in shown) == sorted(one.name for one in wanted)


def test_a_new_field_appears_by_itself() -> None:
    new = Field("budget", "Budget", "Budget", group=Group.NEEDS)
    kind = replace(ACTION, fields=(*ACTION.fields, new))
    assert [new in part.fields for part in parts(kind)].count(True) == 1


def test_sections_come_in_the_order_people_think() -> None:
    assert [part.group for part in parts(ACTION)] == list(Group)


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        (("start", "end"), [("start", "end")]),
        (("indicator", "baseline", "target"), [("indicator",), ("baseline", "target")]),
        (
            ("principal", "contributors", "function"),
            [("principal", "function"), ("contributors",)],
        ),
        (("status", "effect", "effort"), [("status",), ("effect", "effort")]),
        (("shift",), [("shift",)]),
    ],
)
def test_short_fields_stand_side_by_side(
    names: tuple[str, ...], wanted: list[tuple[str, ...]]
) -> None:
    assert _lines(*names) == wanted


def test_several_are_not_asked_for_what_is_each_ones_own() -> None:
    names = {one.name for part in parts_of_several(ACTION) for one in (*part.fields, *part.seldom)}
    assert {"status", "end", "principal", "contributors", "shared", "effect"} <= names
    assert not names & {"title", "number", "description", "milestones", "plan"}


def test_a_seldom_used_field_is_shown_when_it_is_filled_or_in_conflict() -> None:
    field = ACTION.field("place")
    assert field is not None
    empty, filled = Thing("action", "a", {}), Thing("action", "b", {"place": "Moskosel"})
    fought_over = Thing("action", "c", {}, frozenset({"place"}))
    assert [is_shown(field, [one]) for one in (empty, filled, fought_over)] == [False, True, True]


def test_a_kind_without_a_text_for_a_title_has_none() -> None:
    assert title_of(KINDS["link"]) is None
    assert title_of(Kind("a", "a", "a", "a", "a", (Field("t", "T", "T"),))) is not None
