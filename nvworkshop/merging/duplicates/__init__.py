"""Near-duplicate actions: pairs and groups that a coordinator may want to join."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from nvworkshop.merging.duplicates.explaining import explain
from nvworkshop.merging.duplicates.kinds import Row, Suggestion
from nvworkshop.merging.duplicates.profiles import profile
from nvworkshop.merging.duplicates.reviewing import groups
from nvworkshop.merging.duplicates.scoring import DECISION, Progress, pairs, pairs_of

__all__ = ["DECISION", "Row", "Suggestion", "groups", "similar_to", "suggest"]

_SHORTLIST = 12


def suggest(
    rows: Sequence[Row],
    *,
    distinct: Collection[frozenset[str]] = (),
    progress: Progress | None = None,
) -> list[Suggestion]:
    """Return the pairs that score at least DECISION, best first, without the distinct ones.

    distinct: pairs of row ids that somebody marked as different actions.
    progress: called with the number of rows done and of all rows.
    """
    profiles = profile(rows)
    apart = set(distinct)
    likely = pairs(profiles, progress, least=DECISION)
    found = [explain(pair, profiles) for pair in likely if pair.score >= DECISION]
    return sorted((one for one in found if frozenset(one.ids) not in apart), key=_best_first)


def similar_to(row: Row, rows: Sequence[Row], *, most: int = 3) -> list[Suggestion]:
    """Return the rows most like this one, best first, whatever the score; `row` is first in ids."""
    others = [other for other in rows if other.id != row.id]
    profiles = profile([row, *others])
    near = pairs_of(profiles, 0, most=most + _SHORTLIST)
    return sorted((explain(pair, profiles) for pair in near), key=_best_first)[:most]


def _best_first(found: Suggestion) -> tuple[float, tuple[str, str]]:
    return -found.score, found.ids
