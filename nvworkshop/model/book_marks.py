"""Book marks: what a workbook says of itself to the program when it comes back.

They are the workbook's own properties. Another program may lose them; row marks are what an import
needs, and these tell the rest: which plan, which report, when, and which rows there were.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

FORMAT = "1"

REPLY = "svarsformular"
"""The report that a huvudman fills in and sends back."""

ANSWERS = "Svarar (funktion)"
"""What stands before the cell of a reply form that says who answers."""

_PREFIX = "NV Workshop "
_ROWS = f"{_PREFIX}rader "
_LETTERS = 4
"""Letters for an id: two ids of a plan have the same in one of thousands of plans."""

_TOGETHER = 60
"""Ids in a property: programs cut or refuse a property of more than 255 letters."""

_MOST = 5_000
"""Ids that are kept; for a larger book nobody can say which rows are missing."""

_NAMES = ("format", "plan", "titel", "rapport", "huvudman", "gjord")


@dataclass(frozen=True, slots=True)
class BookMarks:
    """Which plan and report a book was made of, when (local time, ISO), and its rows if known."""

    plan: str
    title: str = ""
    report: str = ""
    principal: str = ""
    made: str = ""
    rows: frozenset[str] = frozenset()
    format: str = FORMAT

    def had(self, entity: str) -> bool:
        """Tell whether the book had a row of the thing when it was made."""
        return _short(entity) in self.rows


def book_marks(marks: BookMarks, ids: Iterable[str]) -> dict[str, str]:
    """Return the properties of a book with rows of these things."""
    said = (FORMAT, marks.plan, marks.title[:200], marks.report, marks.principal, marks.made)
    found = {f"{_PREFIX}{name}": text for name, text in zip(_NAMES, said, strict=True) if text}
    short = sorted({_short(one) for one in ids})
    for at in range(0, len(short) if len(short) <= _MOST else 0, _TOGETHER):
        found[f"{_ROWS}{at // _TOGETHER + 1}"] = "".join(short[at : at + _TOGETHER])
    return found


def read_marks(properties: Mapping[str, str]) -> BookMarks | None:
    """Return what a book's properties say, None when it is no book of this program's."""
    form, plan, title, report, principal, made = (
        properties.get(f"{_PREFIX}{name}", "") for name in _NAMES
    )
    if not form or not plan:
        return None
    joined = [text for name, text in properties.items() if name.startswith(_ROWS)]
    rows = (text[at : at + _LETTERS] for text in joined for at in range(0, len(text), _LETTERS))
    return BookMarks(plan, title, report, principal, made, frozenset(rows), form)


def _short(entity: str) -> str:
    digest = blake2b(entity.encode("utf-8", "surrogatepass"), digest_size=3).digest()
    return b64encode(digest).decode()[:_LETTERS]
