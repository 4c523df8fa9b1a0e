from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.session.rows import Row
from tests.ui.plan.making import rows_of, values
from ui.plan.arrangement import Arranged, Arrangement, Filter, GroupHead, Sort
from ui.plan.arranger import Arranger

HOW = st.builds(
    Arrangement,
    group=st.sampled_from(("shift", "status", "municipalities", "")),
    sort=st.sampled_from((Sort(), Sort("title"), Sort("title", descending=True), Sort("status"))),
    filter=st.sampled_from((Filter(), Filter(("ala",)), Filter().choosing("status", ["done"]))),
    collapsed=st.sampled_from((frozenset[str](), frozenset({"shift:R1", "status:"}))),
)


def told(arranged: Arranged) -> list[str]:
    """Return what a person sees: titles under the names of groups."""
    return [
        f"{one.key}/{one.count}" if isinstance(one, GroupHead) else one.thing.id
        for one in arranged.entries
    ]


@given(st.lists(values, max_size=12), HOW)
def test_every_row_that_passes_stands_once(
    things: list[Mapping[str, Any]], how: Arrangement
) -> None:
    rows = rows_of(*things)
    arranged = Arranger(rows).arrange(how)
    heads = [one for one in arranged.entries if isinstance(one, GroupHead)]
    shown = [one.thing.id for one in arranged.entries if isinstance(one, Row)]
    passing = [row.thing.id for row in rows if how.filter.passes(row)]
    folded = sum(head.count for head in heads if head.collapsed)
    assert arranged.shown == len(passing) == len(shown) + folded
    assert set(shown) <= set(passing)
    assert len(set(arranged.keys)) == len(arranged.entries) == len(arranged.keys)
    assert not how.group or sum(head.count for head in heads) == len(passing)


@given(st.lists(values, min_size=1, max_size=10), st.data(), HOW, HOW)
def test_changing_a_row_gives_what_starting_afresh_gives(
    things: list[dict[str, Any]], data: st.DataObject, first: Arrangement, how: Arrangement
) -> None:
    arranger = Arranger(rows_of(*things))
    arranger.arrange(first)
    for _ in range(3):
        place = data.draw(st.integers(0, len(things) - 1))
        things[place] = data.draw(values)
        arranger.change({f"a{place}": rows_of(*things)[place]})
        arranger.arrange(how)
    assert told(arranger.arrange(how)) == told(Arranger(rows_of(*things)).arrange(how))


@given(st.lists(values, min_size=2, max_size=8), st.data(), HOW)
def test_removing_and_restoring_a_row_changes_nothing(
    things: list[Mapping[str, Any]], data: st.DataObject, how: Arrangement
) -> None:
    rows = rows_of(*things)
    arranger = Arranger(rows)
    before = told(arranger.arrange(how))
    row = data.draw(st.sampled_from(rows))
    arranger.change({row.thing.id: None})
    assert row.thing.id not in told(arranger.arrange(how))
    arranger.change({row.thing.id: row})
    assert told(arranger.arrange(how)) == before


def test_many_changes_at_once_are_sorted_in() -> None:
    rows = rows_of(*({"title": f"{n}", "number": n + 1} for n in range(120)))
    arranger = Arranger(rows[:10])
    arranger.change({row.thing.id: row for row in rows})
    assert [row.texts["title"] for row in arranger.rows] == [str(n) for n in range(120)]


def test_groups_come_in_the_strategys_order_and_the_empty_one_last() -> None:
    shifts = ("R3", None, "R1", {"answer": "not_applicable"}, "R2")
    rows = rows_of(*({"title": "x", "shift": one} for one in shifts))
    heads = told(Arranger(rows).arrange(Arrangement("shift")))[::2]
    assert heads == ["R1/1", "R2/1", "R3/1", "=not_applicable/1", "/1"]


def test_a_row_of_several_kommuner_stands_once_under_its_own_line() -> None:
    several = (["2560", "2581"], ["2581"], None)
    rows = rows_of(*({"title": "x", "municipalities": one} for one in several))
    arranged = Arranger(rows).arrange(Arrangement("municipalities"))
    assert told(arranged) == ["2581/1", "a1", "*/1", "a0", "/1", "a2"]


def test_the_row_at_work_stays_though_the_filter_says_no() -> None:
    rows = rows_of({"title": "ja", "status": "done"}, {"title": "nej", "status": "ongoing"})
    how = Arrangement(filter=Filter().choosing("status", ["done"]), kept=frozenset({"a1"}))
    arranged = Arranger(rows).arrange(how)
    assert arranged.keys == ["a0", "a1"]
    assert (arranged.shown, arranged.outside) == (2, 1)


def test_the_plans_order_is_by_number_and_then_by_age() -> None:
    numbered = (("c", 2), ("a", 1), ("d", 2), ("b", 1))
    rows = rows_of(*({"title": one, "number": number} for one, number in numbered))
    assert [row.texts["title"] for row in Arranger(rows).rows] == ["a", "b", "c", "d"]
