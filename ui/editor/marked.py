"""A text to read and copy, with some of its words marked; always plain."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from ui.editor.differing import Mark
from ui.editor.inputs.growing import GrowingText
from ui.theme.theme import Theme
from ui.widgets.style import set_mark


class MarkedText(GrowingText):
    """New words have a ground and a line under them; words that went have a line through."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(parent)
        self._theme = theme
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        set_mark(self, "bare", True)

    def show_marked(self, text: str, marks: Sequence[Mark], how: str) -> None:
        """Show a text with runs marked as "new" or "gone"."""
        self.put(text)
        self.setExtraSelections([self._selection(mark, how) for mark in marks])

    def _selection(self, mark: Mark, how: str) -> QTextEdit.ExtraSelection:
        looks = QTextCharFormat()
        if how == "gone":
            looks.setFontStrikeOut(True)
            looks.setForeground(self._theme.color("muted"))
        else:
            looks.setBackground(self._theme.color("warning_soft"))
            looks.setFontUnderline(True)
        cursor = QTextCursor(self.document())
        cursor.setPosition(_units(self.toPlainText(), mark[0]))
        cursor.setPosition(_units(self.toPlainText(), mark[1]), QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor
        selection.format = looks
        return selection


def _units(text: str, place: int) -> int:
    """Return a place in Qt's counting, where an emoji counts as two."""
    return len(text[:place].encode("utf-16-le")) // 2
