"""Laptops for tests: sessions in memory with a clock that ticks and chance that repeats."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from nvworkshop.model.changes import Change
from nvworkshop.planfile.reading.content import PlanContent
from nvworkshop.planfile.store import Store
from nvworkshop.session.session import Session
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.view import PlanView

PLAN = "f" * 32
BEGIN = datetime(2026, 11, 22, 9, tzinfo=UTC)


def ticking(begin: datetime = BEGIN) -> Callable[[], datetime]:
    """Return a clock that goes one second at every look."""
    ticks = iter(range(10**9))
    return lambda: begin + timedelta(seconds=next(ticks))


def surroundings(name: str, home: Path, *, begin: datetime = BEGIN) -> Surroundings:
    """Return the surroundings of a laptop; its chance is its name's."""
    chance = random.Random(name)
    return Surroundings(now=ticking(begin), random=chance.randbytes, device=name, home=lambda: home)


def laptop(name: str, home: Path, *, plan: str = PLAN, begin: datetime = BEGIN) -> Session:
    """Return a session in memory on a plan of that id; no plan thing is written in it."""
    return Session(Store.create(None, plan=plan), None, surroundings(name, home, begin=begin))


def join(session: Session, changes: Iterable[Change]) -> None:
    """Union changes into a session, as publishing does."""
    with session.writing():
        session.store.append(list(changes))


def content_of(session: Session, name: str = "källa.nvplan") -> PlanContent:
    """Return a session's plan as if it had been read from a file."""
    changes = list(session.store.changes())
    digest = str(hash(tuple(change.id for change in changes)))
    return PlanContent(
        path=Path(name),
        sha256=digest,
        size=0,
        format=1,
        plan=session.store.plan,
        changes=changes,
        expected=len(changes),
        damaged=0,
        salvaged=False,
        notes=(),
    )


def content(session: PlanView) -> dict[tuple[str, str], Any]:
    """Return what a person sees: the things with their values, and every conflict's values."""
    from nvworkshop.model.kinds import KINDS
    from nvworkshop.session.review import conflicts

    seen: dict[tuple[str, str], Any] = {
        (kind.name, one.id): (dict(one.values), one.conflicts)
        for kind in KINDS.values()
        if not kind.system
        for one in session.things(kind.name)
    }
    for one in conflicts(session):
        values = sorted(str(value.value) for value in one.values)
        seen["conflict", f"{one.entity}.{one.field}"] = values
    return seen
