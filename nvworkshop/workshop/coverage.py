"""Coverage: where the plan has actions and where it has none, per shift and prerequisite."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from nvworkshop.language import said
from nvworkshop.model.text import shorten
from nvworkshop.model.things import Thing
from nvworkshop.strategy import Strategy
from nvworkshop.strategy.items import Item, Principal
from nvworkshop.workshop.gaps import gap_sentences, lack_sentences, size_sentences
from nvworkshop.workshop.tallies import latest_means, mean_words

NONE = ""
"""Stands where there is no shift, no prerequisite or no huvudman."""

Label = tuple[str, str]
"""An id and what people call it."""

Spot = tuple[str, str]
"""A shift and the row that it crosses."""

_MOST = 12
"""Most shifts, prerequisites or huvudmän of a strategy this program lacks; the rest count as none.
"""
_SHOWN = 40
"""Characters of a name that no strategy knows."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The actions of one shift that need one prerequisite; `by` counts them per huvudman's name.

    Among `shares` the row is `principal` instead. `also` are actions that have the shift as a
    supporting one, or that the huvudman contributes to; they are no part of `actions`. `everyone`
    says that all huvudmän of the länsdel are there.
    """

    shift: str
    prerequisite: str
    actions: tuple[str, ...] = ()
    by: tuple[tuple[str, int], ...] = ()
    also: tuple[str, ...] = ()
    principal: str = NONE
    everyone: bool = False

    @property
    def row(self) -> str:
        """The id of the row it stands in."""
        return self.prerequisite or self.principal

    @property
    def is_gap(self) -> bool:
        """Whether it could have an action and has none."""
        has = self.actions or (self.principal and self.also)
        return bool(self.shift and self.row and not has)

    @property
    def who(self) -> str:
        """The huvudmän in words: "Regionen 3 · Piteå 2"."""
        if self.everyone:
            return said("alla huvudmän")
        return " · ".join(f"{name} {number}" for name, number in self.by)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The whole map: (id, label) of columns and rows, cells in reading order, and sentences.

    `shares` are the cells of the second map, shift by huvudman. A column or a row of NONE is last,
    and only there when some action has none. `ratings` are means from 1 to 5 by id. `brief` are
    short names of prerequisites by id, for where there is little room.
    """

    shifts: tuple[Label, ...] = ()
    prerequisites: tuple[Label, ...] = ()
    cells: tuple[Cell, ...] = ()
    sentences: tuple[str, ...] = ()
    principals: tuple[Label, ...] = ()
    shares: tuple[Cell, ...] = ()
    ratings: Mapping[str, float] = field(default_factory=dict)
    total: int = 0
    brief: Mapping[str, str] = field(default_factory=dict)

    @property
    def gaps(self) -> int:
        """How many combinations of a shift and a prerequisite have no action."""
        return sum(one.is_gap for one in self.cells)

    def rating(self, item: str) -> str:
        """Return "3,4 av 5" for a shift or a prerequisite, "" when it is not rated."""
        return mean_words(self.ratings[item]) if item in self.ratings else ""


def cover(
    actions: Iterable[Thing],
    strategy: Strategy,
    *,
    ratings: Iterable[Thing] = (),
    county_part: str = "",
    municipality: str = "",
    principal: str = "",
    elsewhere: Collection[str] = (),
) -> Coverage:
    """Return the map of the actions, or of those that concern a kommun and that a huvudman has.

    An action without kommuner concerns all of its länsdel; `elsewhere` are ids of plans for other
    länsdelar than the kommun's. With `county_part` the plan is one länsdel's.
    """
    everything = list(actions)
    shown = [
        one
        for one in everything
        if _concerns(one, municipality, elsewhere) and principal in ("", one["principal"])
    ]
    axes = _Axes.of(everything, strategy, county_part)
    cells = axes.cells(shown)
    spoken = axes.sentences(cells, shown) if shown else _nothing(everything)
    if county_part and shown and len(shown) == len(everything):
        spoken += size_sentences(len(shown))
    return Coverage(
        axes.seen("shift", shown),
        axes.seen("prerequisite", shown),
        cells,
        tuple(spoken),
        axes.seen("principal", shown),
        axes.shares(shown),
        latest_means(ratings),
        len(shown),
        {one.id: said(one.short) for one in strategy.prerequisites if one.short},
    )


def _concerns(action: Thing, municipality: str, elsewhere: Collection[str]) -> bool:
    named = action.items("municipalities")
    if not municipality or municipality in named:
        return True
    return not named and action.text("plan") not in elsewhere


def near_principals(strategy: Strategy, county_part: str) -> tuple[Principal, ...]:
    """Return the huvudmän of a länsdel, the region last; all of them for ""."""
    if not county_part:
        return strategy.principals
    kommuner = {one.id for one in strategy.municipalities_of(county_part)}
    near = [one for one in strategy.principals if one.municipality in kommuner]
    return (*near, *(one for one in strategy.principals if not one.municipality))


