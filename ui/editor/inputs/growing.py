"""A text that is as high as what stands in it, and leaves the plan's own undo alone."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QToolButton, QWidget

_MOST_LINES = 10
_ROUNDING = 1.0
"""Pixels that lines laid out can differ from lines worked out."""

_ENDLESS = 100_000


class GrowingText(QPlainTextEdit):
    """Plain text, wrapped. `one_line` makes Enter end it; otherwise Ctrl+Enter does."""

    entered = Signal()
    escaped = Signal()
    left = Signal()
    came = Signal()  # the focus
    list_asked = Signal()  # F4, and Down where there is a list
    back_asked = Signal()  # Left or Backspace with nothing to go back in
    menu_asked = Signal(object)  # QPoint on the screen

    def __init__(self, parent: QWidget | None = None, *, one_line: bool = False) -> None:
        """Make it empty."""
        super().__init__(parent)
        self.one_line = one_line
        self.most_lines = _MOST_LINES
        self.opens_list = False
        self.has_list = _never
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._wanted = 0
        self._corner: QToolButton | None = None
        self.textChanged.connect(self.fit)

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing stands in it."""
        return self.document().isEmpty()

    def put(self, text: str) -> None:
        """Show a text that is not typed here: nothing of it can be undone here."""
        if text != self.toPlainText():
            self.setPlainText(text)
        else:
            self.forget_undo()

    def set_placeholder(self, text: str) -> None:
        """Say something in the field while it is empty, all of it."""
        if text != self.placeholderText():
            self.setPlaceholderText(text)
            self.fit()

    def set_corner(self, button: QToolButton) -> None:
        """Put a small button inside, at the right end of the first line."""
        button.setParent(self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        self._corner = button
        self.setViewportMargins(0, 0, button.sizeHint().width(), 0)

    def _place_corner(self) -> None:
        if self._corner is None:
            return
        hint = self._corner.sizeHint()
        line = QFontMetricsF(self.font()).lineSpacing() + 2 * self.document().documentMargin()
        height = max(hint.height(), math.ceil(line) + self._chrome() - 2)
        self._corner.setGeometry(self.width() - hint.width() - 2, 1, hint.width(), height)

    def forget_undo(self) -> None:
        """Let Ctrl+Z mean the plan again: what stands here is set."""
        self.document().clearUndoRedoStacks()

    def fit(self) -> None:
        """Take the height of the text, up to the most lines; more than that scrolls inside."""
        wanted = self._height()
        if wanted != self._wanted:
            self._wanted = wanted
            self.updateGeometry()

    def _height(self) -> int:
        metrics = QFontMetricsF(self.font())
        most = self.most_lines * metrics.lineSpacing()
        text = self._text_height(most + _ROUNDING)
        room = self.width() > 12 * metrics.averageCharWidth()  # a bar would take what there is
        scrolls = room and text > most + _ROUNDING
        policy = Qt.ScrollBarPolicy
        wanted = policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != wanted:
            self.setVerticalScrollBarPolicy(wanted)
        margins = 2 * self.document().documentMargin() + self._chrome()
        return math.ceil(min(text, most) + margins)

    def _text_height(self, enough: float) -> float:
        """Return the height of the wrapped text; no further than `enough`.

        What an empty field says instead has its height too.
        """
        if self.is_blank and self.placeholderText():
            wide = self.viewport().width() - 2 * self.document().documentMargin()
            return _wrapped(self.placeholderText(), self.font(), wide)
        layout = self.document().documentLayout()
        block, height = self.document().begin(), 0.0
        while block.isValid() and height <= enough:
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        return height

    def _chrome(self) -> int:
        """Return the height of frame and padding around the text."""
        return max(0, self.height() - self.viewport().height()) if self.isVisible() else 2

    def sizeHint(self) -> QSize:
        """Return the height of the text."""
        self._wanted = self._wanted or self._height()
        return QSize(120, self._wanted)

    def minimumSizeHint(self) -> QSize:
        """Return the height of the text."""
        return QSize(40, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew, and take the height that gives."""
        super().resizeEvent(event)
        self._place_corner()
        self.fit()

    def _is_plans(self, event: QKeyEvent) -> bool:
        """Tell whether the keys mean the plan's undo or redo: there is none in the text."""
        document = self.document()
        undo = event.matches(QKeySequence.StandardKey.Undo)
        return (undo and not document.isUndoAvailable()) or (
            is_redo(event) and not document.isRedoAvailable()
        )

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window's commands where the text has none."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and self._is_plans(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End on Enter or Ctrl+Enter, tell of Esc, write the rest; an open list goes first."""
        if event.key() in _OF_LIST and self.has_list():
            event.ignore()
            return
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (self.one_line or control):
            self.entered.emit()
            event.setAccepted(not (self.one_line and control))  # the form goes to the next row
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
            self.escaped.emit()
        elif self._asks_list(event):
            self.list_asked.emit()
        elif event.key() in _BACK and self.is_blank:
            event.ignore()
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)

    def _asks_list(self, event: QKeyEvent) -> bool:
        keys = (Qt.Key.Key_F4, Qt.Key.Key_Down) if self.opens_list else (Qt.Key.Key_F4,)
        return event.key() in keys and not event.modifiers()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the field's own menu, which has the text's commands too."""
        self.menu_asked.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the cursor is here."""
        super().focusInEvent(event)
        if self.opens_list and event.reason() in _TABBED:
            self.selectAll()  # typing names another one
        self.came.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person has gone on to something else."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as plain text; in one line, line breaks become spaces."""
        text = source.text()
        self.textCursor().insertText(" ".join(text.split()) if self.one_line else text)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the form scroll when there is nothing to scroll here."""
        if self.verticalScrollBar().maximum() == 0 or not self.hasFocus():
            event.ignore()
        else:
            super().wheelEvent(event)


_OF_LIST = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)

_TABBED = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)

_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Backspace)


def _wrapped(text: str, font: QFont, wide: float) -> float:
    """Return the height of a text in lines so wide."""
    room = QRectF(0, 0, max(wide, 1), _ENDLESS)
    return QFontMetricsF(font).boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()


def _never() -> bool:
    return False


def is_redo(event: QKeyEvent) -> bool:
    """Tell whether the keys mean redo, here or in the plan."""
    redo = event.matches(QKeySequence.StandardKey.Redo)
    return redo or QKeySequence(event.keyCombination()) == QKeySequence("Ctrl+Y")
