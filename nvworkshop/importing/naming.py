"""Names as people write them in a list: of shifts, of huvudmän, and what is left over."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from nvworkshop.importing.words import Words, plain, words
from nvworkshop.model.labels import Catalogue

_ALIKE = 0.84
_SHORTEST = 12
"""How alike a name and what is written must be, when they are long enough to compare."""

_BETWEEN = re.compile(
    r"\s*(?:[,;/\n+&•]|\boch\b|\bsamt\b|\band\b|\bi samverkan med\b)\s*", re.IGNORECASE
)
_NUMBER = re.compile(
    r"\A\s*(?:riktningsförändring\s+|riktning\s+|förutsättning\s+|shift\s+|[RF]\s?)(\d)\b",
    re.IGNORECASE,
)
_LETTERS = {"shift": "R", "prerequisite": "F"}
"""What the ids of numbered options begin with."""


@dataclass(slots=True)
class Named:
    """The ids that a text names, in its order, and the rest of what it says."""

    ids: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


class Options:
    """Finds what texts name among the options of a catalogue, also when it is not quite so."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Make a new one for each list: it remembers what it has found."""
        self._catalogue = catalogue
        self._known: dict[tuple[str, str], str] = {}
        self._names: dict[str, list[tuple[str, str]]] = {}

    def one(self, category: str, text: str) -> str:
        """Return the id of the option that a text names, or ""."""
        key = category, text.strip()
        if key not in self._known:
            self._known[key] = self._found(*key)
        return self._known[key]

    def several(self, category: str, text: str) -> Named:
        """Return the options that a text names, with commas and the like between, and the rest."""
        whole = self.one(category, text)
        if whole:
            return Named([whole])
        found = Named()
        for part in filter(None, (one.strip() for one in _BETWEEN.split(text))):
            one = self.one(category, part)
            (found.ids if one else found.left).append(one or part)
        found.ids = list(dict.fromkeys(found.ids))
        return found

    def _found(self, category: str, text: str) -> str:
        found = self._catalogue.find(category, text)
        if found is not None:
            return str(found.id)
        said = plain(text)
        likely = ((_likeness(said, name), option) for name, option in self._plain_names(category))
        score, best = max(likely, default=(0.0, ""))
        return best if score >= _ALIKE else self._numbered(category, text)

    def _plain_names(self, category: str) -> list[tuple[str, str]]:
        if category not in self._names:
            self._names[category] = [
                (plain(name), option)
                for option, label in self._catalogue.options(category)
                for name in self._written(category, option, label)
            ]
        return self._names[category]

    def _written(self, category: str, option: str, label: str) -> Iterable[str]:
        return getattr(self._catalogue.find(category, option), "names", ()) or (label,)

    def _numbered(self, category: str, text: str) -> str:
        """Return the option whose id a text begins with: "R2: …", "Riktningsförändring 2 …"."""
        found = _NUMBER.match(text)
        if found is None or category not in _LETTERS:
            return ""
        wanted = f"{_LETTERS[category]}{found[1]}"
        return wanted if self._catalogue.find(category, wanted) is not None else ""


def _likeness(said: str, name: str) -> float:
    """Return 1 for a text that holds the whole name, else how alike they are."""
    if len(name) < _SHORTEST:
        return 0.0
    return 1.0 if name in said else SequenceMatcher(None, said, name).ratio()


class Parties:
    """Finds the huvudmän and actors that a text names, in a plan of some kommuner."""

    def __init__(self, catalogue: Catalogue, municipalities: Iterable[str] = ()) -> None:
        """`municipalities` are those that "alla kommuner" means."""
        self._catalogue = catalogue
        principals = dict(catalogue.options("principal"))
        wanted = [one for one in municipalities if one in principals]
        self._all = wanted or [one for one in principals if one.isdecimal()]
        self._region = next((one for one in principals if not one.isdecimal()), "")
        self._principals = frozenset(principals)
        self._known: dict[str, Named] = {}
        self._words: Words = words()

    def is_principal(self, party: str) -> bool:
        """Tell whether a party can be responsible."""
        return party in self._principals

    def find(self, text: str) -> Named:
        """Return whom a text names; the rest of it is a function or somebody else."""
        if text not in self._known:
            self._known[text] = self._found(text)
        return self._known[text]

    def _found(self, text: str) -> Named:
        whole = self._one(text)
        if whole is not None:
            return Named(list(whole))
        named = Named()
        for part in filter(None, (one.strip(" .") for one in _BETWEEN.split(text))):
            ids = self._one(part)
            if ids is None:
                start, rest = self._beginning(part)
                named.ids += start
                named.left.append(rest)
            else:
                named.ids += ids
        named.ids = list(dict.fromkeys(named.ids))
        return named

    def _one(self, text: str) -> list[str] | None:
        """Return whom a name means, None for a name nobody has."""
        said = plain(text)
        if said in self._words.everybody:
            return [self._region, *self._all] if self._region else list(self._all)
        if said in self._words.municipalities:
            return list(self._all)
        if said in self._words.region and self._region:
            return [self._region]
        item: Any = self._catalogue.find("party", text)
        return None if item is None else [str(item.id)]

    def _beginning(self, text: str) -> tuple[list[str], str]:
        """Return the huvudman a text begins with, and what it says besides: a part of it."""
        several = text.split()
        for length in range(min(len(several) - 1, 4), 0, -1):
            ids = self._one(" ".join(several[:length]).rstrip(":,-–"))
            if ids is not None and len(ids) == 1:
                return ids, " ".join(several[length:]).strip(" -–:")
        return [], text
