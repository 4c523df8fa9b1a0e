"""Handing a file or a folder to the system."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_place(place: Path) -> bool:
    """Open a file or a folder in the system's own program; tell whether there was one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
