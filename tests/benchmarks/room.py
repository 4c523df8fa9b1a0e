"""How long the window is busy while a workshop is led, and how soon what is typed is seen.

1,000 ideas and 500 actions; the room's window is open beside. See busy for how an event is timed.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow

from nvworkshop.session import sessions, workshops
from nvworkshop.session.session import NewThing, Session
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.workshops import Planned
from nvworkshop.workshop.content import Cards
from nvworkshop.workshop.ideas import idea_values
from nvworkshop.workshop.steps import TAKES_IDEAS, StepType
from tests.benchmarks.busy import TimedApplication, head, show, surroundings
from ui.actions import PLAN, ROOM, STEP, WRITE, Actions
from ui.collecting import Collector
from ui.desk import Desk
from ui.settings import Settings
from ui.theme.theme import Theme
from ui.workshop.capture_step import CaptureStep
from ui.workshop.leading import Leading
from ui.workshop.projecting import Projecting
from ui.workshop.room import Room

IDEAS, ACTIONS, ROUNDS = 1_000, 500, 40
SEEN = 150.0
"""Milliseconds from Enter until the idea is kept and seen in both windows, at p95."""

_PARTIES = ("2581", "2506", "2505", "2560", "region", "skola_elevhalsa", "polisen")
_WORDS = ("samordning", "kommun", "region", "anhörig", "uppföljning", "skola", "rehab", "digital")
_TYPED = "Ring upp dagen efter hemgang"


def build(folder: Path) -> Path:
    """Make a plan file of a workshop with IDEAS ideas, half of them in one step, and ACTIONS."""
    place, random = folder / "rum.nvplan", Random(1)
    around = Surroundings(device="arbetsdator", home=lambda: folder)
    session = sessions.create(place, county_part="sodra", surroundings=around)
    planned = Planned("half_day", date="2027-05-14", parties=_PARTIES)
    workshop = workshops.make(session, planned).entity
    session.add_many("Många", list(_things(session, workshop, random)))
    session.publish()
    session.close()
    return place


def _things(session: Session, workshop: str, random: Random) -> Iterator[NewThing]:
    steps = [one for one in workshops.agenda(session.thing(workshop)) if one.type in TAKES_IDEAS]
    shift = next(one for one in steps if one.type is StepType.SHIFT)
    for n in range(IDEAS):
        step = shift if n % 2 else random.choice(steps)
        who = random.sample(_PARTIES, n % 3)
        values: dict[str, Any] = idea_values(_text(random), step, workshop, who)
        yield "idea", f"{n:031x}f", {**values, "number": n + 1, "votes": n % 7 or None}
    for n in range(ACTIONS):
        yield "action", f"{n:031x}a", {**_action(random, n), "ideas": [f"{n:031x}f"]}


def _text(random: Random) -> str:
    return " ".join(random.choices(_WORDS, k=random.randint(4, 14))).capitalize()


def _action(random: Random, number: int) -> Mapping[str, Any]:
    day = f"2028-{random.randint(1, 12):02}-15"
    return {
        "number": number + 1,
        "title": _text(random),
        "shift": random.choice(("R1", "R2", "R3", "R4")),
        "principal": random.choice(("2581", "2506", "region")),
        "function": "enhetschef" if number % 3 else "",
        "end": {"said": day, "first": day, "last": day},
    }


class Painted(QObject):
    """Notes when both windows are asked to paint an idea."""

    def __init__(self, capture: CaptureStep, projecting: Projecting) -> None:
        super().__init__()
        self._capture, self._projecting = capture, projecting
        self.wanted, self.seen = "", set[str]()
        self._list = capture.list.viewport()
        window = projecting.window
        assert window is not None
        self._canvas = window.canvas
        for one in (self._list, self._canvas):
            one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's own name)
        if event.type() == QEvent.Type.Paint:
            if watched is self._list and self.wanted in self._listed:
                self.seen.add("list")
            if watched is self._canvas and self.wanted in self._shown:
                self.seen.add("room")
        return False

    @property
    def _listed(self) -> list[str]:
        return [one.text for one in self._capture.list.ideas.rows[:3]]

    @property
    def _shown(self) -> list[str]:
        content = self._canvas.content
        cards = content.body.cards if content and isinstance(content.body, Cards) else ()
        return [one.text for one in cards[:3]]


class Bench:
    """The recorder's view and the room's window on one plan."""

    def __init__(
        self, app: TimedApplication, place: Path, home: Path, collector: Collector
    ) -> None:
        self.app = app
        settings = Settings(home / "settings.json")
        theme = Theme(settings)
        actions = Actions(theme)
        actions.hold((PLAN, WRITE, ROOM, STEP), ())
        self.desk = Desk(place, Surroundings(device="skärm", home=lambda: home))
        self.desk.opened.connect(collector.set_aside)
        self.desk.open()
        while not self.desk.rows["workshop"]:
            app.processEvents()
        self.window = QMainWindow()
        self.room = Room(self.desk, next(iter(self.desk.rows["workshop"])), self.window)
        self.leading = Leading(self.room, actions, theme, self.window)
        self.projecting = Projecting(self.room, theme, settings, self.leading)
        self.window.setCentralWidget(self.leading)
        self.window.resize(1280, 720)
        self.window.show()
        self.window.activateWindow()
        self.room.begin()
        self.leading.open()
        self.projecting.toggle()
        self.busy = app.busy
        self.busy(lambda: None, 1.5)

    @property
    def capture(self) -> CaptureStep:
        assert isinstance(self.leading.view, CaptureStep)
        return self.leading.view

    def go(self, step: str) -> float:
        """Go to a step; return how long the window was busy."""
        return self.busy(partial(self.room.go, step), 0.4)

    def measured(self) -> Iterator[tuple[str, list[float]]]:
        self.go("shift-R1")
        yield "a key in the line", [self._key() for _ in range(ROUNDS)]
        self.capture.line.clear()
        press = partial(QTest.keyClick, self.capture.line, Qt.Key.Key_Down)
        yield "choose, down", [self.busy(press) for _ in range(ROUNDS)]
        self.capture.list.choose("")
        yield "a second of the clock", [self.busy(self.room.ticked.emit) for _ in range(ROUNDS)]
        steps = ("shift-R2", "welcome", "shift-R1", "actions", "shift-R1") * 4
        self.go("check")
        self.go("read_back")
        yield "another step", [self.go(one) for one in steps]
        yield "to the check", [self.go(one) for one in ("check", "shift-R1") * 6][::2]
        yield "read back", [self.go(one) for one in ("read_back", "shift-R1") * 6][::2]

    def _key(self) -> float:
        return self.busy(partial(QTest.keyClick, self.capture.line, Qt.Key.Key_A), 0.05)

    def captured(self, step: str) -> tuple[list[float], list[float]]:
        """Return how long the window was busy for each idea, and how long until it was seen."""
        self.go(step)
        painted = Painted(self.capture, self.projecting)
        times = [self._capture(painted, f"{_TYPED} {n} {step}") for n in range(ROUNDS)]
        return [one for one, _ in times], [one for _, one in times]

    def _capture(self, painted: Painted, text: str) -> tuple[float, float]:
        self.capture.line.take(text)
        self.busy(lambda: None, 0.3)
        painted.wanted = text
        painted.seen.clear()
        self.app.longest = 0.0
        began = time.perf_counter()
        QTest.keyClick(self.capture.line, Qt.Key.Key_Return)
        while painted.seen != {"list", "room"} and time.perf_counter() < began + 5:
            self.app.processEvents()
        seen = (time.perf_counter() - began) * 1000
        longest = self.app.longest
        return max(longest * 1000, self.busy(lambda: None, 0.8)), seen

    def close(self) -> None:
        """Write the plan and let go of the windows."""
        self.projecting.close()
        self.room.close()
        closed: list[object] = []
        self.desk.closed.connect(closed.append)
        self.desk.finish()
        while not closed:
            self.app.processEvents()
        self.window.close()


def main() -> int:
    app = TimedApplication(sys.argv[:1])
    collector = Collector(app)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        place = build(folder)
        (folder / "home").mkdir()
        bench = Bench(app, place, folder / "home", collector)
        head("busy at a time, ms")
        met = [show(*one) for one in bench.measured()]
        busy, seen = bench.captured("shift-R1")
        met.append(show("an idea kept", busy))
        head("from Enter, ms", SEEN)
        met.append(show("kept and seen, both", seen, SEEN))
        bench.close()
        collector.release()
    surroundings()
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
