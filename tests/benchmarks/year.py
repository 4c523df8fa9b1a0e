"""A year of a county in one plan file: a hundred workshops, and the desk between them.

`python -m tests.benchmarks.year [WORKSHOPS [FILE]]`; FILE is where the plan is kept.

Everything is written one thing at a time by the session, as the room and the desk write it: ideas
as they are said, votes, places in the matrix, actions field by field, where the group is, and a
follow-up of all that was decided every 25th workshop. What it takes is told on the way, beside
plain sqlite3 with the same file; processor time, so that a busy machine tells the same.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from nvworkshop.model.kinds import KINDS
from nvworkshop.model.things import Thing
from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.session import following_up, ideas, sessions, workshops
from nvworkshop.session.export import export
from nvworkshop.session.files import view_of
from nvworkshop.session.minutes import minutes_of
from nvworkshop.session.standing import standing_of
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.workshops import Planned
from nvworkshop.workshop.clock import Progress
from nvworkshop.workshop.following import Occasion
from nvworkshop.workshop.steps import Agenda
from tests.benchmarks.measure import peak
from tests.reports.plans import full_action

WORKSHOPS, IDEAS, ACTIONS, EDITS, FOLLOWED = 100, 40, 6, 20, 25
_BEGAN = datetime(2026, 1, 12, 8, tzinfo=UTC)
_HEAD = (
    *("workshops", "things", "changes", "file MiB", "edit p50 p95 ms", "bare edit ms"),
    *("open ms", "bare ms", "save ms", "minutes ms", "figures ms", "Excel ms", "peak MiB"),
)


@dataclass
class Clock:
    """Goes on a little each time somebody looks at it."""

    at: datetime = _BEGAN

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=20)
        return self.at


@dataclass
class Year:
    """The plan of the year, and how long each edit took (seconds of processor time)."""

    folder: Path
    clock: Clock = field(default_factory=Clock)
    edits: list[float] = field(default_factory=list)
    saves: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        home = self.folder / "home"
        self.around = Surroundings(device="skärm", home=lambda: home, now=self.clock)
        self.place = self.folder / "länet.nvplan"
        self.session = sessions.create(self.place, surroundings=self.around, county_part="ostra")

    def go_on(self, until: int, done: int) -> None:
        """Hold workshops until there are so many."""
        for number in range(done, until):
            self._hold(number)
            self._work_at_the_desk()
            if number % FOLLOWED == FOLLOWED - 1:
                self._follow_up()
            began = time.process_time()
            self.session.publish()
            self.saves.append(time.process_time() - began)
            self.clock.at += timedelta(days=3)

    def edit(self, change: Callable[[], object]) -> None:
        began = time.process_time()
        change()
        self.edits.append(time.process_time() - began)

    def _hold(self, number: int) -> None:
        of, workshop = self.session, self._make(number)
        agenda = workshops.agenda(of.thing(workshop))
        self._walk(workshop, agenda)
        said = [
            ideas.keep(of, f"Förslag {n} i möte {number}", agenda[n % len(agenda)], workshop).entity
            for n in range(IDEAS)
        ]
        for n, idea in enumerate(said[: IDEAS * 3 // 4]):
            self.edit(partial(ideas.vote, of, idea, 1 + n % 4))
            self.edit(partial(ideas.place, of, idea, 1 + n % 5, 1 + n % 3))
        for n, idea in enumerate(said[:ACTIONS]):
            self._decide(ideas.become_action(of, idea).entity, number * ACTIONS + n)

    def _make(self, number: int) -> str:
        day = self.clock.at.date().isoformat()
        planned = Planned("half_day", date=day, starts="09.00", title=f"Workshop {number + 1}")
        return workshops.make(self.session, planned).entity

    def _walk(self, workshop: str, agenda: Agenda) -> None:
        for step in agenda:
            self.edit(partial(workshops.set_progress, self.session, workshop, Progress(step.id)))
        ended = Progress(agenda[-1].id, ended=True)
        workshops.set_progress(self.session, workshop, ended)

    def _decide(self, action: str, number: int) -> None:
        """Fill in an action field by field, as it is decided."""
        for name, value in full_action(number, "ostra").values.items():
            if name not in ("plan", "county_part", "ideas", "workshop", "number"):
                self.edit(partial(self.session.set, action, {name: value}))

    def _work_at_the_desk(self) -> None:
        actions = self.session.things("action")
        for n in range(EDITS):
            told = {"description": f"Omskrivet {self.session.store.count()}"}
            self.edit(partial(self.session.set, actions[-1 - n % len(actions)].id, told))

    def _follow_up(self) -> None:
        occasion = following_up.occasion_of(None, self.around)
        for n, action in enumerate(self.session.things("action")):
            answers = {
                "status": ("ongoing", "done", "delayed")[n % 3],
                "comment": "Det går framåt.",
            }
            self.edit(partial(self._answer, action, answers, occasion))

    def _answer(self, action: Thing, answers: dict[str, str], occasion: Occasion) -> None:
        following_up.follow_up(self.session, action.id, answers, occasion)


def timed(work: Callable[[], object], rounds: int = 5) -> float:
    """Return the median milliseconds of processor time."""
    times = []
    for _ in range(rounds):
        began = time.process_time()
        work()
        times.append((time.process_time() - began) * 1000)
    return median(times)


def opened(place: Path) -> None:
    """Open the plan in this process, as the window does."""
    home = place.parent / "other"
    sessions.open_plan(place, surroundings=Surroundings(home=lambda: home), on_disk=True).close()


def opened_in(folder: Path) -> None:
    opened(folder / "länet.nvplan")


def bare_opening(place: Path) -> None:
    """Read every row of every table."""
    with closing(sqlite3.connect(f"file:{place}?mode=ro", uri=True)) as connection:
        names = "SELECT name FROM sqlite_master WHERE type = 'table'"
        for (name,) in connection.execute(names).fetchall():
            connection.execute(f'SELECT * FROM "{name}"').fetchall()


def bare_edit(connection: sqlite3.Connection) -> None:
    """Commit one changed field of one action."""
    with connection:
        connection.execute(
            "UPDATE action SET description = ? WHERE rowid = 1", (str(time.monotonic()),)
        )


def bare_edits(place: Path) -> float:
    """Return the milliseconds of a bare commit in a copy of the file."""
    copy = place.with_suffix(".copy")
    copy.write_bytes(place.read_bytes())
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        found = timed(partial(bare_edit, connection), 50)
    copy.unlink()
    return found


def cells(year: Year, workshops_held: int) -> Iterator[str]:
    """Yield a line of the table."""
    view = view_of(read_plan(year.place), year.around)
    last = year.session.things("workshop")[-1].id
    book = year.folder / "plan.xlsx"
    things = sum(year.session.store.how_many(kind) for kind in KINDS.values())
    yield f"{workshops_held}"
    yield f"{things:,}"
    yield f"{year.session.store.count():,}"
    yield f"{year.place.stat().st_size / 2**20:.1f}"
    yield f"{median(year.edits) * 1000:.1f} {quantiles(year.edits, n=20)[-1] * 1000:.1f}"
    yield f"{bare_edits(year.place):.2f}"
    yield f"{timed(partial(opened, year.place)):.0f}"
    yield f"{timed(partial(bare_opening, year.place)):.0f}"
    yield f"{median(year.saves) * 1000:.0f}"
    yield f"{timed(partial(minutes_of, view, last)):.0f}"
    yield f"{timed(partial(standing_of, view)):.0f}"
    yield f"{timed(partial(export, view, book), 1):.0f}"
    yield f"{peak(opened_in, year.folder):.0f}"
    view.store.close()


def main() -> None:
    most = int(sys.argv[1]) if len(sys.argv) > 1 else WORKSHOPS
    print(*_HEAD, sep=" | ")
    with tempfile.TemporaryDirectory() as name:
        year, done = Year(Path(name)), 0
        for until in (1, *(n for n in (10, 25, 50, 75, 100, 200) if n < most), most):
            year.edits, year.saves = [], []
            year.go_on(until, done)
            done = until
            print(*cells(year, until), sep=" | ", flush=True)
        year.session.close()
        if len(sys.argv) > 2:
            shutil.copy(year.place, sys.argv[2])


if __name__ == "__main__":
    main()
