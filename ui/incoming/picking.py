"""What of the proposals is chosen: rows, and fields where a row can be taken in part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.labels import shown
from nvworkshop.model.proposals import FieldProposal, Proposal, Proposals, Sort
from nvworkshop.model.text import fold
from nvworkshop.model.values import coerce
from nvworkshop.strategy import Strategy
from ui.words import tr


@dataclass(slots=True)
class Picking:
    """The proposals of one file, each known by its place among them."""

    proposals: Proposals
    ticked: set[int] = field(default_factory=set)
    left: dict[int, set[str]] = field(default_factory=dict)
    """The fields that are not taken, by the place of their row."""

    @classmethod
    def of(cls, proposals: Proposals) -> Picking:
        """Begin with what is proposed to be taken."""
        rows = proposals.proposals
        return cls(proposals, {place for place, one in enumerate(rows) if one.ticked})

    def tick(self, places: Iterable[int], *, on: bool) -> None:
        """Take rows, or leave them; what needs another goes with it, and the other way."""
        places = {*places}
        places |= self._needed(places) if on else self._needing(places)
        self.ticked = self.ticked | places if on else self.ticked - places
        for place in places if on else ():
            if len(self.left.get(place, ())) == len(self.proposals.proposals[place].fields):
                self.left.pop(place, None)

    def _needed(self, places: set[int]) -> set[int]:
        """Return the places of what rows can't be without."""
        rows = self.proposals.proposals
        needs = {rows[place].needs for place in places} - {""}
        return {n for n, one in enumerate(rows) if one.entity in needs} if needs else set()

    def _needing(self, places: set[int]) -> set[int]:
        """Return the places of what can't be without some rows."""
        rows = self.proposals.proposals
        gone = {rows[place].entity for place in places} - {""}
        return {n for n, one in enumerate(rows) if one.needs in gone}

    def take(self, place: int, name: str, *, on: bool) -> None:
        """Take a field of a row, or leave it; a row of which nothing is taken is left."""
        names = {one.name for one in self.proposals.proposals[place].fields}
        gone = self.left.setdefault(place, set()) if place in self.ticked else names - {name}
        self.left[place] = gone - {name} if on else gone | {name}
        self.tick([place], on=self.left[place] != names)

    def takes(self, place: int, name: str) -> bool:
        """Tell whether a field is taken: its row is, and it is not left."""
        return place in self.ticked and name not in self.left.get(place, ())

    def chosen(self) -> Proposals:
        """Return the rows that are taken, each with the fields that are."""
        rows = self.proposals.proposals
        taken = (
            _without(rows[place], self.left.get(place, set())) for place in sorted(self.ticked)
        )
        return replace(self.proposals, proposals=tuple(taken))


def _without(one: Proposal, gone: set[str]) -> Proposal:
    return replace(one, fields=tuple(each for each in one.fields if each.name not in gone))


def count(proposals: Proposals, sort: Sort) -> int:
    """Return how many proposals there are of a sort."""
    return sum(one.sort is sort for one in proposals.proposals)


def declared(one: Proposal, each: FieldProposal) -> Field | None:
    """Return what a field is."""
    return KINDS[one.kind].field(each.name) if one.kind in KINDS else None


def brought(chosen: Proposals) -> tuple[str, str]:
    """Return the kind and id of the indicator whose values come first, "" when none come."""
    values = [one for one in chosen.proposals if one.kind == "measurement"]
    said = (each.proposed for one in values for each in one.fields if each.name == "indicator")
    return ("indicator", str(next(said, ""))) if values else ("", "")


def is_link(one: Proposal, each: FieldProposal) -> bool:
    """Tell whether a field points at another thing, which the row's title names."""
    found = declared(one, each)
    return found is not None and found.type is FieldType.REF


def field_name(one: Proposal, each: FieldProposal) -> str:
    """Return what a field is called."""
    found = declared(one, each)
    return tr(found.sv) if found else each.name


def readable(one: Proposal, each: FieldProposal, data: object, strategy: Strategy) -> str:
    """Return a value as people read it."""
    found = declared(one, each)
    if found is None:
        return "" if data is None else str(data)
    return shown(found, coerce(found, data), strategy)


def found_by(one: Proposal, strategy: Strategy) -> str:
    """Return all of a row to search in, folded."""
    texts = [one.title, one.why, *(field_name(one, each) for each in one.fields)]
    texts += [readable(one, each, each.proposed, strategy) for each in one.fields]
    return fold("\n".join(texts))
