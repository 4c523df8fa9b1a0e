"""The pages of a report's PDF on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui.widgets.print_preview import open_preview

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog


def preview(title: str, pages: tuple[bytes, ...], parent: QWidget) -> QPrintPreviewDialog:
    """Open the preview of pages drawn as SVG; return it."""
    dialog = open_preview(
        title, lambda printer: draw(pages, printer), parent, landscape=False, margin=0
    )
    dialog.open()
    return dialog


def draw(pages: tuple[bytes, ...], printer: QPrinter) -> None:
    """Draw each page as large as the paper; its margins are in it."""
    from PySide6.QtSvg import QSvgRenderer  # slow to load

    painter = QPainter(printer)
    if not painter.isActive():
        return
    paper = QRectF(printer.paperRect(printer.Unit.DevicePixel))
    for number, page in enumerate(_wanted(pages, printer)):
        if number:
            printer.newPage()
        QSvgRenderer(QByteArray(page)).render(painter, paper)
    painter.end()


def _wanted(pages: tuple[bytes, ...], printer: QPrinter) -> tuple[bytes, ...]:
    """Return the pages a person has chosen to print, all when nothing is said."""
    first, last = printer.fromPage(), printer.toPage()
    return pages[first - 1 : last] if first else pages
