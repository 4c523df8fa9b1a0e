"""Short keys for who an idea comes from: "@p" at the end of a line is Piteå."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nvworkshop.model.text import fold

Names = Sequence[tuple[str, str]]
"""Id and short name of each party, in the order they are shown."""

_TAG = re.compile(r"(?:(?<=\s)|\A)@([^\s@]+)(?=\s|\Z)")


@dataclass(frozen=True, slots=True)
class Tagged:
    """A line without the tags that were understood, the parties they stand for, and the others."""

    text: str
    parties: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def short_keys(names: Names) -> dict[str, str]:
    """Return the fewest letters that tell each party from the others, by its id."""
    folded = {party: fold(name) for party, name in names}
    return {party: _shortest(party, folded) for party, _ in names}


def read_tags(line: str, names: Names) -> Tagged:
    """Take the tags out of a line; one that could be several parties, or none, stays as typed."""
    found: list[str] = []
    unread: list[str] = []

    def _take(match: re.Match[str]) -> str:
        party = party_of(match[1], names)
        if party is None:
            unread.append(match[0])
            return match[0]
        found.append(party)
        return ""

    text = _TAG.sub(_take, line)
    return Tagged(" ".join(text.split()), tuple(dict.fromkeys(found)), tuple(unread))


def party_of(key: str, names: Names) -> str | None:
    """Return the only party whose name begins so, or that is called just so."""
    wanted = fold(key)
    folded = {party: fold(name) for party, name in names}
    exact = [party for party, name in folded.items() if name == wanted]
    near = [party for party, name in folded.items() if name.startswith(wanted)]
    found = exact or near
    return found[0] if len(found) == 1 else None


def _shortest(party: str, folded: Mapping[str, str]) -> str:
    name = folded[party]
    for length in range(1, len(name) + 1):
        key = name[:length]
        if " " in key:
            break
        if sum(other.startswith(key) for other in folded.values()) == 1:
            return key
    return name
