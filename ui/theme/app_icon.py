"""The program's own icon: four länsdelar coming together around a home. Draws it at any size.

`python -m ui.theme.app_icon FOLDER` writes it as PNG files and one .ico, for installers.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QImage,
    QPainter,
    QPainterPath,
    QPixmap,
    QPolygonF,
)

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256, 512)
_IN_WINDOW = (16, 24, 32, 48, 64, 256)
_IN_ICO = (16, 20, 24, 32, 40, 48, 64, 128, 256)
_SIDE = 1000.0
"""Units across; the shapes below are drawn around the middle."""
_CORNER = 210
_WEDGE = ((0, -45), (455, -500), (-455, -500))
_PARTS = ("R1", "R4", "R3", "R2")
_ROOM = 290
_HOUSE = ((0, -210), (215, -15), (165, -15), (165, 170), (-165, 170), (-165, -15), (-215, -15))


def draw(size: int, colours: Mapping[str, str]) -> QImage:
    """Return the icon, `size` pixels square, in colours of the theme file."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.translate(size / 2, size / 2)
    painter.scale(size / _SIDE, size / _SIDE)
    ground = QPainterPath()
    ground.addRoundedRect(QRectF(-500, -500, 1000, 1000), _CORNER, _CORNER)
    painter.fillPath(ground, QColor(colours["card"]))
    for part in _PARTS:
        wedge = QPainterPath()
        wedge.addPolygon(_polygon(_WEDGE))
        painter.fillPath(wedge.intersected(ground), QColor(colours[part]))
        painter.rotate(90)
    painter.setBrush(QColor(colours["card"]))
    painter.drawEllipse(QPointF(0, 0), _ROOM, _ROOM)
    painter.setBrush(QColor(colours["primary"]))
    painter.drawPolygon(_polygon(_HOUSE))
    painter.end()
    return image


def icon(colours: Mapping[str, str]) -> QIcon:
    """Return the icon for windows."""
    made = QIcon()
    for size in _IN_WINDOW:
        made.addPixmap(QPixmap.fromImage(draw(size, colours)))
    return made


def write(folder: Path, colours: Mapping[str, str]) -> list[Path]:
    """Write a PNG of each size and an .ico of those Windows uses; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {size: _png(draw(size, colours)) for size in SIZES}
    files = {folder / f"nvworkshop-{size}.png": data for size, data in pictures.items()}
    files[folder / "nvworkshop.ico"] = _ico({size: pictures[size] for size in _IN_ICO})
    for place, data in files.items():
        place.write_bytes(data)
    return list(files)


def _polygon(points: tuple[tuple[int, int], ...]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes, Qt a text
    return bytes(data.data())


def _ico(pictures: Mapping[int, bytes]) -> bytes:
    """Return an .ico of PNG pictures (ICONDIR and ICONDIRENTRY of the Windows icon format)."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    at = len(head) + 16 * len(pictures)
    entries = b""
    for size, data in pictures.items():
        side = size % 256  # 256 is written as 0
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), at)
        at += len(data)
    return head + entries + b"".join(pictures.values())


def main() -> int:
    """Write the icon to the folder named on the command line."""
    from ui.theme.tokens import read_tokens

    QGuiApplication.instance() or QGuiApplication([])
    write(Path(sys.argv[1]), read_tokens().schemes["light"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
