from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.editor.differing import words_only_in


def _marked(text: str, other: str) -> list[str]:
    return [text[start:end] for start, end in words_only_in(text, other)]


@pytest.mark.parametrize(
    ("text", "other", "wanted"),
    [
        ("en gång i veckan", "en gång i månaden", ["veckan"]),
        ("en gång i veckan", "en gång i veckan", []),
        ("två nya ord sist", "två ord", ["nya", "sist"]),
        ("allt", "", ["allt"]),
        ("", "allt", []),
        ("Piteå, Älvsbyn", "Piteå", [", Älvsbyn"]),
    ],
)
def test_words_that_differ_are_marked(text: str, other: str, wanted: list[str]) -> None:
    assert _marked(text, other) == wanted


@given(st.text(), st.text())
def test_marks_are_in_order_and_inside_the_text(text: str, other: str) -> None:
    ends = [0, *(place for mark in words_only_in(text, other) for place in mark), len(text)]
    assert ends == sorted(ends)


def test_very_long_texts_are_not_compared() -> None:
    assert words_only_in("ord " * 5_000, "annat") == []
