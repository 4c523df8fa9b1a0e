"""Indicators that are the same: which one counts, and which may be the same as another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from nvworkshop.language import said
from nvworkshop.model.text import fold
from nvworkshop.model.things import Thing

_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")


def roots(indicators: Iterable[Thing]) -> dict[str, str]:
    """Return for each indicator the one it is the same as, itself for most.

    A chain is followed to its end. What points at nothing that is there, or round in a ring,
    stands for itself.
    """
    points = {one.id: one.text("same_as") for one in indicators}
    return {one: _root(one, points) for one in points}


def _root(entity: str, points: Mapping[str, str]) -> str:
    seen = [entity]
    while points.get(seen[-1], "") in points:
        following = points[seen[-1]]
        if following in seen:
            return min(seen[seen.index(following) :])
        seen.append(following)
    return seen[-1]


@dataclass(frozen=True, slots=True)
class Alike:
    """Indicators that may be the same, the oldest first; `why` says what they have in common."""

    indicators: tuple[Thing, ...]
    why: str


def alike(indicators: Iterable[Thing], apart: Collection[frozenset[str]]) -> list[Alike]:
    """Return those that have the same Kolada id or the same name, and that nobody has judged.

    `apart` are pairs that somebody has said are different.
    """
    there = list(indicators)
    of = roots(there)
    counting = [one for one in there if of[one.id] == one.id]
    by: dict[tuple[str, str], list[Thing]] = defaultdict(list)
    for one in counting:
        if one.text("kolada"):
            by["kolada", one.text("kolada")].append(one)
        by["name", name_of(one)].append(one)
    found: dict[frozenset[str], Alike] = {}
    for (what, spoken), several in by.items():
        group = _not_apart(several, apart)
        if spoken and len(group) > 1 and not (what == "name" and _two_ids(group)):
            why = (
                said("har Kolada-id {said}").format(said=spoken)
                if what == "kolada"
                else said("heter likadant")
            )
            found.setdefault(frozenset(one.id for one in group), Alike(tuple(group), why))
    return list(found.values())


def name_of(indicator: Thing) -> str:
    """Return a name to compare: folded, without what stands in parentheses last."""
    title = indicator.text("title")
    return fold(_ASIDE.sub("", title) or title)


def _two_ids(several: Iterable[Thing]) -> bool:
    return len({one.text("kolada") for one in several} - {""}) > 1


def _not_apart(several: list[Thing], apart: Collection[frozenset[str]]) -> list[Thing]:
    """Return those that at least one of the others may be the same as."""
    return [
        one
        for one in several
        if any(two.id != one.id and frozenset((one.id, two.id)) not in apart for two in several)
    ]
