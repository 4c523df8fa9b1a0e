"""Which field a heading means, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from nvworkshop.importing.words import Pattern, Words, plain, words
from nvworkshop.model.kinds import ACTION
from nvworkshop.model.text import fold

OURS = ("number", "plan", "ideas", "workshop", "indicator_ref")
"""Fields that the program fills in, or that point at other things: no list has them."""

FIELDS = tuple(one for one in ACTION.fields if one.name not in OURS)
"""The fields a column can fill."""

_PARENTHESES = re.compile(r"\(([^()]+)\)")
_VAGUE = "comment"
"""The field for all sorts of things."""

_LONGEST = 90
"""Longer cells are text, not headings."""

_WHOLE, _FIRST, _INSIDE, _STEM, _TYPO = 1.0, 0.85, 0.7, 0.65, 0.6
_ALIKE = 0.86
_SHORTEST_TYPO = 5


@dataclass(frozen=True, slots=True)
class Guess:
    """A field ("" for a column that nobody needs) and how sure it is, from 0 to 1."""

    field: str
    sure: float


NOTHING = Guess("", 0.0)


@lru_cache(maxsize=4096)
def guess(heading: str) -> Guess:
    """Return the field a heading most likely means."""
    if not heading.strip() or len(heading) > _LONGEST:
        return NOTHING
    called = fold(heading.strip())
    for one in FIELDS:
        if called in (fold(one.sv), fold(one.en), one.name) and (one.name, called) != _INSATS:
            return Guess(one.name, 1.0)
    return _guess(heading, words())


def _guess(heading: str, known: Words) -> Guess:
    """Return the field by the file of words; what stands in parentheses says what is vague."""
    text = plain(heading)
    if text in known.unused or heading.strip() in known.unused:
        return Guess("", 1.0)
    said = max(_guesses(text.split(), known), key=lambda one: one[0], default=None)
    found = Guess(said[1], said[0][0]) if said else NOTHING
    inside = _PARENTHESES.search(heading)
    if inside and found.field in ("", _VAGUE):
        return max(_guess(inside[1], known), found, key=lambda one: (one.field != "", one.sure))
    return found


_INSATS = ("effort", "insats")
"""In everybody's lists an "insats" is what is done, not how hard it is."""


def _guesses(heading: Sequence[str], known: Words) -> Iterator[tuple[tuple[float, int, int], str]]:
    """Yield (sureness, earliness, length) and the field for every pattern that fits."""
    stems = tuple(map(known.stem, heading))
    for pattern in known.patterns:
        found = _fit(heading, stems, pattern)
        if found:
            sure, place = found
            yield (sure, -place, sum(map(len, pattern.words))), pattern.field


def _fit(
    heading: Sequence[str], stems: Sequence[str], pattern: Pattern
) -> tuple[float, int] | None:
    """Return how surely and at which word a pattern stands in a heading."""
    length = len(pattern.words)
    for place in range(len(heading) - length + 1):
        part = heading[place : place + length]
        if all(map(_is_word, part, pattern.words)):
            whole = length == len(heading)
            return (_WHOLE if whole else _INSIDE if place else _FIRST), place
        if tuple(stems[place : place + length]) == pattern.stems:
            return _STEM, place
    if length == len(heading) == 1 and _is_typo(heading[0], pattern.words[0]):
        return _TYPO, 0
    return None


def _is_word(word: str, pattern: str) -> bool:
    if pattern.startswith("*"):
        return word.endswith(pattern[1:])
    if pattern.endswith("*"):
        return word.startswith(pattern[:-1])
    return word == pattern


def _is_typo(word: str, pattern: str) -> bool:
    if min(len(word), len(pattern)) < _SHORTEST_TYPO or abs(len(word) - len(pattern)) > 2:  # noqa: PLR2004
        return False
    return SequenceMatcher(None, word, pattern).ratio() >= _ALIKE
