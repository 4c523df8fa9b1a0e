"""The overall plan: nobody's row is missing, and each says where it comes from."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.model.things import Thing
from nvworkshop.reports import PlanData
from nvworkshop.reports.overall import Entry, Overall, build, county
from tests.reports.plans import NORRBOTTEN, OVERALL, action, data_of, joint, local_plan, period

PLANS = ("sodra", "ostra", "nix", "overall")
SHIFTS = st.sampled_from(["R1", "R3", "R9", "", None])
PARTIES = [one.id for one in NORRBOTTEN.principals] + ["polisen", "okänd"]


def titles(entries: tuple[Entry, ...]) -> list[str]:
    return [one.title for one in entries]


def shift(found: Overall, shift: str) -> list[str]:
    return titles(next(one for one in found.sections if one.id == shift).entries)


@st.composite
def plans(draw: st.DrawFn) -> PlanData:
    values = st.fixed_dictionaries(
        {},
        optional={
            "shift": SHIFTS,
            "handling": st.sampled_from(["kept_local", "joint", "raised", "hittepå"]),
            "principal": st.sampled_from(PARTIES),
            "contributors": st.lists(st.sampled_from(PARTIES), max_size=3),
            "decision_body": st.sampled_from(["polsam", "nix"]),
            "decision_needed": st.sampled_from(["Pengar", {"answer": "not_applicable"}]),
            "number": st.integers(1, 40),
        },
    )
    several: list[dict[str, Any]] = draw(st.lists(values, max_size=12))
    ids = [f"a{n}" for n in range(len(several))]
    things = [
        action(one, draw(st.sampled_from(PLANS)), **values)
        for one, values in zip(ids, several, strict=True)
    ]
    for n in range(draw(st.integers(0, 3))):
        gathered = draw(st.lists(st.sampled_from([*ids, "borta"]), max_size=4))
        things += joint(f"j{n}", *gathered, shift=draw(SHIFTS))
    return data_of(OVERALL, local_plan("sodra"), local_plan("ostra"), *things)


@given(plans())
def test_what_goes_in_comes_out_and_stands_once(data: PlanData) -> None:
    found = build(data)
    rows = [one.id for one in found.entries]
    gathered = {one.id for row in found.entries for one in row.gathers}
    assert Counter(rows) == Counter(set(rows))
    assert {*rows, *gathered} == {one.id for one in data.rows}
    assert not gathered & set(rows)
    assert found.handled.total() + len(gathered) == found.actions == len(data.actions)


@given(plans())
def test_every_huvudman_finds_all_that_is_theirs(data: PlanData) -> None:
    duties = {one.id: one for one in build(data).duties}
    for thing in data.rows:
        owner = thing.text("principal")
        assert thing.id in {one.id for one in duties[owner].responsible}
        for party in set(thing.items("contributors")) - {owner}:
            assert thing.id in {one.id for one in duties[party].contributing}


@given(plans())
def test_what_is_raised_or_asks_for_a_decision_is_asked_of_somebody(data: PlanData) -> None:
    found = build(data)
    asked = Counter(one.id for body in found.decisions for one in body.entries)
    raised = {one.id for one in found.entries if one.handling == "raised"}
    named = {one.id for one in data.rows if one["decision_needed"] == "Pengar"}
    assert asked.keys() >= raised | named
    assert set(asked.values()) <= {1}


def test_a_local_row_says_which_plan_and_workshop_it_comes_from() -> None:
    held = Thing("workshop", "w", {"title": "Arvidsjaur", "date": "2026-10-06", "plan": "sodra"})
    row = action("Team", number=12, workshop="w", shift="R1", end=period("Q3 2027"))
    (entry,) = build(data_of(OVERALL, local_plan("sodra"), held, row)).entries
    origin = entry.origin
    assert origin
    assert (origin.part, origin.where, origin.plan, origin.number) == (
        *("sodra", "Södra", "Plan sodra", 12),
    )
    assert (origin.workshop, origin.date, entry.until) == ("Arvidsjaur", "2026-10-06", "Q3 2027")


def test_a_row_of_no_plan_we_have_is_there_all_the_same() -> None:
    (entry,) = build(data_of(OVERALL, action("Team", "nix"))).entries
    assert entry.where == ("Okänd plan",)


def test_a_shift_has_joint_actions_first_and_then_local_ones_as_they_are_handled() -> None:
    rows = [
        action(name, shift="R3", handling=name)
        for name in ("raised", "", "kept_local", "joint", "samlad")
    ]
    found = build(data_of(OVERALL, *rows, *joint("j", "samlad", shift="R3")))
    assert shift(found, "R3") == ["j", "joint", "kept_local", "raised", "()"]
    assert shift(found, "R1") == []


def test_what_a_link_gathers_is_joint_whatever_was_chosen() -> None:
    row = action("Team", handling="raised", handling_reason="Pengar")
    (entry,) = build(data_of(OVERALL, row, *joint("j", "Team"))).entries
    (local,) = entry.gathers
    assert (entry.title, local.handling, local.part_of) == ("j", "joint", ("j",))
    assert build(data_of(OVERALL, row, *joint("j", "Team"))).decisions == ()


def test_a_raised_row_without_a_body_is_asked_of_nobody_yet() -> None:
    rows = [action("Avtal", handling="raised"), action("Pengar", decision_body="polsam")]
    found = build(data_of(OVERALL, *rows)).decisions
    assert [(one.id, titles(one.entries)) for one in found] == [
        ("polsam", ["Pengar"]),
        ("", ["Avtal"]),
    ]


def test_the_white_spots_are_said_of_shift_and_part_and_of_prerequisite() -> None:
    parts = [local_plan("sodra"), local_plan("ostra"), local_plan("norra")]
    rows = [action("a", "sodra", shift="R1", prerequisites=["F1", "F2", "F3"])]
    rows += [action("b", "ostra", shift="R3")]
    found = county(data := data_of(OVERALL, *parts, *rows), build(data))
    said = [one.sentence for one in found.spots]
    assert "Mer hälsofrämjande och förebyggande insatser: ingen åtgärd i Östra." in said
    assert "Öppnare vårdformer: ingen åtgärd i någon länsdel." in said
    assert any(
        "förebyggande insatser: ingen åtgärd som bygger på Bästa till" in one for one in said
    )
    assert found.without == (
        "Ingen plan härifrån än: Luleå/Boden.",
        "En plan utan åtgärder än: Norra.",
    )


def test_a_joint_action_covers_the_parts_it_gathers_from() -> None:
    rows = [action("a", "sodra", shift="R1"), action("b", "ostra", shift="R2")]
    data = data_of(OVERALL, local_plan("sodra"), local_plan("ostra"), *rows)
    alone = {one.missing for one in county(data, build(data)).spots if one.shift == "R1"}
    more = data_of(
        OVERALL,
        *(local_plan("sodra"), local_plan("ostra"), *rows),
        *joint("j", "a", "b", shift="R1"),
    )
    together = {one.missing for one in county(more, build(more)).spots if one.shift == "R1"}
    assert ("ostra",) in alone
    assert ("ostra",) not in together


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, ""),
        (1, "1 rad: 0 gemensamma åtgärder och 1 lokal åtgärd"),
        (14, "plats för fler"),
        (15, "inom riktmärket"),
        (40, "inom riktmärket"),
        (41, "färre rader"),
    ],
)
def test_the_size_is_said_kindly(number: int, said: str) -> None:
    data = data_of(OVERALL, *(action(f"a{n}") for n in range(number)))
    assert said in " ".join(county(data, build(data)).size)


def test_alike_work_is_an_overlap_only_in_several_parts() -> None:
    rows = [action("a", "sodra"), action("b", "sodra"), action("c", "ostra")]
    data = data_of(OVERALL, local_plan("sodra"), local_plan("ostra"), *rows)
    alike = [(("a", "b"), ()), (("c", "a"), ("team",)), (("a", "borta"), ())]
    (one,) = county(data, build(data), alike).overlaps
    assert (one.sentence, one.words) == ("Liknande arbete i Södra och Östra.", ("team",))
    assert titles(one.entries) == ["a", "c"]


def test_joint_actions_that_gather_the_same_row_overlap() -> None:
    data = data_of(OVERALL, action("a"), *joint("j", "a"), *joint("k", "a"))
    (one,) = county(data, build(data)).overlaps
    assert titles(one.entries) == ["j", "k"]
