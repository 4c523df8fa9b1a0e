"""A quiet line that says something is under way, when it takes long enough to wonder."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

WAIT = 400
"""Milliseconds of work before anything is said about it."""


class BusyLine(QWidget):
    """Says what is under way, with a button to stop it; never seen when the work is quick."""

    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self.label = PlainLabel("", self)
        set_role(self.label, "muted")
        self.button = QPushButton(self.tr("Avbryt"), self)
        set_role(self.button, "quiet")
        self.button.clicked.connect(self._on_cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.label)
        row.addWidget(self.button)
        row.addStretch(1)
        self._timer = QTimer(self, singleShot=True, interval=WAIT)
        self._timer.timeout.connect(self.show)
        self.hide()

    def start(self, text: str, *, can_cancel: bool = True) -> None:
        """Say what is under way, unless it is done before anybody wonders."""
        self.label.setText(text)
        self.button.setVisible(can_cancel)
        if not self.isVisible():
            self._timer.start()

    def stop(self) -> None:
        """Say nothing any more."""
        self._timer.stop()
        self.hide()

    def _on_cancel(self) -> None:
        self.stop()
        self.cancelled.emit()
