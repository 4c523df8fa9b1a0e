from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.followup.adding_up import add_up
from nvworkshop.followup.series import Point, Standing, number_in, series_of, standing
from tests.followup.things import measured, thing


def test_two_sources_stand_side_by_side() -> None:
    there = [measured("2026-01-31", 10, source="enkät"), measured("2026-01-31", 18, source="it")]
    assert [one.source for one in series_of(there)["sip"]] == ["enkät", "it"]


def test_a_value_for_the_same_day_corrects_the_older() -> None:
    there = [measured("2026-01-31", 12, 9), measured("2026-01-31", 10, 3)]
    assert [one.value for one in series_of(there)["sip"][0].points] == [12]


def test_the_county_comes_before_its_parts() -> None:
    there = [
        measured("2026-01-31", 1, area="2581", area_level="municipality"),
        measured("2026-01-31", 2, area="25", area_level="county"),
        measured("2026-01-31", 3),
    ]
    levels = [one.level for one in series_of(there)["sip"]]
    assert levels == ["county", "county_part", "municipality"]


@pytest.mark.parametrize(
    ("values", "trend"),
    [([1, 9], 0), ([1, 5, 9], 1), ([9, 5, 1], -1), ([1, 9, 1, 9, 2], 0), ([4, 4, 4], 0)],
)
def test_no_trend_from_two_points(values: list[float], trend: int) -> None:
    there = [measured(f"2026-0{n + 1}-01", value) for n, value in enumerate(values)]
    assert series_of(there)["sip"][0].trend == trend


def test_no_trend_where_few_are_behind() -> None:
    there = [measured(f"2026-0{n}-01", n, count=29 if n == 2 else 40) for n in (1, 2, 3)]
    assert series_of(there)["sip"][0].trend == 0


def test_few_behind_a_value_are_told() -> None:
    there = [measured("2026-01-01", 3, count=29), measured("2026-02-01", 3, count=30)]
    assert [one.few for one in series_of(there)["sip"][0].points] == [True, False]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2 910 per 100 000 (2024)", 2910),
        ("högst 14,5 dagar", 14.5),
        ("−3", -3),
        ("40 %", 40),
        ("saknas", None),
        ("saknas, tas fram av elevhälsan senast 2027-03-15", None),
        ("Saknas. Tas fram av länsdelssamordnaren senast v. 5 2027", None),
        ("bestäms i mars 2027", None),
        ("112 i Övertorneå, övriga saknas", 112),
        ("2026-01-31: 44 procent", 44),
        ("2025: 64 %", 64),
        ("2025 64 %", 64),
        ("64 % hösten 2025", 64),
        ("Q3 2026: 44", 44),
        ("v. 5: 12 av 20", 12),
        ("dec 2025: 1 250", 1250),
        ("mäts hösten 2026", None),
        ("okänt, mäts i januari 2027", None),
        ("nollmätning 2027", None),
        ("Mäts första gången Q3 2026", None),
        ("2050 besök", 2050),
        ("2 050 besök under 2025", 2050),
        ("under 2040", 2040),
        ("9 i veckan", 9),
        (None, None),
    ],
)
def test_the_first_number_of_a_text(text: str | None, number: float | None) -> None:
    assert number_in(text) == number


@pytest.mark.parametrize(
    ("direction", "baseline", "target", "now", "expected"),
    [
        ("up", "31 %", "80 %", 44, Standing.ON_WAY),
        ("up", "31 %", "80 %", 30, Standing.NOT_ON_WAY),
        ("up", "31 %", "80 %", 80, Standing.REACHED),
        ("down", "19", "12", 16, Standing.ON_WAY),
        ("", "19", "12", 16, Standing.ON_WAY),
        ("down", "saknas", "12", 16, Standing.UNKNOWN),
        ("down", "saknas", "12", 11, Standing.REACHED),
        ("up", "31", "", 44, Standing.UNKNOWN),
        ("hold", "100", "100", 103, Standing.REACHED),
        ("hold", "100", "100", 120, Standing.NOT_ON_WAY),
    ],
)
def test_where_an_indicator_stands(
    direction: str, baseline: str, target: str, now: float, expected: Standing
) -> None:
    indicator = thing("indicator", direction=direction, baseline=baseline, target=target)
    assert standing(indicator, series_of([measured("2026-01-01", now)])["sip"]) is expected


def test_without_values_nothing_is_judged() -> None:
    assert standing(thing("indicator", target="4"), []) is Standing.UNMEASURED


def _points(values: list[tuple[float, float | None]]) -> dict[str, Point]:
    return {f"o{n}": Point("2026-01-01", v, c, f"p{n}") for n, (v, c) in enumerate(values)}


def test_a_sum_is_of_all_or_not_given() -> None:
    points = _points([(2, 10), (3, 5)])
    assert add_up("sum", points, points).value == 5
    lacking = add_up("sum", points, [*points, "o9"])
    assert lacking.value is None
    assert lacking.missing == ("o9",)
    assert "alla områden" in lacking.why


def test_a_weighted_mean_needs_counts() -> None:
    assert add_up("weighted_mean", _points([(10, 30), (20, 10)]), ["o0", "o1"]).value == 12.5
    assert add_up("weighted_mean", _points([(10, 30), (20, None)]), ["o0", "o1"]).value is None


def test_what_is_not_added_up_says_so() -> None:
    assert "läggs inte ihop" in add_up("none", _points([(1, 1)]), ["o0"]).why
    assert "mätvärde" in add_up("sum", {}, ["o0"]).why


_PAIR = st.tuples(st.floats(0, 100), st.integers(1, 1000).map(float))


@given(st.lists(_PAIR, min_size=1, max_size=8), st.randoms())
def test_a_weighted_mean_lies_between_and_knows_no_order(
    values: list[tuple[float, float | None]], random: object
) -> None:
    points = _points(values)
    there = list(points)
    mean = add_up("weighted_mean", points, there).value
    assert mean is not None
    assert min(v for v, _ in values) - 1e-9 <= mean <= max(v for v, _ in values) + 1e-9
    other = add_up("weighted_mean", points, there[::-1]).value
    assert other == pytest.approx(mean)
