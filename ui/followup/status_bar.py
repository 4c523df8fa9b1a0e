"""One bar: the statuses of a group as lengths beside each other."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nvworkshop.followup.figures import Figures
from nvworkshop.followup.looks import STATUS_LOOKS
from ui.followup.status_part import StatusPart
from ui.theme.theme import Theme


class StatusBar(QWidget):
    """Parts as long as their shares, though never too short for their numbers."""

    def __init__(self, name: str, of: Figures, theme: Theme, parent: QWidget) -> None:
        """Make a part for each status that any row has."""
        super().__init__(parent)
        self._theme = theme
        shown = [(status, of.parts[status]) for status in STATUS_LOOKS if of.parts[status]]
        self.parts = [StatusPart(name, status, ids, theme, self) for status, ids in shown]
        for place, part in enumerate(self.parts):
            part.ends = (place == 0, place == len(self.parts) - 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for the numbers."""
        hints = [one.sizeHint() for one in self.parts]
        high = max((one.height() for one in hints), default=self._theme.px(24))
        return QSize(sum(one.width() for one in hints), high)

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width."""
        super().resizeEvent(event)
        x = 0.0
        for part, wide in zip(self.parts, self._widths(), strict=True):
            part.setGeometry(round(x), 0, round(x + wide) - round(x), self.height())
            x += wide

    def _widths(self) -> list[float]:
        """Return each part's width: its least, and its share of what is left."""
        least = [one.sizeHint().width() for one in self.parts]
        numbers = [len(one.among.ids) for one in self.parts]
        wanted = [self.width() * one / (sum(numbers) or 1) for one in numbers]
        short = {n for n, one in enumerate(wanted) if one < least[n]}
        left = self.width() - sum(least[n] for n in short)
        rest = sum(one for n, one in enumerate(numbers) if n not in short) or 1
        return [
            float(least[n]) if n in short else max(0.0, left * number / rest)
            for n, number in enumerate(numbers)
        ]
