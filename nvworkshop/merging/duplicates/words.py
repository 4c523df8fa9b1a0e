"""Swedish words of an action row and their stems."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_LETTERS = "0-9a-zåäöéüáčđŋšŧž"
_WORD = re.compile(rf"[{_LETTERS}]+(?:[-/][{_LETTERS}]+)*\+?")
_PART = re.compile(r"[-/]")


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
