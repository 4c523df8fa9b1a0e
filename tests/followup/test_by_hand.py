"""The figures of the sample plans, counted by hand from `sample_plans/content`.

The numbers were counted on paper by reading the content files, and written here before the program
was asked. A plan is looked at on days that are said; keys are those of the content files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import median

import pytest

from nvworkshop.followup.areas import Areas
from nvworkshop.followup.judging import Judged, judge, short_text
from nvworkshop.followup.series import Standing, series_of
from nvworkshop.model.things import Thing
from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.session.files import view_of
from nvworkshop.session.moments import NOW, moment_of
from nvworkshop.session.standing import Period, Standings, compare_standing, standing_of
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.view import PlanView
from nvworkshop.workshop.tallies import counts_of
from sample_plans.content import LOCAL, Content, load

ON_WAY, NOT_ON_WAY, REACHED = Standing.ON_WAY, Standing.NOT_ON_WAY, Standing.REACHED
UNKNOWN, UNMEASURED = Standing.UNKNOWN, Standing.UNMEASURED


@dataclass(frozen=True)
class Sample:
    """A sample plan as it is read on a day, and the keys of its things."""

    view: PlanView
    content: Content

    def keys(self, ids: Iterable[str]) -> list[str]:
        kinds = ("action", "indicator", "assignment")
        known = {
            self.content.id_of(one["key"]): one["key"]
            for kind in kinds
            for one in self.content.items(kind)
        }
        return [str(known[one]) for one in ids]

    @property
    def standing(self) -> Standings:
        return standing_of(self.view)

    def moved(self, then: str, now: str = "") -> Period:
        last = moment_of(self.view, now) if now else NOW
        return compare_standing(self.view, moment_of(self.view, then), last)


def on(day: str, name: str = "sodra") -> Sample:
    """Read a sample plan as on a day; nothing in the file is later than November 2026."""
    content = load(name)
    noon = datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=UTC)
    file = read_plan(SAMPLE_PLANS / content.file)
    return Sample(view_of(file, Surroundings(now=lambda: noon)), content)


@pytest.fixture(scope="module")
def november() -> Iterator[Sample]:
    """Södra three days after its second follow-up."""
    sample = on("2026-11-20")
    with closing(sample.view.store):
        yield sample


@pytest.fixture(scope="module")
def summer() -> Iterator[Sample]:
    """Södra as if nobody had done anything until the summer after."""
    sample = on("2027-07-15")
    with closing(sample.view.store):
        yield sample


def test_where_the_seventeen_actions_stand(november: Sample) -> None:
    by = november.standing.now.by_status
    there = {status: november.keys(ids) for status, ids in by.items() if ids}

    assert there == {
        "not_started": [
            *("hemteam_pitea", "barn_hemma", "utbildning_person", "servicepunkter"),
            *("vag_in_unga", "livets_slut", "schema", "introduktion"),
        ],
        "ongoing": ["hjartsvikt", "multisjuka_plan", "stroke_hem", "vardkontakt", "balans"],
        "delayed": ["sip_fore"],
        "paused": ["psykiatri_hembesok"],
        "done": ["skarmrond"],
        "tried": ["nattpatrull"],
    }


def test_what_needs_somebody_in_november(november: Sample) -> None:
    now = november.standing.now

    # nattpatrull's last day, 2026-05-31, has passed, but it is ended. The next is 2027-03-31, ended
    # too, and then 2027-04-30: more than 92 days away.
    assert (now.overdue, now.due) == ((), ())
    # Only sip_fore is late, since it is said to be: 16 of 17.
    assert november.keys(now.late) == ["sip_fore"]
    assert len(now.in_time) == 16
    # Neither has an ansvarig funktion; both have a huvudman.
    assert november.keys(now.unowned) == ["livets_slut", "introduktion"]
    # Seven have begun and aren't ended. balans was told of on 2026-05-19: 185 days ago, not 183.
    assert november.keys(now.untold) == ["balans"]


def test_what_is_late_the_summer_after(summer: Sample) -> None:
    now = summer.standing.now

    # 2027-06-30 (three of them: said so, Q2 2027, 2027-06-30) and 2027-04-30 have passed.
    overdue = ["hjartsvikt", "multisjuka_plan", "vardkontakt", "schema"]
    assert summer.keys(now.overdue) == overdue
    # sip_fore, late as said, ends v. 40 2027: its last day is 10 October, within 92 days.
    assert summer.keys(now.late) == ["hjartsvikt", "multisjuka_plan", "vardkontakt", *SIP, "schema"]
    assert len(now.in_time) == 12
    assert summer.keys(now.due) == SIP
    # 15 aren't ended. introduktion begins hösten 2027 and is not to be told of yet; vag_in_unga
    # began with Q3. All that was told is older than half a year.
    assert len(now.untold) == 14


SIP = ["sip_fore"]


def test_what_moved_from_the_first_follow_up_to_the_second(november: Sample) -> None:
    moved = november.moved("2026-05-19").compared.moved
    moves = {(*november.keys([one.id]), one.before, one.after) for one in moved.moves}

    assert moves == {
        ("stroke_hem", "not_started", "ongoing"),
        ("sip_fore", "ongoing", "delayed"),
        ("skarmrond", "paused", "done"),
        ("psykiatri_hembesok", "ongoing", "paused"),
    }
    # hjartsvikt's end was said anew, våren 2027 as 2027-06-30: the same last day.
    assert (moved.new, moved.gone, moved.later, moved.sooner) == ((), (), (), ())


def test_what_moved_from_the_workshop_to_the_first_follow_up(november: Sample) -> None:
    moved = november.moved("2026-02-24", "2026-05-19").compared.moved
    moves = {(*november.keys([one.id]), one.before, one.after) for one in moved.moves}

    assert moves == {
        ("multisjuka_plan", "not_started", "ongoing"),
        ("sip_fore", "not_started", "ongoing"),
        ("skarmrond", "ongoing", "paused"),
        ("psykiatri_hembesok", "not_started", "ongoing"),
        ("nattpatrull", "ongoing", "tried"),
    }


def test_share_in_time_between_the_periods(november: Sample) -> None:
    compared = november.moved("2026-05-19").compared

    # In May none was late: 17 of 17. In November 16 of 17, 94 percent: 6 points fewer.
    assert (len(compared.before.in_time), len(compared.after.in_time)) == (17, 16)
    assert compared.points == -6


def test_what_is_to_be_reported_next(november: Sample) -> None:
    reporting = november.standing.reporting

    # uppdrag_natt is reported; of the two left, 2026-10-15 has passed and v. 12 2027 has not.
    assert reporting is not None
    assert november.keys(reporting.ids) == ["uppdrag_samtycke"]
    assert (reporting.bodies, reporting.due, reporting.late) == (("POLSAM",), "2026-10-15", True)


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
        "ind_palliativ": (ON_WAY, 71.4 / 39),  # (24 × 1,6 + 15 × 2,2) / (24 + 15), down to 1
        "ind_unga": (UNKNOWN, 52),  # no baseline
        "ind_ater": (NOT_ON_WAY, 12),  # 11 → 12, down to 6
        "ind_skarm": (REACHED, 9),  # 0 → 9, up to 8
    },
    "norra": {
        "ind_hemtagning": (ON_WAY, 3402 / 53),  # (12 × 58 + 41 × 66) / (12 + 41), up to 80
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


@pytest.mark.parametrize(
    ("value", "said"),
    [
        *((71.4 / 39, "1,83"), (3402 / 53, "64,19"), (3120.0, "3120"), (0.0125, "0,0125")),
        *((-3.0, "−3"), (12.5, "12,5"), (0.0, "0")),
    ],
)
def test_a_mean_is_written_with_two_decimals(value: float, said: str) -> None:
    assert short_text(value) == said


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
        ("ind_hjartsvikt", "2506", "regionens"): -1,  # −1 −1
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
