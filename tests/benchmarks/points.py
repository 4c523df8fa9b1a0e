"""The fingerprint, a frozen version and two points compared in a plan of 100,000 changes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

from nvworkshop.planfile.store import Store
from nvworkshop.session.fingerprint import fingerprint
from nvworkshop.session.moments import NOW, At, Moment, compare_at
from nvworkshop.session.session import Session
from nvworkshop.session.versions import freeze
from tests.benchmarks.measure import Result, alone, run, show
from tests.benchmarks.overall import surroundings
from tests.benchmarks.plans import Shape, changes_of_plan

CHANGES = 100_000


def measured(folder: Path) -> Iterator[Result]:
    """Measure them on one plan in memory."""
    store = Store.create(None, plan="f" * 32)
    with store.transaction():
        store.append(changes_of_plan("f" * 32, Random(1), Shape(CHANGES)))
    with closing(Session(store, None, surroundings(folder))) as session:
        yield alone("the fingerprint", lambda: _anew(session))
        version = freeze(session, "1.0").entity
        session.set(session.things("action")[0].id, {"goal": "Nytt"})
        frozen = Moment(At.VERSION, entity=version)
        yield alone("a version compared with now", lambda: compare_at(session, frozen, NOW))
        day = Moment(At.TIME, session.store.latest - 1)
        yield alone("a date compared with now", lambda: compare_at(session, day, NOW))


def _anew(session: Session) -> str:
    session.fingerprinted = (-1, "")
    return fingerprint(session)


if __name__ == "__main__":
    show(run(measured))
