"""The capture line: what is said becomes an idea at Enter. It never lets go of the keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from nvworkshop.model.text import MAX_LINE

_DRAFT_AFTER = 250
"""Milliseconds from a key to the draft that survives a crash."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CaptureLine(QLineEdit):
    """One line. What is typed is drafted; keys for ideas and tags are told as signals."""

    kept = Signal(str)  # Enter
    made_action = Signal(str)  # Ctrl+Enter; "" is about the chosen idea
    stepped = Signal(int)  # Up and Down
    asked = Signal(str)  # edit, park, merge, move, remove, back: about the chosen idea
    noted = Signal(str)  # Alt+A: for the minutes alone
    tagged = Signal(int)  # Alt+1…9: the party at that place, from 0
    drafted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setMaxLength(MAX_LINE)
        self.setProperty("capture", "true")
        self._soon = QTimer(self, singleShot=True, interval=_DRAFT_AFTER)
        self._soon.timeout.connect(self.send_draft)
        self.textEdited.connect(lambda _: self._soon.start())

    def take(self, text: str) -> None:
        """Put a text there, the cursor after it."""
        self.setText(text)
        self._soon.stop()

    def send_draft(self) -> None:
        """Tell what is typed, to be kept through a crash."""
        self._soon.stop()
        self.drafted.emit(self.text())

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window when nothing is typed."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
            if (event.matches(undo) or event.matches(redo)) and not self.text():
                event.ignore()
                return False
            if self._about_idea(event):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell what was asked by key; the rest is typing."""
        what = self._about_idea(event)
        key, ctrl = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if what:
            self.asked.emit(what)
        elif key in _ENTER:
            self._soon.stop()
            (self.made_action if ctrl else self.kept).emit(self.text().strip())
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif event.modifiers() == Qt.KeyboardModifier.AltModifier and key == Qt.Key.Key_A:
            self._soon.stop()
            self.noted.emit(self.text().strip())
        elif (place := _place(event)) is not None:
            self.tagged.emit(place)
        else:
            super().keyPressEvent(event)

    def _about_idea(self, event: QKeyEvent) -> str:
        """Return what a key asks about the chosen idea, "" for other keys."""
        key, alt = event.key(), event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt:
            keys = {Qt.Key.Key_P: "park", Qt.Key.Key_S: "merge", Qt.Key.Key_F: "move"}
            return keys.get(Qt.Key(key), "") if key in keys else ""
        if key == Qt.Key.Key_F2:
            return "edit"
        if key == Qt.Key.Key_Escape:
            return "back"
        return "remove" if key == Qt.Key.Key_Delete and not self.text() else ""


def _place(event: QKeyEvent) -> int | None:
    """Return 0–8 for Alt+1…9."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != Qt.KeyboardModifier.AltModifier:
        return None
    place = event.key() - Qt.Key.Key_1
    return place if 0 <= place <= 8 else None  # noqa: PLR2004 (nine keys)
