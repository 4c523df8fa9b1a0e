"""The page about accessibility names every criterion, and tests that are there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "tillganglighet.md").read_text("utf-8")
_LEVELS_A_AND_AA = {
    "1.1": (1,),
    "1.2": range(1, 6),
    "1.3": range(1, 6),
    "1.4": (*range(1, 6), *range(10, 14)),
    "2.1": (1, 2, 4),
    "2.2": (1, 2),
    "2.3": (1,),
    "2.4": range(1, 8),
    "2.5": range(1, 5),
    "3.1": (1, 2),
    "3.2": range(1, 5),
    "3.3": range(1, 5),
    "4.1": range(1, 4),
}
CRITERIA = [f"{guideline}.{n}" for guideline, them in _LEVELS_A_AND_AA.items() for n in them]
CLAUSES = [
    *("5.2", "5.3", "5.4", "5.5.1", "5.5.2", "5.6", "5.7", "5.8", "5.9", "11.5.1"),
    *(f"11.5.2.{n}" for n in range(1, 18)),
    *("11.6.1", "11.6.2", "11.7", *(f"11.8.{n}" for n in range(1, 6))),
    *("12.1.1", "12.1.2", *(f"12.2.{n}" for n in range(1, 5))),
]


def test_every_criterion_has_its_row_with_a_verdict() -> None:
    rows = re.findall(r"^\| ([\d.]+) [^|]+\| (Uppfyllt|Delvis|Gäller inte) \| \S", PAGE, re.M)
    assert [number for number, _ in rows] == [*CRITERIA, *CLAUSES]


def test_every_test_it_names_is_there() -> None:
    named = set(re.findall(r"`(tests/[\w/]+\.py)`", PAGE))
    assert named
    assert [one for one in sorted(named) if not (ROOT / one).is_file()] == []


def test_it_is_linked_from_the_front() -> None:
    for page in ("README.md", "docs/handbok.md"):
        assert "tillganglighet.md" in (ROOT / page).read_text("utf-8")
