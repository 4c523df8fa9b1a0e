"""Small pictures the style sheet needs as files: drawn once, kept in the program's folder."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

_log = logging.getLogger(__name__)

_SIDE = 96
_THICK = 12
Line = tuple[tuple[int, int], ...]
_MARKS: dict[str, tuple[Line, ...]] = {
    "chevron": (((16, 34), (48, 66), (80, 34)),),
    "onward": (((34, 16), (66, 48), (34, 80)),),
    "tick": (((16, 50), (40, 74), (82, 26)),),
    "cross": (((20, 20), (76, 76)), ((20, 76), (76, 20))),
}
_DRAWN = (
    ("chevron", "muted"),
    ("chevron", "faint"),
    ("chevron", "on_primary"),
    ("onward", "muted"),
    ("onward", "faint"),
    ("tick", "on_primary"),
    ("tick", "faint"),
    ("cross", "muted"),
)


def place_marks(folder: Path, colours: Mapping[str, str]) -> dict[str, str]:
    """See to that the marks stand in the folder; return their addresses by mark and token."""
    addresses = {}
    for mark, token in _DRAWN:
        place = folder / f"{mark}-{colours[token].lstrip('#').lower()}.png"
        addresses[f"{mark}_{token}"] = f'url("{place.as_posix()}")'
        if not place.exists():
            _write(place, _drawn(_MARKS[mark], colours[token]))
    return addresses


def _drawn(lines: tuple[Line, ...], colour: str) -> QImage:
    from PySide6.QtCore import QPointF, Qt  # once, the first time the program is started
    from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

    image = QImage(_SIDE, _SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(colour), _THICK)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for line in lines:
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in line]))
    painter.end()
    return image


def _write(place: Path, image: QImage) -> None:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        _log.warning("no folder for marks: %s", error)
        return
    if not image.save(str(place)):
        _log.warning("%s could not be written", place.name)
