from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.model.things import Thing
from nvworkshop.strategy import load_shipped
from nvworkshop.workshop.ideas import (
    PARKED,
    action_values,
    actions_by_idea,
    by_votes,
    idea_values,
    merged_in,
    merged_values,
    number,
    of_step,
    of_workshop,
    voices,
)
from nvworkshop.workshop.steps import Step, StepType

COUNTY = load_shipped("norrbotten")
SHIFT = Step("shift-R2", StepType.SHIFT, "", 15, item="R2")
NEED = Step("prerequisite-F1", StepType.PREREQUISITE, "", 5, item="F1")


def _idea(name: str, **values: Any) -> Thing:
    return Thing("idea", name, {"workshop": "w", "step": "s", **values})


def test_parked_and_merged_ideas_stand_aside() -> None:
    said = [
        _idea("a"),
        _idea("b", parked=True),
        _idea("c", merged_into="a"),
        _idea("d", workshop="another"),
        _idea("e", step="other"),
    ]
    ours = of_workshop(said, "w")
    assert [one.id for one in ours] == ["a", "b", "e"]
    assert [one.id for one in of_step(ours, "s")] == ["a"]
    assert [one.id for one in of_step(ours, PARKED)] == ["b"]


def test_what_was_merged_is_found_through_others_and_never_round_and_round() -> None:
    said = [_idea("a", merged_into="c"), _idea("b", merged_into="a"), _idea("c", merged_into="b")]
    assert {one.id for one in merged_in(said, "a")} == {"b", "c"}
    assert merged_in(said, "no such") == []


def test_a_new_idea_tells_who_said_it_and_what_it_is_about() -> None:
    values = idea_values("Ring upp", SHIFT, "w", ("2581", "region", "2506"))
    assert (values["shift"], values["party"]) == ("R2", "2581")
    assert values["contributors"] == ["region", "2506"]
    assert idea_values("Rum", NEED, "w", ())["prerequisites"] == ["F1"]
    assert "party" not in idea_values("Rum", NEED, "w", ())


def test_an_action_takes_over_from_its_idea_and_what_was_merged_into_it() -> None:
    idea = _idea("a", title="Ring upp", party="2581", shift="R2", effect=4, prerequisites=["F1"])
    merged = _idea("b", title="Ring dagen efter", party="polisen", prerequisites=["F2", "F1"])
    values = action_values(idea, [merged], COUNTY)
    assert (values["title"], values["principal"], values["shift"]) == ("Ring upp", "2581", "R2")
    assert values["contributors"] == ["polisen"]
    assert values["prerequisites"] == ["F1", "F2"]
    assert values["description"] == "Ring dagen efter"
    assert values["ideas"] == ["a", "b"]


def test_one_who_cannot_be_responsible_contributes() -> None:
    values = action_values(_idea("a", title="x", party="polisen"), [], COUNTY)
    assert "principal" not in values
    assert values["contributors"] == ["polisen"]


def test_merging_adds_votes_and_names_everybody_once() -> None:
    keep = _idea("a", votes=2, party="2581", contributors=["region"])
    other = _idea("b", votes=3, party="region", contributors=["2506", "2581"])
    assert merged_values(keep, other) == {"votes": 5, "contributors": ["region", "2506"]}
    assert merged_values(_idea("a"), _idea("b")) == {}


def test_voices_are_counted_with_the_most_first() -> None:
    said = [_idea("a", party="2581"), _idea("b", party="region"), _idea("c", party="region")]
    assert voices([*said, _idea("d")]) == {"region": 2, "": 1, "2581": 1}


@given(st.lists(st.none() | st.integers() | st.floats() | st.text() | st.booleans()))
def test_whatever_stands_as_votes_ideas_can_be_put_in_order(votes: list[Any]) -> None:
    ordered = by_votes(_idea(str(n), votes=one) for n, one in enumerate(votes))
    numbers = [number(one, "votes") for one in ordered]
    assert numbers == sorted(numbers, reverse=True)


def test_an_action_is_found_by_each_of_its_ideas() -> None:
    action = Thing("action", "x", {"ideas": ["a", "b"]})
    assert actions_by_idea([action, Thing("action", "y", {})]) == {"a": action, "b": action}


def test_an_idea_has_become_the_action_and_not_its_copy() -> None:
    action, copy = (Thing("action", one, {"ideas": ["a"]}) for one in ("x", "y"))
    assert actions_by_idea([action, copy]) == {"a": action}
