"""A main window that is led by keys: Enter presses buttons, and Tab goes all the way round."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QToolButton

from ui.widgets.order import next_stop

_PLAIN = Qt.KeyboardModifier.NoModifier
_TAB, _BACKTAB = Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason
_ALL_CONTROLS = Qt.TabFocusBehavior.TabFocusAllControls


class KeyedWindow(QMainWindow):
    """Does with the keys what Qt does in dialogs alone, or not at all."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the focus on Enter, as Space does."""
        button = self.focusWidget()
        pressed = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if pressed and isinstance(button, QPushButton | QToolButton):
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(button, QKeyEvent(kind, Qt.Key.Key_Space, _PLAIN))
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 (Qt's own name)
        """Let Tab go all the way round."""
        self.put_last()
        stop = next_stop(self.focusWidget() or self, forward=next)
        everywhere = QGuiApplication.styleHints().tabFocusBehavior() == _ALL_CONTROLS
        if stop is None or not everywhere:  # a system may let Tab go to fields alone
            return super().focusNextPrevChild(next)
        stop.setFocus(_TAB if next else _BACKTAB)
        return True

    def put_last(self) -> None:
        """Put what Tab is to reach last of all in its place, if there is such."""
