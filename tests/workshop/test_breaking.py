from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.workshop.breaking import SOFT_HYPHEN, breakable


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("Hälsofrämjande", "Hälso-främjande"),
        ("Personcentrering", "Person-centrering"),
        ("Gemensam primärvård", "Gemensam primär-vård"),
        ("Attraktiv och hållbar arbetsmiljö", "Attraktiv och hållbar arbets-miljö"),
        ("Utan förutsättning", "Utan förut-sättning"),
        ("vård", "vård"),
        ("Öva", "Öva"),
    ],
)
def test_a_long_word_is_broken_between_its_parts(text: str, broken: str) -> None:
    assert breakable(text).replace(SOFT_HYPHEN, "-") == broken


@given(text=st.text(st.characters(exclude_characters=SOFT_HYPHEN)))
def test_nothing_but_hyphens_is_put_in(text: str) -> None:
    assert breakable(text).replace(SOFT_HYPHEN, "") == text
