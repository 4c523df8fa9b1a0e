"""How long the window is busy for each letter in the search over everything: p50 and p95.

10,000 actions and 1,000 ideas; see busy for how an event is timed.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from nvworkshop.session.sessions import open_plan
from nvworkshop.session.surroundings import Surroundings
from tests.benchmarks.busy import TimedApplication, show
from tests.benchmarks.plan_table import Bench, build
from ui.collecting import Collector
from ui.palette.palette import Palette
from ui.theme.theme import Theme

IDEAS, ROUNDS = 1_000, 10
_TYPED = ("m", "mo", "mobilt", "mobilt t", "e", "a", "team ä", "blockflöjt", "12", "ångra", "")


def add_ideas(place: Path) -> None:
    """Put ideas into the plan, as many as a very long day gives."""
    session = open_plan(place, surroundings=Surroundings(home=lambda: place.parent))
    texts = (f"Förslag {n}: mobilt team för äldre i glesbygd" for n in range(IDEAS))
    session.add_many("Många", [("idea", f"{n:031x}f", {"title": t}) for n, t in enumerate(texts)])
    session.publish()
    session.close()


def measured(app: TimedApplication, bench: Bench, palette: Palette) -> Iterator[list[float]]:
    """Yield the times of opening it, and of each letter."""
    opened = []
    for _ in range(ROUNDS):
        opened.append(app.busy(lambda: palette.open_on(bench.desk), 0.3))
        app.busy(palette.leave, 0.05)
    yield opened
    palette.open_on(bench.desk)
    yield [app.busy(partial(palette.line.setText, one)) for one in _TYPED * ROUNDS]
    palette.leave()


def main() -> int:
    app = TimedApplication(sys.argv[:1])
    collector = Collector(app)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        place = build(folder)
        add_ideas(place)
        bench = Bench(app, place, folder / "home", collector)
        bench.open()
        theme = bench.page.theme
        assert isinstance(theme, Theme)
        palette = Palette(bench.actions, theme, bench.window)
        named = zip(("open", "a letter"), measured(app, bench, palette), strict=True)
        met = [show(title, times) for title, times in named]
        bench.close()
        collector.release()
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
