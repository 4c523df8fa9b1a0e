"""What stands under the question in each kind of step."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt

from nvworkshop.workshop.content import Matrix, Point, Promise, Rated, Ratings, ReadBack, Statement
from ui.room.fitting import largest
from ui.room.pen import LEAST, Pen

_MOST, _GAP = 52.0, 18.0


def _tr(text: str) -> str:
    return QCoreApplication.translate("Room", text)


def draw_statement(pen: Pen, room: QRectF, body: Statement) -> None:
    """Draw lines to read together, the emphasised first."""

    def _fits(size: float) -> bool:
        return _statement_height(pen, room, body, size) <= room.height()

    size = largest(_fits, LEAST, _MOST)
    top = room.top()
    if body.emphasis:
        place = QRectF(room.left(), top, room.width(), room.bottom() - top)
        top += pen.text(place, body.emphasis, size * 1.2, "primary", bold=True) + pen.px(2 * _GAP)
    for line in body.lines:
        if top >= room.bottom():
            break
        place = QRectF(
            room.left() + pen.px(36), top, room.width() - pen.px(36), room.bottom() - top
        )
        pen.line(QRectF(room.left(), top, pen.px(30), pen.px(size * 1.2)), "•", size, "primary")
        top += pen.text(place, line, size) + pen.px(_GAP)


def _statement_height(pen: Pen, room: QRectF, body: Statement, size: float) -> float:
    inside = room.width() - pen.px(36)
    high = sum(pen.height(line, size, inside) + pen.px(_GAP) for line in body.lines)
    if body.emphasis:
        high += pen.height(body.emphasis, size * 1.2, room.width(), bold=True) + pen.px(2 * _GAP)
    return high


def draw_ratings(pen: Pen, room: QRectF, body: Ratings) -> None:
    """Draw the item asked about with its levels to the left, and all results to the right."""
    asked = next((one for one in body.items if one.item == body.current), None)
    left = QRectF(room)
    if asked is not None:
        left.setWidth(room.width() * 0.48)
        _draw_levels(pen, left, asked, body.levels)
        right = QRectF(room)
        right.setLeft(left.right() + pen.px(60))
        _draw_results(pen, right, body.items)
    else:
        _draw_results(pen, room, body.items)


def _draw_levels(pen: Pen, room: QRectF, asked: Rated, levels: Sequence[str]) -> None:
    lines = [f"{n}  {one}" for n, one in enumerate(levels, 1)]

    def _fits(size: float) -> bool:
        high = pen.height(asked.label, size * 1.2, room.width(), bold=True) + pen.px(_GAP)
        return (
            high + sum(pen.height(one, size, room.width()) + pen.px(_GAP) for one in lines)
            <= room.height()
        )

    size = largest(_fits, LEAST, 42.0)
    top = room.top() + pen.text(room, asked.label, size * 1.2, "primary", bold=True) + pen.px(_GAP)
    for line in lines:
        place = QRectF(room.left(), top, room.width(), max(0.0, room.bottom() - top))
        top += pen.text(place, line, size) + pen.px(_GAP)


def _draw_results(pen: Pen, room: QRectF, items: Sequence[Rated]) -> None:
    """Draw a line per item: its name, a bar to the mean, the mean and how many."""
    high = min(pen.px(92), room.height() / max(1, len(items)))
    size = max(LEAST, min(36.0, high / pen.unit * 0.42))
    for n, one in enumerate(items):
        top = room.top() + n * high
        name = QRectF(room.left(), top, room.width(), high * 0.52)
        pen.line(name, one.label, size, bold=one.people > 0)
        pen.line(name, _result(one), size, "ink" if one.people else "muted", right=True)
        bar = QRectF(room.left(), top + high * 0.6, room.width(), high * 0.16)
        pen.fill(bar, "line")
        if one.mean is not None:
            bar.setWidth(room.width() * one.mean / 5)
            pen.painter.setBrush(pen.shift(one.item))
            pen.painter.drawRect(bar)


def _result(one: Rated) -> str:
    if one.mean is None:
        return _tr("inget svar än")
    mean = f"{one.mean:.1f}".replace(".", ",")
    return _tr("{mean} av 5 ({n} svar)").format(mean=mean, n=one.people)


def draw_read_back(pen: Pen, room: QRectF, body: ReadBack) -> None:
    """Draw who does what by when; the newest that fit, and when the group meets again."""
    foot = pen.px(LEAST * 2) if body.next_meeting else 0.0
    inside = room.adjusted(0, 0, 0, -foot)
    if body.next_meeting:
        said = _tr("Nästa möte: {when}").format(when=body.next_meeting)
        under = QRectF(room.left(), room.bottom() - foot, room.width(), foot)
        pen.line(under, said, 36.0, "primary", bold=True)
    rows = body.promises

    def _fits(size: float) -> bool:
        return _promises_height(pen, inside, rows, size) <= inside.height()

    size = largest(_fits, LEAST, 44.0)
    top = inside.top()
    for n, one in enumerate(rows):
        high = _promise_height(pen, inside, one, size)
        last = n == len(rows) - 1
        if top + high > inside.bottom() - (0 if last else pen.px(LEAST * 1.4)):
            said = _tr("och {n} till").format(n=len(rows) - n)
            pen.line(
                QRectF(inside.left(), top, inside.width(), pen.px(LEAST * 1.4)),
                said,
                LEAST,
                "muted",
            )
            return
        _draw_promise(pen, QRectF(inside.left(), top, inside.width(), high), one, size)
        top += high + pen.px(_GAP * 0.6)


def _promises_height(pen: Pen, room: QRectF, rows: Sequence[Promise], size: float) -> float:
    return sum(_promise_height(pen, room, one, size) + pen.px(_GAP * 0.6) for one in rows)


def _promise_height(pen: Pen, room: QRectF, one: Promise, size: float) -> float:
    half = room.width() * 0.5
    what = pen.height(f"{one.number}. {one.what}", size, half, bold=True)
    return max(what, pen.height(_who(one), size, half - pen.px(40)))


def _draw_promise(pen: Pen, room: QRectF, one: Promise, size: float) -> None:
    half = room.width() * 0.5
    left = QRectF(room.left() + pen.px(18), room.top(), half - pen.px(18), room.height())
    pen.painter.setPen(Qt.PenStyle.NoPen)
    pen.painter.setBrush(pen.shift(one.shift))
    pen.painter.drawRect(QRectF(room.left(), room.top() + 2, pen.px(8), room.height() - 4))
    pen.text(left, f"{one.number}. {one.what}", size, bold=True)
    right = QRectF(room.left() + half + pen.px(40), room.top(), half - pen.px(40), room.height())
    missing = not (one.who and one.when)
    pen.text(right, _who(one), size, "warning" if missing else "ink")


def _who(one: Promise) -> str:
    who = ", ".join(filter(None, (one.who or _tr("huvudman saknas"), one.function)))
    return f"{who} – {one.when or _tr('tid saknas')}"


def draw_matrix(pen: Pen, room: QRectF, body: Matrix) -> None:
    """Draw effect upwards and effort to the right, with a list of what the numbers are."""
    side = min(room.height() - pen.px(60), room.width() * 0.56)
    grid = QRectF(room.left() + pen.px(60), room.top(), side, side)
    for place, text in enumerate(
        (_tr("Gör nu"), _tr("Planera"), _tr("Gör om det finns tid"), _tr("Avstå"))
    ):
        x, y = place % 2, place // 2
        part = QRectF(grid.left() + x * side / 2, grid.top() + y * side / 2, side / 2, side / 2)
        pen.painter.setPen(pen.color("line"))
        pen.painter.setBrush(pen.color("card"))
        pen.painter.drawRect(part)
        pen.text(part.adjusted(pen.px(14), pen.px(8), -pen.px(8), 0), text, LEAST, "muted")
    under = QRectF(grid.left(), grid.bottom() + pen.px(6), side, pen.px(44))
    pen.line(under, _tr("Insats: lätt → svårt"), LEAST, "muted")
    pen.painter.save()
    pen.painter.translate(QPointF(room.left() + pen.px(50), grid.bottom()))
    pen.painter.rotate(-90)
    pen.line(QRectF(0, -pen.px(46), side, pen.px(44)), _tr("Effekt: liten → stor"), LEAST, "muted")
    pen.painter.restore()
    for one, middle in _spread(pen, grid, body.points):
        radius = pen.px(26)
        pen.painter.setPen(Qt.PenStyle.NoPen)
        pen.painter.setBrush(pen.color("primary"))
        pen.painter.drawEllipse(middle, radius, radius)
        pen.painter.setPen(pen.color("on_primary"))
        pen.painter.setFont(pen.font(LEAST, bold=True))
        around = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        pen.painter.drawText(around, int(Qt.AlignmentFlag.AlignCenter), str(one.number))
    _draw_key(
        pen,
        QRectF(
            grid.right() + pen.px(50),
            room.top(),
            room.right() - grid.right() - pen.px(50),
            room.height(),
        ),
        body,
    )


def _spread(pen: Pen, grid: QRectF, points: Sequence[Point]) -> list[tuple[Point, QPointF]]:
    """Return where each point stands; those of one place stand beside each other."""
    alike = Counter((one.effort, one.effect) for one in points)
    seen: Counter[tuple[int, int]] = Counter()
    step, apart = grid.width() / 5, pen.px(50)
    placed = []
    for one in points:
        place = (one.effort, one.effect)
        n, columns = seen[place], min(3, alike[place])
        seen[place] += 1
        x = grid.left() + (one.effort - 0.5) * step + (n % 3 - (columns - 1) / 2) * apart
        y = grid.bottom() - (one.effect - 0.5) * step + n // 3 * apart
        placed.append((one, QPointF(x, y)))
    return placed


def _draw_key(pen: Pen, room: QRectF, body: Matrix) -> None:
    lines = [f"{one.number}  {one.text}" for one in body.points]
    waiting = len(body.waiting)

    def _fits(size: float) -> bool:
        return sum(
            pen.height(one, size, room.width()) + pen.px(10) for one in lines
        ) <= room.height() - pen.px(50)

    size = largest(_fits, LEAST, 36.0)
    top = room.top()
    for n, line in enumerate(lines):
        high = pen.height(line, size, room.width())
        if top + high > room.bottom() - pen.px(50):
            waiting_text = _tr("och {n} till").format(n=len(lines) - n)
            pen.line(
                QRectF(room.left(), top, room.width(), pen.px(44)), waiting_text, LEAST, "muted"
            )
            return
        pen.text(QRectF(room.left(), top, room.width(), high), line, size)
        top += high + pen.px(10)
    if waiting:
        said = _tr("{n} förslag är inte placerade än").format(n=waiting)
        pen.line(
            QRectF(room.left(), room.bottom() - pen.px(44), room.width(), pen.px(44)),
            said,
            LEAST,
            "muted",
        )
