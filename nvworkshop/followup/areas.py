"""The areas that values are of: kommuner, länsdelar and the county, however people write them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from nvworkshop.strategy import CountyPart, Municipality, Principal, Strategy, fold

COUNTY, PART, MUNICIPALITY = "county", "county_part", "municipality"
LEVELS = (COUNTY, PART, MUNICIPALITY)
"""The levels of an area, the widest first."""

_CODE_LENGTH = 4
_COUNTY_LENGTH = 2
"""Digits of a kommunkod, and of its beginning, which is the county's own code."""


@dataclass(frozen=True, slots=True)
class Area:
    """An area by its id: a kommunkod, a länsdel's id, or the county's two digits."""

    id: str
    name: str
    level: str


class Areas:
    """The areas of a strategy."""

    def __init__(self, strategy: Strategy) -> None:
        """Know the strategy's own, and the county by what its kommuner have in common."""
        self._strategy = strategy
        codes = [one.id for one in strategy.municipalities]
        begun = {one[:_COUNTY_LENGTH] for one in codes}
        self.county = Area(begun.pop() if len(begun) == 1 else "", strategy.county, COUNTY)

    def find(self, text: str) -> Area | None:
        """Return the area that a code, an id or a name means, None when there is no such area."""
        said = text.strip()
        if self._is_county(said):
            return self.county
        for category in (MUNICIPALITY, PART, "principal"):
            found = self._strategy.find(category, said)
            if isinstance(found, Principal):
                found = self._strategy.get(MUNICIPALITY, found.municipality)
            if isinstance(found, Municipality | CountyPart):
                level = MUNICIPALITY if isinstance(found, Municipality) else PART
                return Area(found.id, found.name, level)
        return None

    def _is_county(self, said: str) -> bool:
        """Tell whether a text is the county: its code, its name, or its region."""
        code, name = self.county.id, fold(self.county.name)
        if not code or not said:
            return False
        if said.isdecimal():
            return len(said) <= _CODE_LENGTH and said.lstrip("0") == code.lstrip("0")
        region = self._strategy.find("principal", said)
        named = {name, f"{name}län", f"{name}slän", "länet", "helalänet"}
        return fold(said) in named or (isinstance(region, Principal) and not region.municipality)

    def name(self, area: str) -> str:
        """Return what an area is called; what isn't known is called what it is."""
        found = self.find(area)
        if found is None:
            return area
        return f"{found.name} ({_COUNTY})" if found.level == COUNTY else found.name

    def within(self, level: str, part: str = "") -> tuple[str, ...]:
        """Return the areas of a level in the county, or in a länsdel; none for the county."""
        if level == PART and not part:
            return tuple(one.id for one in self._strategy.county_parts)
        if level == MUNICIPALITY:
            inside = self._strategy.municipalities_of(part) if part else ()
            return tuple(one.id for one in inside or self._strategy.municipalities)
        return ()

    def scope(self, part: str, areas: Iterable[str]) -> str:
        """Return the länsdel if all the areas lie in it, else "" for the county."""
        inside = {part, *self.within(MUNICIPALITY, part)} if part else set()
        return part if inside.issuperset(areas) else ""


_COUNTY = "länet"
