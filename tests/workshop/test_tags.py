from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.workshop.tags import party_of, read_tags, short_keys

NAMES = [
    ("2581", "Piteå"),
    ("2506", "Arjeplog"),
    ("2505", "Arvidsjaur"),
    ("2560", "Älvsbyn"),
    ("region", "Regionen"),
    ("privata", "Privata hälsocentraler"),
]


def test_tags_are_taken_out_of_the_line_in_their_order() -> None:
    tagged = read_tags("Gemensam rutin @pit för SIP @r", NAMES)
    assert tagged.text == "Gemensam rutin för SIP"
    assert tagged.parties == ("2581", "region")


def test_what_could_be_several_or_none_stays_as_typed() -> None:
    left = read_tags("Rutin @p @a @kiruna", NAMES)
    assert (left.text, left.unread) == ("Rutin @p @a @kiruna", ("@p", "@a", "@kiruna"))
    assert read_tags("Mejla nara@norr.se @", NAMES).parties == ()


def test_the_shortest_key_tells_each_from_the_others() -> None:
    keys = short_keys(NAMES)
    assert keys == {
        "2581": "pi",
        "2506": "arj",
        "2505": "arv",
        "2560": "ä",
        "region": "r",
        "privata": "pr",
    }
    assert all(party_of(key, NAMES) == party for party, key in keys.items())


def test_a_with_ring_is_not_a() -> None:
    assert party_of("alvs", NAMES) is None
    assert party_of("ÄLVS", NAMES) == "2560"


@given(st.text())
def test_no_word_is_lost(line: str) -> None:
    tagged = read_tags(line, NAMES)
    kept = tagged.text.split()
    assert [one for one in line.split() if one in kept] == kept
