"""Icons drawn from the fonts in the qtawesome package, without importing it (130 ms).

A glyph is kept as an outline and filled in the colour of the moment, so an icon follows the theme,
its size and its state, and is sharp on every screen.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QIcon,
    QIconEngine,
    QPainter,
    QPainterPath,
    QPixmap,
    QRawFont,
    QTransform,
)

from ui.theme.glyphs import GLYPHS

_log = logging.getLogger(__name__)

_PACKAGE = "qtawesome"
_FONT = "phosphor-[0-9]*.ttf"
_CHARACTERS = "phosphor-charmap-*.json"
_EM = 1000.0
"""Pixels at which outlines are taken; they are scaled when drawn."""

Colour = Callable[[QIcon.Mode], QColor]


def fonts_folder() -> Path | None:
    """Return where the icon fonts lie, or None when the package is not there."""
    from importlib.util import find_spec  # used when the first icon is drawn, not at the start

    found = find_spec(_PACKAGE)
    places = found.submodule_search_locations if found else None
    return Path(next(iter(places))) / "fonts" if places else None


class IconFont:
    """The outlines of the glyphs; the font is read when the first is asked for."""

    def __init__(self, folder: Callable[[], Path | None] = fonts_folder) -> None:
        """Remember where the font is; `folder` is asked once."""
        self._folder = folder
        self._font: QRawFont | None = None
        self._characters: dict[str, str] = {}
        self._outlines: dict[str, QPainterPath] = {}

    def outline(self, name: str) -> QPainterPath:
        """Return a glyph by the program's name, in a square from -½ to ½; empty when missing."""
        if name not in self._outlines:
            self._outlines[name] = self._made(name)
        return self._outlines[name]

    def _made(self, name: str) -> QPainterPath:
        font = self._loaded()
        code = self._characters.get(GLYPHS.get(name, ""))
        if code is None or not font.isValid():
            _log.warning("no icon for %s", name)
            return QPainterPath()
        glyph = font.glyphIndexesForString(chr(int(code, 16)))[0]
        wide = font.advancesForGlyphIndexes([glyph])[0].x()
        middle = QPointF(-wide / 2, (font.ascent() - font.descent()) / 2)
        small = QTransform.fromScale(1 / _EM, 1 / _EM).translate(middle.x(), middle.y())
        return small.map(font.pathForGlyph(glyph))

    def _loaded(self) -> QRawFont:
        if self._font is None:
            self._font = self._read()
        return self._font

    def _read(self) -> QRawFont:
        folder = self._folder() or Path()
        font = next(folder.glob(_FONT), None)
        characters = next(folder.glob(_CHARACTERS), None)
        if font is None or characters is None:
            _log.warning("the icon fonts are missing")
            return QRawFont()
        import json

        self._characters = json.loads(characters.read_text(encoding="utf-8"))
        return QRawFont(str(font), _EM, QFont.HintingPreference.PreferNoHinting)


class GlyphEngine(QIconEngine):
    """Draws one outline, in the colour that holds when it is drawn."""

    def __init__(self, outline: QPainterPath, colour: Colour) -> None:
        """Keep what to draw."""
        super().__init__()
        self._outline = outline
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Fill the outline in the middle of the rectangle."""
        side = min(rect.width(), rect.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.x() + rect.width() / 2, rect.y() + rect.height() / 2)
        painter.scale(side, side)
        painter.fillPath(self._outline, self._colour(mode))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return a picture of the size, with nothing behind the outline."""
        made = QPixmap(size)
        if made.isNull():  # asked for in no size at all
            return made
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        """Return another that draws the same."""
        return GlyphEngine(self._outline, self._colour)
