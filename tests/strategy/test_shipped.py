"""The strategies that come with the program hold the facts they should."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from nvworkshop.strategy import CATEGORIES, Flow, Strategy, available, load, load_shipped
from nvworkshop.strategy.loader import SHIPPED

ALL = ["norrbotten", "vasterbotten"]


def words(text: str) -> int:
    return len(text.split())


def test_available_names_both_strategies() -> None:
    assert available() == ALL


def test_available_in_a_missing_folder_is_empty(tmp_path: Path) -> None:
    assert available(tmp_path / "nowhere") == []


@pytest.mark.parametrize("strategy_id", ALL)
def test_load_with_every_guide_finds_no_problem(strategy_id: str) -> None:
    assert load(SHIPPED / strategy_id).id == strategy_id


def test_norrbotten_has_the_strategys_own_structure(norrbotten: Strategy) -> None:
    assert [shift.id for shift in norrbotten.shifts] == ["R1", "R2", "R3", "R4"]
    assert [one.id for one in norrbotten.prerequisites] == ["F1", "F2", "F3", "F4"]
    assert [one.id for one in norrbotten.vision.statements] == ["M0", "M1", "M2", "M3", "M4"]
    assert [rule.id for rule in norrbotten.plan_rules] == ["H1", "H2", "H3", "H4", "H5"]
    assert norrbotten.label("vision", "M0") == "Min hälsa och välbefinnande"


@pytest.mark.parametrize(
    ("strategy_id", "municipalities", "county"),
    [("norrbotten", 14, "25"), ("vasterbotten", 15, "24")],
)
def test_municipality_codes_are_the_countys(
    strategy_id: str, municipalities: int, county: str
) -> None:
    codes = [one.id for one in load_shipped(strategy_id).municipalities]
    assert len(set(codes)) == municipalities
    assert all(re.fullmatch(county + r"\d\d", code) for code in codes)


@pytest.mark.parametrize("strategy_id", ALL)
def test_every_municipality_is_in_exactly_one_county_part(strategy_id: str) -> None:
    strategy = load_shipped(strategy_id)
    placed = [code for part in strategy.county_parts for code in part.municipalities]
    assert sorted(placed) == sorted(one.id for one in strategy.municipalities)


def test_norrbotten_county_parts_hold_the_right_kommuner(norrbotten: Strategy) -> None:
    names = {
        part.id: {one.name for one in norrbotten.municipalities_of(part.id)}
        for part in norrbotten.county_parts
    }
    assert names == {
        "sodra": {"Arjeplog", "Arvidsjaur", "Piteå", "Älvsbyn"},
        "ostra": {"Haparanda", "Kalix", "Överkalix", "Övertorneå"},
        "lulea_boden": {"Boden", "Luleå"},
        "norra": {"Gällivare", "Jokkmokk", "Kiruna", "Pajala"},
    }


@pytest.mark.parametrize(("strategy_id", "count"), [("norrbotten", 15), ("vasterbotten", 16)])
def test_principals_are_the_region_and_every_kommun(strategy_id: str, count: int) -> None:
    strategy = load_shipped(strategy_id)
    assert len(strategy.principals) == count
    assert [one.municipality for one in strategy.principals].count("") == 1
    kommuner = {one.id for one in strategy.principals if one.municipality == one.id}
    assert kommuner == {one.id for one in strategy.municipalities}


def test_principals_have_official_names(norrbotten: Strategy) -> None:
    expected = {"region": "Region Norrbotten", "2583": "Haparanda stad", "2560": "Älvsbyns kommun"}
    assert {one: norrbotten.label("principal", one) for one in expected} == expected


def test_norrbotten_has_thirteen_flows_of_three_scopes(norrbotten: Strategy) -> None:
    scopes = [flow.scope for flow in norrbotten.flows]
    assert len(scopes) == 13
    assert (scopes.count("county_part"), scopes.count("target_group")) == (1, 1)


@pytest.mark.parametrize("strategy_id", ALL)
def test_flows_of_a_kommun_lie_in_its_county_part(strategy_id: str) -> None:
    strategy = load_shipped(strategy_id)
    for flow in (one for one in strategy.flows if one.scope == "municipality"):
        parts = {strategy.county_part_of(code) for code in flow.covers}
        assert parts == {strategy.get("county_part", flow.county_part)}


def test_gallivare_has_two_flows_and_jokkmokk_none(norrbotten: Strategy) -> None:
    def flows_of(code: str) -> list[Flow]:
        return [flow for flow in norrbotten.flows if code in flow.covers]

    assert (len(flows_of("2523")), len(flows_of("2510"))) == (2, 0)


@pytest.mark.parametrize("strategy_id", ALL)
def test_agreement_areas_are_the_six_of_the_yearly_report(strategy_id: str) -> None:
    assert [one.name for one in load_shipped(strategy_id).agreement_areas] == [
        "Samverkan",
        "Delaktighet",
        "Tillgänglighet",
        "Kontinuitet",
        "Primärvården som nav",
        "Hälsofrämjande, förebyggande och rehabiliterande",
    ]


@pytest.mark.parametrize("strategy_id", ALL)
def test_starter_indicators_are_examples_without_kolada_ids(strategy_id: str) -> None:
    strategy = load_shipped(strategy_id)
    assert all(one.example and one.source for one in strategy.starter_indicators)
    text = json.dumps(strategy.as_dict(), ensure_ascii=False)
    assert not re.search(r"\b[NU]\d{5}\b", text)


def test_every_norrbotten_shift_has_a_starter_indicator(norrbotten: Strategy) -> None:
    measured = {shift for one in norrbotten.starter_indicators for shift in one.shifts}
    assert measured == {"R1", "R2", "R3", "R4"}


@pytest.mark.parametrize("strategy_id", ALL)
def test_every_item_names_its_source(strategy_id: str) -> None:
    strategy = load_shipped(strategy_id)
    items = [one for name in CATEGORIES if name != "source" for one in strategy.items(name)]
    assert [one.id for one in items if not one.source] == []


@pytest.mark.parametrize("strategy_id", ALL)
def test_rating_has_five_levels_for_both_kinds(strategy_id: str) -> None:
    rating = load_shipped(strategy_id).rating
    assert [step.level for step in rating.shift] == [1, 2, 3, 4, 5]
    assert [step.level for step in rating.prerequisite] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("strategy_id", ALL)
def test_guides_ask_one_question_and_carry_the_items_name(strategy_id: str) -> None:
    strategy = load_shipped(strategy_id)
    for category in ("shift", "prerequisite"):
        for item_id, label in strategy.options(category):
            guide = strategy.guide(item_id)
            assert guide.title == label
            assert guide.question.count("?") == 1
            assert guide.hints
            assert guide.examples
            assert guide.pitfalls


def test_norrbotten_guides_have_150_to_300_words(norrbotten: Strategy) -> None:
    counts = {one: words(norrbotten.guide(one).markdown) for one in norrbotten.guided_ids}
    assert len(counts) == 9
    assert {one: n for one, n in counts.items() if not 150 <= n <= 300} == {}


def test_no_guide_text_lies_unused() -> None:
    for strategy_id in ALL:
        files = {path.stem for path in (SHIPPED / strategy_id / "guide").iterdir()}
        assert files == set(load_shipped(strategy_id).guided_ids)


def test_strategies_share_no_id_of_their_own(norrbotten: Strategy, vasterbotten: Strategy) -> None:
    own = set(CATEGORIES) - {"source", "abbreviation", "yearly"}
    for category in own:
        here = {one.id for one in norrbotten.items(category)}
        assert here.isdisjoint(one.id for one in vasterbotten.items(category)), category


def test_vasterbotten_has_six_goals_under_its_own_word(vasterbotten: Strategy) -> None:
    assert [shift.id for shift in vasterbotten.shifts] == ["G1", "G2", "G3", "G4", "G5", "G6"]
    assert vasterbotten.terms.shift == "uppföljningsmål"
    assert [part.name for part in vasterbotten.county_parts] == [
        "Södra Lappland",
        "Skellefteå",
        "Umeå",
    ]


@pytest.mark.parametrize("strategy_id", ALL)
def test_as_dict_written_and_loaded_again_is_equal(strategy_id: str, folder: Path) -> None:
    strategy = load_shipped(strategy_id)
    for guide in (SHIPPED / strategy_id / "guide").iterdir():
        (folder / "guide" / guide.name).write_bytes(guide.read_bytes())
    (folder / "strategy.json").write_text(json.dumps(strategy.as_dict()), encoding="utf-8")
    assert load(folder) == strategy
