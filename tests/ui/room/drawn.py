"""What a widget draws, read back text by text: where, and how large."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QXmlStreamReader
from PySide6.QtGui import QFont, QFontMetricsF, QTransform
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

_MATRIX = re.compile(r"matrix\(([^)]*)\)")


@dataclass(frozen=True)
class Drawn:
    text: str
    size: float
    place: QRectF

    @property
    def ink(self) -> QRectF:
        """The place without the air over, under and beside the letters."""
        air = self.size * 0.2
        return self.place.adjusted(1, air, -1, -air) if self.place.width() > 2 else QRectF()


def drawn(widget: QWidget) -> list[Drawn]:
    """Return the texts as they are drawn."""
    return list(_texts(_svg(widget), widget.font()))


def words(widget: QWidget) -> str:
    return " ".join(one.text for one in drawn(widget))


def _svg(widget: QWidget) -> str:
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(widget.size())
    generator.setViewBox(widget.rect())
    widget.render(generator)
    buffer.close()
    return bytes(kept.data()).decode("utf-8", "replace")


def _texts(svg: str, font: QFont) -> Iterator[Drawn]:
    reader = QXmlStreamReader(svg)
    turned = QTransform()
    while not reader.atEnd():
        reader.readNext()
        if not reader.isStartElement():
            continue
        said = reader.attributes()
        if (found := _MATRIX.match(str(said.value("transform")))) is not None:
            a, b, c, d, e, f = map(float, found.group(1).split(","))
            turned = QTransform(a, b, c, d, e, f)
        if reader.name() == "text":
            size = float(said.value("font-size"))
            font.setPixelSize(round(size))
            font.setWeight(QFont.Weight(int(said.value("font-weight"))))
            at = QPointF(float(said.value("x")), float(said.value("y")))
            text = reader.readElementText()
            metrics = QFontMetricsF(font)
            left, wide = at.x(), metrics.horizontalAdvance(text.rstrip())
            place = QRectF(left, at.y() - metrics.ascent(), wide, metrics.height())
            if text.strip():
                yield Drawn(text, size, turned.mapRect(place))
