"""The self-rating: the five levels of what is asked about now, and how far all has come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from nvworkshop.workshop.content import Rated, Ratings
from nvworkshop.workshop.tallies import mean_text
from ui.room.fitting import Type
from ui.room.pen import Pen
from ui.words import answers_word, tr

_LEVELS = 5
_MOST, _GAP, _BAR = 42.0, 16.0, 16.0
_LEFT, _APART = 0.5, 64.0
"""The share of the width that the levels have, and the room beside them."""

_NUMBER, _COUNT, _THIN = 48.0, 170.0, 10.0
"""The width of a level's number, and of how many chose it."""

_RIGHT, _CENTRE = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter


def draw_ratings(pen: Pen, room: QRectF, body: Ratings) -> None:
    """Draw the levels to the left of all results; the results alone when nothing is asked."""
    asked = next((one for one in body.items if one.item == body.current), None)
    if asked is None:
        _draw_results(pen, room, body.items, whole=True)
        return
    wide = room.width() * _LEFT
    _draw_levels(pen, QRectF(room.left(), room.top(), wide, room.height()), asked, body.levels)
    right = room.adjusted(wide + pen.px(_APART), 0, 0, 0)
    _draw_results(pen, right, body.items, whole=False)


def levels_size(kind: Type, room: QRectF, asked: Rated, levels: Sequence[str]) -> int | None:
    """Return the largest type in which the levels have place in words; None when none is enough."""
    inside = _inside(kind, room)

    def fits(size: int) -> bool:
        high = kind.block(_asked(asked), size, room.width(), bold=True).height
        said = sum(kind.block(one, size, inside).height for one in levels)
        return high + said + len(levels) * kind.px(_GAP) <= room.height()

    return kind.largest(fits, _MOST)


def _inside(kind: Type, room: QRectF) -> float:
    return room.width() - kind.px(_NUMBER + _COUNT + 24)


def _draw_levels(pen: Pen, room: QRectF, asked: Rated, levels: Sequence[str]) -> None:
    kind, colour = pen.type, pen.item(asked.item)
    fitting = levels_size(kind, room, asked, levels)
    size = fitting or kind.least
    label = kind.block(_asked(asked), size, room.width(), bold=True)
    top = room.top() + pen.block(label, room, colour) + pen.px(_GAP)
    share = (room.bottom() - top) / max(1, len(levels)) - pen.px(_GAP)
    for n, (said, count) in enumerate(zip(levels, asked.counts, strict=False)):
        block = kind.block(said, size, _inside(kind, room))
        high = block.height if fitting else share
        left = room.left()
        number = kind.block(str(n + 1), size, pen.px(_NUMBER), bold=True)
        pen.block(number, QRectF(left, top, pen.px(_NUMBER), block.line), colour)
        text = QRectF(left + pen.px(_NUMBER), top, block.width, high)
        pen.block(block, text, pen.color("ink"))
        if asked.people:
            place = QRectF(room.right() - pen.px(_COUNT), top, pen.px(_COUNT), block.line)
            _draw_count(pen, place, count, _most(asked), colour)
        if asked.before is not None:
            _draw_before(pen, _under_count(pen, room, top, block.line), asked, n)
        top += high + pen.px(_GAP)


def _draw_count(pen: Pen, place: QRectF, count: int, most: int, colour: QColor) -> None:
    """Draw how many chose a level: a bar, and the figure at its end."""
    kind = pen.type
    figure = kind.width(str(most), kind.least, bold=True) + pen.px(12)
    high = pen.px(28)
    bar = QRectF(place.left(), place.center().y() - high / 2, 0, high)
    bar.setWidth((place.width() - figure) * count / most)
    if count:
        pen.fill(bar, colour, 4)
    said = QRectF(bar.right() + pen.px(12), place.top(), figure, place.height())
    pen.line(said, str(count), kind.least, pen.color("ink" if count else "muted"), bold=True)


def _under_count(pen: Pen, room: QRectF, top: float, line: float) -> QRectF:
    """Return where the last time's bar stands: close beneath this time's."""
    left, high = room.right() - pen.px(_COUNT), pen.px(_THIN)
    under = top + line / 2 + pen.px(14 + 4)
    return QRectF(left, under, pen.px(_COUNT), high)


def _draw_before(pen: Pen, place: QRectF, asked: Rated, level: int) -> None:
    """Draw how many chose a level the last time, as a thin bar."""
    kind, most = pen.type, _most(asked)
    figure = kind.width(str(most), kind.least, bold=True) + pen.px(12)
    bar = QRectF(place)
    bar.setWidth((place.width() - figure) * asked.counts_before[level] / most)
    if bar.width():
        pen.fill(bar, pen.color("muted"), _THIN / 2)


def _most(asked: Rated) -> int:
    """Return the most that chose any level, now or the last time: both are drawn to one scale."""
    return max(1, *asked.counts, *asked.counts_before)


