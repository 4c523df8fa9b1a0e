"""The local plans hold what they promise: real work, every flow, and gaps as in real plans."""

from __future__ import annotations

import pytest

from nvworkshop.model.fields import FieldType
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.rules import missing_for_decision
from nvworkshop.model.things import Thing
from nvworkshop.model.values import options
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
def test_workshop_has_ideas_ratings_and_follow_ups(views: Views, name: str) -> None:
    view = views[name]
    ideas = view.things("idea")

    assert [one["county_part"] for one in view.things("workshop")] == [name]
    assert 6 <= len(ideas) <= 10
    assert any(one["parked"] is True for one in ideas)
    assert len(view.things("self_rating")) == 8
    assert view.things("assignment")
    assert 1 <= len(view.things("follow_up")) <= 2


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
