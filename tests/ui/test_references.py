from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot


class _Bell(QObject):
    rung = Signal()


def test_emitting_a_signal_loses_no_reference_to_true(qtbot: QtBot) -> None:
    """A version of PySide that does so ends the program after some hundred signals."""
    bell = _Bell()
    before = sys.getrefcount(True)
    for _ in range(200):
        bell.rung.emit()
    assert abs(sys.getrefcount(True) - before) < 50
