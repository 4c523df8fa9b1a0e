"""The pages of a report's PDF on paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPaintEngine, QPainter
from PySide6.QtWidgets import QWidget

from nvworkshop.errors import CancelledError
from nvworkshop.language import said
from nvworkshop.session.reporting import Report
from ui.widgets.print_preview import open_preview

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog


_SEEN = 1_000
"""Pixels across a page that is only looked at: a larger one gets ragged when it is made small."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page to print, and a smaller one to look at before."""

    printed: QImage
    seen: QImage


def pages_of(
    report: Report, *, tell: Callable[[int, int], object], cancelled: Callable[[], bool]
) -> list[Page]:
    """Return the pages of a report; callable from any thread.

    `tell` gets how many are ready, and of how many. Raises CancelledError.
    """
    drawn = report.pages()
    made: list[Page] = []
    for one in drawn:
        if cancelled():
            raise CancelledError(said("Avbrutet. Inget skrivs ut."))
        tell(len(made), len(drawn))
        made.append(_page(QImage.fromData(one)))
    return made


def _page(whole: QImage) -> Page:
    seen = whole.scaledToWidth(_SEEN, Qt.TransformationMode.SmoothTransformation)
    return Page(whole.convertToFormat(QImage.Format.Format_RGB16), seen)  # half the memory


def preview(title: str, pages: Sequence[Page], parent: QWidget) -> QPrintPreviewDialog:
    """Open the preview of pages; return it."""
    dialog = open_preview(
        title, lambda printer: draw(pages, printer), parent, landscape=False, margin=0
    )
    dialog.open()
    return dialog


def draw(pages: Sequence[Page], printer: QPrinter) -> None:
    """Draw each page as large as the paper; its margins are in it."""
    painter = QPainter(printer)
    if not painter.isActive():
        return
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    is_preview = painter.paintEngine().type() == QPaintEngine.Type.Picture
    paper = QRectF(printer.paperRect(printer.Unit.DevicePixel))
    for number, page in enumerate(_wanted(pages, printer)):
        if number:
            printer.newPage()
        painter.drawImage(paper, page.seen if is_preview else page.printed)
    painter.end()


def _wanted(pages: Sequence[Page], printer: QPrinter) -> Sequence[Page]:
    """Return the pages a person has chosen to print, all when nothing is said."""
    first, last = printer.fromPage(), printer.toPage()
    return pages[first - 1 : last] if first else pages
