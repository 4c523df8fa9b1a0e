"""Everyone's picture: heading, one question, the clock, what belongs to the step, and the place."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from nvworkshop.workshop.content import (
    Cards,
    Matrix,
    Ratings,
    ReadBack,
    RoomContent,
    Statement,
)
from nvworkshop.workshop.coverage import Coverage
from ui.room.bodies import draw_matrix, draw_ratings, draw_read_back, draw_statement
from ui.room.cards import draw_cards
from ui.room.fitting import largest
from ui.room.pen import LEAST, Pen
from ui.theme.theme import Theme
from ui.workshop.dial import clock_text

_EDGE = 72.0
_QUESTION, _HEADING, _CLOCK = 66.0, 32.0, 80.0
_TOKENS = {"ok": "primary", "soon": "warning", "over": "danger"}


class RoomCanvas(QWidget):
    """Paints one picture; takes no keys and answers no presses."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start blank."""
        super().__init__(parent)
        self._theme = theme
        self.content: RoomContent | None = None
        self.seconds: int | None = None
        self.level = "ok"
        self.blank = False
        theme.changed.connect(self.update)

    def show_content(self, content: RoomContent) -> None:
        """Show a picture."""
        if content != self.content:
            self.content = content
            self.setAccessibleName(content.question)
            self.setAccessibleDescription(_spoken(content))
            self.update()

    def show_clock(self, seconds: int | None, level: str) -> None:
        """Show what is left of the time."""
        if (seconds, level) != (self.seconds, self.level):
            self.seconds, self.level = seconds, level
            self.update()

    def body_room(self) -> QRectF:
        """Return where the step's own part stands."""
        pen_unit = self.height() / 1_080
        top = self._top() + 36 * pen_unit
        edge = _EDGE * pen_unit
        return QRectF(edge, top, self.width() - 2 * edge, self.height() - top - 104 * pen_unit)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = Pen(painter, self._theme, self.height())
            pen.fill(
                QRectF(self.rect()), "ink" if self.blank and not self._theme.dark else "ground"
            )
            if self.blank or self.content is None:
                return
            self._paint_top(pen, self.content)
            self._paint_body(pen, self.content)
            self._paint_foot(pen, self.content)

    def _question_size(self, pen: Pen, text: str, width: float) -> float:
        most = self.height() * 0.2
        return largest(lambda one: pen.height(text, one, width, bold=True) <= most, 40.0, _QUESTION)

    def _top(self) -> float:
        """Return where the question ends."""
        if self.content is None:
            return 0.0
        pixmap_pen = Pen(QPainter(), self._theme, self.height())
        width = self._width()
        size = self._question_size(pixmap_pen, self.content.question, width)
        high = pixmap_pen.height(self.content.question, size, width, bold=True)
        return pixmap_pen.px(_EDGE * 0.8 + _HEADING * 1.5) + high

    def _width(self) -> float:
        unit = self.height() / 1_080
        return self.width() - (2 * _EDGE + 350) * unit

    def _paint_top(self, pen: Pen, content: RoomContent) -> None:
        edge, top = pen.px(_EDGE), pen.px(_EDGE * 0.8)
        width = self._width()
        heading = QRectF(edge, top, width, pen.px(_HEADING * 1.4))
        pen.line(heading, content.heading, _HEADING, _heading_token(content), bold=True)
        size = self._question_size(pen, content.question, width)
        room = QRectF(edge, top + pen.px(_HEADING * 1.5), width, pen.px(400))
        pen.text(room, content.question, size, bold=True)
        if self.seconds is not None:
            clock = QRectF(
                self.width() - edge - pen.px(340), top, pen.px(340), pen.px(_CLOCK * 1.2)
            )
            pen.line(
                clock, clock_text(self.seconds), _CLOCK, _TOKENS[self.level], bold=True, right=True
            )
            word = self._clock_word(content)
            under = QRectF(clock.left(), clock.bottom(), clock.width(), pen.px(LEAST * 1.4))
            pen.line(under, word, LEAST, _TOKENS[self.level], right=True)

    def _clock_word(self, content: RoomContent) -> str:
        if content.silent:
            return _tr("Tyst tänketid")
        words = {"soon": _tr("snart slut"), "over": _tr("över tiden")}
        return words.get(self.level, "")

    def _paint_body(self, pen: Pen, content: RoomContent) -> None:
        room = self.body_room()
        if content.silent:
            return
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
            case Coverage():
                pass  # a widget of its own stands there

    def _paint_foot(self, pen: Pen, content: RoomContent) -> None:
        edge = pen.px(_EDGE)
        foot = QRectF(edge, self.height() - pen.px(84), self.width() - 2 * edge, pen.px(48))
        if content.steps:
            said = _tr("Steg {here} av {of}").format(here=content.step, of=content.steps)
            pen.line(foot, said, LEAST, "muted")
        pen.line(foot, _counts(content), LEAST, "muted", right=True)


def _heading_token(content: RoomContent) -> str:
    return content.item if content.item in ("R1", "R2", "R3", "R4") else "primary"


def _counts(content: RoomContent) -> str:
    parts = []
    if content.ideas:
        parts.append(_tr("{n} förslag").format(n=content.ideas))
    if content.people:
        parts.append(_tr("{n} deltagare").format(n=content.people))
    return " · ".join(parts)


def _spoken(content: RoomContent) -> str:
    """Return what is shown, in words."""
    match content.body:
        case Cards(cards):
            return "\n".join(one.text for one in cards[:20])
        case Statement(lines, emphasis):
            return "\n".join((emphasis, *lines))
        case ReadBack(promises):
            return "\n".join(f"{one.what}: {one.who}, {one.when}" for one in promises)
        case Coverage() as body:
            return "\n".join(body.sentences)
        case Matrix(points):
            return "\n".join(f"{one.number} {one.text}" for one in points)
        case Ratings(items):
            return "\n".join(one.label for one in items)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Room", text)
