"""The cells of one sheet of a workbook, row after row, as plain values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from math import isfinite
from typing import IO, Any

from defusedxml.ElementTree import iterparse
from openpyxl.utils import column_index_from_string, range_boundaries
from openpyxl.utils.datetime import from_excel, from_ISO8601
from openpyxl.xml.constants import SHEET_MAIN_NS

from nvworkshop.exchange.incoming.limits import MAX_COLUMNS, MAX_MERGED, MAX_ROWS
from nvworkshop.model.sheets import NO_VALUE, RawValue
from nvworkshop.outside.refusal import Deadline

_NS = f"{{{SHEET_MAIN_NS}}}"
_ROW, _CELL, _VALUE, _FORMULA, _INLINE, _MERGED = (
    _NS + name for name in ("row", "c", "v", "f", "is", "mergeCell")
)
_IN_A_ROW = frozenset(_NS + name for name in ("c", "v", "f", "is", "t", "r", "rPr"))
_TEXT, _RICH_TEXT = f"{_NS}t", f"{_NS}r/{_NS}t"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_LONGEST_NUMBER = 40
_EVERY = 200
"""Rows between two looks at the clock."""


@dataclass(frozen=True, slots=True)
class Looks:
    """What a workbook says of all its cells: texts they share, and which styles show days."""

    strings: Sequence[str]
    dates: frozenset[int]
    durations: frozenset[int]
    epoch: datetime


@dataclass(slots=True)
class SheetReader:
    """Reads one sheet; what it met beside the values is kept."""

    looks: Looks
    deadline: Deadline
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    unsaved: list[str] = field(default_factory=list)
    beyond: bool = False
    _row: int = 0
    _column: int = 0

    def rows(self, part: IO[bytes]) -> Iterator[tuple[int, list[RawValue]]]:
        """Yield each row that has a value: its number and its cells from the first column on."""
        for count, (_, element) in enumerate(iterparse(part)):
            tag = element.tag
            if tag == _ROW:
                values = self._values(element)
                element.clear()
                if values:
                    yield self._row, values
            elif tag == _MERGED:
                self._merge(element.get("ref", ""))
            if tag not in _IN_A_ROW:
                element.clear()
            if not count % _EVERY:
                self.deadline.check()

    def _values(self, element: Any) -> list[RawValue]:
        self._row = int(element.get("r") or self._row + 1)
        self._column = 0
        values: list[RawValue] = []
        for one in element:
            if one.tag != _CELL:
                continue
            self._column = _column_of(one.get("r")) or self._column + 1
            value = self._value(one)
            if value is None:
                continue
            if self._row > MAX_ROWS or self._column > MAX_COLUMNS:
                self.beyond = True
                continue
            values += [None] * (self._column - 1 - len(values))
            values[self._column - 1 :] = [value]
        return values

    def _value(self, cell: Any) -> RawValue:
        kind = cell.get("t") or "n"
        if kind == "inlineStr":
            inline = cell.find(_INLINE)
            return None if inline is None else text_in(inline) or None
        value = cell.findtext(_VALUE)
        if not value:
            if kind == "str" or cell.find(_FORMULA) is None:
                return None
            self.unsaved.append(cell.get("r") or "")
            return NO_VALUE
        return _READERS.get(kind, _as_text)(value, int(cell.get("s") or 0), self.looks)

    def _merge(self, area: str) -> None:
        if len(self.merged) >= MAX_MERGED or ":" not in area:
            return
        left, top, right, bottom = range_boundaries(area)
        if left and top and right and bottom and top <= MAX_ROWS and left <= MAX_COLUMNS:
            self.merged.append((top, left, min(bottom, MAX_ROWS), min(right, MAX_COLUMNS)))


def text_in(element: Any) -> str:
    """Return the text of a shared or inline string, its escaped characters as they were."""
    parts = [one.text or "" for one in (*element.findall(_TEXT), *element.findall(_RICH_TEXT))]
    return unescaped("".join(parts))


def unescaped(text: str) -> str:
    """Return a text without the escapes of ISO/IEC 29500-1, 22.4.2.4: "_x000D_" for a character."""
    return _ESCAPED.sub(lambda one: chr(int(one[1], 16)), text) if "_x" in text else text


@lru_cache(maxsize=512)
def _letters(name: str) -> int:
    return column_index_from_string(name)


def _column_of(place: str | None) -> int:
    return _letters(place.rstrip("0123456789")) if place else 0


def _shared(value: str, _: int, looks: Looks) -> RawValue:
    return looks.strings[int(value)] or None


def _as_text(value: str, _: int, __: Looks) -> RawValue:
    return unescaped(value)


def _truth(value: str, _: int, __: Looks) -> RawValue:
    return value in ("1", "true")


def _moment(value: str, _: int, __: Looks) -> RawValue:
    return _plain(from_ISO8601(value))  # type: ignore[no-untyped-call]


def _number(value: str, style: int, looks: Looks) -> RawValue:
    """Return a number, or the day it stands for; text when it is too large for either."""
    if len(value) > _LONGEST_NUMBER:
        return value
    number = float(value) if set(value) & set(".eEnN") else int(value)
    if not isfinite(number):
        return value
    if style not in looks.dates:
        return number
    try:
        return _plain(from_excel(number, looks.epoch, timedelta=style in looks.durations))
    except (OverflowError, ValueError):
        return number


def _plain(moment: date | datetime | time | timedelta | None) -> RawValue:
    """Return a midnight as its day: a workbook keeps no difference between the two."""
    if isinstance(moment, timedelta):
        return str(moment)
    if isinstance(moment, datetime) and moment.time() == time():
        return moment.date()
    return moment


_READERS: dict[str, Callable[[str, int, Looks], RawValue]] = {
    "n": _number,
    "s": _shared,
    "b": _truth,
    "d": _moment,
}
