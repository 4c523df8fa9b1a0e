"""Row marks: what a row's fields held when a workbook was made, so that edits of it show.

A mark travels with its row through sorting, copying and other programs, and needs no clock and no
log: it holds, for each field that was not empty, three letters for the field and four for its
value as the cell showed it. A value that was changed has the same four letters in one of
16 million cases.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from hashlib import blake2b

from nvworkshop.model.fields import Field, FieldType, Kind
from nvworkshop.model.sheets import RawValue

_VERSION = "1"
_FIELD, _VALUE = 3, 4
"""Letters for a field, and for a value."""

_PART = _FIELD + _VALUE
_MARK = re.compile(rf"{_VERSION}(?:[A-Za-z0-9+/]{{{_PART}}})*")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffd-\uffff]")
_DIGITS = 15
"""Digits of a number that Excel keeps."""

EMPTY = _VERSION
"""The mark of a row that held nothing: one that is there to be filled in."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a row held."""

    values: Mapping[str, str]

    def held(self, field: str, value: RawValue) -> bool:
        """Tell whether the field's cell showed this value when the mark was made."""
        return self.values.get(_letters(field, _FIELD), "") == _value(value)


def mark_of(values: Mapping[str, RawValue]) -> str:
    """Return the mark of a row, of what its cells show by field name."""
    parts = ((_letters(name, _FIELD), _value(value)) for name, value in values.items())
    return _VERSION + "".join(sorted(field + value for field, value in parts if value))


def read_mark(text: RawValue) -> Mark | None:
    """Return what a mark says, None for something else."""
    if not isinstance(text, str) or not _MARK.fullmatch(text.strip()):
        return None
    return Mark(dict(_parts(text.strip()[len(_VERSION) :])))


def _parts(text: str) -> Iterator[tuple[str, str]]:
    for at in range(0, len(text), _PART):
        yield text[at : at + _FIELD], text[at + _FIELD : at + _PART]


def _value(value: RawValue) -> str:
    text = plain(value)
    return _letters(text, _VALUE) if text else ""


@lru_cache(maxsize=4096)
def _letters(text: str, count: int) -> str:
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).digest()
    return b64encode(digest).decode()[:count]


def plain(value: RawValue) -> str:
    """Return a cell's value as text, without what programs do to ends and unseen letters.

    Days are ISO dates and numbers have a decimal comma, as people here type them.
    """
    match value:
        case bool():
            return "Ja" if value else "Nej"
        case int() | float():
            return f"{value:.{_DIGITS}g}".replace(".", ",")
        case datetime() | time():
            return value.isoformat(timespec="minutes")
        case date():
            return value.isoformat()
    return _plain_text(value or "")


def _plain_text(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text.strip()
    fit = _UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "\n".join(line.rstrip() for line in fit.split("\n")).strip()


def marked_fields(kind: Kind) -> list[Field]:
    """Return the fields whose cells can come back: never a private one or one for the program."""
    beside = (FieldType.REF, FieldType.DATA)
    return [one for one in kind.fields if not one.private and one.type not in beside]
