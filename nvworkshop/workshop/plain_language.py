"""Hints about plain language (klarspråk): what in an action's texts says too little, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from nvworkshop.language import marked, said
from nvworkshop.model.text import fold
from nvworkshop.strategy import Strategy
from nvworkshop.strategy.items import Abbreviation
from nvworkshop.workshop.plain_words import words

LONGEST = 25
"""Most words of a sentence that is easy to read."""


class HintKind(StrEnum):
    """What a hint is about."""

    PASSIVE = "passive"  # nobody is said to do it
    VAGUE = "vague"  # the verb promises nothing that can be seen
    ABBREVIATION = "abbreviation"
    TITLE = "title"  # does not begin with what is to be done
    LONG = "long"
    OWNER = "owner"  # everybody's, so nobody's


@dataclass(frozen=True, slots=True)
class Hint:
    """One place in a text, and a sentence that says what is wrong and how to write instead.

    `text` is "title", "description" or "function"; the place is from `start` to `end` in it.
    """

    kind: HintKind
    text: str
    start: int
    end: int
    sentence: str


def hints(title: str, description: str, strategy: Strategy) -> tuple[Hint, ...]:
    """Return the hints about an action's texts, the title's first, each text's in order."""
    whole = f"{title}\n{description}"
    seen: set[str] = set()
    found = list(_about_title(title))
    for name, text in (("title", title), ("description", description)):
        found += _verbs(name, text)
        found += _short_forms(name, text, whole, strategy, seen)
        found += _long_sentences(name, text)
        found += _everybody(name, text)
    return tuple(sorted(found, key=lambda one: (one.text != "title", one.start)))


def owner_hints(function: str) -> tuple[Hint, ...]:
    """Return the hint that nobody answers for what everybody does, for an action's function."""
    if not _EVERYBODY_ALONE.fullmatch(function):
        return ()
    return (Hint(HintKind.OWNER, "function", 0, len(function), said(_OWNER_SENTENCE)),)


# Who does it, and what is done

_FIXED_PASSIVE = re.compile(r"\b(?:ses över|tas fram|arbetas fram)\b", re.IGNORECASE)
_AGENT = re.compile(r"(?:\s+\w+){0,4}?\s+av\s+\w", re.IGNORECASE)


def _verbs(name: str, text: str) -> Iterator[Hint]:
    taken: list[tuple[int, int]] = []
    for found in (*words().passive.finditer(text), *_FIXED_PASSIVE.finditer(text)):
        start, end = found.span()
        hidden = not _AGENT.match(text, end) and not _is_deponent(found)
        if hidden and not _overlaps(taken, start, end):
            taken.append((start, end))
            yield Hint(HintKind.PASSIVE, name, start, end, _passive_sentence(found[0]))
    for found in words().vague.finditer(text):
        start, end = found.span("verb")
        if not _overlaps(taken, start, end):
            yield Hint(HintKind.VAGUE, name, start, end, _vague_sentence(found["verb"]))


def _is_deponent(found: re.Match[str]) -> bool:
    """Tell whether the verb only looks passive: "ska ses varje vecka", but not "ska ses över"."""
    verb = "" if found.re is _FIXED_PASSIVE else found[1].casefold()
    return verb in words().not_passive or (verb == "ses" and found[0].endswith(found[1]))


def _overlaps(taken: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end in taken)


def _passive_sentence(words: str) -> str:
    return said(
        "”{one_line}” säger inte vem som gör det. Skriv vem som gör vad, till exempel "
        "”Hälsocentralen utser …”."
    ).format(one_line=_one_line(words))


def _vague_sentence(words: str) -> str:
    return said(
        "”{one_line}” säger inte vad som blir annorlunda. Skriv det ni ska göra så "
        "att det syns när det är klart, till exempel ”öppna”, ”utse” eller ”skriva”."
    ).format(one_line=_one_line(words))


# Short forms

_CAPITALS = re.compile(r"(?<![\w/])[A-ZÅÄÖ]{2,7}(?=s?\b)(?![\w]*[0-9a-zåäö]{2})")
_ROMAN = re.compile("[IVX]+")
_MOST = 10
"""Most short forms that are looked up in an action: more is no text for people."""

_SHOUTED = 4
"""So many words in capitals after each other are shouted, not shortened."""


def _short_forms(
    name: str, text: str, whole: str, strategy: Strategy, seen: set[str]
) -> Iterator[Hint]:
    """Yield a hint where a short form comes first, unless the texts explain it."""
    known = {one.name: one for one in strategy.abbreviations}
    for start, end in _places(text, known):
        short = text[start:end]
        if short in seen or short in words().everyday or len(seen) >= _MOST:
            continue
        seen.add(short)
        meant = known.get(short)
        if not _is_explained(short, meant.expansion if meant else "", whole):
            sentence = _short_sentence(short, meant)
            yield Hint(HintKind.ABBREVIATION, name, start, end, sentence)


