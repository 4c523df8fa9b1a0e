"""The language of what the program says: Swedish in the source, others from one catalogue.

A text is looked up first and its facts put in afterwards, so that a translation may order them
anew: `said("{n} rader i {name}").format(n=3, name=name)`. What is kept in a plan file and what
stands in a document is never translated: others read it, in the county's language.
"""

from __future__ import annotations

import gettext

from nvworkshop.places import RESOURCES

SOURCE = "sv"
"""The language of the source."""

SEVERAL = "several"
"""The context of words that are the same for one and several in the source, but not elsewhere."""

_catalogue = gettext.NullTranslations()


def choose(language: str) -> None:
    """Speak a language: the source's own, or one with a catalogue. Raises OSError for others."""
    global _catalogue  # noqa: PLW0603 (one program speaks one language)
    if language == SOURCE:
        _catalogue = gettext.NullTranslations()
        return
    with (RESOURCES / "language" / f"{language}.mo").open("rb") as file:
        _catalogue = gettext.GNUTranslations(file)


def said(text: str) -> str:
    """Return a text of the source in the chosen language; as it is where no other is known."""
    return _catalogue.gettext(text) if text else text


def several(text: str) -> str:
    """Return the word for more than one, such as `Kind.sv_plural`, in the chosen language."""
    return _catalogue.pgettext(SEVERAL, text) if text else text


def marked(text: str) -> str:
    """Return the text as it is: marks one that is looked up with `said` where it is used."""
    return text
