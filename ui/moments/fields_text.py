"""Everything that stood about one thing, to read and copy: plain text under bold labels."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from nvworkshop.session.readable import Readable
from ui.theme.theme import Theme


class FieldsText(QPlainTextEdit):
    """The texts come from files: they are put in as they are, never read as HTML."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self._theme = theme
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Allt som stod om den valda"))

    def show_thing(self, thing: Readable | None) -> None:
        """Show every field that was filled in, from the top."""
        self.clear()
        cursor = self.textCursor()
        words, label = QTextCharFormat(), QTextCharFormat()
        label.setFontWeight(QFont.Weight.DemiBold)
        label.setForeground(self._theme.color("muted"))
        for number, (name, text) in enumerate(thing.fields if thing else ()):
            cursor.insertText(f"\n\n{name}\n" if number else f"{name}\n", label)
            cursor.insertText(text, words)
        cursor.movePosition(QTextCursor.MoveOperation.Start)
        self.setTextCursor(cursor)
