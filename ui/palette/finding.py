"""What is found for what is typed, best first: pure rules, fast over ten thousand things."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum
from heapq import nsmallest
from itertools import count
from typing import Generic, TypeVar

from nvworkshop.model.text import fold
from nvworkshop.session.rows import words_of

T = TypeVar("T")

_MARKS = re.compile(r"[^\w]+")


class Group(IntEnum):
    """The groups of what is found, in the order they stand when nothing else parts them."""

    ACTION = 0
    JOINT_ACTION = 1
    IDEA = 2
    COMMAND = 3
    HELP = 4


class Rank(IntEnum):
    """How well something answers to what is typed."""

    TITLE_STARTS = 0
    WORD_STARTS = 1
    IN_TITLE = 2
    ELSEWHERE = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to choose. `detail` stands beside the title, `keys` are those of a command."""

    group: Group
    id: str
    title: str
    detail: str = ""
    keys: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is typed, as words and as the beginning of a title."""

    words: tuple[str, ...] = ()
    phrase: str = ""

    @classmethod
    def typed(cls, text: str) -> Asked:
        """Read what stands in the field."""
        return cls(words_of(text), title_key(text))


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """The best of one group, how many there are in all, and how well the first one answers."""

    best: tuple[T, ...] = ()
    total: int = 0
    rank: Rank = Rank.ELSEWHERE


def title_key(title: str) -> str:
    """Return a title to compare: folded, without marks, å ä ö apart from a and o."""
    return _MARKS.sub(" ", fold(title)).strip()


def find(
    things: Iterable[T],
    asked: Asked,
    most: int,
    *,
    found_by: Callable[[T], str],
    key: Callable[[T], str],
) -> Found[T]:
    """Return the `most` best of the things that have all the words.

    `found_by` is all text of a thing, folded; `key` is its title_key, asked for only when the
    words are there. Things that answer alike keep their order.
    """
    order = count()
    words = asked.words
    hits = [
        (rank_of(asked, key(one)), next(order), one)
        for one in things
        if _has_all(found_by(one), words)
    ]
    best = nsmallest(most, hits)
    return Found(
        tuple(one for _, _, one in best), len(hits), best[0][0] if best else Rank.ELSEWHERE
    )


def rank_of(asked: Asked, title: str) -> Rank:
    """Return how well a title, as a title_key, answers."""
    if title.startswith(asked.phrase):
        return Rank.TITLE_STARTS
    spaced = f" {title}"
    if all(f" {word}" in spaced for word in asked.words):
        return Rank.WORD_STARTS
    return Rank.IN_TITLE if _has_all(title, asked.words) else Rank.ELSEWHERE


def _has_all(text: str, words: tuple[str, ...]) -> bool:
    return all(word in text for word in words)
