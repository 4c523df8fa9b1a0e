"""A page to read that fetches nothing and opens nothing by itself."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QTextBrowser, QWidget

from ui.widgets.style import set_role


class SafeBrowser(QTextBrowser):
    """Shows the program's own HTML; whoever owns it decides what a link does."""

    link_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        set_role(self, "reading")
        self.anchorClicked.connect(lambda url: self.link_asked.emit(url.toString()))

    def loadResource(self, kind: int, name: QUrl | str) -> QImage:
        """Return an empty picture, whatever is asked for: nothing is read from disk or network."""
        blank = QImage(1, 1, QImage.Format.Format_ARGB32)
        blank.fill(0)
        return blank
