"""Rows as text between programs: what Excel and LibreOffice put on the clipboard, and take from it.

Tabs between cells, a line for each row. A cell with a tab, a line break or a quote first stands in
quotes, with its own quotes doubled; other cells stand as they are, quotes and all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from nvworkshop.errors import InputError
from nvworkshop.exchange.texts import visible
from nvworkshop.language import said

MAX_ROWS = 10_000
MAX_CELLS = 500_000
MAX_TEXT = 20_000_000
"""Most rows, cells and characters that are read at a time."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_GUARD = "'"
_QUOTED = re.compile('["\t\n\r]')
_NEEDS_QUOTES = re.compile('\\A"|[\t\n\r]')
_ENDS = "\t\n\r"
_PATIENCE = 4
"""How many times the length of the text may be looked through for quotes that never end."""


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: with an apostrophe first if needed.

    A spreadsheet hides the apostrophe and never gives it back; `unguarded` takes it away.
    """
    return f"{_GUARD}{text}" if text.startswith((*_FORMULA_STARTS, _GUARD)) else text


def unguarded(text: str) -> str:
    """Return what `guarded` was given, or what a spreadsheet made of it."""
    if text.startswith(_GUARD) and text[1:].startswith((*_FORMULA_STARTS, _GUARD)):
        return text[1:]
    return text


def text_of(rows: Iterable[Sequence[str]]) -> str:
    """Return the rows as text, with a line break after the last as spreadsheets have."""
    return "".join("\t".join(map(_cell, row)) + "\r\n" for row in rows)


def _cell(text: str) -> str:
    fit = visible(text)[0]
    if not _NEEDS_QUOTES.search(fit):
        return fit
    return '"' + fit.replace('"', '""') + '"'


def rows_of(text: str) -> list[list[str]]:
    """Return the cells of each row. Raises InputError when there is more than anyone pastes."""
    if len(text) > MAX_TEXT:
        raise _too_much(
            said("{text:,} tecken").format(text=len(text)),
            said("{max_text:,} tecken").format(max_text=MAX_TEXT),
        )
    return _Scanner(text.removeprefix("\ufeff")).rows()


class _Scanner:
    """Goes through a text once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spare = _PATIENCE * len(text)
        self._cells = 0

    def rows(self) -> list[list[str]]:
        rows: list[list[str]] = []
        place = 0
        while place < len(self._text):
            row, place = self._row(place)
            rows.append(row)
            self._cells += len(row)
            if len(rows) > MAX_ROWS:
                raise _too_much(
                    said("fler än {max_rows:,} rader").format(max_rows=MAX_ROWS),
                    said("{max_rows:,} rader").format(max_rows=MAX_ROWS),
                )
            if self._cells > MAX_CELLS:
                raise _too_much(
                    said("fler än {max_cells:,} celler").format(max_cells=MAX_CELLS),
                    said("{max_cells:,} celler").format(max_cells=MAX_CELLS),
                )
        return rows

    def _row(self, place: int) -> tuple[list[str], int]:
        """Return the cells of the row at `place`, and where the next row begins."""
        row: list[str] = []
        while True:
            cell, place = self._quoted(place) or self._plain(place)
            row.append(cell)
            end = self._text[place : place + 1]
            if end != "\t":
                return row, place + (2 if self._text[place : place + 2] == "\r\n" else 1)
            place += 1

    def _plain(self, place: int) -> tuple[str, int]:
        found = _END.search(self._text, place)
        end = found.start() if found else len(self._text)
        return self._text[place:end], end

    def _quoted(self, place: int) -> tuple[str, int] | None:
        """Return the cell in quotes at `place`; None when what begins with a quote is none."""
        if not self._text.startswith('"', place) or self._spare < 0:
            return None
        at = place + 1
        while (quote := self._text.find('"', at)) >= 0:
            if not self._text.startswith('"', quote + 1):
                break
            at = quote + 2
        self._spare -= (quote if quote >= 0 else len(self._text)) - place
        inside = self._text[place + 1 : quote] if quote >= 0 else ""
        if not _QUOTED.search(inside) or self._text[quote + 1 : quote + 2] not in ("", *_ENDS):
            return None
        return inside.replace('""', '"'), quote + 1


_END = re.compile("[\t\n\r]")


def _too_much(found: str, most: str) -> InputError:
    return InputError(
        said("Det är för mycket att klistra in på en gång: {found}.")
        .format(found=found)
        .replace(",", "\u00a0"),
        said("Det går att klistra in {most} åt gången.").format(most=most).replace(",", "\u00a0"),
        said("Kopiera en del i taget."),
    )
