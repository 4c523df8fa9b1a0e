from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.model.fields import FieldType
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.things import Thing
from nvworkshop.strategy import load_shipped
from nvworkshop.workshop.clock import Progress
from nvworkshop.workshop.content import Cards, Matrix, Ratings, ReadBack, Statement, pages
from nvworkshop.workshop.coverage import Coverage
from nvworkshop.workshop.showing import Seen, content, heading
from nvworkshop.workshop.steps import named
from nvworkshop.workshop.templates import template_agenda

COUNTY = load_shipped("norrbotten")
AGENDA = template_agenda("half_day", COUNTY)
NOW = 1_800_000_000.0
SECRET = "Hemlig"
_SHOWN = {
    ("idea", "title"), ("action", "title"), ("action", "function"), ("action", "end"),
    ("workshop", "title"), ("workshop", "next_meeting"),
}  # fmt: skip


def _idea(name: str, step: str = "shift-R2", **values: Any) -> Thing:
    return Thing("idea", name, {"workshop": "w", "step": step, "title": name, **values})


def _seen(step: str, **given: Any) -> Seen:
    workshop = given.pop("workshop", Thing("workshop", "w", {"county_part": "sodra"}))
    progress = given.pop("progress", Progress().go(step, NOW))
    return Seen(COUNTY, workshop, AGENDA, progress, **given)


def _cards(seen: Seen) -> list[str]:
    body = content(seen, NOW).body
    assert isinstance(body, Cards)
    return [one.text for one in body.cards]


def _private(kind: str, **values: Any) -> Thing:
    """A thing with a secret in every text that the room is not to see."""
    secret = {
        one.name: SECRET
        for one in KINDS[kind].fields
        if one.type in (FieldType.TEXT, FieldType.LONG) and (kind, one.name) not in _SHOWN
    }
    return Thing(kind, f"{kind}1", {**secret, "title": "Syns", **values})


@given(step=st.sampled_from([one.id for one in AGENDA]), voting=st.booleans(), rated=st.text())
def test_no_name_and_no_note_is_ever_shown(*, step: str, voting: bool, rated: str) -> None:
    idea = _private("idea", step=step, workshop="w", votes=2, number=1, contributors=[SECRET])
    action = _private("action", ideas=["idea1"], number=4, function="enhetschef", workshop="w")
    rating = _private("self_rating", item="R1", tally=[1, 0, 0, 0, 2], workshop="w")
    seen = _seen(
        step,
        workshop=_private("workshop", county_part="sodra"),
        ideas=[idea],
        actions=[action],
        ratings=[rating, _private("note"), _private("participant")],
        people=18,
        rated=rated,
        voting=voting,
    )
    assert SECRET not in repr(content(seen, NOW)).replace(repr(rated), "")


def test_ideas_are_shown_newest_first_with_what_became_of_them() -> None:
    said = [_idea("Ett", number=1, votes=2), _idea("Två", number=2), _idea("Annat", "shift-R1")]
    action = Thing("action", "x", {"number": 12, "ideas": ["Ett"]})
    shown = content(_seen("shift-R2", ideas=said, actions=[action], newest="Två"), NOW)
    assert isinstance(shown.body, Cards)
    two, one = shown.body.cards
    assert (two.text, two.new, two.action) == ("Två", True, None)
    assert (one.text, one.new, one.action, one.votes) == ("Ett", False, 12, 2)
    assert (shown.ideas, shown.item, shown.step, shown.steps) == (2, "R2", 6, 18)


@pytest.mark.parametrize("step", ["shift-R2", "prioritise"])
def test_parked_merged_and_other_workshops_ideas_are_not_shown(step: str) -> None:
    said = [
        _idea("Syns"),
        _idea("Parkerad", parked=True),
        _idea("Ingår", merged_into="Syns"),
        _idea("Annan", workshop="another"),
    ]
    assert _cards(_seen(step, ideas=said)) == ["Syns"]


def test_the_vision_is_read_until_somebody_says_something_of_it() -> None:
    body = content(_seen("vision"), NOW).body
    assert isinstance(body, Statement)
    assert body.emphasis
    assert _cards(_seen("vision", ideas=[_idea("Trygghet", "vision")])) == ["Trygghet"]


def test_the_joint_flows_of_the_lansdel_are_shown_first() -> None:
    body = content(_seen("flows"), NOW).body
    assert isinstance(body, Statement)
    assert len(body.lines) == len([one for one in COUNTY.flows if one.county_part == "sodra"])
    elsewhere = Thing("workshop", "w", {})
    assert _cards(_seen("flows", workshop=elsewhere)) == []


def test_ratings_have_counts_levels_and_what_was_said_before() -> None:
    now = {"item": "R1", "tally": [0, 1, 1, 0, 0], "workshop": "w"}
    before = {"item": "R1", "tally": [2, 0, 0, 0, 0], "workshop": "old", "date": "2026-05-14"}
    older = {**before, "tally": [0, 0, 0, 0, 2], "date": "2025-05-14"}
    rated = [Thing("self_rating", str(n), one) for n, one in enumerate((before, now, older))]
    body = content(_seen("rating", ratings=rated, rated="R1"), NOW).body
    assert isinstance(body, Ratings)
    assert len(body.items) == 8
    assert (body.items[0].counts, body.items[0].before) == ((0, 1, 1, 0, 0), 1.0)
    assert (body.current, len(body.levels)) == ("R1", 5)


