"""Which words of two texts differ: positions to mark, never a merge of the texts."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

Mark = tuple[int, int]
"""Start and end of a run of characters."""

_WORD = re.compile(r"\w+|[^\w\s]")
_MOST_WORDS = 4_000
"""Longer texts are not compared: the comparing would take longer than reading them."""


def words_only_in(text: str, other: str) -> list[Mark]:
    """Return the runs of words in `text` that stand otherwise, or not at all, in `other`."""
    mine, theirs = list(_WORD.finditer(text)), list(_WORD.finditer(other))
    if len(mine) > _MOST_WORDS or len(theirs) > _MOST_WORDS:
        return []
    matcher = SequenceMatcher(None, [one[0] for one in mine], [one[0] for one in theirs], False)
    return [
        (mine[start].start(), mine[end - 1].end())
        for tag, start, end, _, _ in matcher.get_opcodes()
        if tag in ("replace", "delete")
    ]
