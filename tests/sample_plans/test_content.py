"""The local plans hold what they promise: real work, every flow, and gaps as in real plans."""

from __future__ import annotations

from collections import Counter

import pytest

from nvworkshop.followup.figures import latest_reports
from nvworkshop.followup.series import series_of
from nvworkshop.model.choices import CHOICES
from nvworkshop.model.fields import FieldType
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.labels import options
from nvworkshop.model.rules import missing_for_decision
from nvworkshop.model.things import Thing
from nvworkshop.session.view import PlanView
from sample_plans.content import LOCAL

Views = dict[str, PlanView]
each = pytest.mark.parametrize("name", LOCAL)


def actions_of(views: Views, name: str) -> list[Thing]:
    return views[name].things("action")


@each
def test_between_12_and_20_actions(views: Views, name: str) -> None:
    assert 12 <= len(actions_of(views, name)) <= 20


@each
def test_plan_says_it_is_a_sample(views: Views, name: str) -> None:
    plan = views[name].plan

    assert plan is not None
    assert plan["sample"] is True
    assert "exempel" in plan.text("title")
    assert plan["county_part"] == name


@each
def test_every_flow_of_the_county_part_has_an_action(views: Views, name: str) -> None:
    wanted = {one.id for one in views[name].strategy.flows if one.county_part == name}

    assert {one["flow"] for one in actions_of(views, name)} - {None} == wanted


def test_thirteen_flows_in_all(views: Views) -> None:
    flows = {one["flow"] for name in LOCAL for one in actions_of(views, name)} - {None}

    assert len(flows) == 13


@each
def test_every_municipality_is_named_and_takes_part(views: Views, name: str) -> None:
    wanted = {one.id for one in views[name].strategy.municipalities_of(name)}
    actions = actions_of(views, name)
    named = {item for one in actions for item in one.items("municipalities")}
    parties = {item for one in actions for item in (*one.items("contributors"), one["principal"])}

    assert named == wanted
    assert wanted <= parties


@each
def test_every_choice_is_in_the_strategy(views: Views, name: str) -> None:
    view = views[name]
    wrong = []
    for kind in KINDS.values():
        for field in (one for one in kind.fields if one.type is FieldType.CHOICE):
            known = {option for option, _ in options(field, view.strategy)}
            for thing in view.things(kind.name):
                value = thing[field.name]
                values = value if isinstance(value, list) else [value]
                wrong += [
                    (field.name, one) for one in values if one is not None and one not in known
                ]

    assert wrong == []


@each
def test_no_action_ends_before_it_starts(views: Views, name: str) -> None:
    both = [(one["start"], one["end"]) for one in actions_of(views, name) if one["end"]]

    assert all(end["last"] is None or start["first"] <= end["last"] for start, end in both)


@each
def test_what_is_ongoing_has_begun(views: Views, name: str) -> None:
    ongoing = [one["start"] for one in actions_of(views, name) if one["status"] == "ongoing"]

    assert ongoing
    assert all(start["first"] <= "2026-11-22" for start in ongoing)


@each
def test_one_action_was_tried_and_ended_with_a_lesson(views: Views, name: str) -> None:
    tried = [one for one in actions_of(views, name) if one["status"] == "tried"]

    assert [bool(one.text("lesson")) for one in tried] == [True]


@each
def test_an_unshared_action_says_why(views: Views, name: str) -> None:
    unshared = [one for one in actions_of(views, name) if one["shared"] is False]

    assert unshared
    assert all(one.text("shared_reason") for one in unshared)


@each
def test_some_actions_are_not_ready_for_a_decision(views: Views, name: str) -> None:
    gaps = [one for one in actions_of(views, name) if missing_for_decision(one)]

    assert 2 <= len(gaps) <= len(actions_of(views, name)) // 2


@each
def test_workshop_has_ideas_and_is_followed_up_twice(views: Views, name: str) -> None:
    view = views[name]
    ideas = view.things("idea")
    held = [(one["template"], one["county_part"]) for one in view.things("workshop")]

    assert held == [("half_day", name), ("follow_up_30", name), ("follow_up_30", name)]
    assert 6 <= len(ideas) <= 10
    assert any(one["parked"] is True for one in ideas)


@each
def test_everything_is_rated_at_each_meeting(views: Views, name: str) -> None:
    rated = Counter(one.text("date") for one in views[name].things("self_rating"))

    assert sorted(rated) == sorted(one["date"] for one in views[name].things("workshop"))
    assert set(rated.values()) == {8}


@each
def test_most_that_had_begun_is_followed_up_but_not_all(views: Views, name: str) -> None:
    view = views[name]
    dates = sorted(one.text("date") for one in view.things("workshop"))
    told = Counter(one.text("date") for one in view.things("follow_up"))
    followed = {one.text("action") for one in view.things("follow_up")}

    assert sorted(told) == dates[1:]
    assert min(told.values()) >= 5
    assert {one.id for one in actions_of(views, name)} - followed


@each
def test_actions_stand_as_they_were_last_said_to(views: Views, name: str) -> None:
    last = latest_reports(views[name].things("follow_up"))
    stands = {one.id: one["status"] for one in actions_of(views, name)}

    assert {id_: one["status"] for id_, one in last.items()} == {id_: stands[id_] for id_ in last}


def test_work_goes_up_and_down(views: Views) -> None:
    told = [one for name in LOCAL for one in views[name].things("follow_up")]

    assert {one["status"] for one in told} == {one.id for one in CHOICES["status"]}
    late = [one for one in told if one["status"] in ("delayed", "tried")]
    assert all(one.text("lesson") or one.text("effect_seen") for one in late)


@each
def test_indicators_have_three_values_or_more_and_some_lack(views: Views, name: str) -> None:
    series = [one for of in series_of(views[name].things("measurement")).values() for one in of]
    dates = {(one.indicator, point.date) for one in series for point in one.points}
    times = Counter(indicator for indicator, _ in dates)

    assert sum(len(one.points) >= 3 for one in series) >= 3
    assert any(one.latest.few for one in series)
    assert any(len(one.points) < times[one.indicator] for one in series)


def test_two_sources_of_one_indicator_say_different_things(views: Views) -> None:
    several = [series_of(views[name].things("measurement")) for name in LOCAL]
    sources = [{one.source for one in of} for each in several for of in each.values()]

    assert sum(len(one) > 1 for one in sources) == 3


@each
def test_one_assignment_is_reported_one_overdue_and_one_to_come(views: Views, name: str) -> None:
    given = views[name].things("assignment")
    left = [one["due"]["last"] for one in given if one["reported"] is None]

    assert len(given) == 3
    assert len(left) == 2
    assert [min(left) < "2026-11-22", max(left) < "2027-01-01"] == [True, False]


@each
def test_indicators_are_marked_as_examples(views: Views, name: str) -> None:
    indicators = views[name].things("indicator")

    assert indicators
    assert all(one["example"] is True for one in indicators)


@each
def test_no_person_is_named(views: Views, name: str) -> None:
    view = views[name]
    private = {
        (kind.name, field.name) for kind in KINDS.values() for field in kind.fields if field.private
    }

    assert private
    assert all(thing[field] is None for kind, field in private for thing in view.things(kind))


def test_school_police_private_and_civil_society_take_part(views: Views) -> None:
    actions = [one for name in LOCAL for one in actions_of(views, name)]
    parties = {item for one in actions for item in one.items("contributors")}

    assert {"skola_elevhalsa", "polisen", "privata_halsocentraler", "civilsamhalle"} <= parties
