from __future__ import annotations

from tests.ui.plan.making import UNDECIDED, row_of, rows_of
from ui.plan.arrangement import Filter
from ui.plan.facets import choices, overview

LABELS = {"done": "Klar", "ongoing": "Pågår", "paused": "Pausad", "=undecided": "inte bestämt"}
ROWS = rows_of(
    {"title": "a", "status": "ongoing", "shift": "R1"},
    {"title": "b", "status": "done", "shift": "R1"},
    {"title": "c", "status": "ongoing", "shift": "R2"},
    {"title": "d", "status": UNDECIDED},
    {"title": "e"},
)


def test_choices_come_in_order_with_what_the_rest_of_the_filter_lets_through() -> None:
    of = Filter().choosing("shift", ["R1"]).choosing("status", ["done"])
    told = [(one.key, one.count) for one in choices(ROWS, of, "status", LABELS)]
    assert told == [("done", 1), ("ongoing", 1), ("=undecided", 0), ("", 0)]


def test_what_is_chosen_is_there_though_no_row_has_it() -> None:
    of = Filter().choosing("status", ["paused", "okänd"])
    assert [one.label for one in choices(ROWS, of, "status", LABELS)] == [
        "Klar",
        "Pågår",
        "Pausad",
        "inte bestämt",
        "okänd",
        "",
    ]


def test_an_overview_counts_rows_and_finds_what_differs() -> None:
    told = overview(ROWS)
    assert (told.total, told.complete, told.missing, told.conflicts) == (5, 0, 5, 0)
    assert told.used == {"status", "shift"}


def test_an_overview_follows_the_changes() -> None:
    new = row_of(title="ny", flow="x")
    old, rest = ROWS[0], ROWS[1:]
    told = overview(ROWS).changed([old, None], [new, None], rest[0])
    assert (told.total, told.missing) == (5, 5)
    assert told.used == {"status", "shift", "flow"}


def test_a_kommun_is_chosen_with_what_concerns_all_of_its_lansdel() -> None:
    rows = rows_of(
        {"title": "här", "municipalities": ["2581"]},
        {"title": "alla"},
        {"title": "där", "municipalities": ["2505"]},
        part="sodra",
    )
    of = Filter().choosing("municipalities", ["2581"])
    assert [row.thing["title"] for row in of.passed(rows)] == ["här", "alla"]
    labels = {"2581": "Piteå", "2505": "Arvidsjaur", "2580": "Luleå"}
    told = {one.key: one.count for one in choices(rows, of, "municipalities", labels)}
    assert (told["2581"], told["2505"], told[""]) == (2, 2, 1)
    assert "2580" not in told  # in another länsdel


def test_what_no_lansdel_has_concerns_every_kommun() -> None:
    (row,) = rows_of({"title": "länet"})
    assert Filter().choosing("municipalities", ["2580"]).passes(row)
    (other,) = rows_of({"title": "södra"}, part="sodra")
    assert not Filter().choosing("municipalities", ["2580"]).passes(other)
