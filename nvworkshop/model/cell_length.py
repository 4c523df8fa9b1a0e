"""How long a text a cell holds, and what becomes of a longer one."""

from __future__ import annotations

import re

LONGEST = 32_700
"""Most UTF-16 code units of a text; Excel holds 32,767 and would cut there without a word."""

_CUT = re.compile(r"… \(forts\. i planfilen, \d+ tecken\)\Z")


def units(text: str) -> int:
    """Return the length as Excel counts it, in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def is_too_long(text: str) -> bool:
    """Tell whether no cell holds the whole text."""
    return len(text) > LONGEST // 2 and units(text) > LONGEST


def shortened(text: str) -> str:
    """Cut a text that is too long and say how much is left out."""
    keep = len(text)
    while True:
        end = f"… (forts. i planfilen, {len(text) - keep} tecken)"
        over = units(text[:keep]) + units(end) - LONGEST
        if over <= 0:
            return text[:keep] + end
        keep -= (over + 1) // 2


def is_shortened(text: str) -> bool:
    """Tell whether a text says that it was cut."""
    return _CUT.search(text) is not None
