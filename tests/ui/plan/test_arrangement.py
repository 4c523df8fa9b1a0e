from __future__ import annotations

import pytest

from nvworkshop.session.rows import words_of
from tests.ui.plan.making import UNDECIDED, day, row_of, rows_of
from ui.plan.arrangement import Filter, Sort, sorted_rows


def titles(rows: object) -> list[str]:
    return [row.texts.get("title", "") for row in rows]  # type: ignore[attr-defined]


def test_the_third_time_a_column_is_asked_for_gives_the_plans_order() -> None:
    first = Sort().turned("title")
    second = first.turned("title")
    assert (first, second) == (Sort("title"), Sort("title", descending=True))
    assert second.turned("title") == Sort()
    assert second.turned("end") == Sort("end")


def test_texts_sort_as_in_swedish_with_numbers_by_size() -> None:
    rows = rows_of(*({"title": one} for one in ("Öl", "Ål", "Äl", "zon", "10 hus", "9 hus")))
    assert titles(sorted_rows(rows, Sort("title"))) == ["9 hus", "10 hus", "zon", "Ål", "Äl", "Öl"]


@pytest.mark.parametrize("descending", [False, True])
def test_rows_without_the_value_come_last_whichever_way(descending: bool) -> None:
    rows = rows_of({"title": "utan"}, {"title": "med", "end": day("2027-01-01")})
    assert titles(sorted_rows(rows, Sort("end", descending=descending))) == ["med", "utan"]


def test_equal_rows_keep_the_plans_order_also_falling() -> None:
    rows = rows_of(*({"title": one, "status": "done"} for one in "abc"))
    assert titles(sorted_rows(rows, Sort("status", descending=True))) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("wanted", "passes"),
    [
        (Filter(), True),
        (Filter(words_of("MOBILT  piteå")), True),
        (Filter(words_of("mobilt luleå")), False),
        (Filter().choosing("status", ["done"]), False),
        (Filter().choosing("status", ["done", "ongoing"]), True),
        (Filter().choosing("municipalities", ["2581"]), True),
        (Filter().choosing("flow", [""]), True),
        (Filter().choosing("shift", ["=undecided"]), True),
        (Filter().choosing("shift", ["R1"]), False),
        (Filter(missing=True), True),
        (Filter(conflicts=True), False),
    ],
)
def test_a_filter_lets_through_what_it_says(wanted: Filter, passes: bool) -> None:
    row = row_of(
        title="Mobilt team i Piteå",
        status="ongoing",
        municipalities=["2560", "2581"],
        shift=UNDECIDED,
    )
    assert wanted.passes(row) is passes


def test_choosing_nothing_takes_the_choice_away() -> None:
    wanted = Filter().choosing("status", ["done"])
    assert wanted
    assert not wanted.choosing("status", ())
