"""Pairs joined to groups for review."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.merging.duplicates import Suggestion, groups


def pair(one: str, other: str, score: float = 0.9) -> Suggestion:
    return Suggestion(score, (one, other), (), ())


def test_three_rows_that_are_all_alike_become_one_group() -> None:
    found = groups([pair("a", "b", 0.9), pair("b", "c", 0.6), pair("c", "a", 0.6)])
    assert [ids for _, ids in found] == [("a", "b", "c")]
    assert found[0][0] == pytest.approx(0.7)


def test_one_missing_pair_of_three_still_makes_a_group() -> None:
    assert groups([pair("a", "b", 0.9), pair("b", "c", 0.8)])[0][1] == ("a", "b", "c")


def test_one_link_does_not_chain_two_groups() -> None:
    left, right = combinations("abc", 2), combinations("xyz", 2)
    found = groups([*(pair(*p) for p in (*left, *right)), pair("c", "x", 0.5)])
    assert [ids for _, ids in found] == [("a", "b", "c"), ("x", "y", "z")]


def test_groups_come_best_first() -> None:
    assert groups([pair("a", "b", 0.4), pair("x", "y", 0.8)]) == [
        (0.8, ("x", "y")),
        (0.4, ("a", "b")),
    ]


def test_no_suggestions_give_no_groups() -> None:
    assert groups([]) == []


PAIRS = st.dictionaries(
    st.sampled_from(list(combinations("abcdefg", 2))), st.floats(0.3, 1.0), max_size=12
)


@given(PAIRS)
def test_order_does_not_matter_and_no_row_is_in_two_groups(
    scores: dict[tuple[str, str], float],
) -> None:
    suggestions = [pair(*ids, score) for ids, score in scores.items()]
    found = groups(suggestions)
    assert groups(suggestions[::-1]) == found
    rows = [row for _, ids in found for row in ids]
    assert len(rows) == len(set(rows))
