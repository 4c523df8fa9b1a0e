"""What goes in and what comes out: a row to compare and a pair worth a look."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """An action as the comparison sees it; county part and municipality are never evidence."""

    id: str
    title: str
    description: str
    shift: str = ""
    prerequisites: tuple[str, ...] = ()
    county_part: str = ""
    municipality: str = ""


@dataclass(frozen=True)
class Suggestion:
    """Two rows that may be the same action.

    score: 0–1, how often a pair like this was the same action among the rows learnt from.
    shared, differing: Swedish words for people, the weightiest first.
    """

    score: float
    ids: tuple[str, str]
    shared: tuple[str, ...]
    differing: tuple[str, ...]
