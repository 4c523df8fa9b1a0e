"""A language that nobody speaks: every text a third longer, and with letters that few fonts forget.

What is drawn in it shows where a translation would have no room, and what passes no catalogue.
"""

from __future__ import annotations

import gettext
import re
from itertools import cycle, islice

from nvworkshop.places import RESOURCES

NAME = "stretched"
"""What the language is called as a look."""

_LETTERS = ("áčđŋ", "šŧž", "åäö")
_LONGER = 0.35
_FACTS = re.compile(r"\{[^}]*\}|&")
_SHAPE = re.compile(r"(\s*)(.*?)(…?\s*)", re.DOTALL)


class Stretched(gettext.GNUTranslations):
    """Knows the texts that English knows, and nothing else."""

    def __init__(self) -> None:
        """Read which texts there are."""
        with (RESOURCES / "language" / "en.mo").open("rb") as file:
            super().__init__(file)

    def knows(self, text: str) -> bool:
        """Tell whether this is a text of the source."""
        return text != "" and super().gettext(text) != text

    def gettext(self, message: str) -> str:
        """Return the text made longer."""
        return stretched(message) if self.knows(message) else message

    def pgettext(self, context: str, message: str) -> str:
        """Return the word made longer, whatever it is in."""
        return stretched(message)


def stretched(text: str) -> str:
    """Return a text of the same shape, about a third longer."""
    shape = _SHAPE.fullmatch(text)
    if shape is None or not shape[2]:
        return text
    before, words, after = shape.groups()
    more = round(len(_FACTS.sub("", words)) * _LONGER)
    added = "".join(islice(cycle(" ".join((*_LETTERS, ""))), max(more, 1))).rstrip()
    return f"{before}{words}{added}{after}"
