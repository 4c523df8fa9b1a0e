"""How long the window is busy at a time, with a table of 10,000 actions: p50 and p95.

Every event the window handles is timed, whatever it leads to; an operation counts as its longest
event. Python, Qt and the thread that writes the plan share the processors as they do in use.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow

from nvworkshop.model.kinds import KINDS
from nvworkshop.model.labels import options
from nvworkshop.session import sessions
from nvworkshop.session.session import Session
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.strategy import load_shipped
from tests.benchmarks.busy import TimedApplication, head, show, surroundings
from ui.actions import PLAN, WRITE, Actions
from ui.collecting import Collector
from ui.desk import Desk
from ui.plan.arrangement import Filter, Sort
from ui.plan.page import PlanPage
from ui.settings import Settings
from ui.theme.theme import Theme

ROWS, ROUNDS, OPENINGS = 10_000, 20, 5
_WORDS = (
    "mobilt",
    "team",
    "hemsjukvård",
    "kommun",
    "region",
    "samordning",
    "digital",
    "provtagning",
    "anhörig",
    "tidig",
    "egenvård",
    "uppföljning",
    "psykisk",
    "hälsa",
    "äldre",
    "barn",
    "skola",
    "rörelse",
    "kontinuitet",
    "läkemedel",
    "glesbygd",
    "sjukresor",
)
_SEARCHES = ("m", "mo", "mob", "mob s", "mob sa", "mob", "")
_STRATEGY = load_shipped("norrbotten")


def build(folder: Path) -> Path:
    """Make a plan file of ROWS actions."""
    place, random = folder / "stor.nvplan", Random(1)
    around = Surroundings(device="arbetsdator", home=lambda: folder)
    session = sessions.create(place, county_part="sodra", surroundings=around)
    new = [("action", f"{n:032x}", said_of(random, n)) for n in range(ROWS)]
    session.add_many("Många", new)
    session.publish()
    session.close()
    return place


def said_of(random: Random, number: int) -> Mapping[str, Any]:
    day = f"{random.randint(2026, 2029)}-{random.randint(1, 12):02}-15"
    values = {
        "number": number + 1,
        "title": _text(random, 3, 9),
        "description": _text(random, 15, 40),
        "goal": _text(random, 5, 12),
        "indicator": _text(random, 2, 6),
        "function": _text(random, 1, 3),
        "resources": _text(random, 2, 6),
        "end": {"said": day, "first": day, "last": day},
        "municipalities": [_option(random, "municipalities")],
    }
    chosen = ("shift", "principal", "status", "flow")
    values |= {name: _option(random, name) for name in chosen if random.random() < 0.9}
    return values


def _text(random: Random, least: int, most: int) -> str:
    return " ".join(random.choices(_WORDS, k=random.randint(least, most))).capitalize()


def _option(random: Random, name: str) -> str:
    field = KINDS["action"].field(name)
    assert field is not None
    return random.choice(options(field, _STRATEGY))[0]


class Bench:
    """One page on a plan, and what people do to it."""

    def __init__(
        self, app: TimedApplication, place: Path, folder: Path, collector: Collector
    ) -> None:
        self.app = app
        self.collector = collector
        folder.mkdir()
        settings = Settings(folder / "settings.json")
        theme = Theme(settings)
        self.actions = Actions(theme)
        self.actions.hold((PLAN, WRITE), (PLAN, WRITE))
        self.desk = Desk(place, Surroundings(device="skärm", home=lambda: folder))
        self.window = QMainWindow()
        self.window.resize(1280, 720)
        self.page = PlanPage(self.desk, self.actions, theme, settings, self.window)
        self.window.setCentralWidget(self.page)
        self.desk.opened.connect(collector.set_aside)
        self.window.show()

    def open(self) -> float:
        """Return the longest event while the plan is opened."""
        self.app.longest = 0.0
        self.desk.open()
        while not self.page.sheet.rows:
            self.app.processEvents()
        return max(self.app.longest * 1000, self.app.busy(lambda: None, 1.5))

    def close(self) -> None:
        """Write the plan and let go of the window."""
        closed: list[object] = []
        self.desk.closed.connect(closed.append)
        self.desk.finish()
        while not closed:
            self.app.processEvents()
        self.window.deleteLater()
        self.collector.take_back()

    def measured(self) -> Iterator[tuple[str, list[float]]]:
        busy, page, view = self.app.busy, self.page, self.page.sheet.view
        bar = view.verticalScrollBar()
        steps = [bar.maximum() * n // 40 for n in range(40)]
        yield "scroll, far", [busy(partial(bar.setValue, at), 0.02) for at in steps]
        yield (
            "scroll, by wheel",
            [busy(partial(bar.setValue, bar.maximum() // 2 + 60 * n), 0.02) for n in range(60)],
        )
        view.scrollToTop()
        yield "arrow down", [busy(lambda: QTest.keyClick(view, Qt.Key.Key_Down)) for _ in range(20)]
        searches = _SEARCHES * 3
        yield "search, a letter", [busy(partial(page.search, text)) for text in searches]
        chosen = (
            Filter().choosing("status", ("done",)),
            Filter().choosing("principal", ("region",)),
        )
        wanted = (*chosen, Filter(missing=True), Filter()) * 4
        yield "filter chip", [busy(partial(page.sheet.filter_by, one)) for one in wanted]
        sorts = (Sort("title"), Sort("title", descending=True), Sort("end"), Sort("status"), Sort())
        yield "sort", [busy(partial(page.sheet.sort_by, one)) for one in sorts * 4]
        groups = ("principal", "status", "municipalities", "flow", "", "shift")
        yield "group", [busy(partial(page.sheet.group_by, one)) for one in groups * 3]
        yield "fold a group", [self._fold(n % 2 == 0) for n in range(ROUNDS)]
        yield "edit a cell", [self._edit({"title": f"Ny rubrik {n}"}) for n in range(ROUNDS)]
        moved = ("R1", "R2", "R3", "R4")
        yield "edit, to another group", [self._edit({"shift": moved[n % 4]}) for n in range(ROUNDS)]
        yield "undo", [self._undo() for _ in range(ROUNDS)]
        page.sheet.sort_by(Sort("title"))
        yield "edit, sorted by it", [self._edit({"title": f"Bra {n}"}) for n in range(ROUNDS)]

    def _fold(self, collapse: bool) -> float:
        sheet = self.page.sheet
        return self.app.busy(lambda: sheet.fold("shift:R2", collapse))

    def _edit(self, values: Mapping[str, object]) -> float:
        view = self.page.sheet.view
        view.step(1)
        self.app.busy(lambda: None, 0.3)
        entity = view.selected_ids()[0]

        def _change(session: Session) -> Any:
            return session.set(entity, values)

        return self.app.busy(lambda: self.desk.edit(_change), 0.5)

    def _undo(self) -> float:
        return self.app.busy(self.desk.undo, 0.5)


def _timed_opening(app: TimedApplication, place: Path, home: Path, collector: Collector) -> float:
    """Open the plan on a computer that has not seen it, and close it."""
    bench = Bench(app, place, home, collector)
    took = bench.open()
    bench.close()
    return took


def main() -> int:
    app = TimedApplication(sys.argv[:1])
    collector = Collector(app)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        place = build(folder)
        head("busy at a time, ms")
        took = [
            _timed_opening(app, place, folder / f"home {n}", collector) for n in range(OPENINGS)
        ]
        bench = Bench(app, place, folder / "home", collector)
        met = [show("open", [*took, bench.open()])]
        met += [show(*one) for one in bench.measured()]
        bench.close()
        collector.release()
    surroundings()
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
