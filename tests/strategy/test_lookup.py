"""Finding things by id and by the names people write."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.strategy import CATEGORIES, Strategy, fold, load_shipped


@pytest.mark.parametrize(
    ("category", "text", "expected"),
    [
        ("shift", "r1", "R1"),
        ("shift", "mer hälsofrämjande och FÖREBYGGANDE insatser", "R1"),
        ("prerequisite", "Samverkan", "F1"),
        ("county_part", "luleå / boden", "lulea_boden"),
        ("county_part", "Luleå-Boden", "lulea_boden"),
        ("municipality", " ÄLVSBYN ", "2560"),
        ("municipality", "2560", "2560"),
        ("municipality", unicodedata.normalize("NFD", "Övertorneå"), "2518"),
        ("principal", "Haparanda kommun", "2583"),
        ("party", "haparanda stad", "2583"),
        ("party", "skola/elevhälsa", "skola_elevhalsa"),
        ("flow", "Gällivare 1: palliativa patienter", "gallivare_palliativ"),
        ("body", "polsam", "polsam"),
        ("abbreviation", "säbo", "SABO"),
    ],
)
def test_find_matches_id_name_short_name_and_alias(
    norrbotten: Strategy, category: str, text: str, expected: str
) -> None:
    found = norrbotten.find(category, text)
    assert found is not None
    assert found.id == expected


@pytest.mark.parametrize("text", ["Alvsbyn", "Overtornea", "Lulea", "", " - ", "Umeå"])
def test_find_keeps_swedish_letters_apart(norrbotten: Strategy, text: str) -> None:
    assert norrbotten.find("municipality", text) is None


def test_find_never_guesses_between_flows_of_the_same_name(norrbotten: Strategy) -> None:
    assert norrbotten.find("flow", "Multisjuka äldre") is None


@pytest.mark.parametrize("strategy_id", ["norrbotten", "vasterbotten"])
def test_find_of_every_label_and_id_gives_the_item_back(strategy_id: str) -> None:
    strategy = load_shipped(strategy_id)
    for category in CATEGORIES:
        for item_id, label in strategy.options(category):
            item = strategy.get(category, item_id)
            assert strategy.find(category, item_id) is item
            assert strategy.find(category, label) is item


def test_label_falls_back_to_the_id(norrbotten: Strategy) -> None:
    assert norrbotten.label("shift", "R9") == "R9"
    assert norrbotten.label("municipality", "2514") == "Kalix"


def test_options_of_party_are_principals_then_actors(norrbotten: Strategy) -> None:
    both = (*norrbotten.options("principal"), *norrbotten.options("actor"))
    assert norrbotten.options("party") == both


def test_unknown_category_raises_key_error(norrbotten: Strategy) -> None:
    with pytest.raises(KeyError):
        norrbotten.options("shifts")


def test_county_part_of_gives_the_lansdel(norrbotten: Strategy) -> None:
    part = norrbotten.county_part_of("2518")
    assert part is not None
    assert part.id == "ostra"
    assert norrbotten.county_part_of("2480") is None


def test_municipalities_of_unknown_county_part_is_empty(norrbotten: Strategy) -> None:
    assert norrbotten.municipalities_of("vastra") == ()


def test_bare_strategy_shows_ids_and_finds_nothing() -> None:
    bare = Strategy.bare("varmland")
    assert bare.is_bare
    assert bare.label("shift", "X1") == "X1"
    assert all(bare.options(category) == () for category in CATEGORIES)
    assert bare.find("party", "region") is None


def test_bare_strategy_has_a_plain_dict() -> None:
    assert Strategy.bare("varmland").as_dict()["shifts"] == []


@given(st.text())
def test_fold_twice_is_fold_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="åäöÅÄÖaoAOé"))
def test_fold_never_makes_two_letters_one(text: str) -> None:
    assert fold(text) == unicodedata.normalize("NFC", text.lower())
