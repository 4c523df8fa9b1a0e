"""The figures of Södra, counted by hand on days that are said.

The numbers were counted on paper by reading `sample_plans/content`, and written here before the
program was asked. Keys are those of the content files.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.followup.samples import Sample, on


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
