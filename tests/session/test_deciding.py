"""Conflicts in a row: rules, third values, what is left to the länsdel, and one undo for all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nvworkshop.errors import InputError
from nvworkshop.session.conflict_list import (
    HERE,
    OpenConflict,
    Rule,
    RuleKind,
    decisions_by,
    open_conflicts,
    rules_for,
)
from nvworkshop.session.deciding import Decision, decide
from nvworkshop.session.leaving import leave, take_up
from nvworkshop.session.merge import merge
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create, open_plan
from tests.laptops import surroundings

LATEST = Rule(RuleKind.LATEST)


@pytest.fixture
def overall(tmp_path: Path) -> Session:
    """A plan where two laptops wrote three fields apart, and one removed what the other edited."""
    place = tmp_path / "södra.nvplan"
    sodra = create(place, county_part="sodra", surroundings=surroundings("Piteå", tmp_path))
    sodra.add("action", {"title": "Team", "goal": "Färre"}, entity="a1")
    sodra.add("action", {"title": "Linje"}, entity="a2")
    sodra.publish()
    copy = Path(shutil.copy(place, tmp_path / "kopia.nvplan"))
    other = open_plan(copy, surroundings=surroundings("Älvsbyn", tmp_path))
    sodra.set("a1", {"goal": "Inga", "function": "enhetschef"})
    other.set("a1", {"goal": "Hälften", "function": "socialchef"})
    sodra.remove("a2")
    other.set("a2", {"goal": "Svar samma dag"})
    sodra.publish()
    other.publish()
    session = create(tmp_path / "länet.nvplan", surroundings=surroundings("kansli", tmp_path))
    merge(session, [place, copy])
    return session


def named(overall: Session, field: str) -> OpenConflict:
    (found,) = (one for one in open_conflicts(overall) if one.conflict.field == field)
    return found


def test_every_conflict_tells_both_values_and_who(overall: Session) -> None:
    goal = named(overall, "goal")
    assert (goal.title, goal.where, goal.base) == ("Team", "Södra", "Färre")
    assert {(one.text, one.device) for one in goal.sides} == {
        ("Inga", "Piteå"),
        ("Hälften", "Älvsbyn"),
    }
    assert len(open_conflicts(overall)) == 3


def test_a_removal_against_an_edit_names_what_was_edited(overall: Session) -> None:
    removal = named(overall, "removed")
    assert [one.edited for one in removal.sides] == [(), ("Mål",)]


def test_one_rule_decides_all_in_one_step(overall: Session) -> None:
    rule = Rule(RuleKind.DEVICE, "Älvsbyn")
    decide(overall, decisions_by(rule, open_conflicts(overall)))
    assert open_conflicts(overall) == []
    assert overall.thing("a1")["goal"] == "Hälften"
    assert overall.thing("a2")["goal"] == "Svar samma dag"
    overall.undo()
    assert len(open_conflicts(overall)) == 3


def test_the_rules_offered_say_something(overall: Session) -> None:
    rules = rules_for(open_conflicts(overall))
    assert rules[0] == LATEST
    assert {one.name for one in rules if one.kind is RuleKind.DEVICE} == {"Piteå", "Älvsbyn"}
    assert all(decisions_by(rule, open_conflicts(overall)) for rule in rules)


def test_what_was_written_here_comes_from_here(overall: Session, tmp_path: Path) -> None:
    other = open_plan(tmp_path / "kopia.nvplan", surroundings=surroundings("Älvsbyn", tmp_path))
    other.set("a1", {"title": "Rullande team"})
    other.publish()
    overall.set("a1", {"title": "Mobilt team"})
    merge(overall, [tmp_path / "kopia.nvplan"])
    assert {one.origin for one in named(overall, "title").sides} == {HERE, "Södra"}


def test_a_third_value_is_read_as_typed(overall: Session) -> None:
    decide(overall, [Decision(named(overall, "goal").conflict, third="Färre, på sikt inga")])
    assert overall.thing("a1")["goal"] == "Färre, på sikt inga"
    assert len(open_conflicts(overall)) == 2


def test_a_third_value_that_cannot_be_read_decides_nothing(overall: Session) -> None:
    goal, removal = named(overall, "goal"), named(overall, "removed")
    with pytest.raises(InputError):
        decide(overall, [Decision(goal.conflict, 1), Decision(removal.conflict, third="kanske")])
    assert len(open_conflicts(overall)) == 3


def test_a_conflict_that_changed_meanwhile_is_left_open(overall: Session, tmp_path: Path) -> None:
    seen = named(overall, "goal")
    third = open_plan(tmp_path / "södra.nvplan", surroundings=surroundings("Arjeplog", tmp_path))
    third.set("a1", {"goal": "En tredjedel"})
    third.publish()
    merge(overall, [tmp_path / "södra.nvplan"])
    outcome = decide(overall, [Decision(seen.conflict, 1)])
    assert "ändrades medan du valde" in outcome.notes[0]
    assert named(overall, "goal").conflict != seen.conflict


def test_what_is_left_to_the_county_part_stays_open(overall: Session) -> None:
    leave(overall, [named(overall, "goal").conflict])
    assert named(overall, "goal").left
    assert not named(overall, "function").left
    take_up(overall, [named(overall, "goal").conflict])
    assert not named(overall, "goal").left


def test_another_value_brings_a_left_conflict_back(overall: Session, tmp_path: Path) -> None:
    leave(overall, [named(overall, "goal").conflict])
    third = open_plan(tmp_path / "södra.nvplan", surroundings=surroundings("Arjeplog", tmp_path))
    third.set("a1", {"goal": "En tredjedel"})
    third.publish()
    merge(overall, [tmp_path / "södra.nvplan"])
    assert not named(overall, "goal").left


def test_search_finds_by_any_text(overall: Session) -> None:
    assert "halften" not in named(overall, "goal").found_by
    assert "hälften" in named(overall, "goal").found_by
    assert "älvsbyn" in named(overall, "goal").found_by