def _places(text: str, known: Iterable[str]) -> list[tuple[int, int]]:
    capitals = [one for one in _CAPITALS.finditer(text) if not _ROMAN.fullmatch(one[0])]
    spans = {one.span() for one in capitals} if not _is_shouted(text) else set()
    for name in known:
        spans |= {one.span() for one in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)}
    return sorted(spans)


def _is_shouted(text: str) -> bool:
    parts = re.findall(r"[^\W\d_]+", text)
    runs = zip(*(parts[n:] for n in range(_SHOUTED)), strict=False)
    return any(all(word.isupper() for word in run) for run in runs)


def _is_explained(short: str, expansion: str, whole: str) -> bool:
    if expansion and fold(expansion) in fold(whole):
        return True
    form = re.escape(short)
    return bool(
        re.search(
            rf"\({form}\)|\b{form}\s*\([^)]{{4,}}\)|\b{form},?\s+(?:det vill säga|"
            r"som (?:är|betyder|står för))",
            whole,
        )
    )


def _short_sentence(short: str, meant: Abbreviation | None) -> str:
    start = said("Alla vet inte vad {short} är. Skriv").format(short=short)
    if meant is None:
        return said("{start} ut orden första gången, med {short} inom parentes efter.").format(
            start=start, short=short
        )
    sure = said(" till exempel") if meant.interpreted else ""
    return said("{start}{sure} ”{expansion} ({short})” första gången.").format(
        start=start, sure=sure, expansion=meant.expansion, short=short
    )


# Sentences

_ENDS = re.compile(r"[.!?]+[”\"’)]*(?=\s+[A-ZÅÄÖ0-9”\"–-])|\n+")


def _long_sentences(name: str, text: str) -> Iterator[Hint]:
    begin = 0
    for end in (*(one.end() for one in _ENDS.finditer(text)), len(text)):
        part = text[begin:end]
        count = len(re.findall(r"\w[\w’:/.-]*", part))
        if count > LONGEST:
            start = begin + len(part) - len(part.lstrip())
            stop = begin + len(part.rstrip())
            sentence = said("Meningen har {count} ord. Dela den i två, med en sak i varje.").format(
                count=count
            )
            yield Hint(HintKind.LONG, name, start, stop, sentence)
        begin = end


_EVERYBODY = re.compile(
    r"\b(?:alla|samtliga|vi|kommun\w*\s+och\s+region\w*|region\w*\s+och\s+kommun\w*)\s+"
    r"(?:\w+\s+){0,2}?(?:ansvarar|ansvariga|har\s+(?:ett\s+)?(?:gemensamt\s+)?ansvar\w*)"
    r"|\b(?:har|är|under)\s+(?:ett\s+)?(?:gemensamt|delat)\s+ansvar(?:iga?)?\b|\bansvarig\w*\s*:\s*(?:gemensamt|alla|samtliga)\b",
    re.IGNORECASE,
)
_EVERYBODY_ALONE = re.compile(
    r"\s*(?:gemensam\w*(?:\s+ansvar)?|alla(?:\s+\w+)?|samtliga(?:\s+\w+)?|vi(?:\s+alla)?"
    r"|båda|delat(?:\s+ansvar)?|kommun\w*\s+och\s+region\w*|region\w*\s+och\s+kommun\w*)\s*\.?\s*",
    re.IGNORECASE,
)
_OWNER_SENTENCE = marked(
    "Det som alla ansvarar för blir lätt ingens. Skriv en funktion som ansvarar, och de andra som"
    " medverkande."
)


def _everybody(name: str, text: str) -> Iterator[Hint]:
    for found in _EVERYBODY.finditer(text):
        yield Hint(HintKind.OWNER, name, *found.span(), said(_OWNER_SENTENCE))


# The title

_TITLE_SENTENCE = marked(
    "Rubriken börjar inte med ett verb. Börja gärna med det ni ska göra, till exempel ”Öppna”,"
    " ”Utse” eller ”Gör”."
)
_IN_SIGHT = 6
"""Words of a title among which a verb in the present tense makes it a sentence."""


def _about_title(title: str) -> Iterator[Hint]:
    found = list(re.finditer(r"(?<!\w)[^\W\d_][\w-]*", title))
    if not found or _is_verb(found[0][0]) or any(_is_present(one[0]) for one in found[:_IN_SIGHT]):
        return
    yield Hint(HintKind.TITLE, "title", *found[0].span(), said(_TITLE_SENTENCE))


def _is_verb(word: str) -> bool:
    """Tell whether a first word can be an imperative or an infinitive; in doubt it is."""
    low, known = word.casefold(), words()
    if low.endswith("a") and low not in known.not_verbs:
        return True
    stems = {low.removeprefix(one) for one in known.prefixes}
    return low in known.imperatives or bool(stems & known.imperatives)


def _is_present(word: str) -> bool:
    """Tell whether a word can be a verb in the present tense; in doubt it is."""
    low = word.casefold()
    if low in words().modals:
        return True
    return bool(re.search("[aeiyåäö]r$", low)) and low not in words().not_present


def _one_line(text: str) -> str:
    return " ".join(text.split())
