from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from nvworkshop.model.kinds import KINDS
from nvworkshop.model.rules import missing_for_decision
from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.session.files import view_of
from nvworkshop.session.merge import merge
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create, open_plan
from nvworkshop.session.summary import PlanSummary, said_when, summary_of
from nvworkshop.session.view import PlanView
from tests.laptops import laptop, surroundings

SWEDEN = timezone(timedelta(hours=1))
NOW = datetime(2026, 11, 19, 15, 0, tzinfo=SWEDEN)  # a Thursday


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    around = surroundings("Piteå", tmp_path)
    with closing(create(tmp_path / "s.nvplan", county_part="sodra", surroundings=around)) as one:
        yield one


def test_a_new_plan_says_whose_it_is(session: Session) -> None:
    summary = summary_of(session)
    assert summary.about == "Arjeplog · Arvidsjaur · Piteå · Älvsbyn · Region Norrbotten"
    assert (summary.county_part, summary.county_part_label) == ("sodra", "Södra")
    assert summary.county_part_number == 0
    assert (summary.state, summary.level) == ("Utkast", "Lokal gemensam handlingsplan")
    assert (summary.actions, summary.share_complete, summary.sample) == (0, 0.0, False)


def test_a_plan_with_nothing_in_it_has_an_empty_summary(tmp_path: Path) -> None:
    assert summary_of(laptop("tom", tmp_path)) == PlanSummary()


def test_a_huvudmans_own_plan_is_that_huvudmans(session: Session) -> None:
    session.set(session.store.plan, {"level": "principal", "principal": "Piteå kommun"})
    assert summary_of(session).about == "Piteå kommun"


def test_an_overall_plan_of_none_says_so(tmp_path: Path) -> None:
    with closing(create(tmp_path / "o.nvplan", surroundings=surroundings("o", tmp_path))) as one:
        assert summary_of(one).about == "Inga planer sammanslagna än"


def test_a_time_nobody_can_read_is_not_complete(session: Session) -> None:
    (action,) = [one for one in KINDS.values() if one.name == "action"]
    filled = {one.name: "ej aktuellt" for one in action.fields if one.decision}
    entity = session.add("action", {**filled, "end": "snart nog"}).entity
    assert (summary_of(session).complete, summary_of(session).counted) == (0, 1)
    session.set(entity, {"end": "Q3 2027"})
    assert summary_of(session).complete == 1


def test_the_counts_are_those_of_the_things(session: Session) -> None:
    session.add("action", {"title": "Mobilt team"})
    session.add("idea", {"title": "Buss"})
    summary = summary_of(session)
    assert (summary.actions, summary.ideas, summary.joint_actions) == (1, 1, 0)
    assert (summary.complete, summary.counted) == (0, 1)


@pytest.mark.parametrize(("resources", "complete"), [("ej aktuellt", 1), ("inte bestämt", 0)])
def test_a_row_is_complete_when_a_decision_can_be_made(
    session: Session, resources: str, complete: int
) -> None:
    values = {one.name: "Alla" for one in KINDS["action"].fields if one.decision}
    values |= {"shift": "R1", "principal": "region", "end": "2027-01-31", "resources": resources}
    session.add("action", values)
    session.add("action", {"title": "Mobilt team"})
    assert summary_of(session).share_complete == complete / 2


def test_the_share_is_the_rule_of_the_whole_program() -> None:
    view = _sample("sodra.nvplan")
    complete = [one for one in view.things("action") if not missing_for_decision(one)]
    summary = summary_of(view)
    assert summary.complete == len(complete)
    assert summary.counted == len(view.things("action"))
    assert summary.sample


def test_an_overall_plan_counts_its_plans_and_joint_actions() -> None:
    summary = summary_of(_sample("overgripande.nvplan"))
    assert summary.about == "Sammanslagen av 4 planer"
    assert summary.counted == summary.joint_actions > 0
    assert summary.county_part == ""


def test_conflicts_come_before_the_state(session: Session, tmp_path: Path) -> None:
    entity = session.add("action", {"title": "x", "goal": "a"}).entity
    session.publish()
    copy = tmp_path / "kopia.nvplan"
    copy.write_bytes((tmp_path / "s.nvplan").read_bytes())
    with closing(open_plan(copy, surroundings=surroundings("Älvsbyn", tmp_path))) as other:
        other.set(entity, {"goal": "b"})
        other.publish()
    session.set(entity, {"goal": "c"})
    merge(session, [copy])
    assert summary_of(session).state == "1 konflikt att lösa"


def test_who_changed_it_last_is_told(session: Session) -> None:
    entity = session.add("action", {"title": "x"}).entity
    session.set(entity, {"goal": "y"})
    summary = summary_of(session)
    assert summary.changed_by == "Piteå"
    assert summary.changed == max(one.at for one in session.store.changes() if one.entity == entity)


def test_a_summary_is_json() -> None:
    summary = summary_of(_sample("ostra.nvplan"))
    assert PlanSummary.from_json(json.loads(json.dumps(summary.as_json()))) == summary


@pytest.mark.parametrize("data", [{}, {"title": 3, "actions": "många", "sample": None, "x": 1}])
def test_a_summary_from_elsewhere_is_an_empty_one(data: dict[str, object]) -> None:
    assert PlanSummary.from_json(data) == PlanSummary()


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (datetime(2026, 11, 19, 14, 32, tzinfo=SWEDEN), "idag 14:32"),
        (datetime(2026, 11, 18, 23, 30, tzinfo=UTC), "idag 00:30"),
        (datetime(2026, 11, 18, 9, 10, tzinfo=SWEDEN), "igår 09:10"),
        (datetime(2026, 11, 16, 9, 10, tzinfo=SWEDEN), "i måndags"),
        (datetime(2026, 11, 13, 9, 10, tzinfo=SWEDEN), "i fredags"),
        (datetime(2026, 11, 12, 9, 10, tzinfo=SWEDEN), "12 nov"),
        (datetime(2026, 3, 1, 9, 10, tzinfo=SWEDEN), "1 mars"),
        (datetime(2025, 11, 15, 9, 10, tzinfo=SWEDEN), "2025-11-15"),
        (datetime(2026, 11, 20, 9, 10, tzinfo=SWEDEN), "2026-11-20"),
    ],
)
def test_a_time_is_said_as_people_say_it(when: datetime, said: str) -> None:
    assert said_when(int(when.timestamp() * 1000), NOW, SWEDEN) == said


def test_a_time_beyond_the_calendar_is_not_said() -> None:
    assert said_when(10**18, NOW) == ""


def _sample(name: str) -> PlanView:
    return view_of(read_plan(SAMPLE_PLANS / name))
