"""Labels whose text is always plain, since it may come from somebody else's file."""

from __future__ import annotations

import re
from textwrap import wrap
from typing import Any

from PySide6.QtCore import QEvent, QMargins, QSize, Qt, QTimer
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.aloud import announce

_SHORT = 80
"""Characters in a line of a tooltip."""
_LEAST = "mmmm…"
_MAY_BREAK = "\u200b"
_LONG_WORD = re.compile(r"\w{14}(?=\w{4})")


def plain_tooltip(text: str) -> str:
    """Return text that Qt shows letter by letter in a tooltip, never as rich text.

    Markup is for texts with a sign of it alone: what a tooltip says, a screen reader says too.
    """
    if "<" not in text:
        return "\n".join("\n".join(wrap(line, _SHORT)) for line in text.split("\n"))
    shown = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<p style="white-space: pre-wrap">{shown}</p>'


def breakable(text: str) -> str:
    """Return a text whose very long words may be broken, where a label is narrow and type large."""
    return _LONG_WORD.sub(lambda found: f"{found[0]}{_MAY_BREAK}", text)


class PlainLabel(QLabel):
    """A label that never reads its text as anything but text."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        """Show the text."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._margins: QMargins | None = None
        self.setText(text)

    def setBuddy(self, buddy: QWidget) -> None:
        """Name a field, and be told without the sign before the letter of its key."""
        super().setBuddy(buddy)
        self.setAccessibleName(self.text().replace("&", ""))

    def setContentsMargins(self, *margins: Any) -> None:
        """Keep room around the text, which Qt forgets when a style sheet dresses the label."""
        self.ensurePolished()
        self._margins = QMargins(*margins)
        super().setContentsMargins(self._margins)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the room in another look."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._margins is not None:
            super().setContentsMargins(self._margins)


class SpokenLabel(PlainLabel):
    """A sentence that comes while one works, such as what is wrong: it is also read out."""

    def setText(self, text: str) -> None:
        """Show a text, and have it read out once it is seen."""
        another = bool(text) and text != self.text()
        super().setText(text)
        if another:
            QTimer.singleShot(0, self, self._speak)

    def _speak(self) -> None:
        if self.isVisible():
            announce(self, self.text().replace(_MAY_BREAK, ""))


class WrappedLabel(PlainLabel):
    """A text on one line where there is room, and on several where there is not; never cut."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        """Show the text."""
        super().__init__(breakable(text), parent)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        """Return room for the whole text on one line."""
        margins = self.contentsMargins()
        line = self.fontMetrics().size(0, self.text())
        around = QSize(margins.left() + margins.right() + 1, margins.top() + margins.bottom())
        return line + around


class WrappedNotice(SpokenLabel, WrappedLabel):
    """A sentence on several lines that comes while one works, and is read out."""


class ElidedLabel(PlainLabel):
    """One line that ends with … when there is no room; the tooltip then has the whole.

    Screen readers always get the whole text.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        """Show the text."""
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for the whole text on one line."""
        line = self._one_line()
        hint = super().sizeHint()
        margins = self.contentsMargins()
        width = self.fontMetrics().horizontalAdvance(line) + margins.left() + margins.right() + 1
        return QSize(width, hint.height())

    def minimumSizeHint(self) -> QSize:
        """Return room for a few letters."""
        least = self.fontMetrics().horizontalAdvance(_LEAST)
        hint = self.sizeHint()
        return QSize(min(hint.width(), least), hint.height())

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self._tell_whole()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See anew whether the text has room."""
        super().resizeEvent(event)
        self._tell_whole()

    def changeEvent(self, event: QEvent) -> None:
        """See anew whether the text has room in another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._tell_whole()

    @property
    def elided(self) -> bool:
        """Whether some of the text is hidden."""
        return self._shown() != self._one_line()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what there is room for."""
        from PySide6.QtWidgets import QStyle, QStyleOption, QStylePainter  # slow to load

        painter = QStylePainter(self)
        option = QStyleOption()
        option.initFrom(self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option)
        painter.drawItemText(
            self.contentsRect(),
            int(self.alignment().value),
            self.palette(),
            self.isEnabled(),
            self._shown(),
            self.foregroundRole(),
        )

    def _one_line(self) -> str:
        return " ".join(self.text().split("\n"))

    def _shown(self) -> str:
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self._one_line(), Qt.TextElideMode.ElideRight, room)

    def _tell_whole(self) -> None:
        self.setToolTip(plain_tooltip(self.text()) if self.elided else "")
