"""A strategy with its names in the language that the program speaks; its texts stay as they are."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from nvworkshop.language import said
from nvworkshop.strategy.items import SECTIONS, Item, Rating, RatingLevel, Terms, Vision
from nvworkshop.strategy.strategy import Strategy

_Named = TypeVar("_Named", bound=Item)


def spoken(strategy: Strategy) -> Strategy:
    """Return the strategy as the window names it; its things are found by their own names too."""
    sections: dict[str, Any] = {
        section.key: tuple(_spoken(one) for one in strategy.items(category))
        for category, section in SECTIONS.items()
    }
    terms, vision, rating = strategy.terms, strategy.vision, strategy.rating
    return replace(
        strategy,
        **sections,
        terms=Terms(
            shift=said(terms.shift),
            shifts=said(terms.shifts),
            prerequisite=said(terms.prerequisite),
            prerequisites=said(terms.prerequisites),
        ),
        rating=Rating(shift=_levels(rating.shift), prerequisite=_levels(rating.prerequisite)),
        vision=Vision(
            central=_spoken(vision.central) if vision.central else None,
            parts=tuple(map(_spoken, vision.parts)),
        ),
    )


def _spoken(one: _Named) -> _Named:
    if not one.name_en:
        return one
    own = tuple(text for text in (one.name, one.short) if said(text) != text)
    return replace(one, name=said(one.name), short=said(one.short), aliases=(*one.aliases, *own))


def _levels(levels: tuple[RatingLevel, ...]) -> tuple[RatingLevel, ...]:
    return tuple(replace(one, name=said(one.name)) for one in levels)
