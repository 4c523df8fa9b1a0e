"""Effect against effort: four fields named in words, numbers in them, and what the numbers are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt

from nvworkshop.workshop.content import Matrix, Point
from ui.room.fitting import Type
from ui.room.key import draw_key
from ui.room.pen import Pen
from ui.words import tr

_CELLS, _SHARE, _APART, _CHIP = 5, 0.56, 48.0, 6.0
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_RIGHT = Qt.AlignmentFlag.AlignRight

Chip = tuple[str, QRectF]
"""What is written, and where."""


def draw_matrix(pen: Pen, room: QRectF, body: Matrix) -> None:
    """Draw the fields with the numbers to the left, and the texts to the right."""
    kind = pen.type
    axis = kind.line(kind.least) * 1.15
    grid = QRectF(
        room.left() + axis, room.top(), room.width() * _SHARE - axis, room.height() - axis
    )
    _draw_fields(pen, grid)
    _draw_axes(pen, grid, axis)
    for text, place in chips(kind, inner(kind, grid), body.points):
        pen.fill(place, pen.color("primary"), 24)
        pen.line(place, text, kind.least, pen.color("on_primary"), bold=True, to=_CENTRE)
    draw_key(pen, room.adjusted(room.width() * _SHARE + pen.px(_APART), 0, 0, 0), body)


def inner(kind: Type, grid: QRectF) -> QRectF:
    """Return the five by five cells: what the names of the fields leave."""
    name = kind.line(kind.least) * 1.35
    return grid.adjusted(0, name, 0, -name)


def chips(kind: Type, cells: QRectF, points: Sequence[Point]) -> list[Chip]:
    """Return the numbers, each in its cell; in one that is full the last says how many more."""
    together: dict[tuple[int, int], list[int]] = defaultdict(list)
    for one in points:
        together[_within(one.effort), _within(one.effect)].append(one.number)
    wide, high = cells.width() / _CELLS, cells.height() / _CELLS
    found: list[Chip] = []
    for (effort, effect), numbers in together.items():
        left = cells.left() + (effort - 1) * wide
        cell = QRectF(left, cells.bottom() - effect * high, wide, high)
        found += _in_cell(kind, cell, [str(n) for n in numbers])
    return found


def _in_cell(kind: Type, cell: QRectF, texts: list[str]) -> list[Chip]:
    """Return the chips of one cell, in rows around its middle."""
    gap, tall = kind.px(_CHIP), kind.line(kind.least) * 1.2
    wide = max(tall, *(_chip_width(kind, text) for text in texts))
    columns = max(1, int((cell.width() + gap) / (wide + gap)))
    rows = max(1, int((cell.height() + gap) / (tall + gap)))
    if len(texts) > columns * rows:
        kept = columns * rows - 1
        texts = [*texts[:kept], f"+{len(texts) - kept}"]
        wide = max(wide, _chip_width(kind, texts[-1]))
    used = -(-len(texts) // columns)
    top = cell.center().y() - (used * (tall + gap) - gap) / 2
    found = []
    for first in range(0, len(texts), columns):
        row = texts[first : first + columns]
        left = cell.center().x() - (len(row) * (wide + gap) - gap) / 2
        for n, text in enumerate(row):
            found.append((text, QRectF(left + n * (wide + gap), top, wide, tall)))
        top += tall + gap
    return found


def _chip_width(kind: Type, text: str) -> float:
    return kind.width(text, kind.least, bold=True) + kind.px(18)


def _draw_fields(pen: Pen, grid: QRectF) -> None:
    """Draw the four fields; the one that is to be done now stands out."""
    names = (tr("Gör nu"), tr("Planera"), tr("Gör om det finns tid"), tr("Avstå"))
    wide, high = grid.width() / 2, grid.height() / 2
    pad, name = pen.px(14), pen.type.line(pen.type.least) * 1.35
    for n, text in enumerate(names):
        right, under = n % 2, n // 2
        field = QRectF(grid.left() + right * wide, grid.top() + under * high, wide, high)
        pen.painter.fillRect(field, pen.color("card" if n else "primary_soft"))
        top = field.bottom() - name if under else field.top()
        place = QRectF(field.left() + pad, top, wide - 2 * pad, name)
        token = "muted" if n else "primary"
        to = _RIGHT if right else Qt.AlignmentFlag.AlignLeft
        pen.line(place, text, pen.type.least, pen.color(token), bold=True, to=to)
    _draw_lines(pen, grid)


def _draw_lines(pen: Pen, grid: QRectF) -> None:
    middle = grid.center()
    pen.rule(QPointF(middle.x(), grid.top()), QPointF(middle.x(), grid.bottom()), "edge")
    pen.rule(QPointF(grid.left(), middle.y()), QPointF(grid.right(), middle.y()), "edge")
    pen.rule(grid.topLeft(), grid.bottomLeft(), "edge")
    pen.rule(grid.bottomLeft(), grid.bottomRight(), "edge")
    pen.rule(grid.topLeft(), grid.topRight())
    pen.rule(grid.topRight(), grid.bottomRight())


def _draw_axes(pen: Pen, grid: QRectF, axis: float) -> None:
    """Draw what is to the right and what is up, in words at both ends."""
    under = QRectF(grid.left(), grid.bottom(), grid.width(), axis)
    _draw_ends(pen, under, tr("liten insats"), tr("stor insats →"))
    pen.painter.save()
    pen.painter.translate(grid.left() - axis, grid.bottom())
    pen.painter.rotate(-90)
    beside = QRectF(0, 0, grid.height(), axis)
    _draw_ends(pen, beside, tr("liten effekt"), tr("stor effekt →"))
    pen.painter.restore()


def _draw_ends(pen: Pen, place: QRectF, low: str, high: str) -> None:
    muted, size = pen.color("muted"), pen.type.least
    pen.line(place, low, size, muted)
    pen.line(place, high, size, muted, to=_RIGHT)


def _within(level: int) -> int:
    return min(_CELLS, max(1, level))
