"""The window's part of `nvworkshop --selftest`: every place and a dialog of each kind is drawn."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from ui.screenshots import platform


@contextmanager
def application() -> Iterator[None]:
    """Start Qt on a screen that nobody sees, for as long as it is used."""
    os.environ["QT_QPA_PLATFORM"] = platform()
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication(["nvworkshop", "-style", "Fusion"])
    app.setApplicationName("NV Workshop")
    yield
    del app
