"""From starting Python to the first paint of the window, against a bare PySide6 window."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measure import Result, compare, run, show

GOAL = 1.5
ROUNDS = 15

_BARE = """
import os
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        os._exit(0)

app = QApplication([])
window = Window()
window.resize(1280, 720)
window.show()
app.exec()
"""
_OURS = """
import gc, os
gc.disable()  # as the door to the window does
from ui.window import main_window

class Window(main_window.MainWindow):
    def paintEvent(self, event):
        os._exit(0)

main_window.MainWindow = Window
from ui import app
app.run()
"""


def start(code: str, folder: Path) -> None:
    """Start it; with its modules compiled, as they are when it is installed."""
    ours = {"QT_QPA_PLATFORM": "offscreen", "NVWORKSHOP_HOME": str(folder / "home")}
    environment = {**os.environ, **ours}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)


def measured(folder: Path) -> Iterator[Result]:
    start(_OURS, folder)
    yield compare(
        "first paint / bare PySide6 window",
        lambda: start(_OURS, folder),
        lambda: start(_BARE, folder),
        goal=GOAL,
        rounds=ROUNDS,
    )


if __name__ == "__main__":
    show(run(measured))
