"""A strategy with its names in the language that the program speaks; its texts stay as they are."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from nvworkshop.language import said
from nvworkshop.strategy.items import SECTIONS, Item, Terms, Vision
from nvworkshop.strategy.strategy import Strategy

_Named = TypeVar("_Named", bound=Item)


def spoken(strategy: Strategy) -> Strategy:
    """Return the strategy as the window names it; its things are found by their own names too."""
    sections: dict[str, Any] = {
        section.key: tuple(_spoken(one) for one in strategy.items(category))
        for category, section in SECTIONS.items()
    }
    terms, vision = strategy.terms, strategy.vision
    return replace(
        strategy,
        **sections,
        terms=Terms(
            shift=said(terms.shift),
            shifts=said(terms.shifts),
            prerequisite=said(terms.prerequisite),
            prerequisites=said(terms.prerequisites),
        ),
        vision=Vision(
            central=_spoken(vision.central) if vision.central else None,
            parts=tuple(map(_spoken, vision.parts)),
        ),
    )


def _spoken(one: _Named) -> _Named:
    name = said(one.name) if one.name_en else one.name
    if name == one.name:
        return one
    return replace(
        one, name=name, short=said(one.short), aliases=(*one.aliases, one.name, one.short)
    )
