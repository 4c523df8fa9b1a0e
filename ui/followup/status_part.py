"""One part of a bar: so many actions with a status, to press."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from nvworkshop.followup.looks import STATUS_LOOKS
from ui.followup.patterns import fill, readable_on, rounded
from ui.followup.words import status_word
from ui.theme.theme import Theme
from ui.widgets.among import Among
from ui.widgets.labels import plain_tooltip

_RADIUS, _PLATE = 5, 3
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class StatusPart(QAbstractButton):
    """A length of the bar with its number; arrows go to the part beside, or of another bar."""

    asked = Signal(object)  # Among
    stepped = Signal(int, int)  # parts to the right, bars down

    def __init__(
        self, group: str, status: str, ids: tuple[str, ...], theme: Theme, parent: QWidget
    ) -> None:
        """Take the rows it stands for."""
        super().__init__(parent)
        self._theme, self.status = theme, status
        word = status_word(status)
        self.among = Among(f"{group}: {word.lower()}", frozenset(ids))
        self.ends = (False, False)
        self.setText(str(len(ids)))
        self.setAccessibleName(f"{group}, {word}: {len(ids)}")
        self.setAccessibleDescription(self.tr("Visar raderna"))
        self.setToolTip(plain_tooltip(f"{group}: {len(ids)} {word.lower()}"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: self.asked.emit(self.among))

    def sizeHint(self) -> QSize:
        """Return room for the number."""
        least = self._theme.px(24)
        wide = self.fontMetrics().horizontalAdvance(self.text()) + self._theme.px(12)
        return QSize(max(least, wide), least)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter; step on the arrows."""
        step = _STEPS.get(Qt.Key(event.key()))
        if event.key() in _ENTER:
            self.click()
        elif step:
            self.stepped.emit(*step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the length, its number on a plate, and a ring where the keys are."""
        theme = self._theme
        look = STATUS_LOOKS[self.status]
        ground = theme.color(look.token)
        ink = readable_on(ground, theme)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = 1.0
        rect = QRectF(self.rect()).adjusted(0, inset, 0, -inset)
        left, right = self.ends
        shape = rounded(rect, theme.px(_RADIUS), left=left, right=right)
        fill(painter, shape, ground, look.pattern, ink)
        if look.token in ("line", "card", "faint") or theme.scheme == "contrast":
            painter.strokePath(shape, QPen(theme.color("edge"), 1))
        metrics = self.fontMetrics()
        plate = QRectF(metrics.boundingRect(self.text()))
        plate.moveCenter(rect.center())
        painter.fillRect(plate.adjusted(-theme.px(_PLATE), 0, theme.px(_PLATE), 0), ground)
        painter.setPen(ink)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus() or self.underMouse():
            wide = theme.px(2)
            token = "focus" if self.hasFocus() else "edge"
            ring = rect.adjusted(wide, wide, -wide, -wide)
            painter.setPen(QPen(theme.color("card"), wide * 2.5))
            painter.drawRoundedRect(ring, wide, wide)
            painter.setPen(QPen(theme.color(token), wide))
            painter.drawRoundedRect(ring, wide, wide)
