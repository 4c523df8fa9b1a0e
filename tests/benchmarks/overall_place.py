"""How long the window is busy at a time with the overall plan of 14 plans and 1,000 actions.

Every event the window handles is timed, whatever it leads to; an operation counts as its longest
event. `asked` is what a look takes in the plan's own thread. With --cpu the window's thread alone
is timed, not what it waits for: for a computer that others use meanwhile.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow

from nvworkshop.session import sessions
from nvworkshop.session.session import NewThing
from nvworkshop.session.surroundings import Surroundings
from tests.benchmarks.busy import TimedApplication, head, show, surroundings
from tests.benchmarks.plan_table import said_of
from tests.reports.plans import NORRBOTTEN, full_action
from ui.collecting import Collector
from ui.desk import Desk
from ui.overall.bar import COUNTY, DECISIONS, PRINCIPALS, SHIFTS
from ui.overall.page import OverallPage
from ui.settings import Settings
from ui.theme.theme import Theme
from ui.window.choosing import Choosing

ROWS, ROUNDS = 1_000, 10
_WAYS = (SHIFTS, PRINCIPALS, DECISIONS)


def build(folder: Path, rows: int = ROWS) -> Path:
    """Make a county's plan with that many full actions, a tenth of them gathered."""
    place = folder / "länet.nvplan"
    session = sessions.create(place, surroundings=Surroundings(home=lambda: folder))
    random = Random(1)
    parts = [one.id for one in NORRBOTTEN.county_parts]
    new: list[NewThing] = [
        ("plan", part, {"title": part, "level": "local", "county_part": part}) for part in parts
    ]
    for n in range(rows):
        values = {**full_action(n, parts[n % len(parts)]).values, **said_of(random, n)}
        new.append(("action", f"a{n}", values | {"plan": parts[n % len(parts)]}))
    for n in range(0, rows, 20):
        new.append(("joint_action", f"j{n}", {"title": f"Gemensam {n}", "shift": "R3"}))
        pair = ({"joint_action": f"j{n}", "action": f"a{one}"} for one in (n, n + 1))
        new += [("link", f"l{values['action']}", values) for values in pair]
    session.add_many("Bygg", new)
    session.publish()
    session.close()
    return place


class Bench:
    """One page on a plan, and what people do to it."""

    def __init__(self, app: TimedApplication, place: Path, folder: Path) -> None:
        self.app = app
        settings = Settings(folder / "settings.json")
        theme = Theme(settings)
        self.desk = Desk(place, Surroundings(device="skärm", home=lambda: folder / "home"))
        self.window = QMainWindow()
        self.window.resize(1280, 720)
        self.page = OverallPage(self.desk, theme, Choosing(settings), self.window)
        self.window.setCentralWidget(self.page)
        self.window.show()

    def until(self, true: Callable[[], object]) -> float:
        """Let the window work until something holds; return the longest event."""
        self.app.longest = 0.0
        while not true():
            self.app.processEvents()
            time.sleep(0.001)
        return self.app.longest * 1000

    def settled(self) -> bool:
        page = self.page
        return not (page._asked or page._stale or page._soon.isActive())

    def busy(self, do: Callable[[], object]) -> float:
        """Return the longest event of what is done, and of all that it leads to."""
        longest = self.app.busy(do, 0.02)
        return max(longest, self.until(self.settled), self.app.busy(lambda: None, 0.1))

    def open(self) -> float:
        self.desk.open()
        longest = self.until(lambda: self.page._seen is not None)
        return max(longest, self.app.busy(lambda: None, 1.0))

    def measured(self) -> Iterator[tuple[str, list[float]]]:
        page, tree = self.page, self.page.tree
        for way in _WAYS:
            yield f"see: {way}", [self._seen(way) for _ in range(ROUNDS)]
        page.show_way(SHIFTS)
        self.until(self.settled)
        yield "arrow down", [self.busy(lambda: _press(page, Qt.Key.Key_Down)) for _ in range(20)]
        bar = tree.verticalScrollBar()
        steps = [bar.maximum() * n // 20 for n in range(20)]
        yield "scroll, far", [self.busy(lambda at=at: bar.setValue(at)) for at in steps]  # type: ignore[misc]
        yield "choose a row", [self._choose() for _ in range(ROUNDS)]
        yield "undo", [self.busy(self.desk.undo) for _ in range(ROUNDS)]
        words = ("g", "ge", "gemensam", "region skola", "") * 3
        yield "filter, a word", [self.busy(lambda w=w: page.bar.filter.setText(w)) for w in words]  # type: ignore[misc]
        yield "fold all", [self.busy(lambda: tree.fold_all(folded=True)) for _ in range(3)]
        yield "unfold all", [self.busy(lambda: tree.fold_all(folded=False)) for _ in range(3)]
        yield "the whole county", [self._county()]

    def _seen(self, way: str) -> float:
        self.page.show_way(SHIFTS if way != SHIFTS else DECISIONS)
        self.until(self.settled)
        return self.busy(lambda: self.page.show_way(way))

    def _choose(self) -> float:
        page = self.page
        longest = self.busy(lambda: page.tree.handled.emit("kept_local"))
        self.until(lambda: page.reason.is_asking)
        return max(longest, self.busy(page.reason.leave))

    def _county(self) -> float:
        """Return the longest event from asking till everything is compared."""
        began = time.perf_counter()
        told: list[bool] = []
        self.page._overlaps.found.connect(lambda _, busy: told.append(busy))
        longest = self.busy(lambda: self.page.show_way(COUNTY))
        longest = max(longest, self.until(lambda: told and not told[-1]))
        print(f"{'compared in':26}{time.perf_counter() - began:8.1f} s")
        return max(longest, self.app.busy(lambda: None, 0.2))

    def close(self) -> None:
        closed: list[object] = []
        self.desk.closed.connect(closed.append)
        self.page.close_place()
        self.desk.finish()
        while not closed:
            self.app.processEvents()
        self.window.deleteLater()


def _press(page: OverallPage, key: Qt.Key) -> Any:
    QTest.keyClick(page.tree, key)


def main() -> int:
    app = TimedApplication(sys.argv[:1])
    if "--cpu" in sys.argv:
        TimedApplication.clock = staticmethod(time.thread_time)
    collector = Collector(app)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bench = Bench(app, build(folder), folder)
        head("busy at a time, ms")
        met = [show("open", [bench.open()])]
        asked: list[float] = []
        began = time.perf_counter()
        bench.desk.ask(_timed_look, asked.append)
        bench.until(lambda: asked)
        print(f"{'asked':26}{asked[0]:8.1f} ms, {time.perf_counter() - began:.2f} s in all")
        met += [show(*one) for one in bench.measured()]
        bench.close()
        collector.release()
    surroundings()
    return 0 if all(met) else 1


def _timed_look(view: Any) -> float:
    from ui.overall.seeing import look

    began = time.perf_counter()
    look((SHIFTS, None), view)
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    sys.exit(main())
