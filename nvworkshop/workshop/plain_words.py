"""The Swedish words that the hints about plain language go by, from their file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from nvworkshop.places import RESOURCES

_FILE = RESOURCES / "language" / "plain_language.toml"


@dataclass(frozen=True, slots=True)
class Words:
    """Sets of words in lower case (short forms as written), and what finds verbs in a text.

    `passive` finds a modal with a verb in -s as its group 1; `vague` has the verb as group "verb".
    """

    not_passive: frozenset[str]
    everyday: frozenset[str]
    imperatives: frozenset[str]
    prefixes: frozenset[str]
    not_verbs: frozenset[str]
    not_present: frozenset[str]
    modals: frozenset[str]
    passive: re.Pattern[str]
    vague: re.Pattern[str]


@cache
def words() -> Words:
    """Read the words once."""
    said = tomllib.loads(_FILE.read_text("utf-8"))
    sets = ("not_passive", "everyday", "imperatives", "prefixes", "not_verbs", "not_present")
    return Words(
        **{name: frozenset(said[name].split()) for name in sets},
        modals=frozenset(said["modals"]),
        passive=_passive(said["modals"]),
        vague=_vague(said["vague"], said["fillers"].split()),
    )


def _passive(modals: Iterable[str]) -> re.Pattern[str]:
    before = "|".join(map(re.escape, modals))
    between = "alltid|därför|också|inte|nu|sedan|snarast|även"
    particles = "bort|fram|igen|ihop|in|ner|om|upp|ut|över"
    return re.compile(
        rf"\b(?:{before})\s+(?:(?:{between})\s+)?(\w{{2,}}as|tas|\w*(?:ses|ges|nås|fås))\b"
        rf"(?:\s+(?:{particles})\b)?",
        re.IGNORECASE,
    )


def _vague(verbs: Iterable[str], fillers: Iterable[str]) -> re.Pattern[str]:
    """Find the verbs where somebody promises something: first in a sentence, or after "ska"."""
    filler = rf"\s+(?:(?:{'|'.join(fillers)})\s+)?"
    forms = "|".join(filler.join(map(re.escape, verb.split())) for verb in verbs)
    return re.compile(
        r"(?:(?<=[.!?:;]\s)|(?<=\n)|\A|\b(?:ska|skall|bör|behöver|måste|vill|vi|och)\s+)"
        rf"(?P<verb>{forms})\b",
        re.IGNORECASE,
    )
