"""A report of a point in time is the same whenever it is made, whatever has happened since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.session.export import export
from nvworkshop.session.files import view_of
from nvworkshop.session.moments import moment_of, view_at
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.versions import freeze

FROZEN = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)
REPORTS = ("handlingsplan", "uppfoljning", "nationell", "sammanfattning", "tackning")


class Clock:
    """A clock that stands until somebody sets it."""

    def __init__(self) -> None:
        self.at = FROZEN

    def __call__(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def plan(tmp_path: Path, clock: Clock) -> Iterator[Session]:
    """A plan with one action that is late some time after it was frozen."""
    around = Surroundings(now=clock, device="testdator")
    session = create(tmp_path / "a.nvplan", county_part="sodra", surroundings=around)
    session.add("action", {"title": "Ett", "shift": "R1", "end": "2026-12-31"})
    freeze(session, "1.0", state="review")
    yield session
    session.close()


def _made(plan: Session, point: str, out: Path, report: str) -> bytes:
    with view_at(plan, moment_of(plan, point)) as then:
        export(then, out, report=report)
    return out.read_bytes()


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("suffix", ["md", "html"])
def test_a_frozen_report_is_the_same_another_day(
    plan: Session, clock: Clock, tmp_path: Path, report: str, suffix: str
) -> None:
    out = tmp_path / f"a.{suffix}"
    first = _made(plan, "1.0", out, report)
    clock.at += timedelta(days=400)
    plan.set(plan.things("action")[0].id, {"title": "Två", "status": "done"})
    plan.set(plan.store.plan, {"state": "adopted", "version": "2.0"})
    assert _made(plan, "1.0", out, report) == first
    assert _made(plan, "nu", out, report) != first


def test_what_a_version_says_at_the_top_is_of_then(
    plan: Session, clock: Clock, tmp_path: Path
) -> None:
    clock.at += timedelta(days=400)
    text = _made(plan, "1.0", tmp_path / "a.md", "uppfoljning").decode()
    assert "För avstämning · version 1.0 · 2026-12-01" in text
    assert "## Tiden har gått ut" not in text
    now = _made(plan, "nu", tmp_path / "b.md", "uppfoljning").decode()
    assert "## Tiden har gått ut" in now


def test_a_date_stands_too(plan: Session, clock: Clock, tmp_path: Path) -> None:
    clock.at += timedelta(days=5)
    first = _made(plan, "2026-12-02", tmp_path / "a.md", "handlingsplan")
    clock.at += timedelta(days=400)
    assert _made(plan, "2026-12-02", tmp_path / "a.md", "handlingsplan") == first
    assert b"2026-12-02" in first


def test_a_file_that_is_opened_anew_says_the_same(
    plan: Session, clock: Clock, tmp_path: Path
) -> None:
    first = _made(plan, "1.0", tmp_path / "a.html", "handlingsplan")
    plan.publish()
    view = view_of(
        read_plan(tmp_path / "a.nvplan"), Surroundings(now=lambda: clock.at.replace(year=2030))
    )
    with view_at(view, moment_of(view, "1.0")) as then:
        export(then, tmp_path / "b.html", report="handlingsplan")
    view.store.close()
    assert (tmp_path / "b.html").read_bytes() == first
