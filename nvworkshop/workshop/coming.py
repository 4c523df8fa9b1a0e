"""Who comes, as lines: "enhetschef hemtjänst, Piteå" is a function and its organisation."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nvworkshop.strategy import Strategy

_BETWEEN = re.compile(r"[,;|\t]")
"""What parts the two when people write a line, or paste it from a table."""

Coming = tuple[str, str]
"""Function and id of the organisation; "" when none was said."""


def read_coming(text: str, strategy: Strategy) -> tuple[list[Coming], list[str]]:
    """Return who comes, a line each, and the organisations the strategy doesn't have.

    A line whose organisation is unknown is kept whole as a function, so nothing is lost.
    """
    found, unknown = [], []
    for line in filter(str.strip, text.splitlines()):
        function, who = _parted(line)
        item = strategy.find("party", who) if function and who else None
        if item is not None:
            found.append((function, item.id))
            continue
        found.append((" ".join(_BETWEEN.sub(", ", line).split()).strip(" ,"), ""))
        if function and who:
            unknown.append(who)
    return [one for one in found if one[0]], unknown


def said_coming(coming: Iterable[Coming], strategy: Strategy) -> str:
    """Return who comes as the lines that `read_coming` reads."""
    return "\n".join(_said(function, party, strategy) for function, party in coming)


def _parted(line: str) -> Coming:
    parts = _BETWEEN.split(line)
    return ", ".join(filter(None, (one.strip() for one in parts[:-1]))), parts[-1].strip()


def _said(function: str, party: str, strategy: Strategy) -> str:
    item = strategy.get("party", party) if party else None
    return ", ".join(filter(None, (function, (item.short or item.name) if item else party)))
