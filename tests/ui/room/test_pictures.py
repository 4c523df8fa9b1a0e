from __future__ import annotations

import math
import re
from dataclasses import replace
from itertools import combinations

import pytest

from nvworkshop.workshop.content import PAGE
from tests.ui.room.conftest import Show
from tests.ui.room.drawn import drawn, words
from tests.ui.room.hard import HARD, WORD
from ui.checks import clipped, rich_text, unnamed
from ui.screenshots.room_screens import PICTURES, cards, matrix, ratings, read_back

WIDE = ((1_280, 720), (1_920, 1_080), (3_840, 2_160))
SIZES = (*WIDE, (1_024, 768), (700, 900))
LEAST = 28


@pytest.mark.parametrize("size", SIZES, ids=lambda one: f"{one[0]}x{one[1]}")
@pytest.mark.parametrize("name", sorted(HARD))
def test_nothing_is_small_and_nothing_reaches_out(
    show: Show, name: str, size: tuple[int, int]
) -> None:
    if name == "coverage" and size == (700, 900):
        return  # names are not broken into so short parts
    window = show(HARD[name], size)
    unit = min(size[1] / 1_080, size[0] / 1_440)
    room = window.rect().toRectF().adjusted(-2, -2, 2, 2)
    for one in drawn(window):
        assert one.size >= math.floor(LEAST * unit), one
        assert room.contains(one.place), one


@pytest.mark.parametrize("size", WIDE, ids=lambda one: f"{one[0]}x{one[1]}")
@pytest.mark.parametrize("name", sorted(HARD))
def test_no_text_stands_on_another(show: Show, name: str, size: tuple[int, int]) -> None:
    found = drawn(show(HARD[name], size))
    for one, other in combinations(found, 2):
        assert not one.ink.intersects(other.ink), (one, other)


def test_many_ideas_show_the_newest_and_how_many_more(show: Show) -> None:
    window = show(replace(PICTURES["cards"], body=cards(1_000)), (1_920, 1_080))
    texts = [one.text.strip() for one in drawn(window)]
    shown = [n for n in range(1_000, 0, -1) if str(n) in texts and n > 900]
    assert shown == list(range(1_000, 1_000 - len(shown), -1))
    assert len(shown) >= 9
    assert f"och {1_000 - len(shown)} till" in texts
    assert "Nytt" in texts


def test_few_ideas_have_larger_type_than_many(show: Show) -> None:
    def size(count: int) -> float:
        window = show(replace(PICTURES["cards"], body=cards(count)))
        return next(one.size for one in drawn(window) if one.text.strip() == str(count))

    assert size(3) > size(12) >= size(30)


def test_a_long_word_is_whole_where_it_has_place(show: Show) -> None:
    assert WORD in words(show(HARD["word"]))


def test_votes_and_the_action_are_said(show: Show) -> None:
    body = replace(PICTURES["cards"], body=cards(5))
    said = words(show(body))
    assert "✓ Åtgärd 12" in said
    assert "7 " in f"{said} "


def test_missing_parts_of_a_promise_are_said(show: Show) -> None:
    said = words(show(PICTURES["read-back"], (1_920, 1_080)))
    assert "huvudman saknas" in said
    assert "tid saknas" in said
    assert "Nästa möte: 14 september 2027" in said


@pytest.mark.parametrize("size", SIZES, ids=lambda one: f"{one[0]}x{one[1]}")
def test_every_promise_stands_on_one_page_and_the_page_of_the_one_looked_at_is_shown(
    show: Show, size: tuple[int, int]
) -> None:
    body, seen, said = read_back(20), set(), set()
    for place in range(20):
        shown = words(
            show(replace(PICTURES["read-back"], body=replace(body, looked_at=place)), size)
        )
        numbers = frozenset(n for n in range(1, 21) if f" {n}. " in f" {shown}")
        assert place + 1 in numbers
        assert len(numbers) <= PAGE
        seen.add(numbers)
        said |= set(re.findall(r"Sida \d av \d", shown))
    assert sum(map(len, seen)) == 20
    assert said == {f"Sida {n} av {len(seen)}" for n in range(1, len(seen) + 1)}


def test_twenty_promises_are_three_pages_on_a_projector(show: Show) -> None:
    body = replace(read_back(20), looked_at=8)
    assert "Sida 2 av 3" in words(show(replace(PICTURES["read-back"], body=body), (1_920, 1_080)))
    assert "Sida" not in words(show(replace(PICTURES["read-back"], body=read_back(8))))


def test_each_number_of_the_matrix_is_seen_once_in_it(show: Show) -> None:
    window = show(replace(PICTURES["matrix"], body=matrix(12)), (1_920, 1_080))
    texts = [one.text.strip() for one in drawn(window)]
    assert all(texts.count(str(n)) == 2 for n in range(1, 13))  # in a field, and in the list
    assert "Gör om det finns tid" in texts
    assert "Inte placerade än" in texts


def test_a_full_cell_says_how_many_more(show: Show) -> None:
    texts = [one.text.strip() for one in drawn(show(HARD["matrix-thousand"]))]
    assert any(one.startswith("+") for one in texts)
    assert any(one.endswith("till") for one in texts)


def test_ratings_say_levels_counts_and_mean(show: Show) -> None:
    said = words(show(PICTURES["ratings"], (1_920, 1_080)))
    assert "2,7 av 5 · förra gången 1,8" in said
    assert "Personcentrering · 15 svar" in said
    assert "Inte börjat" in said
    assert "inget svar än" in said
    assert "2,9 av 5 · 9 svar" in words(show(replace(PICTURES["ratings"], body=ratings(""))))


def test_silent_minutes_show_the_question_alone(show: Show) -> None:
    said = words(show(PICTURES["silent"]))
    assert "Tyst tänketid" in said
    assert "09:24" in said
    assert "SIP" not in said


def test_the_place_and_the_counts_stand_below(show: Show) -> None:
    said = words(show(PICTURES["cards"]))
    assert "Steg 5 av 9" in said
    assert "5 förslag · 18 deltagare" in said


@pytest.mark.parametrize("name", ["cards", "coverage", "ratings", "silent"])
def test_it_is_told_in_words_and_nothing_can_be_pressed(show: Show, name: str) -> None:
    window = show(PICTURES[name])
    assert window.accessibleName() == PICTURES[name].question
    assert window.accessibleDescription()
    assert clipped(window) == rich_text(window) == unnamed(window) == []


def test_what_is_told_holds_votes_means_and_what_is_missing(show: Show) -> None:
    told = show(PICTURES["cards"]).accessibleDescription()
    assert "5. Gemensam rutin för SIP vid utskrivning, Nytt" in told
    assert "Steg 5 av 9" in told
    assert "2,7 av 5" in show(PICTURES["ratings"]).accessibleDescription()
    assert "huvudman saknas" in show(PICTURES["read-back"]).accessibleDescription()
    assert "effekt 4, insats 2" in show(PICTURES["matrix"]).accessibleDescription()
