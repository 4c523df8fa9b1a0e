"""A workbook's bytes as plain sheets. Nothing is worked out, and no other file is read."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import Any, cast
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS

from nvworkshop.exchange.incoming.cells import Looks, SheetReader, text_in
from nvworkshop.exchange.incoming.limits import MAX_CELLS, MAX_LETTERS, MAX_SHEETS
from nvworkshop.exchange.incoming.package import open_package
from nvworkshop.model.sheets import RawBook, RawSheet, RawValue
from nvworkshop.outside.refusal import Deadline, RefusedError

_STRING = f"{{{SHEET_MAIN_NS}}}si"
_UNREADABLE = (
    ParseError, DefusedXmlException, KeyError, ValueError, TypeError, AttributeError, IndexError,
    OSError, EOFError, OverflowError,
)  # fmt: skip
"""What is raised for a workbook that isn't whole."""

_TOLD = 3
_WORKBOOK = "xl/workbook.xml"
_STRICT = b"purl.oclc.org/ooxml"
_LONGEST_MARK = 100_000


def read_workbook(data: bytes | bytearray, name: str, deadline: Deadline) -> RawBook:
    """Return what the sheets hold; raises RefusedError for what can't be read safely."""
    package = open_package(data, deadline)
    if _WORKBOOK in package.namelist() and _STRICT in package.read(_WORKBOOK):
        raise RefusedError("strict")
    try:
        with warnings.catch_warnings(action="ignore"):
            return _Book(data, deadline).content(name)
    except _UNREADABLE as error:
        raise RefusedError("broken") from error


class _Book(ExcelReader):
    """openpyxl's own reading of everything but strings and sheets, which are read here."""

    def __init__(self, data: bytes | bytearray, deadline: Deadline) -> None:
        super().__init__(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        self.deadline = deadline
        self.cells = self.letters = 0
        self.notes: list[str] = []

    def content(self, name: str) -> RawBook:
        self.read_manifest()
        self.read_strings()
        self.read_workbook()
        apply_stylesheet(self.archive, self.wb)
        if "xl/vbaProject.bin" in self.valid_files:
            self.notes.append("macros")
        sheets = tuple(self._sheets())
        if not sheets:
            raise RefusedError("broken")
        return RawBook(name, sheets, dict(self._marks()), tuple(self.notes))

    def read_strings(self) -> None:
        part = cast("Any", self.package).find(SHARED_STRINGS)
        if part is None:
            return
        with self.archive.open(part.PartName[1:]) as opened:
            for count, (_, element) in enumerate(iterparse(opened)):
                if element.tag == _STRING:
                    self.shared_strings.append(text_in(element))
                    element.clear()
                if not count % 1000:
                    self.deadline.check()

    def _marks(self) -> Iterator[tuple[str, str]]:
        """Yield the custom properties; a workbook whose properties are odd has none."""
        try:
            self.read_custom()
            found = [(one.name, one.value) for one in cast("Any", self.wb).custom_doc_props]
        except _UNREADABLE:
            return
        for name, value in found:
            if value is not None:
                yield str(name), str(value)[:_LONGEST_MARK]

    def _sheets(self) -> Iterator[RawSheet]:
        found = [
            (one, rel.target)
            for one, rel in self.parser.find_sheets()
            if rel.target in self.valid_files and "chartsheet" not in rel.Type
        ]
        if len(found) > MAX_SHEETS:
            raise RefusedError("too_much", "sheets")
        wb = cast("Any", self.wb)
        dates, durations = frozenset(wb._date_formats), frozenset(wb._timedelta_formats)  # noqa: SLF001
        looks = Looks(self.shared_strings, dates, durations, wb.epoch)
        for one, target in found:
            yield self._sheet(one, target, looks)

    def _sheet(self, one: Any, target: str, looks: Looks) -> RawSheet:
        reader = SheetReader(looks, self.deadline)
        rows: list[tuple[RawValue, ...]] = []
        with self.archive.open(target) as part:
            for number, values in reader.rows(part):
                self._count(values)
                if number <= len(rows):
                    raise RefusedError("broken")
                rows += [()] * (number - 1 - len(rows))
                rows.append(tuple(values))
        self._tell(one.name, reader)
        return RawSheet(one.name, tuple(rows), one.state != "visible", tuple(reader.merged))

    def _count(self, values: list[RawValue]) -> None:
        self.cells += len(values)
        self.letters += sum(len(one) for one in values if type(one) is str)
        if self.cells > MAX_CELLS or self.letters > MAX_LETTERS:
            raise RefusedError("too_much", "cells")

    def _tell(self, sheet: str, reader: SheetReader) -> None:
        if reader.beyond:
            self.notes.append(f"beyond - {sheet}")
        if reader.unsaved:
            code = "unsaved" if len(reader.unsaved) <= _TOLD else "many_unsaved"
            self.notes.append(f"{code} {','.join(reader.unsaved[:_TOLD])} {sheet}")
