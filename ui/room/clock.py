"""The clock in the room's picture: minutes and seconds, and a word when it matters."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.room.fitting import Type
from ui.room.pen import Pen
from ui.theme.theme import Theme
from ui.workshop.dial import clock_text

_SIZE, _LARGE = 84.0, 200.0
_TOKENS = {"ok": "primary", "soon": "warning", "over": "danger"}


class RoomClock(QWidget):
    """Stands on its own ground, so that a second that goes paints nothing else."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._type: Type | None = None
        self._middle = False
        self.seconds: int | None = None
        self.level = "ok"
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_time(self, seconds: int | None, level: str) -> None:
        """Show the seconds left, negative when they are over; `level` is ok, soon or over."""
        self.seconds, self.level = seconds, level
        self.update()

    def stand(self, place: QRectF, kind: Type, *, middle: bool) -> None:
        """Stand in a place of the picture, in its type: to the right, or alone in the middle."""
        self._type, self._middle = kind, middle
        self.setGeometry(place.toAlignedRect())
        self.update()

    @property
    def text(self) -> str:
        """Minutes and seconds; what is over has a plus."""
        return "" if self.seconds is None else clock_text(self.seconds)

    @property
    def word(self) -> str:
        """What the colour says, in a word."""
        words = {
            "soon": QCoreApplication.translate("Room", "snart slut"),
            "over": QCoreApplication.translate("Room", "över tiden"),
        }
        return words.get(self.level, "") if self.seconds is not None else ""

    def text_size(self) -> int:
        """Return the largest type in which the time has place."""
        kind, text = self._type, self.text
        if kind is None:
            return 0

        def fits(size: int) -> bool:
            return kind.width(text, size, bold=True) <= self.width()

        return kind.largest(fits, _LARGE if self._middle else _SIZE) or kind.least

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the time, and the word under it."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._theme.color("ground"))
            if self._type is None or self.seconds is None:
                return
            pen = Pen(painter, self._theme, self._type)
            colour = self._theme.color(_TOKENS.get(self.level, "primary"))
            to = Qt.AlignmentFlag.AlignHCenter if self._middle else Qt.AlignmentFlag.AlignRight
            word = self._type.line(self._type.least)
            room = QRectF(self.rect()).adjusted(0, 0, 0, -word)
            pen.line(room, self.text, self.text_size(), colour, bold=True, to=to)
            under = QRectF(0, room.bottom(), self.width(), word)
            pen.line(under, self.word, self._type.least, colour, bold=True, to=to)
