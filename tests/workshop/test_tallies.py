"""A mean of tallies is written as the people in the room would round it."""

from __future__ import annotations

import pytest

from nvworkshop.workshop.tallies import mean_text, mean_words


@pytest.mark.parametrize(
    ("total", "people", "said"),
    [
        (26, 8, "3,3"),
        (30, 8, "3,8"),
        (29, 20, "1,5"),
        (21, 8, "2,6"),
        (9, 3, "3,0"),
        (10, 3, "3,3"),
    ],
)
def test_half_a_tenth_goes_up(total: int, people: int, said: str) -> None:
    assert mean_text(total / people) == said


def test_mean_is_told_out_of_five() -> None:
    assert mean_words(2.25) == "2,3 av 5"
