"""The language of what the program says: Swedish in the source, others from one catalogue.

A text is looked up first and its facts put in afterwards, so that a translation may order them
anew: `said("{n} rader i {name}").format(n=3, name=name)`. What is kept in a plan file and what
stands in a document is never translated: others read it, in the county's language. A text that has
been said can be had as it is in the source for them: `in_source(text)`, and `with as_source():` all
that is said meanwhile is in the source's language.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from nvworkshop.places import RESOURCES

if TYPE_CHECKING:
    from gettext import NullTranslations

SOURCE = "sv"
"""The language of the source."""

VARIABLE = "NVWORKSHOP_LANGUAGE"
"""Set in the environment: the language to speak, such as en. The command line has no other way."""

SEVERAL = "several"
"""The context of words that are the same for one and several in the source, but not elsewhere."""

_catalogue: NullTranslations | None = None
_document = ContextVar("document", default=False)


class Said(str):
    """A text in the chosen language that knows what it is in the source."""

    __slots__ = ("source",)

    source: str

    def __new__(cls, text: str, source: str) -> Said:
        """Take the text, and the same in the source."""
        self = super().__new__(cls, text)
        self.source = source
        return self

    def __reduce__(self) -> tuple[type[Said], tuple[str, str]]:
        """Tell what a copy is made of."""
        return Said, (str(self), self.source)

    def format(self, *args: object, **facts: object) -> Said:
        """Put facts in, in both languages."""
        of_source = {name: in_source(fact) for name, fact in facts.items()}
        return Said(super().format(*args, **facts), self.source.format(*args, **of_source))


def choose(language: str) -> None:
    """Speak a language: the source's own, or one with a catalogue. Raises OSError for others."""
    if language == SOURCE:
        speak_from(None)
        return
    from gettext import GNUTranslations  # only needed for other languages

    with (RESOURCES / "language" / f"{language}.mo").open("rb") as file:
        speak_from(GNUTranslations(file))


def speak_from(catalogue: NullTranslations | None) -> None:
    """Speak what a catalogue that has been read says; the source's own language without one."""
    global _catalogue  # noqa: PLW0603 (one program speaks one language)
    _catalogue = catalogue


def chosen() -> str:
    """Return the language that is spoken."""
    return _catalogue.info().get("language", SOURCE) if _catalogue else SOURCE


def choose_by_environment() -> None:
    """Speak the language that the environment names; the source's when there is no such."""
    try:
        choose(os.environ.get(VARIABLE) or SOURCE)
    except OSError:
        choose(SOURCE)


@contextmanager
def as_source() -> Iterator[None]:
    """Say all in the source's language meanwhile, in this thread: a document is being made."""
    token = _document.set(True)
    try:
        yield
    finally:
        _document.reset(token)


def said(text: str) -> str:
    """Return a text of the source in the chosen language; as it is where no other is known."""
    if _catalogue is None or not text:
        return text
    if _document.get():
        return str(in_source(text))
    if isinstance(text, Said):  # it has been
        return text
    told = _catalogue.gettext(text)
    return told if told == text else Said(told, text)


def joined(texts: Iterable[str], between: str = " ") -> str:
    """Return texts that have been said as one."""
    parts = list(texts)
    text, source = between.join(parts), between.join(map(in_source, parts))
    return text if text == source else Said(text, source)


def in_source(text: Any) -> Any:
    """Return a text that has been said as it is in the source, and anything else as it is."""
    return text.source if isinstance(text, Said) else text


def several(text: str) -> str:
    """Return the word for more than one, such as `Kind.sv_plural`, in the chosen language."""
    if _catalogue is None or not text or _document.get():
        return text
    told = _catalogue.pgettext(SEVERAL, text)
    return said(text) if told == text else Said(told, text)


def marked(text: str) -> str:
    """Return the text as it is: marks one that is looked up with `said` where it is used."""
    return text
