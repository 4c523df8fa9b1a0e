"""Who comes, as lines."""

from __future__ import annotations

import pytest

from nvworkshop.strategy import load_shipped
from nvworkshop.workshop.coming import read_coming, said_coming

STRATEGY = load_shipped("norrbotten")


@pytest.mark.parametrize(
    ("line", "function", "party"),
    [
        ("enhetschef hemtjänst, Piteå", "enhetschef hemtjänst", "2581"),
        ("rektor;piteå", "rektor", "2581"),
        ("rektor\tPiteå", "rektor", "2581"),
        ("chef, elevhälsan, Piteå", "chef, elevhälsan", "2581"),
        ("kurator", "kurator", ""),
        ("kurator,", "kurator", ""),
        (", Piteå", "Piteå", ""),
    ],
)
def test_a_line_is_a_function_and_its_organisation(line: str, function: str, party: str) -> None:
    assert read_coming(line, STRATEGY) == ([(function, party)], [])


def test_an_unknown_organisation_is_told_and_nothing_is_lost() -> None:
    found, unknown = read_coming("tolk, Cirkusen\n\n , \nrektor, Kalix", STRATEGY)
    assert found == [("tolk, Cirkusen", ""), ("rektor", "2514")]
    assert unknown == ["Cirkusen"]


def test_what_is_said_is_read_as_the_same() -> None:
    coming = [("rektor", "2514"), ("kurator", ""), ("chef, elevhälsan", "region")]
    assert read_coming(said_coming(coming, STRATEGY), STRATEGY) == (coming, [])


def test_a_thousand_lines_are_read() -> None:
    found, _ = read_coming("rektor, Kalix\n" * 1_000, STRATEGY)
    assert len(found) == 1_000
