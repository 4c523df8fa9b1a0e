"""Where in a text the words stand that a suggestion speaks of, however they are inflected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from nvworkshop.merging.duplicates import thesaurus as thesauri
from nvworkshop.merging.duplicates.words import Place, new_stemmer, places


class WordMark(NamedTuple):
    """A run of characters, and whether its words are shared or tell the texts apart."""

    start: int
    end: int
    shared: bool


class Marker:
    """Knows the words; one of them serves any number of texts."""

    def __init__(self) -> None:
        """Read the thesaurus."""
        self._stem = new_stemmer()
        self._thesaurus = thesauri.load(self._stem)

    def marks(
        self, text: str, shared: Iterable[str], differing: Iterable[str]
    ) -> tuple[WordMark, ...]:
        """Return the marks of a text in reading order; none of them overlap.

        A word is marked by its stem, or because it shows an idea of that name: "hemmonitorering"
        where "egenmonitorering" is shared. What is shared goes before what differs.
        """
        found = list(places(text))
        words = [one.word for one in found]
        marked: dict[int, bool] = {}
        for names, is_shared in ((shared, True), (differing, False)):
            for place in self._named(words, frozenset(names)):
                marked.setdefault(place, is_shared)
        return tuple(_runs(found, marked))

    def _named(self, words: Sequence[str], names: frozenset[str]) -> Iterator[int]:
        """Yield the places, in the list of words, of those that any of the names stands for."""
        stems = {self._stem(name) for name in names}
        ideas = {n for n, name in enumerate(self._thesaurus.names) if name in names}
        for place, word in enumerate(words):
            if self._stem(word) in stems or self._thesaurus.of_word(word) & ideas:
                yield place
            for idea, length in self._thesaurus.phrases_at(words, place):
                if idea in ideas:
                    yield from range(place, place + length)


def _runs(words: Sequence[Place], marked: dict[int, bool]) -> Iterator[WordMark]:
    """Return a mark for each word; the parts of one word are one mark."""
    last: WordMark | None = None
    for number in sorted(marked):
        place = words[number]
        mark = WordMark(place.start, place.end, marked[number])
        if last is not None and mark.start < last.end:
            continue
        last = mark
        yield mark