def _draw_results(pen: Pen, room: QRectF, items: Sequence[Rated], *, whole: bool) -> None:
    """Draw a row for each; `whole` says how many chose each level too."""
    kind = pen.type
    row = kind.line(kind.least) * (2.0 if whole else 1.0) + pen.px(_GAP if whole else _BAR + _GAP)
    count = min(len(items), max(1, int((room.height() + pen.px(_GAP)) / row)))
    if count < len(items):
        count = max(1, int((room.height() - pen.more_height) / row))
    left = room.height() - (pen.more_height if count < len(items) else 0.0)
    high = max(row, min(left / max(1, count), row * 1.3))
    draw = _draw_whole if whole else _draw_short
    for n, one in enumerate(items[:count]):
        draw(pen, QRectF(room.left(), room.top() + n * high, room.width(), row), one)
    if count < len(items):
        under = QRectF(room.left(), room.top() + count * high, room.width(), pen.more_height)
        pen.more(under, len(items) - count)


def _draw_short(pen: Pen, row: QRectF, one: Rated) -> None:
    """Draw an item's name, how far it has come in words, and a bar of five."""
    kind = pen.type
    line = QRectF(row.left(), row.top(), row.width(), kind.line(kind.least))
    token = "muted" if one.mean is None else "ink"
    said = result_of(one, short=True)
    needed = pen.line(line, said, kind.least, pen.color(token), to=_RIGHT)
    name = line.adjusted(0, 0, -needed - pen.px(24), 0)
    pen.line(name, one.label, kind.least, pen.color("ink"), bold=True)
    bar = QRectF(row.left(), line.bottom() + pen.px(3), row.width(), pen.px(_BAR))
    _draw_bar(pen, bar, one)


def _draw_whole(pen: Pen, row: QRectF, one: Rated) -> None:
    """Draw an item's name and how far it has come, and beside them how many chose each level."""
    kind = pen.type
    high, left = kind.line(kind.least), row.width() * _LEFT
    name = QRectF(row.left(), row.top(), left, high)
    pen.line(name, one.label, kind.least, pen.color("ink"), bold=True)
    token = "muted" if one.mean is None else "ink"
    pen.line(name.translated(0, high), result_of(one), kind.least, pen.color(token))
    boxes = QRectF(row.left() + left, row.top(), row.width() - left, 2 * high)
    gap = pen.px(6)
    wide = (boxes.width() - gap * (_LEVELS - 1)) / _LEVELS
    for n, count in enumerate(one.counts):
        box = QRectF(boxes.left() + n * (wide + gap), boxes.top(), wide, high)
        share = count / max(1, *one.counts)
        grown = QRectF(box.left(), box.bottom() - box.height() * share, wide, high * share)
        pen.fill(box, pen.color("card"), 4)
        pen.fill(grown, pen.color("primary_soft"), 4)
        if one.people:
            pen.line(box, str(count), kind.least, pen.color("ink"), bold=True, to=_CENTRE)
    _draw_bar(pen, boxes.adjusted(0, high + gap, 0, -high + gap + pen.px(_BAR)), one)


def _draw_bar(pen: Pen, place: QRectF, one: Rated) -> None:
    """Draw five parts, filled as far as the mean has come; a line where it was before."""
    gap = pen.px(6)
    part = (place.width() - gap * (_LEVELS - 1)) / _LEVELS
    for n in range(_LEVELS):
        box = QRectF(place.left() + n * (part + gap), place.top(), part, place.height())
        pen.fill(box, pen.color("line" if pen.theme.scheme != "contrast" else "hover"), 4)
        filled = min(1.0, max(0.0, (one.mean or 0.0) - n))
        if filled:
            box.setWidth(part * filled)
            pen.fill(box, pen.item(one.item), 4)
    if one.before is not None:
        at = place.left() + place.width() * min(one.before, _LEVELS) / _LEVELS
        mark = QRectF(at - pen.px(3), place.top() - pen.px(5), pen.px(6), place.height())
        pen.fill(mark.adjusted(0, 0, 0, pen.px(10)), pen.color("ink"))


def result_of(one: Rated, *, short: bool = False) -> str:
    """Return how far an item has come, in words: the mean, how many, and what it was before."""
    said = []
    if one.mean is not None:
        said.append(tr("{mean} av 5").format(mean=mean_text(one.mean)))
    if one.mean is not None and not short:
        said.append(answers_word(one.people))
    if one.mean is None and not (short and one.before is not None):
        said.append(tr("inget svar än"))
    if one.before is not None:
        said.append(tr("förra gången {mean}").format(mean=mean_text(one.before)))
    return " · ".join(said)


def _asked(one: Rated) -> str:
    said = [one.label]
    if one.people:
        said.append(answers_word(one.people))
    if one.before is not None:
        said.append(tr("smal: förra gången"))
    return " · ".join(said)
