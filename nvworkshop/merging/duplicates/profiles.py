"""What each row speaks of, as weighted ideas and words of length one."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nvworkshop.merging.duplicates import thesaurus as thesauri
from nvworkshop.merging.duplicates.kinds import Row
from nvworkshop.merging.duplicates.thesaurus import Thesaurus
from nvworkshop.merging.duplicates.words import new_stemmer, split

Term = int | str  # an idea's number, or the stem of a word
Vector = dict[Term, float]

TITLE, DESCRIPTION = 1.0, 0.4
UNKNOWN_WORD, KNOWN_WORD = 0.4, 0.15
FACETS = {"who": 0.9, "about": 1.1, "what": 0.9, "place": 0.9, "job": 0.6}
# How common an idea of each facet (or a word) is at large, and how many rows that counts for.
RATES = {"who": 0.05, "about": 0.015, "what": 0.02, "place": 0.07, "job": 0.05}
WORD_RATE = 0.01
BACKGROUND_ROWS = 40


@dataclass(frozen=True)
class Profile:
    """One row, ready to compare: vectors of length one (empty if the row says nothing)."""

    row: Row
    whole: Vector
    title: Vector
    facets: Mapping[str, Vector]
    squares: Mapping[str, float]
    """The length of each facet's vector, squared."""


Holders = Mapping[Term, Sequence[tuple[int, float]]]
"""The places of the rows that hold each term, each with its weight there."""


@dataclass(frozen=True)
class Profiles:
    """All rows, which rows hold each term (anywhere, or in the title), and what to call a term."""

    all: tuple[Profile, ...]
    holders: Holders
    title_holders: Holders
    names: Mapping[Term, str]


def profile(rows: Sequence[Row]) -> Profiles:
    """Read every row with the thesaurus and weigh its terms by how rare they are."""
    thesaurus = thesauri.load(new_stemmer())
    names: dict[Term, str] = dict(enumerate(thesaurus.names))
    titles = [_terms(row.title, TITLE, thesaurus, names) for row in rows]
    rests = [_terms(row.description, DESCRIPTION, thesaurus, names) for row in rows]
    wholes = [_stronger(title, rest) for title, rest in zip(titles, rests, strict=True)]
    weights = _rarity(wholes, thesaurus)
    made = [
        _profile(row, _weighed(whole, weights), _weighed(title, weights), thesaurus)
        for row, whole, title in zip(rows, wholes, titles, strict=True)
    ]
    holders = _holders([one.whole for one in made])
    return Profiles(tuple(made), holders, _holders([one.title for one in made]), names)


def _terms(text: str, factor: float, thesaurus: Thesaurus, names: dict[Term, str]) -> Vector:
    words = split(text)
    shown: dict[tuple[str, ...], set[int]] = {}
    for word in words:
        if ideas := thesaurus.of_word(word):
            shown.setdefault((word,), set()).update(ideas)
    for idea, span in thesaurus.of_phrases(words):
        shown.setdefault(span, set()).add(idea)
    terms: Vector = {}
    for together in shown.values():
        share = factor / len(together) ** 0.25  # a word of many meanings says less about each
        _raise(terms, ((idea, share * FACETS[thesaurus.facets[idea]]) for idea in together))
    known = {word for span in shown for word in span}
    for word in words:
        if len(word) > 1 and word not in thesaurus.filler and not word.isdigit():
            stem = thesaurus.stem(word)
            names.setdefault(stem, word)
            _raise(terms, [(stem, factor * (KNOWN_WORD if word in known else UNKNOWN_WORD))])
    return terms


def _raise(terms: Vector, news: Iterable[tuple[Term, float]]) -> None:
    for term, weight in news:
        terms[term] = max(terms.get(term, 0.0), weight)


def _stronger(one: Vector, other: Vector) -> Vector:
    both = dict(one)
    _raise(both, other.items())
    return both


def _rarity(vectors: Sequence[Vector], thesaurus: Thesaurus) -> dict[Term, float]:
    counts = Counter(term for vector in vectors for term in vector)
    rows = len(vectors) + BACKGROUND_ROWS
    return {
        term: math.log(rows / (count + BACKGROUND_ROWS * _rate(term, thesaurus)))
        for term, count in counts.items()
    }


def _rate(term: Term, thesaurus: Thesaurus) -> float:
    return RATES[thesaurus.facets[term]] if isinstance(term, int) else WORD_RATE


def _weighed(terms: Vector, weights: Mapping[Term, float]) -> Vector:
    vector = {term: weight * max(weights[term], 0.0) for term, weight in terms.items()}
    length = math.sqrt(sum(weight * weight for weight in vector.values()))
    return {term: weight / length for term, weight in vector.items()} if length else {}


def _profile(row: Row, whole: Vector, title: Vector, thesaurus: Thesaurus) -> Profile:
    facets: dict[str, Vector] = {facet: {} for facet in FACETS}
    for term, weight in whole.items():
        if isinstance(term, int):
            facets[thesaurus.facets[term]][term] = weight
    squares = {name: sum(one * one for one in of.values()) for name, of in facets.items()}
    return Profile(row, whole, title, facets, squares)


def _holders(vectors: Sequence[Vector]) -> Holders:
    holders: dict[Term, list[tuple[int, float]]] = {}
    for place, vector in enumerate(vectors):
        for term, weight in vector.items():
            holders.setdefault(term, []).append((place, weight))
    return holders
