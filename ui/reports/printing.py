"""The pages of a report's PDF on paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from nvworkshop.session.reporting import Report
from ui.widgets.print_preview import open_preview

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog


def pictures(report: Report) -> list[QImage]:
    """Return the pages of a report, in few colours to save memory; callable from any thread."""
    few = QImage.Format.Format_Indexed8
    return [QImage.fromData(page).convertToFormat(few) for page in report.pages()]


def preview(title: str, pages: Sequence[QImage], parent: QWidget) -> QPrintPreviewDialog:
    """Open the preview of pages; return it."""
    dialog = open_preview(
        title, lambda printer: draw(pages, printer), parent, landscape=False, margin=0
    )
    dialog.open()
    return dialog


def draw(pages: Sequence[QImage], printer: QPrinter) -> None:
    """Draw each page as large as the paper; its margins are in it."""
    painter = QPainter(printer)
    if not painter.isActive():
        return
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    paper = QRectF(printer.paperRect(printer.Unit.DevicePixel))
    for number, page in enumerate(_wanted(pages, printer)):
        if number:
            printer.newPage()
        painter.drawImage(paper, page)
    painter.end()


def _wanted(pages: Sequence[QImage], printer: QPrinter) -> Sequence[QImage]:
    """Return the pages a person has chosen to print, all when nothing is said."""
    first, last = printer.fromPage(), printer.toPage()
    return pages[first - 1 : last] if first else pages
