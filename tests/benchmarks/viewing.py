"""What a person waits for in a plan of 10,000 changes with conflicts: plain times."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.session import review, sessions
from nvworkshop.session.files import view_of
from nvworkshop.session.merge import merge
from nvworkshop.session.view import PlanView
from tests.benchmarks.measure import Result, alone, peak, run, show
from tests.benchmarks.overall import surroundings
from tests.benchmarks.plans import FIRST, build

CONFLICTS = 200


def with_conflicts(folder: Path) -> None:
    """Edit the same descriptions in two copies of the plan and merge the one into the other."""
    around = surroundings(folder)
    place, copy = folder / FIRST, folder / "copy.nvplan"
    copy.write_bytes(place.read_bytes())
    for file in (place, copy):
        with closing(sessions.open_plan(file, surroundings=around)) as session:
            actions = session.things("action")[:CONFLICTS]
            session.set_many({one.id: {"description": f"Ändrad i {file.stem}"} for one in actions})
            session.publish()
    with closing(sessions.open_plan(place, surroundings=around)) as session:
        merge(session, [copy])
        session.publish()


def viewed(folder: Path) -> PlanView:
    return view_of(read_plan(folder / FIRST), surroundings(folder))


def seen(folder: Path) -> None:
    view = viewed(folder)
    view.things("action")
    review.conflicts(view)
    review.history_of(view)


def measured(folder: Path) -> Iterator[Result]:
    build(folder, files=1)
    with_conflicts(folder)
    most = peak(seen, folder)
    with closing(viewed(folder).store) as store:
        view = PlanView(store, surroundings(folder))
        entity = view.things("action")[0].id
        yield alone("all actions", lambda: view.things("action"))
        yield alone(f"{CONFLICTS} conflicts", lambda: review.conflicts(view))
        yield alone("history of one action", lambda: review.history_of(view, entity))
        yield alone("history of everything", lambda: review.history_of(view), peak=most)
        with store.transaction(keep=False):
            yield alone("rebuild all tables", store.rebuild)


if __name__ == "__main__":
    show(run(measured))
