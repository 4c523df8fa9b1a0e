"""The thesaurus: which ideas a Swedish text speaks of, whatever words it uses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from nvworkshop.places import RESOURCES

Stem = Callable[[str], str]
_LONGEST = 24
_SHORTEST_TAIL = 5
_SHORTEST_HEAD = 3
_LINKS = "sea"
_KEY = 3


@dataclass(frozen=True)
class Thesaurus:
    """Ideas by pattern; an idea is known by its number, which is also its place in `names`."""

    stem: Stem
    names: list[str] = field(default_factory=list)
    facets: list[str] = field(default_factory=list)
    exact: dict[str, set[int]] = field(default_factory=dict)
    stems: dict[str, set[int]] = field(default_factory=dict)
    starts: dict[str, set[int]] = field(default_factory=dict)
    ends: dict[str, set[int]] = field(default_factory=dict)
    inside: dict[str, set[int]] = field(default_factory=dict)
    phrases: dict[str, list[tuple[tuple[str, ...], int]]] = field(default_factory=dict)
    heads: set[str] = field(default_factory=set)
    filler: set[str] = field(default_factory=set)
    _known: dict[str, frozenset[int]] = field(default_factory=dict)

    def of_word(self, word: str) -> frozenset[int]:
        """Return the ideas that a single word shows."""
        if word not in self._known:
            self._known[word] = frozenset(self._look_up(word))
        return self._known[word]

    def of_phrases(self, words: Sequence[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Yield each idea shown by neighbouring words, with those words."""
        for place in range(len(words)):
            for idea, length in self.phrases_at(words, place):
                yield idea, tuple(words[place : place + length])

    def phrases_at(self, words: Sequence[str], place: int) -> Iterator[tuple[int, int]]:
        """Yield each idea shown by words that begin at a place, with how many they are."""
        for phrase, idea in self.phrases.get(words[place][:_KEY], ()):
            span = words[place : place + len(phrase)]
            if len(span) == len(phrase) and all(map(_fits, span, phrase)):
                yield idea, len(phrase)

    def _look_up(self, word: str) -> Iterator[int]:
        stem = self.stem(word)
        yield from self.exact.get(word, ())
        yield from self._starting(word, stem, 1)
        for start in range(len(stem)):
            yield from self.ends.get(stem[start:], ())
        for part, ideas in self.inside.items():
            if part in word:
                yield from ideas
        for cut in self._cuts(word):
            yield from self._starting(word[cut:], stem[cut:], _SHORTEST_TAIL)

    def _starting(self, word: str, stem: str, shortest: int) -> Iterator[int]:
        yield from self.stems.get(stem, ())
        for end in range(shortest, min(len(word), _LONGEST) + 1):
            yield from self.starts.get(word[:end], ())

    def _cuts(self, word: str) -> Iterator[int]:
        """Yield where a known first part of a compound ends: "chefs|utbildning"."""
        for cut in range(_SHORTEST_HEAD, len(word) - _SHORTEST_HEAD):
            head = word[:cut]
            if head in self.heads or (head[-1] in _LINKS and head[:-1] in self.heads):
                yield cut

    def learn(self, facet: str, name: str, patterns: Iterable[str]) -> None:
        """Take in one line; the patterns are explained at the top of the thesaurus file."""
        if facet == "filler":
            self.filler.update(patterns)
            return
        for pattern in patterns:
            self._place(pattern, len(self.names))
        self.names.append(name)
        self.facets.append(facet)

    def _place(self, pattern: str, idea: int) -> None:
        if " " in pattern:
            words = tuple(pattern.split())
            self.phrases.setdefault(words[0].rstrip("*")[:_KEY], []).append((words, idea))
            return
        core = pattern.strip("*=").replace("-", "")
        if len(core) >= _SHORTEST_HEAD:
            self.heads.add(core)
        table, key = self._table(pattern, core)
        table.setdefault(key, set()).add(idea)

    def _table(self, pattern: str, core: str) -> tuple[dict[str, set[int]], str]:
        if pattern.startswith("="):
            return self.exact, core
        if pattern.startswith("*"):
            return (self.inside, core) if pattern.endswith("*") else (self.ends, self.stem(core))
        return (self.starts, core) if pattern.endswith("*") else (self.stems, self.stem(core))


def _fits(word: str, pattern: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


def load(stem: Stem) -> Thesaurus:
    """Read the thesaurus that comes with the program."""
    file = RESOURCES / "language" / "thesaurus.txt"
    return parse(file.read_text("utf-8").splitlines(), stem)


def parse(lines: Iterable[str], stem: Stem) -> Thesaurus:
    """Read thesaurus lines."""
    thesaurus = Thesaurus(stem)
    facet = ""
    for line in lines:
        if line.startswith("["):
            facet = line.strip("[] \n")
        elif ":" in line and not line.startswith("#"):
            name, _, patterns = line.partition(":")
            thesaurus.learn(facet, name.strip(), (p.strip() for p in patterns.split(",")))
    return thesaurus
