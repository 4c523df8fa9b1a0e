"""One strategy, with look-ups by id and by the names people write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from nvworkshop.errors import StrategyError
from nvworkshop.language import said
from nvworkshop.strategy.guide import Guide, read_guide
from nvworkshop.strategy.items import (
    CATEGORIES,
    SECTIONS,
    Abbreviation,
    Actor,
    AgreementArea,
    Body,
    CountyPart,
    Flow,
    Item,
    Municipality,
    Occasion,
    Place,
    PlanRule,
    Prerequisite,
    Principal,
    Rating,
    Shift,
    Source,
    StarterIndicator,
    Terms,
    Theme,
    Vision,
    fold,
)

FORMAT = 1


@dataclass(frozen=True, kw_only=True)
class Header:
    """What a strategy says of itself."""

    id: str
    format: int
    version: str
    name: str
    name_en: str = ""
    county: str
    framing: str = ""
    about: str = ""


@dataclass(frozen=True, kw_only=True)
class Strategy(Header):
    """The method a plan is made by; the same everywhere in one county."""

    terms: Terms = field(default_factory=Terms)
    vision: Vision = field(default_factory=Vision)
    rating: Rating = field(default_factory=Rating)
    sources: tuple[Source, ...] = ()
    shifts: tuple[Shift, ...] = ()
    prerequisites: tuple[Prerequisite, ...] = ()
    municipalities: tuple[Municipality, ...] = ()
    county_parts: tuple[CountyPart, ...] = ()
    principals: tuple[Principal, ...] = ()
    actors: tuple[Actor, ...] = ()
    themes: tuple[Theme, ...] = ()
    flows: tuple[Flow, ...] = ()
    bodies: tuple[Body, ...] = ()
    agreement_areas: tuple[AgreementArea, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    places: tuple[Place, ...] = ()
    starter_indicators: tuple[StarterIndicator, ...] = ()
    plan_rules: tuple[PlanRule, ...] = ()
    yearly: tuple[Occasion, ...] = ()
    folder: Path | None = field(default=None, repr=False, compare=False)

    @classmethod
    def bare(cls, strategy_id: str) -> Strategy:
        """Stand in for a strategy this program lacks: no items, every label is the id itself."""
        return cls(id=strategy_id, format=FORMAT, version="", name=strategy_id, county="")

    @property
    def is_bare(self) -> bool:
        """Whether this only stands in for a strategy the program lacks."""
        return not self.shifts

    def items(self, category: str) -> tuple[Item, ...]:
        """Return all items of a category, in the strategy's order.

        Raises KeyError for a name that is not in CATEGORIES.
        """
        if category == "vision":
            return self.vision.statements
        if category == "party":
            return (*self.principals, *self.actors)
        return cast("tuple[Item, ...]", getattr(self, SECTIONS[category].key))

    def get(self, category: str, item_id: str) -> Item | None:
        """Return the item with exactly this id."""
        return self._by_id[category].get(item_id)

    def find(self, category: str, text: str) -> Item | None:
        """Find the one item whose id, label, name, short name or alias is `text`, folded.

        None also when two items share the name ("Multisjuka äldre" is a flow in three places):
        the caller asks a person, it never guesses.
        """
        return self._by_name[category].get(fold(text))

    def label(self, category: str, item_id: str) -> str:
        """Return what to show for an id; the id itself when this strategy doesn't know it."""
        item = self.get(category, item_id)
        return item.label if item else item_id

    def options(self, category: str) -> tuple[tuple[str, str], ...]:
        """Id and label of every item of a category, in the strategy's order."""
        return tuple((item.id, item.label) for item in self.items(category))

    def county_part_of(self, municipality_id: str) -> CountyPart | None:
        """Return the länsdel of a kommun."""
        return next((p for p in self.county_parts if municipality_id in p.municipalities), None)

    def municipalities_of(self, county_part_id: str) -> tuple[Municipality, ...]:
        """Return the kommuner of a länsdel in its own order; none for an unknown one."""
        part = self._by_id["county_part"].get(county_part_id)
        ids = part.municipalities if isinstance(part, CountyPart) else ()
        known = {item.id: item for item in self.municipalities}
        return tuple(known[one] for one in ids)

    def guide(self, item_id: str) -> Guide:
        """Read the guide text of a shift, a prerequisite or the central vision statement.

        Raises StrategyError when there is none or when it lacks a section.
        """
        if self.folder is None or item_id not in self.guided_ids:
            raise StrategyError(
                said("Det finns ingen vägledning för ”{item_id}” i strategin {name}.").format(
                    item_id=item_id, name=self.name
                )
            )
        problems: list[str] = []
        guide = read_guide(self.folder, item_id, problems)
        if guide is None:
            raise StrategyError(
                said("Vägledningen går inte att använda."), "; ".join(problems) + "."
            )
        return guide

    @property
    def guided_ids(self) -> tuple[str, ...]:
        """The ids that have a guide text: central vision, prerequisites and shifts."""
        central = (self.vision.central,) if self.vision.central else ()
        return tuple(item.id for item in (*central, *self.prerequisites, *self.shifts))

    def as_dict(self) -> dict[str, Any]:
        """Return the whole strategy in the shape of its file, ready for JSON."""
        return {one.name: _plain(getattr(self, one.name)) for one in fields(self)[:-1]}

    @cached_property
    def _by_id(self) -> Mapping[str, Mapping[str, Item]]:
        return {name: {item.id: item for item in self.items(name)} for name in CATEGORIES}

    @cached_property
    def _by_name(self) -> Mapping[str, Mapping[str, Item | None]]:
        return {name: _name_index(self.items(name)) for name in CATEGORIES}


def _name_index(items: Iterable[Item]) -> dict[str, Item | None]:
    """Map every folded name to its item, or to None when it is shared; ids win over names."""
    items = tuple(items)
    index: dict[str, Item | None] = {}
    for item in items:
        for name in {fold(name) for name in item.names}:
            index[name] = None if name in index else item
    index.update((fold(item.id), item) for item in items)
    return index


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    return value