def test_nonsense_is_not_rated() -> None:
    body = content(_seen("rating", rated="no such"), NOW).body
    assert isinstance(body, Ratings)
    assert body.current == ""


def test_votes_come_most_first_and_the_matrix_has_what_is_placed() -> None:
    said = [_idea("Ett", votes=1), _idea("Två", votes=5, effect=4, effort=2)]
    assert _cards(_seen("prioritise", ideas=said)) == ["Två", "Ett"]
    body = content(_seen("prioritise", ideas=said, voting=False), NOW).body
    assert isinstance(body, Matrix)
    assert [(one.text, one.effect, one.effort) for one in body.points] == [("Två", 4, 2)]
    assert [one.text for one in body.waiting] == ["Ett"]


def test_ideas_with_as_many_votes_stand_shift_by_shift_and_what_is_looked_at_is_told() -> None:
    said = [
        _idea("Önskan", "vision", number=1),
        _idea("Två", number=2, shift="R2"),
        _idea("Ett", "shift-R1", number=3, shift="R1"),
    ]
    seen = _seen("prioritise", ideas=said, read="Två")
    assert _cards(seen) == ["Ett", "Två", "Önskan"]
    body = content(seen, NOW).body
    assert isinstance(body, Cards)
    assert body.looked_at == 1


@pytest.mark.parametrize(("everything", "waiting"), [(False, 9), (True, 11)])
def test_the_matrix_waits_for_the_few_with_the_most_votes(
    *, everything: bool, waiting: int
) -> None:
    said = [_idea(f"{n}", votes=n) for n in range(11)]
    said.append(_idea("Placerad", votes=20, effect=4, effort=2))
    seen = _seen("prioritise", ideas=said, voting=False, everything=everything)
    body = content(seen, NOW).body
    assert isinstance(body, Matrix)
    assert len(body.waiting) == waiting


def test_the_ideas_to_make_actions_of_are_shown_until_one_is() -> None:
    said = [_idea("Ett", votes=1), _idea("Två", votes=5)]
    assert _cards(_seen("actions", ideas=said)) == ["Två", "Ett"]
    action = Thing("action", "x", {"title": "Två", "number": 1, "ideas": ["Två"]})
    body = content(_seen("actions", ideas=said, actions=[action]), NOW).body
    assert isinstance(body, ReadBack)


@pytest.mark.parametrize("step", ["actions", "read_back", "close"])
def test_who_does_what_by_when_is_read_back(step: str) -> None:
    values = {"title": "Ring upp", "principal": "2581", "function": "enhetschef", "number": 3}
    actions = [
        Thing("action", "x", {**values, "end": {"said": "hösten 2027"}}),
        Thing("action", "y", {"end": "nonsense", "principal": "no such"}),
    ]
    met = Thing("workshop", "w", {"next_meeting": {"said": "v. 37"}})
    body = content(_seen(step, actions=actions, workshop=met), NOW).body
    assert isinstance(body, ReadBack)
    first, second = body.promises
    assert (first.who, first.function, first.when) == ("Piteå kommun", "enhetschef", "hösten 2027")
    assert (second.who, second.when) == ("", "")
    assert body.next_meeting == "v. 37"


@pytest.mark.parametrize(
    ("step", "read", "place"),
    [("read_back", "", 0), ("close", "gone", 0), ("read_back", "b", 1), ("actions", "", 2)],
)
def test_the_page_of_the_action_that_is_looked_at_is_read_back(
    step: str, read: str, place: int
) -> None:
    actions = [Thing("action", name, {"title": name}) for name in "abc"]
    body = content(_seen(step, actions=actions, read=read), NOW).body
    assert isinstance(body, ReadBack)
    assert body.looked_at == place


@given(count=st.integers(0, 200), most=st.integers(0, 12))
def test_pages_are_about_as_long_as_each_other(count: int, most: int) -> None:
    made = pages(count, most)
    assert [place for one in made for place in one] == list(range(count))
    assert all(0 < len(one) <= max(1, most) for one in made)
    assert not made or max(map(len, made)) - min(map(len, made)) <= 1


def test_the_check_shows_the_map() -> None:
    assert isinstance(content(_seen("check"), NOW).body, Coverage)


def test_before_it_has_begun_the_group_is_welcomed() -> None:
    titled = Thing("workshop", "w", {"title": "Workshop i Södra"})
    shown = content(_seen("", workshop=titled, progress=Progress()), NOW)
    assert (shown.heading, shown.step) == ("Workshop i Södra", 0)
    assert shown.question.startswith("Välkomna till")


def test_silent_minutes_are_told_while_they_last() -> None:
    hushed = Progress().go("shift-R2", NOW).hush(3, NOW)
    assert content(_seen("shift-R2", progress=hushed), NOW + 170).silent
    assert not content(_seen("shift-R2", progress=hushed), NOW + 181).silent


@pytest.mark.parametrize("step", [one.id for one in AGENDA])
def test_an_empty_plan_has_something_to_show_in_every_step(step: str) -> None:
    shown = content(_seen(step), NOW)
    found = named(AGENDA, step)
    assert found
    assert shown.heading == heading(found, COUNTY)
    assert shown.question
