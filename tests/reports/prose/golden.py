"""The reports of the sample plans, at a fixed time: `python -m tests.reports.prose.golden` renews.

Look at the difference before it is committed: it is what people will read.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from nvworkshop.exchange.prose.markdown_out import text_of
from nvworkshop.model.documents import Document
from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.reports.prose import REPORTS
from nvworkshop.reports.prose.registry import Subject
from nvworkshop.session.documents import document_of
from nvworkshop.session.export import limited
from nvworkshop.session.files import view_of
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.view import PlanView

FOLDER = Path(__file__).parent.parent.parent / "data" / "reports"
NOW = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)
PLANS = {"local": "sodra", "overall": "overgripande"}
_WHO = {Subject.PRINCIPAL: "Piteå kommun", Subject.MUNICIPALITY: "Älvsbyn"}

CASES = [
    (report, plan)
    for report in REPORTS
    for plan in PLANS
    if (report, plan) != ("kvitto", "local")  # nothing is merged into it
]


def view(plan: str) -> PlanView:
    """Return a sample plan to read, with a clock that stands."""
    content = read_plan(SAMPLE_PLANS / f"{PLANS[plan]}.nvplan")
    return view_of(content, Surroundings(now=lambda: NOW, device="testdator"))


@contextmanager
def in_stockholm() -> Iterator[None]:
    """Let the clock on this computer's wall be the one in Norrbotten."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Europe/Stockholm"
    time.tzset()
    try:
        yield
    finally:
        if before is None:
            del os.environ["TZ"]
        else:
            os.environ["TZ"] = before
        time.tzset()


def document(report: str, plan: str, *, names: bool = False) -> Document:
    """Return a report of a sample plan."""
    kind = REPORTS[report]
    with in_stockholm(), closing((seen := view(plan)).store):
        data = limited(seen, kind, _WHO.get(kind.subject, ""))
        return document_of(seen, data, report, names=names)


def place(report: str, plan: str) -> Path:
    """Return where a report as it should be lies."""
    return FOLDER / f"{report}-{plan}.md"


def renewed() -> Iterator[Path]:
    """Write every report anew."""
    for report, plan in CASES:
        file = place(report, plan)
        file.write_text(text_of(document(report, plan)), "utf-8")
        yield file


if __name__ == "__main__":
    for one in renewed():
        sys.stdout.write(f"{one.name}\n")
