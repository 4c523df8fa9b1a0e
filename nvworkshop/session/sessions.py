"""Making and opening sessions: in memory for the command line, on disk for the desktop."""

from __future__ import annotations

from pathlib import Path

from nvworkshop.planfile.publish import held_by
from nvworkshop.planfile.store import Store
from nvworkshop.session.opening import open_on_disk, own_plan
from nvworkshop.session.session import Session
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.taken import refuse_place
from nvworkshop.session.target import Target
from nvworkshop.strategy import Strategy, load_shipped

DEFAULT_STRATEGY = "norrbotten"


def create(
    place: Path,
    *,
    county_part: str = "",
    title: str = "",
    strategy: str = DEFAULT_STRATEGY,
    surroundings: Surroundings | None = None,
    sample: bool = False,
) -> Session:
    """Make a new plan and publish it: a local one for `county_part`, else an overall one.

    Raises InputError when something already lies at `place`.
    """
    refuse_place(place)
    around = surroundings or Surroundings()
    lists = load_shipped(strategy)
    plan = around.new_id()
    session = Session(Store.create(None, plan=plan), Target(place, around.home()), around)
    session.strategy = lists
    values = {
        "title": title or suggested_title(lists, county_part),
        "level": "local" if county_part else "overall",
        "county_part": county_part or None,
        "strategy": strategy,
        "strategy_version": lists.version,
        "state": "draft",
        "sample": sample or None,
    }
    session.add("plan", {name: value for name, value in values.items() if value}, entity=plan)
    session.publish()
    return session


def suggested_title(strategy: Strategy, county_part: str) -> str:
    """Return a name for a new plan of a länsdel; "" is the whole county's."""
    if not county_part:
        return "Övergripande handlingsplan"
    return f"Handlingsplan {strategy.label('county_part', county_part)}"


def open_plan(
    place: Path, *, surroundings: Surroundings | None = None, on_disk: bool = False
) -> Session:
    """Open the plan file at `place`.

    With `on_disk` every edit is committed to a database in the program's folder, and what an
    earlier session could not publish is there still; without it the work is in memory until
    `publish`. A damaged file is opened with what could be saved, and `notes` says so.
    """
    around = surroundings or Surroundings()
    if on_disk:
        return open_on_disk(place, around)
    target = Target(place, around.home())
    content = target.read()
    store = Store.create(None, plan=own_plan(content))
    with store.transaction():
        store.append(content.changes)
    session = Session(store, target, around)
    session.notes[:0] = content.notes
    whole = held_by(store, content)
    if whole is not None:
        session.published(whole)
    return session
