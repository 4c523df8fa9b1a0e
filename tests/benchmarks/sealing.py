"""How long the window stands still while a copy is locked and unlocked with a password.

The gap is between two ticks of a timer in the window's thread, since what stands in its way is
another thread.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.session.carried import copied, unsealed
from nvworkshop.session.sessions import open_plan
from nvworkshop.session.surroundings import Surroundings
from tests.benchmarks.busy import surroundings
from ui.background import Worker

_TICK = 5
_WORD = "snö på fjället i maj"


class Gaps:
    """The longest time between two ticks, in milliseconds."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(interval=_TICK)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, (now - self._last) * 1000)
        self._last = now


def measured(name: str, work: Callable[[], object]) -> None:
    done: list[object] = []
    worker, gaps, began = Worker("measured"), Gaps(), time.perf_counter()
    worker.do(work, done.append, done.append)
    while not done:
        QApplication.processEvents()
        time.sleep(0.001)
    took = time.perf_counter() - began
    print(f"{name:12} longest gap {gaps.longest:8.0f} ms of {took:5.1f} s")
    worker.stop()


def main() -> None:
    """Lock and unlock a copy of a sample plan."""
    app = QApplication([])
    folder = Path(tempfile.mkdtemp())
    place = Path(shutil.copy(SAMPLE_PLANS / "sodra.nvplan", folder / "plan.nvplan"))
    session = open_plan(place, surroundings=Surroundings(home=lambda: folder))
    copy, sealed, out = copied(session), folder / "kopia.nvplan.age", folder / "ut.nvplan"
    surroundings()
    for _ in range(3):
        measured("locking", lambda: copied(session).carry(sealed, password=_WORD))
        measured("unlocking", lambda: unsealed(sealed, out, _WORD))
        sealed.unlink()
        out.unlink()
    copy.store().close()
    session.close()
    shutil.rmtree(folder)
    app.quit()


if __name__ == "__main__":
    main()
