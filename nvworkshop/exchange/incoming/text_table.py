"""A text table's bytes (CSV) as one sheet of texts."""

from __future__ import annotations

import csv
import io
from collections import Counter
from itertools import islice

from nvworkshop.exchange.incoming.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from nvworkshop.exchange.tsv import unguarded
from nvworkshop.model.sheets import RawBook, RawSheet
from nvworkshop.outside.refusal import Deadline, RefusedError

_SEPARATORS = (";", ",", "\t")
_SAMPLE = 20
"""Rows that decide which separator is used."""

_EVERY = 500
"""Rows between two looks at the clock."""

_SAYS = "sep="
"""How a first line for Excel says which separator is used."""


def read_text_table(data: bytes | bytearray, name: str, deadline: Deadline) -> RawBook:
    """Return the rows of a text table in UTF-8, UTF-16 or the letters of older Windows."""
    text, notes = _decoded(bytes(data))
    text, separator = _separated(text)
    rows: list[tuple[str | None, ...]] = []
    cells = 0
    try:
        for line in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            rows.append(_row(line))
            cells += len(rows[-1])
            if cells > MAX_CELLS:
                raise RefusedError("too_much", "cells")
            if len(rows) > MAX_ROWS:
                notes.append("long")
                break
            if not len(rows) % _EVERY:
                deadline.check()
    except csv.Error as error:
        raise RefusedError("broken") from error
    return RawBook(name, (RawSheet("", tuple(_without_end(rows))),), {}, tuple(notes))


def _decoded(data: bytes) -> tuple[str, list[str]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace"), []
    if b"\0" in data:
        raise RefusedError("not_book")
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), ["old_letters"]


def _separated(text: str) -> tuple[str, str]:
    """Return the text without a line that names the separator, and the separator."""
    first, _, rest = text.partition("\n")
    said = first.strip().removeprefix(_SAYS)
    if first.startswith(_SAYS) and said in (*_SEPARATORS, "|"):
        return rest, said
    if first.startswith(_SAYS) and not said:  # "sep=" and a tab, which the strip took
        return rest, "\t"
    return text, max(_SEPARATORS, key=lambda one: _evenness(text, one))


def _evenness(text: str, separator: str) -> tuple[int, int]:
    """Return how many of the first rows have the commonest width over 1, and that width."""
    try:
        sample = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        widths = Counter(len(one) for one in islice(sample, _SAMPLE) if len(one) > 1)
    except csv.Error:
        return 0, 0
    width, count = max(widths.items(), key=lambda one: (one[1], one[0]), default=(0, 0))
    return count, width


def _row(line: list[str]) -> tuple[str | None, ...]:
    values = [unguarded(one) or None for one in line[:MAX_COLUMNS]]
    while values and values[-1] is None:
        values.pop()
    return tuple(values)


def _without_end(rows: list[tuple[str | None, ...]]) -> list[tuple[str | None, ...]]:
    while rows and not rows[-1]:
        rows.pop()
    return rows[:MAX_ROWS]