@dataclass(frozen=True, slots=True)
class _Axes:
    """What the maps are made of: the labels by id of each axis, and who everyone is."""

    shift: Mapping[str, str]
    prerequisite: Mapping[str, str]
    principal: Mapping[str, str]
    everyone: frozenset[str]

    @classmethod
    def of(cls, actions: Sequence[Thing], strategy: Strategy, county_part: str) -> _Axes:
        near = near_principals(strategy, county_part)
        found = {one.text("principal") for one in actions}
        found |= {one for action in actions for one in action.items("contributors")}
        others = [one for one in strategy.principals if one.id in found and one not in near]
        needed = {one for action in actions for one in action.items("prerequisites")}
        return cls(
            _labels(strategy.shifts, {one.text("shift") for one in actions}, short=True),
            _labels(strategy.prerequisites, needed, short=False),
            _labels((*near, *others), {one.text("principal") for one in actions}, short=True),
            frozenset(one.id for one in near),
        )

    def seen(self, axis: str, actions: Sequence[Thing]) -> tuple[Label, ...]:
        """Return the labels of an axis, with one for those without when there are such."""
        labels, without = {
            "shift": (self.shift, said("Utan riktning")),
            "prerequisite": (self.prerequisite, said("Utan förutsättning")),
            "principal": (self.principal, said("Utan ansvarig huvudman")),
        }[axis]
        rows = {"shift": self._shift, "prerequisite": self._needs, "principal": self._owner}[axis]
        lacking = any(NONE in rows(one) for one in actions)
        return (*labels.items(), (NONE, without)) if lacking else tuple(labels.items())

    def cells(self, actions: Sequence[Thing]) -> tuple[Cell, ...]:
        """Return the map of shifts and prerequisites."""
        main: dict[Spot, list[Thing]] = defaultdict(list)
        also: dict[Spot, list[str]] = defaultdict(list)
        for one in actions:
            (own,), needs = self._shift(one), self._needs(one)
            others = set(one.items("supporting_shifts")) - {own}
            for row in needs:
                main[own, row].append(one)
                for other in others:
                    also[other, row].append(one.id)
        return tuple(
            Cell(shift, row, _ids(here), self._by(here), tuple(also[shift, row]), NONE, all_here)
            for row, _ in self.seen("prerequisite", actions)
            for shift, _ in self.seen("shift", actions)
            for here in [main[shift, row]]
            for all_here in [self._is_everyone(here)]
        )

    def shares(self, actions: Sequence[Thing]) -> tuple[Cell, ...]:
        """Return the map of shifts and huvudmän."""
        main: dict[Spot, list[Thing]] = defaultdict(list)
        also: dict[Spot, list[str]] = defaultdict(list)
        for one in actions:
            (own,), (owner,) = self._shift(one), self._owner(one)
            main[own, owner].append(one)
            for other in set(one.items("contributors")) - {owner}:
                also[own, other].append(one.id)
        return tuple(
            Cell(shift, NONE, _ids(main[shift, row]), (), tuple(also[shift, row]), row)
            for row, _ in self.seen("principal", actions)
            for shift, _ in self.seen("shift", actions)
        )

    def sentences(self, cells: Sequence[Cell], actions: Sequence[Thing]) -> list[str]:
        """Say which cells are empty, and what the actions lack."""
        gaps = [
            (self.shift[one.shift], self.prerequisite[one.prerequisite])
            for one in cells
            if one.is_gap
        ]
        loose = {self.shift[one.shift] for one in cells if one.shift and self._is_loose(one)}
        loose |= {self.prerequisite[one.row] for one in cells if one.row and self._is_loose(one)}
        columns, rows = tuple(self.shift.values()), tuple(self.prerequisite.values())
        return gap_sentences(gaps, columns, rows, loose) + lack_sentences(actions)

    def _is_loose(self, cell: Cell) -> bool:
        """Tell whether a cell has actions that lack a shift or a prerequisite."""
        return bool(cell.actions) and NONE in (cell.shift, cell.prerequisite)

    def _shift(self, action: Thing) -> tuple[str, ...]:
        shift = action.text("shift")
        return (shift if shift in self.shift else NONE,)

    def _needs(self, action: Thing) -> tuple[str, ...]:
        known = dict.fromkeys(
            one for one in action.items("prerequisites") if one in self.prerequisite
        )
        return tuple(known) or (NONE,)

    def _owner(self, action: Thing) -> tuple[str, ...]:
        owner = action.text("principal")
        return (owner if owner in self.principal else NONE,)

    def _by(self, actions: Sequence[Thing]) -> tuple[tuple[str, int], ...]:
        """Count actions per huvudman, most first, those alike in the order of the rows."""
        counted = Counter(self._owner(one)[0] for one in actions)
        order = {one: place for place, one in enumerate((*self.principal, NONE))}
        without = said("utan ansvarig")
        ranked = sorted(counted, key=lambda one: (-counted[one], order[one]))
        return tuple((self.principal.get(one, without), counted[one]) for one in ranked)

    def _is_everyone(self, actions: Sequence[Thing]) -> bool:
        there = {one.text("principal") for one in actions}
        return len(self.everyone) > 1 and self.everyone <= there


def _ids(actions: Iterable[Thing]) -> tuple[str, ...]:
    return tuple(one.id for one in actions)


def _labels(items: Sequence[Item], found: Collection[str], *, short: bool) -> dict[str, str]:
    """Return the labels of an axis by id; without a strategy what is found stands for itself."""
    if items:
        return {one.id: said((short and one.short) or one.name) for one in items}
    return {one: shorten(one, _SHOWN) for one in sorted(filter(None, found))[:_MOST]}


def _nothing(everything: Sequence[Thing]) -> list[str]:
    return [
        said("Inga åtgärder i urvalet.") if everything else said("Planen har inga åtgärder än.")
    ]
