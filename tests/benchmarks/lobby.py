"""How long the window is busy where workshops are chosen: twelve of them, and 1,000 ideas.

See busy for how an event is timed.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QMainWindow

from nvworkshop.session import workshops
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import open_plan
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.workshops import Planned
from tests.benchmarks.busy import TimedApplication, head, show, surroundings
from tests.benchmarks.room import build
from ui.collecting import Collector
from ui.desk import Desk
from ui.settings import Settings
from ui.theme.theme import Theme
from ui.workshop.lobby import Lobby

WORKSHOPS, ROUNDS = 12, 20


def add_workshops(place: Path) -> None:
    """Put workshops into the plan beside the one with ideas, as two years have."""
    session = open_plan(place, surroundings=Surroundings(home=lambda: place.parent))
    for n in range(1, WORKSHOPS):
        workshops.make(session, Planned("half_day", date=f"2027-{n:02}-14", title=f"Workshop {n}"))
    session.publish()
    session.close()


def said(workshop: str, n: int, session: Session) -> Outcome:
    return session.add("idea", {"title": f"Förslag {n}", "workshop": workshop})


def moved(workshop: str, n: int, session: Session) -> Outcome:
    return session.set(workshop, {"place": f"Folkets Hus, sal {n}"})


class Bench:
    """The lobby of a plan in a window of its own."""

    def __init__(self, app: TimedApplication, place: Path, home: Path) -> None:
        self.app = app
        self.desk = Desk(place, Surroundings(device="skärm", home=lambda: home))
        self.desk.open()
        while not self.desk.rows["workshop"]:
            app.processEvents()
        self.window = QMainWindow()
        self.window.resize(1280, 720)
        self.window.show()
        self.theme = Theme(Settings(home / "settings.json"))
        self.lobby = Lobby(self.desk, self.theme, self.window)
        self.window.setCentralWidget(self.lobby)

    def measured(self) -> Iterator[tuple[str, list[float]]]:
        busy, first = self.app.busy, next(iter(self.desk.rows["workshop"]))
        yield "seen for the first time", [busy(self.lobby.focus, 0.5)]
        yield "seen again", [self._again() for _ in range(ROUNDS)]
        for name, change in (("an idea more", said), ("a workshop changed", moved)):
            edits = (partial(change, first, n) for n in range(ROUNDS))
            yield name, [busy(partial(self.desk.edit, one), 0.5) for one in edits]

    def _again(self) -> float:
        self.app.busy(self.lobby.hide)
        return self.app.busy(self.lobby.show)

    def close(self) -> None:
        """Write the plan and let go of the window."""
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
        add_workshops(place)
        (folder / "home").mkdir()
        bench = Bench(app, place, folder / "home")
        head("busy at a time, ms")
        met = [show(*one) for one in bench.measured()]
        bench.close()
        collector.release()
    surroundings()
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
