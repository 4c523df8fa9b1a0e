"""Everyone's picture: heading, one question, the clock, what belongs to the step, and the place."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from nvworkshop.workshop.content import (
    Cards,
    FollowUp,
    Matrix,
    Ratings,
    ReadBack,
    RoomContent,
    Statement,
)
from ui.room.cards import draw_cards
from ui.room.clock import RoomClock
from ui.room.fitting import Type
from ui.room.follow_up import draw_follow_up
from ui.room.frame import Frame, draw_frame, frame_of, is_alone, question_of
from ui.room.matrix import draw_matrix
from ui.room.pen import Pen
from ui.room.ratings import draw_ratings
from ui.room.read_back import draw_read_back
from ui.room.spoken import spoken
from ui.room.statement import draw_statement
from ui.theme.theme import Theme


class RoomCanvas(QWidget):
    """Paints one picture; takes no keys and answers no presses."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start with nothing to show."""
        super().__init__(parent)
        self._theme = theme
        self._type: Type | None = None
        self._measured = QSize()
        self.content: RoomContent | None = None
        self.blank = False
        self.clock = RoomClock(theme, self)
        self.clock.hide()
        theme.changed.connect(self._on_theme_changed)

    def show_content(self, content: RoomContent) -> None:
        """Show a picture."""
        if content == self.content:
            return
        self.content = content
        self.setAccessibleName(question_of(content))
        self.setAccessibleDescription(spoken(content))
        self._arrange()

    def show_clock(self, seconds: int | None, level: str) -> None:
        """Show what is left of the time: ok, soon or over."""
        self.clock.show_time(seconds, level)
        self._show_or_hide_clock()

    def set_blank(self, blank: bool) -> None:
        """Show nothing at all on a dark ground, or the picture again."""
        self.blank = blank
        self._show_or_hide_clock()
        self.update()

    def frame(self) -> Frame | None:
        """Return where everything stands; None when there is nothing to show."""
        if self.content is None:
            return None
        return frame_of(self.type, QRectF(self.rect()), self.content)

    @property
    def type(self) -> Type:
        """The sizes of the picture as large as it is now."""
        if self._type is None or self._measured != self.size():
            self._measured = self.size()
            size = self._measured.expandedTo(QSize(*_SMALLEST))
            self._type = Type(self._theme.font(), size.width(), size.height())
        return self._type

    def body_room(self) -> QRectF:
        """Return where the step's own part stands."""
        frame = self.frame()
        return frame.body if frame else QRectF()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = Pen(painter, self._theme, self.type)
            dark = "ground" if self._theme.dark else "ink"
            painter.fillRect(self.rect(), pen.color(dark if self.blank else "ground"))
            frame = self.frame()
            if self.blank or self.content is None or frame is None:
                return
            draw_frame(pen, frame, self.content)
            if not is_alone(self.content):
                _draw_body(pen, frame.body, self.content)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take sizes from the new size."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        frame = self.frame()
        if frame is not None and self.content is not None:
            self.clock.stand(frame.clock, self.type, middle=is_alone(self.content))
        self._show_or_hide_clock()
        self.update()

    def _show_or_hide_clock(self) -> None:
        has = self.content is not None and self.clock.seconds is not None
        self.clock.setVisible(has and not self.blank)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._type = None
        self._arrange()


_SMALLEST = (160, 120)


def _draw_body(pen: Pen, room: QRectF, content: RoomContent) -> None:
    """Draw what stands under the question; the map of coverage is a widget of its own."""
    match content.body:
        case Cards() as body:
            draw_cards(pen, room, body, content.item)
        case Statement() as body:
            draw_statement(pen, room, body)
        case Ratings() as body:
            draw_ratings(pen, room, body)
        case Matrix() as body:
            draw_matrix(pen, room, body)
        case ReadBack() as body:
            draw_read_back(pen, room, body)
        case FollowUp() as body:
            draw_follow_up(pen, room, body)
