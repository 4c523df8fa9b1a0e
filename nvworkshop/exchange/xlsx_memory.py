"""Workbooks that grow in memory: no disk can fail under openpyxl, and none keeps parts of a plan.

openpyxl writes each sheet to a file in the system's folder for temporary files, and leaves it there
when anything goes wrong.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any, Self
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter


class MemoryBook(Workbook):
    """A write-only workbook whose sheets are in memory."""

    def __init__(self) -> None:
        super().__init__(write_only=True)
        self._begun: list[_MemorySheet] = []

    def create_sheet(self, title: Any = None, index: Any = None) -> Any:
        """Add an empty sheet that is written row by row."""
        sheet = _MemorySheet(self, title)
        self._begun.append(sheet)
        self._add_sheet(sheet, index)  # type: ignore[attr-defined] # it has; only the stub has not
        return sheet

    def __enter__(self) -> Self:
        """Begin to write."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of every sheet, written or not."""
        for sheet in self._begun:
            sheet.discard()

    def to_bytes(self, made: datetime) -> bytes:
        """Return the whole file; the same content and time give the same bytes."""
        data = BytesIO()
        with _Stamped(data, made) as archive:
            ExcelWriter(self, archive).save()
        return data.getvalue()


class _MemoryWriter(WorksheetWriter):
    def __init__(self, sheet: Any) -> None:
        self._text = BytesIO()
        super().__init__(sheet, self._text)

    def cleanup(self) -> None:
        """Let go of the sheet's text, which is in the archive now."""
        self._text.close()


class _MemorySheet(WriteOnlyWorksheet):
    _rows: Any = None
    _writer: Any = None

    def _get_writer(self) -> None:
        if self._writer is None:
            self._writer = _MemoryWriter(self)
            self._writer.write_top()

    def discard(self) -> None:
        """End what is half written, inside out: left to the collector, it would complain aloud."""
        if self._rows is not None:
            self._rows.close()
        if self._writer is not None:
            self._writer.close()


class _Stamped(ZipFile):
    """An archive whose parts all carry one time, so that nothing but the book decides its bytes."""

    def __init__(self, file: BytesIO, made: datetime) -> None:
        super().__init__(file, "w", ZIP_DEFLATED)
        self._time = (max(made.year, 1980), made.month, made.day, made.hour, made.minute, 0)

    def writestr(self, zinfo_or_arcname: str | ZipInfo, data: Any, *_: Any, **__: Any) -> None:
        info = ZipInfo(str(zinfo_or_arcname), self._time)
        info.compress_type = ZIP_DEFLATED
        super().writestr(info, data)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        with filename.getbuffer() as text:
            self.writestr(arcname, text)
