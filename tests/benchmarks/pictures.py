"""Pictures of a plan of 500 actions: `python -m tests.benchmarks.pictures [ACTIONS]`.

Times are milliseconds of processor time for each picture, the median of several. The library that
draws is loaded once, when the first picture is drawn: that is told by itself.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from statistics import median

from nvworkshop.exchange.prose.svg import cleaned_svg
from nvworkshop.model.documents import Drawn
from nvworkshop.model.things import Thing
from nvworkshop.reports import PlanData
from nvworkshop.reports.prose import REPORTS, write_document
from tests.reports.plans import OVERALL, big_plan, data_of

_TIMES = 5
_GOAL = 300


def main() -> None:
    actions = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    data = _measured(big_plan(actions))
    report = _timed(lambda: write_document(REPORTS["uppfoljning"], data))
    pictures = {
        one.title: one
        for name in ("uppfoljning", "tackning")
        for one in write_document(REPORTS[name], data).pictures
    }
    first = next(iter(pictures.values()))
    before = "matplotlib" in sys.modules
    loading = _timed(first.svg)
    print(f"{actions} åtgärder; mallen {report:.0f} ms; första bilden {loading:.0f} ms")
    print(f"biblioteket var laddat före den: {'ja' if before else 'nej'}")
    for title, one in pictures.items():
        svg, png, cleaning = _medians(one)
        told = "" if max(svg + cleaning, png) < _GOAL else "  ÖVER MÅLET"
        print(f"  svg {svg:4.0f} + rensning {cleaning:3.0f}  png {png:4.0f}  {title[:60]}{told}")


def _medians(one: Drawn) -> tuple[float, float, float]:
    made = one.svg()
    ways: tuple[Callable[[], object], ...] = (one.svg, one.png, lambda: cleaned_svg(made, "b"))
    svg, png, cleaning = (median(_timed(way) for _ in range(_TIMES)) for way in ways)
    return svg, png, cleaning


def _measured(data: PlanData) -> PlanData:
    """Return the plan with indicators, measurements and ratings too."""
    more = [
        Thing(
            "indicator",
            "i",
            {"title": "Andel", "unit": "procent", "baseline": "42", "target": "80"},
        )
    ]
    for n, area in enumerate(("sodra", "ostra", "lulea_boden", "norra", "2581", "2580")):
        more += [
            Thing(
                "measurement",
                f"m{n}-{month}",
                {
                    "indicator": "i", "area": area, "value": 40 + n * 3 + month, "count": 10 * n,
                    "date": f"2026-{month:02}-28",
                },
            )
            for month in range(1, 13)
        ]  # fmt: skip
    items = [*(one.id for one in data.strategy.shifts), "F1", "F2", "F3", "F4"]
    more += [
        Thing("self_rating", f"r{item}{day}", {"item": item, "date": day, "tally": [1, 2, 3, 2, n]})
        for item in items
        for n, day in enumerate(("2026-03-01", "2026-10-01"))
    ]
    things = [one for several in data.things.values() for one in several if one.kind != "plan"]
    plans = [one for one in data.of("plan") if one.id != OVERALL.id]
    return data_of(OVERALL, *plans, *things, *more)


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    main()
