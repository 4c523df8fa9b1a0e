"""How a file was read as a whole: sentences to read through."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from ui.theme.theme import Theme


class NotesView(QWidget):
    """A text to read and copy, a line for each sentence."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Så lästes filen"))
        self.text.document().setDocumentMargin(theme.px(12))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.text)

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show sentences."""
        self.text.setPlainText("\n\n".join(texts))

    def focus(self) -> None:
        """Put the keys in the text."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
