"""A joint action beside its originals, field by field: a text to read and copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)
from PySide6.QtWidgets import QWidget

from ui.editor.differing import words_only_in
from ui.merge.shared_text import word_looks
from ui.theme.theme import Theme
from ui.widgets.safe_browser import SafeBrowser
from ui.widgets.style import set_role

_COLUMN = 190
"""Design pixels that a column needs; with less for each, what they say stands in lines instead."""

_NAME = 132
"""Design pixels of a name in front of a line."""

_MOST_MARKED = 0.6
"""The share of a text that may be marked: one of other words altogether is plain to see."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one of them says, and whether it has changed since somebody read it."""

    text: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class ComparedField:
    """One field: what it is called, what the joint action says, and what each original says."""

    label: str
    own: str
    cells: tuple[Cell, ...]


class Comparison(SafeBrowser):
    """Columns side by side where there is room for them, lines under each other where not.

    Everything is put in letter by letter: nothing is read as rich text.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self._names: tuple[str, ...] = ()
        self._fields: tuple[ComparedField, ...] = ()
        self._beside: bool | None = None
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        set_role(self, "reading")

    def show_fields(self, names: Sequence[str], fields: Sequence[ComparedField]) -> None:
        """Show fields; `names` are what the originals are called."""
        if (tuple(names), tuple(fields)) != (self._names, self._fields):
            self._names, self._fields = tuple(names), tuple(fields)
            self.draw()

    def draw(self) -> None:
        """Draw anew, as after another look."""
        columns = len(self._names) + 1
        self._beside = self.viewport().width() >= columns * self._theme.px(_COLUMN)
        self.clear()
        cursor = self.textCursor()
        cursor.beginEditBlock()
        if self._fields:
            (self._draw_columns if self._beside else self._draw_lines)(cursor)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the other way when there is more room, or less."""
        super().resizeEvent(event)
        columns = len(self._names) + 1
        beside = self.viewport().width() >= columns * self._theme.px(_COLUMN)
        if self._fields and beside != self._beside:
            self.draw()

    def _draw_columns(self, cursor: QTextCursor) -> None:
        table = self._table(cursor, 1 + 2 * len(self._fields), len(self._names) + 1)
        names = (self.tr("Gemensam åtgärd"), *self._names)
        for column, name in enumerate(names):
            self._write(table, 0, column, name, self._looks("ink", bold=True))
        for n, field in enumerate(self._fields):
            row = 1 + 2 * n
            table.mergeCells(row, 0, 1, len(names))
            self._write(table, row, 0, field.label, self._looks("muted", small=True, bold=True))
            self._write(table, row + 1, 0, field.own or "–", self._looks("ink"))
            for column, cell in enumerate(field.cells):
                self._write_cell(table, row + 1, column + 1, cell, field.own)

    def _draw_lines(self, cursor: QTextCursor) -> None:
        rows = sum(2 + len(one.cells) for one in self._fields)
        table = self._table(cursor, rows, 2)
        row = 0
        for field in self._fields:
            table.mergeCells(row, 0, 1, 2)
            self._write(table, row, 0, field.label, self._looks("muted", small=True, bold=True))
            self._write(table, row + 1, 0, self.tr("Gemensam"), self._looks("ink", bold=True))
            self._write(table, row + 1, 1, field.own or "–", self._looks("ink"))
            for n, (name, cell) in enumerate(zip(self._names, field.cells, strict=True)):
                self._write(table, row + 2 + n, 0, name, self._looks("ink", bold=True))
                self._write_cell(table, row + 2 + n, 1, cell, field.own)
            row += 2 + len(field.cells)

    def _table(self, cursor: QTextCursor, rows: int, columns: int) -> QTextTable:
        looks = QTextTableFormat()
        looks.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        looks.setBorder(0)
        looks.setCellPadding(self._theme.px(3))
        looks.setCellSpacing(0)
        looks.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        looks.setColumnWidthConstraints(self._widths(columns))
        return cursor.insertTable(rows, columns, looks)

    def _widths(self, columns: int) -> list[QTextLength]:
        lengths = QTextLength.Type
        if self._beside:
            return [QTextLength(lengths.PercentageLength, 100 / columns)] * columns
        name = QTextLength(lengths.FixedLength, self._theme.px(_NAME))
        return [name, QTextLength(lengths.VariableLength, 0)]

    def _write_cell(self, table: QTextTable, row: int, column: int, cell: Cell, own: str) -> None:
        if cell.changed:
            text = self.tr("▲ ändrad sedan") + "\n"
            self._write(table, row, column, text, self._looks("warning", small=True, bold=True))
        if cell.text and cell.text == own:
            self._write(table, row, column, self.tr("samma"), self._looks("muted"))
            return
        plain = self._looks("ink" if cell.text else "muted")
        marks = words_only_in(cell.text, own) if own else []
        if sum(end - start for start, end in marks) > _MOST_MARKED * len(cell.text):
            marks = []
        done = 0
        for start, end in marks:
            marked = self._looks("ink")
            marked.merge(word_looks(self._theme, shared=False))
            self._write(table, row, column, cell.text[done:start], plain)
            self._write(table, row, column, cell.text[start:end], marked)
            done = end
        self._write(table, row, column, cell.text[done:] or ("" if done else "–"), plain)

    @staticmethod
    def _write(table: QTextTable, row: int, column: int, text: str, looks: QTextCharFormat) -> None:
        table.cellAt(row, column).lastCursorPosition().insertText(text, looks)

    def _looks(self, token: str, *, small: bool = False, bold: bool = False) -> QTextCharFormat:
        looks = QTextCharFormat()
        looks.setFont(self._theme.font("small" if small else "body"))
        looks.setForeground(self._theme.color(token))
        if bold:
            looks.setFontWeight(QFont.Weight.DemiBold)
        return looks
