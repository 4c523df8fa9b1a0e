"""A table of rows under headings: arrow keys pass over headings, Enter opens a row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyledItemDelegate, QWidget

from ui.theme.theme import Theme
from ui.widgets.grouped_model import GroupedLine, GroupedModel, Index
from ui.widgets.grouped_painter import GroupedPainter
from ui.widgets.row_table import RowTable
from ui.widgets.style import set_role

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Painter(GroupedPainter, QStyledItemDelegate):
    """Draws the lines of a model."""

    def __init__(self, model: GroupedModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model

    def is_heading(self, index: Index) -> bool:
        """Tell whether a cell is of a heading."""
        line = self._model.line(index.row())
        return line is None or line.is_heading

    def tone(self, index: Index) -> str:
        """Return the token that the line says."""
        line = self._model.line(index.row())
        return dict(line.tones).get(index.column(), "") if line else ""


class GroupedTable(RowTable):
    """Columns have shares of the width; one of them gives way for the others."""

    chosen = Signal(str)  # the key of the row the keys are in, "" for none
    opened = Signal(str, int)  # key and column: Enter, F2, or pressed twice
    new_asked = Signal()
    removal_asked = Signal(str)

    least = 5

    def __init__(
        self,
        heads: Sequence[str],
        shares: Sequence[tuple[int, int]],
        theme: Theme,
        parent: QWidget | None = None,
        *,
        gives: int = 0,
    ) -> None:
        """Start empty; `shares` are (per cent, least design pixels) for each of the columns.

        `gives` is the column that takes what is left, or gives way.
        """
        super().__init__(theme, parent)
        self._shares, self._gives = tuple(shares), gives
        self._settling = False
        self.grouped = GroupedModel(heads, self)
        self.setModel(self.grouped)
        self.setItemDelegate(_Painter(self.grouped, theme, self))
        self._dress()
        self.grouped.modelReset.connect(self._span)
        self.doubleClicked.connect(lambda index: self._open(index.column()))
        self._size()

    def _dress(self) -> None:
        set_role(self, "bare")
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    @property
    def key(self) -> str:
        """The key of the row the keys are in, "" for none."""
        line = self.grouped.line(self.currentIndex().row())
        return line.key if line else ""

    def show_lines(self, lines: Sequence[GroupedLine], at: str = "") -> None:
        """Show lines, with the keys `at` a row, at the same, or at the one that came in its place.

        What is chosen is told once, when it is decided.
        """
        key, row = at or self.key, max(0, self.currentIndex().row())
        column = max(0, self.currentIndex().column())
        self._settling = True
        self.grouped.show_lines(lines)
        here = self.grouped.row_of(key)
        if here < 0:
            here = self._nearest(row)
        self.setCurrentIndex(self.grouped.index(here, column))
        self._settling = False
        if at:
            self.scrollTo(self.currentIndex())
        self.chosen.emit(self.key)

    def _nearest(self, row: int) -> int:
        """Return the row with a key that is nearest, those after it first; -1 for none."""
        rows = [n for n, one in enumerate(self.grouped.lines) if not one.is_heading]
        return min(rows, key=lambda n: (abs(n - row), n < row), default=-1)

    def go_to(self, key: str) -> bool:
        """Put the keys in a row; tell whether it is there."""
        row = self.grouped.row_of(key)
        if row >= 0:
            self.setCurrentIndex(self.grouped.index(row, max(0, self.currentIndex().column())))
            self.scrollTo(self.currentIndex())
        return row >= 0

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row the keys are in."""
        super().currentChanged(current, previous)
        if current.row() != previous.row() and not self._settling:
            self.chosen.emit(self.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter and F2, begin a new one on Insert, remove on Delete."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in (*_ENTER, Qt.Key.Key_F2):
            self._open(self.currentIndex().column())
        elif event.key() == Qt.Key.Key_Insert:
            self.new_asked.emit()
        elif event.key() == Qt.Key.Key_Delete:
            if self.key:
                self.removal_asked.emit(self.key)
        else:
            super().keyPressEvent(event)

    def _open(self, column: int) -> None:
        if self.key:
            self.opened.emit(self.key, column)

    def _span(self) -> None:
        """Let a heading have its whole row."""
        self.clearSpans()
        for row, line in enumerate(self.grouped.lines):
            if line.is_heading:
                self.setSpan(row, 0, 1, len(self.grouped.heads))

    def _share(self) -> None:
        """Share the width; where it is too little one column gives way before it scrolls."""
        room, px = self.viewport().width(), self._theme.px
        heads = self.horizontalHeader()
        least = [max(px(one), heads.sectionSizeHint(n)) for n, (_, one) in enumerate(self._shares)]
        wide = [max(room * one // 100, least[n]) for n, (one, _) in enumerate(self._shares)]
        wide[self._gives] = max(least[self._gives], wide[self._gives] + room - sum(wide))
        for column, one in enumerate(wide):
            self.setColumnWidth(column, one)
