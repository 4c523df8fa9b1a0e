"""Publishing a plan, against copying its bytes to a file and forcing them to the disk."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from nvworkshop.session import sessions
from nvworkshop.session.session import Session
from tests.benchmarks.measure import Result, compare, peak, run, show
from tests.benchmarks.overall import surroundings
from tests.benchmarks.plans import Shape, build

SIZES = (2_000, 10_000)


def opened(folder: Path) -> Session:
    (place,) = folder.glob("*.nvplan")
    return sessions.open_plan(place, surroundings=surroundings(folder), on_disk=True)


def once(folder: Path) -> None:
    with closing(opened(folder)) as session:
        changed(session, session.things("action")[0].id)


def changed(session: Session, entity: str) -> float:
    """Publish after an edit, which is not timed: without one there is nothing to publish."""
    session.set(entity, {"description": f"Version {session.store.count()}"})
    began = time.perf_counter()
    session.publish()
    return time.perf_counter() - began


def copy(data: bytes, place: Path) -> None:
    """Write beside, force to the disk, and put in its place."""
    temporary = place.with_suffix(".tmp")
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(place)


def measured(folder: Path) -> Iterator[Result]:
    for size in SIZES:
        here = folder / str(size)
        here.mkdir()
        (place,) = build(here, files=1, shape=Shape(size))
        most = peak(once, here)
        data = place.read_bytes()
        with closing(opened(here)) as session:
            entity = session.things("action")[0].id
            yield compare(
                f"publish {size:,} changes",
                lambda: changed(session, entity),  # noqa: B023
                lambda: copy(data, here / "copy"),  # noqa: B023
                peak=most,
            )


if __name__ == "__main__":
    show(run(measured))
