"""The table as it is filtered and grouped, on paper: a preview, and the pages it is drawn on."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QProgressDialog, QWidget

from ui.plan.print_pages import Line, Paper, Placed, paged, shares
from ui.theme.theme import Theme
from ui.widgets.print_preview import open_preview

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

_WRAP = int(Qt.TextFlag.TextWordWrap.value)
_MARGIN = 12.0
"""Millimetres around what is printed."""

_MOST_LINES = 12
_MANY = 400
"""More lines than this are drawn with a way to stop."""

_OFTEN = 40
"""Lines between looks at whether somebody wants to stop."""

_TOKENS = ("ink", "muted", "edge", "hover")
"""Text, text beside, rules and bands."""


def preview(paper: Paper, theme: Theme, parent: QWidget) -> QPrintPreviewDialog:
    """Open the preview of what is printed, A4 lying down; return it."""
    drawer = PageDrawer(paper, theme, parent)
    dialog = open_preview(paper.title, drawer.draw, parent, landscape=True, margin=_MARGIN)
    drawer.setParent(dialog)
    dialog.open()
    return dialog


class PageDrawer(QObject):
    """Draws the pages on a printer."""

    def __init__(self, paper: Paper, theme: Theme, parent: QWidget | None = None) -> None:
        """Remember what to print; colours of groups are the theme's."""
        super().__init__(parent)
        self._paper = paper
        self._theme = theme
        self._over = parent
        self.pages = 0

    def draw(self, printer: QPrinter) -> None:
        """Draw every page; stopped halfway, the rest is left out."""
        painter = QPainter(printer)
        if not painter.isActive():
            return
        going_on = self._progress(self._paper.count)
        size = printer.pageRect(printer.Unit.DevicePixel).size()
        sheet = _Sheet(self._paper, painter, size, self._theme)
        pages = list(sheet.pages(going_on))
        self.pages = len(pages)
        for number, page in enumerate(pages, start=1):
            if number > 1:
                printer.newPage()
            sheet.draw_page(page, number, len(pages))
            if not going_on(len(page)):
                break
        painter.end()

    def _progress(self, lines: int) -> Callable[[int], bool]:
        """Return what is told of each line that is done, and answers whether to go on."""
        if lines < _MANY:
            return lambda _: True
        words = self.tr("Ställer i ordning sidorna…"), self.tr("Avbryt")
        dialog = QProgressDialog(*words, 0, 2 * lines, self._over)
        dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
        done = 0

        def _went(count: int) -> bool:
            nonlocal done
            if done // _OFTEN != (done + count) // _OFTEN:
                dialog.setValue(done + count)  # lets the window live, too
            done += count
            return not dialog.wasCanceled()

        return _went


class _Sheet:
    """One kind of page: its fonts, its columns, and where things stand on it."""

    def __init__(self, paper: Paper, painter: QPainter, size: object, theme: Theme) -> None:
        self.paper = paper
        self.painter = painter
        self.theme = theme
        self.ink, self.grey, self.line, self.band = map(theme.paper_color, _TOKENS)
        self.width, self.height = size.width(), size.height()  # type: ignore[attr-defined]
        dots = painter.device().logicalDpiY()
        self.pad = dots * 0.05
        self.fonts = {name: _font(points, bold=bold) for name, points, bold in _FONTS}
        self.metrics = {
            name: QFontMetricsF(font, painter.device()) for name, font in self.fonts.items()
        }
        self.widths = [share * self.width for share in shares(paper)]
        self.lefts = [0.0, *accumulate(self.widths)]
        self.heading = self._row_height(paper.titles, "bold")
        self.foot = self.metrics["small"].lineSpacing() * 1.8
        self.top = self.metrics["title"].lineSpacing() + self.metrics["body"].lineSpacing() * 2

    def pages(self, going_on: Callable[[int], bool]) -> list[list[Placed]]:
        """Return the lines on their pages; none after it was stopped."""
        room = self.height - self.foot - self.heading
        found = []
        for page in paged(self.paper.lines(), self._height_of, room, room - self.top):
            found.append(page)
            if not going_on(len(page)):
                break
        return found or [[]]

    def draw_page(self, page: list[Placed], number: int, of: int) -> None:
        """Draw heading, lines and foot of a page."""
        top = 0.0
        if number == 1:
            under = self.metrics["title"].lineSpacing()
            whole = QRectF(0, 0, self.width, self.top)
            self._text("title", self.paper.title, whole, self.ink)
            self._text("body", self.paper.under, whole.translated(0, under), self.grey)
            top = self.top
        self._cells("bold", self.paper.titles, top)
        top += self.heading
        self._rule(top)
        for placed in page:
            self._line(placed, top)
        self._draw_foot(number, of)

    def _draw_foot(self, number: int, of: int) -> None:
        y = self.height - self.metrics["small"].lineSpacing()
        said = QCoreApplication.translate("Printing", "Sida {n} av {of}").format(n=number, of=of)
        wide = self.metrics["small"].horizontalAdvance(said)
        room = QRectF(0, y, self.width - 2 * wide, self.foot)
        self._text("small", self.paper.foot, room, self.grey)
        room = QRectF(self.width - wide, y, wide + self.pad, self.foot)
        self._text("small", said, room, self.grey)

    def _line(self, placed: Placed, top: float) -> None:
        y, line = top + placed.top, placed.line
        if line.group:
            band = QRectF(0, y, self.width, placed.height)
            self.painter.fillRect(band, self.band)
            if line.shift:
                colour = self.theme.shift_color(line.shift, paper=True)
                self.painter.fillRect(QRectF(0, y, self.pad, placed.height), colour)
            self._text("bold", line.group, band.translated(2 * self.pad, self.pad), self.ink)
        else:
            self._cells("body", line.cells, y)
        self._rule(y + placed.height)

    def _cells(self, font: str, cells: tuple[str, ...], y: float) -> None:
        height = _MOST_LINES * self.metrics[font].lineSpacing()
        for cell, left, width in zip(cells, self.lefts, self.widths, strict=False):
            room = QRectF(left + self.pad, y + self.pad, width - 2 * self.pad, height)
            self.painter.setFont(self.fonts[font])
            self.painter.setPen(self.ink)
            self.painter.drawText(room, _WRAP, cell)

    def _text(self, font: str, text: str, room: QRectF, ink: QColor) -> None:
        """Draw one line of text at the top of its room."""
        said = self.metrics[font].elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        self.painter.setFont(self.fonts[font])
        self.painter.setPen(ink)
        self.painter.drawText(room, said)

    def _rule(self, y: float) -> None:
        self.painter.fillRect(QRectF(0, y, self.width, self.pad / 6), self.line)

    def _height_of(self, line: Line) -> float:
        if line.group:
            return self.metrics["bold"].lineSpacing() + 2 * self.pad
        return self._row_height(line.cells, "body")

    def _row_height(self, cells: tuple[str, ...], font: str) -> float:
        metrics = self.metrics[font]
        one = metrics.lineSpacing()
        highest = one
        for cell, width in zip(cells, self.widths, strict=False):
            room = width - 2 * self.pad
            if metrics.horizontalAdvance(cell) > room:
                box = QRectF(0, 0, room, 1e6)
                highest = max(highest, metrics.boundingRect(box, _WRAP, cell).height())
        return min(highest, _MOST_LINES * one) + 2 * self.pad


_FONTS = (("title", 16, True), ("bold", 9, True), ("body", 9, False), ("small", 8, False))


def _font(points: int, *, bold: bool) -> QFont:
    font = QFont()
    font.setPointSizeF(points)
    font.setBold(bold)
    return font
