"""How long the window is busy at a time: every event is timed, whatever it leads to."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

GOAL = 50.0
"""Milliseconds, at p95."""


class TimedApplication(QApplication):
    """Times each event that comes when no other is being handled."""

    longest = 0.0
    depth = 0
    clock: Callable[[], float] = staticmethod(time.perf_counter)

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        if self.depth:
            return super().notify(receiver, event)
        self.depth = 1
        began = self.clock()
        try:
            return super().notify(receiver, event)
        finally:
            self.depth = 0
            self.longest = max(self.longest, self.clock() - began)

    def busy(self, do: Callable[[], object], settle: float = 0.12) -> float:
        """Return the milliseconds of the longest event that `do`, itself one, led to."""
        began = self.clock()
        do()
        self.longest = self.clock() - began
        until = time.perf_counter() + settle
        while time.perf_counter() < until:
            self.processEvents()
        return self.longest * 1000


def head(title: str, goal: float = GOAL) -> None:
    """Print the heads of the columns."""
    print(f"{title:26}{'p50':>8}{'p95':>8}{'most':>8}{'n':>6}   goal {goal:g}")


def show(name: str, times: list[float], goal: float = GOAL) -> bool:
    """Print a line; tell whether the goal was met."""
    ordered = sorted(times)
    p50, p95 = ordered[len(ordered) // 2], ordered[min(len(ordered) - 1, len(ordered) * 95 // 100)]
    missed = "" if p95 <= goal else "  MISSED"
    print(f"{name:26}{p50:8.1f}{p95:8.1f}{ordered[-1]:8.1f}{len(times):6}{missed}")
    return not missed


def surroundings() -> None:
    """Print what it was measured on."""
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    print(f"Python {platform.python_version()}, {os.cpu_count()} processors, load {load}")
