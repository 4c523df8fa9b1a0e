"""Scored pairs told in words: what the two rows share and what tells them apart."""

from __future__ import annotations

from collections.abc import Mapping

from nvworkshop.merging.duplicates.kinds import Suggestion
from nvworkshop.merging.duplicates.profiles import Profiles, Term
from nvworkshop.merging.duplicates.scoring import Pair

MOST_WORDS = 5


def explain(pair: Pair, profiles: Profiles) -> Suggestion:
    """Return the pair with its score and the words behind it."""
    a, b = profiles.all[pair.one], profiles.all[pair.other]
    shared = {term: a.whole[term] * b.whole[term] for term in a.whole.keys() & b.whole.keys()}
    alone = {
        term: weight
        for one, other in ((a, b), (b, a))
        for term, weight in one.whole.items()
        if term not in other.whole
    }
    return Suggestion(
        pair.score,
        (a.row.id, b.row.id),
        _weightiest(shared, profiles.names),
        _weightiest(alone, profiles.names),
    )


def _weightiest(terms: Mapping[Term, float], names: Mapping[Term, str]) -> tuple[str, ...]:
    best = sorted(terms, key=lambda term: (-terms[term], names[term]))
    return tuple(dict.fromkeys(names[term] for term in best))[:MOST_WORDS]
