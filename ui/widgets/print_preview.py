"""The preview of something on its way to paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMarginsF, Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog


def open_preview(
    title: str,
    draw: Callable[[QPrinter], object],
    parent: QWidget,
    *,
    landscape: bool,
    margin: float,
) -> QPrintPreviewDialog:
    """Open the preview of A4 pages that `draw` draws, with a margin in millimetres; return it."""
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog  # slow to load

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    way = QPageLayout.Orientation
    printer.setPageOrientation(way.Landscape if landscape else way.Portrait)
    printer.setFullPage(not margin)
    printer.setPageMargins(QMarginsF(*(margin,) * 4), QPageLayout.Unit.Millimeter)
    printer.setDocName(title)
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(QCoreApplication.translate("Printing", "Förhandsgranska utskrift"))
    dialog.resize(parent.window().size() * 0.9)
    dialog.printer_in_use = printer  # type: ignore[attr-defined]  # it must live as long
    dialog.paintRequested.connect(draw)
    return dialog
