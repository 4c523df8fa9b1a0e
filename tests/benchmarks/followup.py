"""The place Läget with 500 actions followed up eight times, and 20 indicators measured as often.

Ours and a bare baseline take turns, in processor time. Bare are the same numbers counted from the
same rows with plain sqlite3 and json, no more. Then pictures, and how long the window is busy.
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QMainWindow

from nvworkshop.followup.series import Series
from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.reports.pictures import indicator_lines, status_bars, timeline
from nvworkshop.session import sessions
from nvworkshop.session.files import view_of
from nvworkshop.session.session import NewThing
from nvworkshop.session.standing import (
    PRINCIPAL,
    SHIFT,
    WHOLE,
    Standings,
    compare_standing,
    since_last,
    standing_of,
)
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.view import PlanView
from tests.benchmarks.busy import TimedApplication, head, surroundings
from tests.benchmarks.busy import show as show_busy
from tests.benchmarks.measure import Result, alone, compare, show
from tests.reports.plans import NORRBOTTEN, full_action
from ui.collecting import Collector
from ui.desk import Desk
from ui.followup.page import FollowUpPage
from ui.followup.standing_part import StandingPart
from ui.settings import Settings
from ui.theme.theme import Theme
from ui.window.choosing import Choosing

ACTIONS, PERIODS, INDICATORS = 500, 8, 20
_BEGAN = datetime(2025, 1, 20, 9, tzinfo=UTC)
_QUARTER = timedelta(days=91)
_STATUSES = ("not_started", "ongoing", "delayed", "done")


def now() -> datetime:
    """Return a day a quarter after the last follow-up."""
    return _BEGAN + _QUARTER * (PERIODS + 1)


def build(folder: Path) -> Path:
    """Make a county's plan, followed up once a quarter by sessions of their own."""
    place = folder / "länet.nvplan"
    parts = [one.id for one in NORRBOTTEN.county_parts]
    made: list[NewThing] = [
        ("plan", part, {"title": part, "level": "local", "county_part": part}) for part in parts
    ]
    for n in range(ACTIONS):
        part = parts[n % len(parts)]
        made.append(("action", f"a{n}", dict(full_action(n, part).values) | {"plan": part}))
    goals = {"baseline": "10", "target": "80", "unit": "procent", "direction": "up"}
    made += [("indicator", f"i{n}", {"title": f"Mått {n}", **goals}) for n in range(INDICATORS)]
    session = sessions.create(place, surroundings=_at(folder, _BEGAN))
    session.add_many("Bygg", made)
    session.publish()
    session.close()
    for number in range(1, PERIODS + 1):
        _follow_up(place, folder, number)
    return place


def _at(folder: Path, moment: datetime) -> Surroundings:
    return Surroundings(device="skärm", home=lambda: folder / "home", now=lambda: moment)


def _follow_up(place: Path, folder: Path, number: int) -> None:
    moment = _BEGAN + _QUARTER * number
    session = sessions.open_plan(place, surroundings=_at(folder, moment))
    day = moment.date().isoformat()
    new: list[NewThing] = []
    for n in range(ACTIONS):
        told = {
            "action": f"a{n}",
            "date": day,
            "comment": "Det går framåt.",
            "next_step": "Fortsätt",
        }
        new.append(("follow_up", f"f{number}-{n}", {**told, "status": _status(n, number)}))
    for n in range(INDICATORS):
        value = {"value": 10 + number * (n % 9), "indicator": f"i{n}", "date": day, "count": 40}
        new.append(("measurement", f"m{number}-{n}", value))
    session.add_many("Följ upp", new)
    changed = (n for n in range(ACTIONS) if _status(n, number) != _status(n, number - 1))
    session.set_many({f"a{n}": {"status": _status(n, number)} for n in changed})
    session.publish()
    session.close()


