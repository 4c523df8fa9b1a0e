from __future__ import annotations

from itertools import pairwise

import pytest

from nvworkshop.merging.duplicates.marking import Marker

MARKER = Marker()


def marked(text: str, shared: str = "", differing: str = "") -> tuple[list[str], list[str]]:
    marks = MARKER.marks(text, shared.split(", "), differing.split(", "))
    return (
        [text[one.start : one.end] for one in marks if one.shared],
        [text[one.start : one.end] for one in marks if not one.shared],
    )


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("Utbildning för alla. UTBILDNINGAR!", "utbildning", ["Utbildning", "UTBILDNINGAR"]),
        ("Hälsocentralen och hälsocentraler", "hälsocentral", ["Hälsocentralen", "hälsocentraler"]),
        ("Hemmonitorering hjärtsvikt", "egenmonitorering", ["Hemmonitorering"]),
        ("Ett team för e-hälsa", "ehälsa", ["e-hälsa"]),
        ("Inget om det", "utbildning", []),
        ("", "utbildning", []),
    ],
)
def test_words_are_marked_however_they_are_inflected(
    text: str, name: str, found: list[str]
) -> None:
    assert marked(text, shared=name)[0] == found


def test_the_words_of_a_phrase_are_not_marked_elsewhere() -> None:
    text = "Vad är viktigt för dig? Det är viktigt."
    assert marked(text, shared="vad är viktigt för dig")[0] == ["viktigt", "för", "dig"]


def test_what_is_shared_goes_before_what_differs() -> None:
    assert marked("Mobilt team i Pajala", "team", "team, pajala") == (
        ["team"],
        ["Pajala"],
    )


def test_marks_never_overlap_and_hold_the_text_as_typed() -> None:
    marks = MARKER.marks("HC/PV och e-hälsa på HC", ("ehälsa", "hc"), ("hälsa", "pv"))
    assert all(one.end <= after.start for one, after in pairwise(marks))
