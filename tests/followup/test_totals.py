"""What areas have together, which indicators are the same, and how one is judged: laws."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.followup.adding_up import add_up
from nvworkshop.followup.areas import Areas
from nvworkshop.followup.judging import FEW, judge
from nvworkshop.followup.series import Point, Standing, series_of
from nvworkshop.followup.sharing import alike, roots
from nvworkshop.followup.totals import together
from nvworkshop.model.things import Thing
from nvworkshop.strategy import load_shipped
from tests.followup.things import measured, thing

AREAS = Areas(load_shipped("norrbotten"))
PARTS = AREAS.within("county_part")
_AREA = st.sampled_from([*PARTS, "2581", "2514", "25", ""])
_VALUE = st.floats(-1e6, 1e6)


def _measured(day: str, value: float, area: str, **more: Any) -> Thing:
    found = AREAS.find(area) if area else None
    return measured(day, value, area=area, area_level=found.level if found else "", **more)


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("2581", "2581"), ("Piteå", "2581"), ("Piteå kommun", "2581"), ("södra", "sodra"),
        ("Luleå/Boden", "lulea_boden"), ("25", "25"), ("0025", "25"), ("Norrbottens län", "25"),
        ("Region Norrbotten", "25"), ("länet", "25"),
    ],
)  # fmt: skip
def test_areas_are_found_as_people_write_them(text: str, area: str) -> None:
    found = AREAS.find(text)
    assert found is not None
    assert found.id == area


@pytest.mark.parametrize("text", ["", "0180", "0000", "2599", "Norrbottens läns kommuner", "G1"])
def test_what_is_no_area_of_the_county_is_none(text: str) -> None:
    assert AREAS.find(text) is None


@given(st.dictionaries(st.sampled_from(PARTS), st.tuples(_VALUE, st.integers(1, 999))))
def test_a_sum_is_the_values_and_only_of_all(there: dict[str, tuple[float, int]]) -> None:
    points = {one: Point("2026-01-01", v, float(n), one) for one, (v, n) in there.items()}
    total = add_up("sum", points, PARTS)
    assert (total.value is not None) == (there.keys() == set(PARTS))
    assert set(total.missing) == set(PARTS) - there.keys()
    if total.value is not None:
        assert total.value == pytest.approx(sum(v for v, _ in there.values()))


@given(st.lists(_VALUE, min_size=1, max_size=6), st.integers(1, 99))
def test_equal_counts_weigh_as_a_plain_mean(values: list[float], count: int) -> None:
    points = {f"{n}": Point("d", v, float(count), "p") for n, v in enumerate(values)}
    mean = add_up("weighted_mean", points, points).value
    assert mean == pytest.approx(sum(values) / len(values), abs=1e-6)


@given(st.lists(st.tuples(st.integers(1, 4), _VALUE, _AREA), max_size=12))
def test_series_hold_every_day_once_and_in_order(rows: list[tuple[int, float, str]]) -> None:
    there = [_measured(f"2026-0{day}-01", v, area) for day, v, area in rows]
    series = series_of(there).get("sip", [])
    found = [(one.area, point.date) for one in series for point in one.points]
    assert len(found) == len(set(found)) == len({(area, day) for day, _, area in rows})
    for one in series:
        assert [p.date for p in one.points] == sorted(p.date for p in one.points)
        assert one.trend in (-1, 0, 1)


@given(st.lists(st.tuples(st.integers(1, 4), _VALUE, _AREA), max_size=12), st.randoms())
def test_any_values_are_judged_alike_in_any_order(
    rows: list[tuple[int, float, str]], random: object
) -> None:
    there = [_measured(f"2026-0{d}-01", v, a, updated=n) for n, (d, v, a) in enumerate(rows)]
    one = thing("indicator", target="5", baseline="1", direction="up", aggregation="sum")
    judged = judge(one, series_of(there).get("sip", []), AREAS)
    again = judge(one, series_of(there[::-1]).get("sip", []), AREAS)
    assert (judged.standing, judged.now) == (again.standing, again.now)
    assert (judged.standing is Standing.UNMEASURED) == (not rows)
    assert judged.why.endswith(".")


def test_levels_are_never_mixed_in_a_total() -> None:
    there = [_measured("2026-01-01", 10, one) for one in PARTS]
    there += [_measured("2026-01-01", 1000, "2581")]
    one = thing("indicator", aggregation="sum", area_level="county_part")
    (total,) = together(one, series_of(there)["sip"], AREAS)
    assert total.days[0][1].value == 40


def test_a_localities_own_indicator_is_added_up_within_its_part() -> None:
    kommuner = AREAS.within("municipality", "lulea_boden")
    there = [_measured("2026-01-01", 7, one) for one in kommuner]
    one = thing("indicator", aggregation="sum", area_level="municipality")
    (total,) = together(one, series_of(there)["sip"], AREAS, "lulea_boden")
    assert (total.within, total.days[0][1].value) == ("lulea_boden", 14)


def test_the_latest_day_that_can_be_added_up_is_judged() -> None:
    there = [_measured("2026-01-01", 10, one) for one in PARTS]
    there += [_measured("2026-06-01", 20, one) for one in PARTS[1:]]
    one = thing("indicator", target="40", direction="up", aggregation="sum")
    judged = judge(one, series_of(there)["sip"], AREAS)
    assert (judged.now, judged.date, judged.standing) == (40, "2026-01-01", Standing.REACHED)
    assert judged.cautions[0] == "2026-06-01: saknas Södra."


def test_newer_values_that_cannot_be_weighed_are_told_of() -> None:
    there = [_measured("2026-01-01", 10, one, count=50) for one in PARTS]
    there += [_measured("2026-06-01", 20, one) for one in PARTS]
    one = thing("indicator", target="40", direction="up", aggregation="weighted_mean")
    judged = judge(one, series_of(there)["sip"], AREAS)
    assert (judged.now, judged.date) == (10, "2026-01-01")
    assert judged.cautions[0].startswith("2026-06-01: Värdena går inte att väga ihop")


@pytest.mark.parametrize("rule", ["sum", "weighted_mean"])
def test_few_behind_what_areas_have_together_are_told(rule: str) -> None:
    there = [_measured("2026-01-01", 10, one, count=7) for one in PARTS]
    one = thing("indicator", target="40", direction="up", aggregation=rule)
    assert FEW in judge(one, series_of(there)["sip"], AREAS).cautions
    there += [_measured("2026-02-01", 10, one, count=8) for one in PARTS]
    assert FEW not in judge(one, series_of(there)["sip"], AREAS).cautions


_ID = st.sampled_from("abcde")


@given(st.dictionaries(_ID, _ID | st.just("gone"), max_size=5))
def test_whatever_points_where_every_indicator_has_one_root(points: dict[str, str]) -> None:
    there = [Thing("indicator", one, {"same_as": other}) for one, other in points.items()]
    found = roots(there)
    assert found.keys() == points.keys()
    assert all(found[root] == root for root in found.values())


def test_the_same_name_or_id_is_asked_about_unless_somebody_has_said_no() -> None:
    a, b, c = (
        Thing("indicator", one, {"title": title, "kolada": kolada})
        for one, title, kolada in (("a", "SIP (exempel)", ""), ("b", "sip", ""), ("c", "X", "N1"))
    )
    assert [[one.id for one in each.indicators] for each in alike([a, b, c], ())] == [["a", "b"]]
    assert alike([a, b, c], {frozenset("ab")}) == []