def _status(n: int, number: int) -> str:
    return _STATUSES[min(len(_STATUSES) - 1, (n + number) // 4 % 5)]


def processor(work: Callable[[], object]) -> Callable[[], float]:
    """Return the work, telling the processor time it took."""

    def _timed() -> float:
        began = time.process_time()
        work()
        return time.process_time() - began

    return _timed


def bare(connection: sqlite3.Connection) -> tuple[Counter[str], Counter[str], int]:
    """Count statuses, those by huvudman, and the late, from the plan's tables."""
    today = now().date().isoformat()
    statuses: Counter[str] = Counter()
    by: Counter[str] = Counter()
    late = 0
    for status, principal, last in connection.execute(
        "SELECT status, principal, end_last FROM action"
    ):
        statuses[status] += 1
        by[f"{principal}/{status}"] += 1
        late += bool(last) and last < today and status not in ("done", "tried")
    list(connection.execute("SELECT action, date, status, comment FROM follow_up"))
    list(connection.execute("SELECT indicator, date, value, count FROM measurement"))
    return statuses, by, late


def bare_log(connection: sqlite3.Connection) -> int:
    """Read the log of the actions as it was at the last follow-up, and keep what stands."""
    until = int((now() - _QUARTER).timestamp() * 1000)
    sql = "SELECT entity, field, value FROM change WHERE kind = 'action' AND at <= ? ORDER BY at"
    standing = {
        (entity, field): value for entity, field, value in connection.execute(sql, (until,))
    }
    return sum(1 for value in standing.values() if value and json.loads(value))


def core(place: Path, folder: Path) -> Iterator[Result]:
    """Yield what the figures take, beside bare counting."""
    view = view_of(read_plan(place), _at(folder, now()))
    connection = sqlite3.connect(f"file:{place}?mode=ro", uri=True)
    of = standing_of(view)
    last = since_last(of)
    if last is None:
        raise RuntimeError("nothing is followed up")
    yield compare(
        "all figures", processor(partial(standing_of, view)), processor(partial(bare, connection))
    )
    yield compare(
        "since last time",
        processor(lambda: compare_standing(view, last)),
        processor(partial(bare_log, connection)),
    )
    yield from pictures(of)
    connection.close()
    view.store.close()


def pictures(of: Standings) -> Iterator[Result]:
    """Yield what each picture of documents takes."""
    for by in (SHIFT, PRINCIPAL):
        named = [
            (one.label, {status: len(ids) for status, ids in one.figures.parts.items()})
            for one in of.groups[by]
        ]
        yield alone(f"picture: statuses by {by}", processor(status_bars("", named).svg))
    some = timeline("", of.bars[:40], of.today)
    yield alone("picture: timeline of 40", processor(some.svg))
    points = of.indicators[1].points
    one = Series("", "", "", "", "", points)
    lines = indicator_lines("", [("Länet", one)], target=80)
    yield alone("picture: an indicator", processor(lines.svg))


class Bench:
    """One page on a plan, and what people do to it."""

    def __init__(self, app: TimedApplication, place: Path, folder: Path) -> None:
        self.app = app
        settings = Settings(folder / "settings.json")
        self.desk = Desk(place, _at(folder, now()))
        self.window = QMainWindow()
        self.window.resize(1280, 720)
        self.page = FollowUpPage(self.desk, Theme(settings), Choosing(settings), self.window)
        self.window.setCentralWidget(self.page)
        part = self.page.part("standing")
        if not isinstance(part, StandingPart):
            raise TypeError("the part is something else")
        self.part = part

    def until(self, true: Callable[[], object]) -> float:
        """Let the window work until something holds; return the longest event."""
        self.app.longest = 0.0
        while not true():
            self.app.processEvents()
            time.sleep(0.001)
        return self.app.longest * 1000

    def open(self) -> float:
        """Return the longest event until the page is seen with all its figures."""
        self.desk.open()
        self.until(lambda: self.desk.plan is not None)
        self.app.longest = 0.0
        self.window.show()
        longest = self.until(lambda: self.part.period is not None)
        return max(longest, self.app.busy(lambda: None, 0.5))

    def again(self) -> float:
        """Return the longest event when everything is asked for and shown anew."""
        before = self.part.seen
        longest = self.app.busy(self.part.refresh, 0.01)
        longest = max(longest, self.until(lambda: self.part.seen is not before))
        return max(longest, self.app.busy(lambda: None, 0.3))

    def asked(self) -> float:
        """Return the milliseconds of the plan's thread for all figures."""
        told: list[float] = []
        self.desk.ask(_timed, told.append)
        self.until(lambda: told)
        return told[0]

    def painted(self, widget: str) -> float:
        """Return the milliseconds of drawing a card once."""
        card = getattr(self.part, widget)
        began = time.thread_time()
        card.grab()
        return (time.thread_time() - began) * 1000

    def close(self) -> None:
        closed: list[object] = []
        self.desk.closed.connect(closed.append)
        self.desk.finish()
        while not closed:
            self.app.processEvents()
        self.window.deleteLater()


def _timed(view: PlanView) -> float:
    from ui.followup.standing_part import _look

    began = time.thread_time()
    _look(WHOLE, view)
    return (time.thread_time() - began) * 1000


def window(place: Path, folder: Path) -> bool:
    """Measure the page; tell whether every goal was met."""
    app = TimedApplication(sys.argv[:1])
    TimedApplication.clock = staticmethod(time.thread_time)
    collector = Collector(app)
    bench = Bench(app, place, folder)
    head("busy at a time, ms", 100)
    met = [show_busy("open the page", [bench.open()], 300)]
    met.append(show_busy("everything anew", [bench.again() for _ in range(10)], 100))
    met.append(show_busy("asked of the plan", [bench.asked() for _ in range(10)], 100))
    cards = ("cards", "statuses", "indicators", "moved", "timeline")
    met += [show_busy(f"draw {one}", [bench.painted(one) for _ in range(10)], 300) for one in cards]
    bench.close()
    collector.release()
    surroundings()
    return all(met)


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        place = build(folder)
        if "--plan" in sys.argv:
            Path(sys.argv[-1]).write_bytes(place.read_bytes())
        show(core(place, folder))
        return 0 if window(place, folder) else 1


if __name__ == "__main__":
    sys.exit(main())
