"""Making and opening sessions: in memory for the command line, on disk for the desktop."""

from __future__ import annotations

from pathlib import Path

from nvworkshop.errors import DamagedFileError, InputError
from nvworkshop.planfile.publish import Published
from nvworkshop.planfile.reading.content import PlanContent
from nvworkshop.planfile.store import Store
from nvworkshop.planfile.workcopy import working_copy
from nvworkshop.session.session import Session
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.target import Target
from nvworkshop.strategy import load_shipped

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
    if place.exists():
        raise InputError(f"{place.name} finns redan.", hint="Välj ett annat namn.")
    if not place.parent.is_dir():
        raise InputError(f"Mappen {place.parent.name} finns inte.", hint="Gör mappen först.")
    around = surroundings or Surroundings()
    lists = load_shipped(strategy)
    plan = around.new_id()
    session = Session(Store.create(None, plan=plan), Target(place, around.home()), around)
    session.strategy = lists
    values = {
        "title": title or _title(lists.label("county_part", county_part), county_part),
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


def _title(label: str, county_part: str) -> str:
    return f"Handlingsplan {label}" if county_part else "Övergripande handlingsplan"


def open_plan(
    place: Path, *, surroundings: Surroundings | None = None, on_disk: bool = False
) -> Session:
    """Open the plan file at `place`.

    With `on_disk` every edit is committed to a database in the program's folder, and what an
    earlier session could not publish is there still; without it the work is in memory until
    `publish`. A damaged file is opened with what could be saved, and `notes` says so.
    """
    around = surroundings or Surroundings()
    target = Target(place, around.home())
    content = target.read()
    plan = own_plan(content)
    store = (
        working_copy(around.home() / "work", place, plan)
        if on_disk
        else Store.create(None, plan=plan)
    )
    with store.transaction():
        store.append(content.changes)
    session = Session(store, target, around)
    session.notes[:0] = content.notes
    if content.clean and store.count() == len(content.changes):
        session.published(Published(place, content.sha256, len(content.changes)))
    return session


def own_plan(content: PlanContent) -> str:
    """Return the id of the plan a file is; a damaged file that lost its mark is its first plan."""
    if content.plan:
        return content.plan
    found = next((one.entity for one in content.changes if one.kind == "plan"), "")
    if not found:
        raise DamagedFileError(
            f"{content.path.name} är skadad: det går inte att se vilken plan det är.",
            hint="Slå samman den i en annan plan, så följer det som gick att läsa med.",
        )
    return found
