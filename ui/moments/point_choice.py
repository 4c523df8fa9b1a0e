"""One point in time to choose: from the list of versions and merges, or a date that is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from nvworkshop.session.moments import Moment, Point


class PointChoice(QComboBox):
    """A drop-down with the plan's points; what is typed in it is asked for as it stands."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("Välj, eller skriv ett datum"))
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self._points: list[Point] = []
        self._asked: Moment | str | None = None
        self.activated.connect(lambda _: self._ask())
        self.line.editingFinished.connect(self._ask)

    def offer(self, points: Sequence[Point]) -> None:
        """Offer points; what stands here stays."""
        text = self.currentText()
        self._points = list(points)
        self.clear()
        for point in points:
            self.addItem(point.label)
        self.setCurrentIndex(-1)
        self.setEditText(text)

    def choose(self, moment: Moment) -> None:
        """Choose a point without telling; nothing when it isn't offered."""
        found = next((n for n, one in enumerate(self._points) if one.moment == moment), -1)
        self.setCurrentIndex(found)
        self.line.setCursorPosition(0)
        self._asked = self.value

    @property
    def value(self) -> Moment | str:
        """The point that is chosen, or what is typed to be read as one."""
        text = self.currentText().strip()
        named = (one.moment for one in self._points if one.label.casefold() == text.casefold())
        return next(named, text)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the dialog scroll: a point is never changed by accident."""
        event.ignore()

    def _ask(self) -> None:
        if self.value != self._asked:
            self._asked = self.value
            self.chosen.emit()
