"""The words people head their columns with and fill them in with, from their file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from nvworkshop.model.text import fold
from nvworkshop.places import RESOURCES

_FILE = RESOURCES / "language" / "headings.toml"
_PARENTHESES = re.compile(r"\([^)]*\)")
_NOT_WORDS = re.compile(r"[^\w\s*#]+")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to head a column: the words side by side, with their stems, and the field."""

    field: str
    words: tuple[str, ...]
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The whole file; words are plain as `plain` makes them."""

    patterns: tuple[Pattern, ...]
    statuses: Mapping[str, str]
    signs: Mapping[str, str]
    colours: Mapping[str, str]
    unused: frozenset[str]
    sums: frozenset[str]
    bare: frozenset[str]
    sections: tuple[str, ...]
    rest: frozenset[str]
    region: frozenset[str]
    municipalities: frozenset[str]
    everybody: frozenset[str]
    measured: Mapping[str, str]
    genders: Mapping[str, str]
    missing: frozenset[str]
    stem: Callable[[str], str]


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return lower-case words with a space between, without what stands in parentheses."""
    outside = _PARENTHESES.sub(" ", text)
    return " ".join(_NOT_WORDS.sub(" ", fold(outside if outside.strip() else text)).split())


@cache
def words() -> Words:
    """Read the words once."""
    said = tomllib.loads(_FILE.read_text("utf-8"))
    stem = _stemmer()
    return Words(
        patterns=tuple(
            _pattern(field, one, stem)
            for field, several in said["fields"].items()
            for one in several
        ),
        statuses=_turned(said["status"]),
        signs={one: name for name, several in said["signs"].items() for one in several},
        colours=_turned(said["colours"]),
        unused=_set(said["unused"]["headings"]),
        sums=_set(said["sums"]["words"]),
        bare=_set(said["bare"]["words"]),
        sections=tuple(map(plain, said["sections"]["words"])),
        rest=_set(said["sections"]["rest"]),
        region=_set(said["who"]["region"]),
        municipalities=_set(said["who"]["municipalities"]),
        everybody=_set(said["who"]["everybody"]),
        measured=_turned(said["measured"]),
        genders=_turned(said["genders"]),
        missing=frozenset(map(fold, said["missing"]["cells"])),
        stem=stem,
    )


def _pattern(field: str, text: str, stem: Callable[[str], str]) -> Pattern:
    several = tuple(plain(text).split())
    return Pattern(field, several, tuple(map(stem, several)))


def _set(several: Iterable[str]) -> frozenset[str]:
    return frozenset(map(plain, several))


def _turned(groups: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {plain(word): name for name, several in groups.items() for word in several}


def _stemmer() -> Callable[[str], str]:
    from snowballstemmer import stemmer  # here: it reads the rules of 30 languages

    stem: Callable[[str], str] = cache(stemmer("swedish").stemWord)
    return stem
