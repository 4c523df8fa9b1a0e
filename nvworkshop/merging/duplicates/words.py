"""Swedish words of an action row and their stems."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

_LETTERS = "0-9a-zåäöéüáčđŋšŧž"
_WORD = re.compile(rf"[{_LETTERS}]+(?:[-/][{_LETTERS}]+)*\+?")
_PART = re.compile(r"[-/]")
_TYPED = re.compile(_WORD.pattern, re.IGNORECASE)


class Place(NamedTuple):
    """A word, lower-case, and where it stands in the text as typed."""

    start: int
    end: int
    word: str


def split(text: str) -> tuple[str, ...]:
    """Lower-case words in reading order; "HC/PV" gives two, "e-hälsa" gives "ehälsa" too."""
    plain = unicodedata.normalize("NFC", text).casefold()
    words: list[str] = []
    for word in _WORD.findall(plain):
        parts = [part for part in _PART.split(word) if part]
        words.extend(parts)
        if len(parts) == 2 and "-" in word:  # noqa: PLR2004 - a hyphen between two parts
            words.append("".join(parts))
    return tuple(words)


def places(text: str) -> Iterator[Place]:
    """Yield the words of `split` with where they stand; a whole word comes before its parts."""
    for found in _TYPED.finditer(text):
        start, plain = found.start(), found[0].casefold()
        if _PART.search(plain):
            yield Place(start, found.end(), _PART.sub("", plain))
        for part in re.finditer(r"[^-/]+", found[0]):
            yield Place(start + part.start(), start + part.end(), part[0].casefold())


def new_stemmer() -> Callable[[str], str]:
    """Return a function from a lower-case word to its Swedish stem; each word is stemmed once."""
    from snowballstemmer import stemmer  # here: it reads the rules of 30 languages

    stem: Callable[[str], str] = stemmer("swedish").stemWord
    known: dict[str, str] = {}

    def remembered(word: str) -> str:
        if word not in known:
            known[word] = stem(word)
        return known[word]

    return remembered
