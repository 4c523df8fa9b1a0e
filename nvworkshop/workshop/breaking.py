"""Long Swedish words that may be broken at the end of a line, between the parts they have."""

from __future__ import annotations

import re
from functools import cache

from nvworkshop.places import RESOURCES

SOFT_HYPHEN = "\u00ad"
"""Where a word may be broken; seen as a hyphen at the end of a line, and else not at all."""

_FILE = RESOURCES / "language" / "breaks.txt"
_SHORTEST = 3
"""Fewest letters before a break."""


def breakable(text: str) -> str:
    """Return a text with soft hyphens before the last parts of its words that are known."""
    return _words().sub(rf"\1{SOFT_HYPHEN}\2", text)


@cache
def _words() -> re.Pattern[str]:
    """Read the last parts once, and return what finds words that end with them."""
    lines = _FILE.read_text("utf-8").splitlines()
    parts = [part for line in lines if not line.startswith("#") for part in line.split()]
    ends = "|".join(sorted(parts, key=len, reverse=True))
    return re.compile(rf"(\b\w{{{_SHORTEST},}}?)({ends})\b", re.IGNORECASE)
