"""Clean text, and keys for matching and sorting."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.errors import InputError
from nvworkshop.model.text import (
    MAX_LINE,
    MAX_TEXT,
    Cleaned,
    clean,
    fold,
    shorten_apart,
    sort_key,
)

ANY_CHARACTER = st.characters(exclude_categories=())
ROUGH = st.text(
    st.one_of(ANY_CHARACTER, st.sampled_from(" \t\n\r\x85\u2028\ufeff\ud83d\ude00a\u030a"))
)


@pytest.mark.parametrize(
    ("rough", "text"),
    [
        ("a\r\nb\rc\x85d\u2028e\u2029f\vg", "a\nb\nc\nd\ne\nf\ng"),
        ("rad  \t\n slut \n\n", "rad\n slut"),
        ("\n\n  indrag", "  indrag"),
        ("Lulea\u030a", "Luleå"),
        ("\ufeffa\ufeffb", "ab"),
        ("a\tb", "a\tb"),
    ],
)
def test_normalising_leaves_no_note(rough: str, text: str) -> None:
    assert clean(rough, multiline=True) == Cleaned(text)


@pytest.mark.parametrize(
    ("rough", "text"),
    [(" två\r\nrader ", "två rader"), ("a \n\n b", "a b"), ("a\tb", "a b"), ("a  b", "a  b")],
)
def test_one_line_field_has_no_line_breaks(rough: str, text: str) -> None:
    assert clean(rough, multiline=False) == Cleaned(text)


@pytest.mark.parametrize(
    "text",
    [
        "👩‍👩‍👧 familj",
        "🧑🏽‍⚕️",
        "\u200fעברית\u200e",
        "Jåhkåmåhkke, čđŋšŧž áâ",
        "å ä ö é ü",
        "10\u00a0000 kr",
    ],
)
def test_what_people_write_is_kept(text: str) -> None:
    assert clean(text, multiline=True) == clean(text, multiline=False) == Cleaned(text)


@pytest.mark.parametrize(
    ("rough", "text", "note"),
    [
        ("a\x00b\x1bc\x7f\x9fd", "abcd", "4 styrtecken som inte syns togs bort."),
        ("a\ud800b", "a\ufffdb", "1 trasigt tecken ersattes med \ufffd."),
        ("\udc00\ud800", "\ufffd\ufffd", "2 trasiga tecken ersattes med \ufffd."),
        ("a\ufffeb", "ab", "1 ogiltigt tecken togs bort."),
        ("\uffff\ufdd0\U0001ffff", "", "3 ogiltiga tecken togs bort."),
    ],
)
def test_what_is_removed_is_noted(rough: str, text: str, note: str) -> None:
    assert clean(rough, multiline=False) == Cleaned(text, (note,))


def test_surrogate_pair_becomes_its_emoji_without_note() -> None:
    assert clean("\ud83d\ude00", multiline=False) == Cleaned("😀")


@pytest.mark.parametrize(("most", "multiline"), [(MAX_TEXT, True), (MAX_LINE, False)])
def test_too_long_text_is_refused_with_both_numbers(most: int, *, multiline: bool) -> None:
    assert len(clean("å" * most + " ", multiline=multiline).text) == most
    with pytest.raises(InputError) as caught:
        clean("å" * (most + 1), multiline=multiline)
    sentence = caught.value.sentence.replace("\u00a0", "")
    assert f"{most + 1} tecken" in sentence
    assert f"Högst {most} tecken" in sentence


def test_a_million_spaces_are_answered_at_once() -> None:
    with pytest.raises(InputError):
        clean("a" + " " * 1_000_000 + "b", multiline=False)


@given(ROUGH, st.booleans())
def test_clean_text_is_clean(rough: str, multiline: bool) -> None:
    text = clean(rough, multiline=multiline).text
    assert clean(text, multiline=multiline) == Cleaned(text)
    assert unicodedata.is_normalized("NFC", text)
    assert text.encode().decode() == text
    controls = {letter for letter in text if unicodedata.category(letter) in {"Cc", "Cs"}}
    assert controls <= ({"\n", "\t"} if multiline else set())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Luleå/Boden", "LULEÅ–boden"),
        ("Nära  vård", "nära-vård"),
        ("e\u0301", "É"),
        ("sam\u00adverkan", "samverkan"),
        (" SIP\n", "sip"),
        ("Straße", "STRASSE"),
        ("a\u00a0b", "A b"),
    ],
)
def test_texts_that_read_the_same_fold_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_swedish_letters_stay_apart_when_folded() -> None:
    assert len({fold(letter) for letter in "aåäoö"}) == 5


@given(ROUGH)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    "register",
    [
        ["Arjeplog", "Boden", "Älvsbyn"],
        ["zon", "åtgärd", "ärende", "öppet"],
        ["Vuxen", "wiki", "xylofon"],
        ["Södra 2", "Södra 10", "Södra 10 b"],
        ["1", "02", "10", "a"],
        ["ide", "idé", "ideell"],
        ["Mueller", "Muller", "mylla", "Müller"],
        ["ärm", "ærm", "ärr"],
        ["öl", "øl", "öm"],
        ["a b", "a1", "ab"],
        ["Norra", "norra", "Norrbotten"],
        ["cáhppe", "čáhppe", "dal", "đat", "sa", "šat"],
        ["åa", "åb", "äa"],
    ],
)
def test_register_sorts_as_in_swedish(register: list[str]) -> None:
    shuffled = random.Random(1).sample(register, len(register))
    assert sorted(shuffled, key=sort_key) == register


@given(ROUGH, ROUGH)
def test_only_the_same_text_shares_a_sort_key(one: str, other: str) -> None:
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert (sort_key(one) == sort_key(other)) == same


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_numbers_sort_by_size(one: int, other: int) -> None:
    assert (sort_key(f"v{one}") < sort_key(f"v{other}")) == (one < other)


def test_number_of_any_length_sorts() -> None:
    assert sort_key("9" * 5000) < sort_key("1" + "0" * 5000)


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        (["kort", "annat"], ["kort", "annat"]),
        (
            [
                "Hälsocentralen går igenom listan varje vecka",
                "Hälsocentralen går igenom listan ibland",
            ],
            ["…listan varje vecka", "…listan ibland"],
        ),
        (["x" * 50, "x" * 40], ["x" * 23 + "…", "x" * 23 + "…"]),
    ],
)
def test_texts_are_cut_so_that_their_difference_shows(texts: list[str], shown: list[str]) -> None:
    assert shorten_apart(texts, 24) == shown
