"""Near-duplicate suggestions as a coordinator sees them."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nvworkshop.merging.duplicates import DECISION, Row, similar_to, suggest

TEAM = Row("a", "Starta tobaksfria skolgårdar", "skolsköterska informerar", "R1", ("F1",), "norra")
TWIN = Row("b", "Rökstopp på högstadiet", "elevhälsan", "R1", (), "sodra", "Piteå")
OTHER = Row("c", "Laddstolpar till tjänstebilar", "fem platser", "R4")
PLAN = [
    TEAM,
    TWIN,
    OTHER,
    Row("d", "Läkemedelsgenomgång varje år", "apotekare och läkare", "R3"),
    Row("e", "Gå igenom mediciner på äldreboenden", "farmaceut, för många mediciner", "R3"),
    Row("f", "Språkcafé för nyanlända", "", "R1"),
    Row("g", "Rekrytera tandläkare", "annons", "R3"),
]


def test_suggest_finds_twins_without_a_common_word() -> None:
    assert suggest(PLAN)[0].ids == ("a", "b")


def test_suggest_keeps_to_the_decision_and_sorts_best_first() -> None:
    scores = [found.score for found in suggest(PLAN)]
    assert scores == sorted(scores, reverse=True)
    assert all(DECISION <= score <= 1 for score in scores)


def test_suggest_leaves_out_pairs_marked_as_distinct() -> None:
    found = suggest(PLAN, distinct=[frozenset({"b", "a"})])
    assert ("a", "b") not in {one.ids for one in found}


def test_suggest_tells_what_is_shared_in_swedish_words() -> None:
    best = suggest(PLAN)[0]
    assert "tobak" in best.shared
    assert not set(best.shared) & set(best.differing)


def test_suggest_reports_progress_to_the_end() -> None:
    seen: list[tuple[int, int]] = []
    suggest(PLAN, progress=lambda done, of: seen.append((done, of)))
    assert seen[-1] == (len(PLAN), len(PLAN))


@pytest.mark.parametrize("rows", [[], PLAN[:1], [Row("x", "", ""), Row("y", "!? –", "")]])
def test_suggest_has_nothing_to_say_of_too_little(rows: list[Row]) -> None:
    assert suggest(rows) == []


def test_municipality_and_county_part_are_no_evidence() -> None:
    moved = [replace(row, municipality="Kiruna", county_part="norra") for row in PLAN]
    assert suggest(moved) == suggest(PLAN)


def test_similar_to_gives_the_best_few_whatever_the_score() -> None:
    found = similar_to(TEAM, PLAN, most=2)
    assert found[0].ids == ("a", "b")
    assert len(found) <= 2


def test_similar_to_takes_a_row_that_is_not_yet_in_the_plan() -> None:
    new = Row("new", "Farmaceut ser över tabletter", "", "R3")
    assert {one.ids[1] for one in similar_to(new, PLAN, most=2)} == {"d", "e"}


def test_similar_to_scores_as_suggest_does() -> None:
    score = {frozenset(one.ids): one.score for one in suggest(PLAN)}
    best = similar_to(TEAM, PLAN)[0]
    assert best.score == pytest.approx(score[frozenset(best.ids)])


def test_precomposed_and_decomposed_letters_are_the_same() -> None:
    torn = [replace(TWIN, title="Ro\u0308kstopp pa\u030a ho\u0308gstadiet"), TEAM, *PLAN[2:]]
    assert suggest(torn)[0].score == pytest.approx(suggest(PLAN)[0].score)


TEXTS = st.text(alphabet="abcdeåäöÅÄÖ -/+,.1234\n", max_size=60)


@settings(max_examples=30, deadline=None)
@given(st.lists(TEXTS, max_size=8), st.randoms(use_true_random=False))
def test_order_of_rows_does_not_matter(texts: list[str], dice: random.Random) -> None:
    rows = [*PLAN, *(Row(f"r{k}", text, text[::-1]) for k, text in enumerate(texts))]
    mixed = dice.sample(rows, len(rows))
    assert {frozenset(one.ids) for one in suggest(mixed)} == {
        frozenset(one.ids) for one in suggest(rows)
    }


def test_every_pair_is_given_once() -> None:
    doubled = [*PLAN, *(replace(row, id=row.id + "2") for row in PLAN)]
    pairs = [frozenset(one.ids) for one in suggest(doubled)]
    assert len(pairs) == len(set(pairs))
    assert set(pairs) <= {frozenset(p) for p in combinations([row.id for row in doubled], 2)}


def test_identical_rows_are_the_same_action() -> None:
    copies = [replace(row, id=row.id + "2") for row in PLAN]
    found = {frozenset(one.ids) for one in suggest([*PLAN, *copies])}
    assert all(frozenset({row.id, row.id + "2"}) in found for row in PLAN)
