"""How the indicators and self-ratings of the sample plans stand, counted by hand.

The numbers were counted on paper by reading `sample_plans/content`, and written here before the
program was asked. Keys are those of the content files.
"""

from __future__ import annotations

from contextlib import closing
from statistics import median

import pytest

from nvworkshop.followup.areas import Areas
from nvworkshop.followup.judging import Judged, judge
from nvworkshop.followup.series import Standing, series_of
from nvworkshop.model.things import Thing
from nvworkshop.workshop.tallies import counts_of
from sample_plans.content import LOCAL
from tests.followup.samples import Sample, on

ON_WAY, NOT_ON_WAY, REACHED = Standing.ON_WAY, Standing.NOT_ON_WAY, Standing.REACHED
UNKNOWN, UNMEASURED = Standing.UNKNOWN, Standing.UNMEASURED


def judged(sample: Sample) -> dict[str, Judged]:
    view = sample.view
    series, areas = series_of(view.things("measurement")), Areas(view.strategy)
    return {
        sample.keys([one.id])[0]: judge(one, series.get(one.id, []), areas, sample.content.scope)
        for one in view.things("indicator")
    }


BY_HAND: dict[str, dict[str, tuple[Standing, float | None]]] = {
    # The latest value, from where and to where: which way it should go decides.
    "sodra": {
        "ind_sip": (ON_WAY, 36),  # 31 → 36, up to 70; 22 behind it
        "ind_atervandare": (UNKNOWN, None),  # three kommuner of four: no sum
        "ind_hjartsvikt": (ON_WAY, 8),  # 10 → 8, down to 6; hälsocentralens 5 is another source
        "ind_vardkontakt": (ON_WAY, 71),  # 44 → 71, up to 95
        "ind_transporter": (ON_WAY, 34),  # 37 → 34, down to 25
    },
    "ostra": {
        "ind_hemma": (ON_WAY, 72),  # 68 → 72, up to 85
        "ind_vitala": (ON_WAY, 4),  # 2 → 4, up to 10; one kommun alone
        "ind_fall": (UNKNOWN, 3120),  # no target yet
        "ind_rehab": (REACHED, 5),  # 16 → 5, down to 5
    },
    "lulea_boden": {
        "ind_palliativ": (ON_WAY, 1.83),  # 71,4 / 39: (24 × 1,6 + 15 × 2,2) / (24 + 15), down to 1
        "ind_unga": (UNKNOWN, 52),  # no baseline
        "ind_ater": (NOT_ON_WAY, 12),  # 11 → 12, down to 6
        "ind_skarm": (REACHED, 9),  # 0 → 9, up to 8
    },
    "norra": {
        "ind_hemtagning": (ON_WAY, 64.19),  # 3402 / 53: (12 × 58 + 41 × 66) / (12 + 41), up to 80
        "ind_sprak": (UNMEASURED, None),
        "ind_sip": (ON_WAY, 98),  # 46 → 98, up to 120
    },
}


@pytest.mark.parametrize("name", LOCAL)
def test_each_indicator_stands_as_counted(name: str) -> None:
    sample = on("2026-11-20", name)
    with closing(sample.view.store):
        found = judged(sample)
        shown = sample.standing.indicators

    assert {key: one.standing for key, one in found.items()} == {
        key: standing for key, (standing, _) in BY_HAND[name].items()
    }
    values = {key: value for key, (_, value) in BY_HAND[name].items()}
    assert {key: one.now for key, one in found.items()} == pytest.approx(values)
    # What is shown first of the plan says the same as the list of indicators.
    said = {sample.keys([one.id])[0]: one.standing for one in shown}
    assert said == {key: one.standing for key, one in found.items()}


def test_which_way_the_values_go(november: Sample) -> None:
    series = series_of(november.view.things("measurement"))
    found = {
        (november.keys([one])[0], each.area, each.source.split()[0]): each.trend
        for one, of in series.items()
        for each in of
    }

    assert found == {
        ("ind_sip", "sodra", "egen"): 0,  # −2 +9 +6 −8: up 5, and only two steps of four are up
        ("ind_atervandare", "2581", "regionens"): 0,  # −2 +1: down 1, one step of two
        ("ind_atervandare", "2560", "regionens"): 0,  # two values are no direction
        ("ind_atervandare", "2505", "regionens"): 0,  # −1 +1: no change
        ("ind_hjartsvikt", "2506", "regionens"): 0,  # −1 −1, but fewer than 30 behind each
        ("ind_hjartsvikt", "2506", "hälsocentralens"): 0,  # two values
        ("ind_vardkontakt", "sodra", "hälsocentralernas"): 1,  # +8 +11 +8
        ("ind_transporter", "sodra", "ambulansens"): 0,  # −4 +1: down 3, one step of two
    }


def levels(rating: Thing) -> list[int]:
    return [level for level, n in enumerate(counts_of(rating), 1) for _ in range(n)]


def test_how_the_group_rated_itself_then_and_now(november: Sample) -> None:
    things = november.view.things("self_rating")
    by = {(one.text("date"), one.text("item")): median(levels(one)) for one in things}

    # 11 people in February: the sixth. 8 in November: between the fourth and the fifth.
    assert {
        item: (by["2026-02-10", item], by["2026-11-17", item])
        for item in sorted({i for _, i in by})
    } == {
        "F1": (3, 4),
        "F2": (3, 2.5),
        "F3": (2, 2),
        "F4": (3, 3),
        "R1": (2, 2.5),
        "R2": (3, 3),
        "R3": (3, 4),
        "R4": (2, 3),
    }
