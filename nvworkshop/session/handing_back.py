"""Handing back: the file a länsdel gets home from the overall plan, one or all at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from nvworkshop.errors import InputError, PlanError
from nvworkshop.language import said
from nvworkshop.model.changes import REDACT, Change
from nvworkshop.model.heads import heads
from nvworkshop.model.rules import gathered
from nvworkshop.model.text import safe_name
from nvworkshop.model.things import Thing
from nvworkshop.planfile.publish import Published, publish
from nvworkshop.planfile.store import Key
from nvworkshop.session.files import store_of
from nvworkshop.session.overall import Home, homes
from nvworkshop.session.taken import refuse_taken
from nvworkshop.session.view import PlanView


@dataclass(frozen=True, slots=True)
class Handed:
    """One file of several; `error` says why it was not written, None when it was read back."""

    home: Home
    place: Path
    changes: int = 0
    error: PlanError | None = None


def name_for(home: Home, day: str) -> str:
    """Return what a länsdel's file is called, without suffix; `day` is ISO."""
    which = f" {home.title} {home.id[:4]}" if home.plans > 1 else ""
    return f"Återlämning {home.where}{which} {day}"


def hand_back_all(view: PlanView, folder: Path) -> list[Handed]:
    """Write a file for every plan of the länsdelar into a folder; one that fails stops no other.

    Raises InputError when no plan has been merged yet.
    """
    several = homes(view)
    if not several:
        raise InputError(
            said("Det finns ingen länsdels plan att lämna tillbaka."),
            hint=said("Slå samman länsdelarnas planer först."),
        )
    day = view.surroundings.today().isoformat()
    return [
        _handed(view, one, folder / f"{safe_name(name_for(one, day))}.nvplan") for one in several
    ]


def _handed(view: PlanView, home: Home, place: Path) -> Handed:
    try:
        return Handed(home, place, hand_back(view, place, county_part=home.id).changes)
    except PlanError as error:
        return Handed(home, place, error=error)


def failed(several: Iterable[Handed]) -> list[Handed]:
    """Return those that were not written."""
    return [one for one in several if one.error]


def hand_back(view: PlanView, out: Path, *, county_part: str) -> Published:
    """Write the file a länsdel gets back: its plan, the joint actions it is part of, its conflicts.

    The file is the länsdel's own plan, the first of `plans_for`; merged at home it brings the
    coordinator's decisions.
    """
    refuse_taken(out)
    own = plans_for(view, county_part)[0]
    log = [one for one in view.store.changes() if not view.store.aside.covers(one)]
    entities = _own_entities(view, own, log)
    ids = {one.id.hex() for one in log if one.entity in entities}
    wanted = [
        one for one in log if one.entity in entities or (one.kind == REDACT and one.entity in ids)
    ]
    writers = {one.writer.hex() for one in wanted}
    known = {one.id for one in wanted}
    wanted += [one for one in log if one.entity in writers and one.id not in known]
    store = store_of(own.id, wanted)
    try:
        return publish(store, out)
    finally:
        store.close()


def plans_for(view: PlanView, county_part: str) -> list[Thing]:
    """Return a länsdel's plans, last changed first; the id of a plan means that one.

    Raises InputError when there is none.
    """
    found = view.strategy.find("county_part", county_part)
    wanted = found.id if found else county_part
    plans = [one for one in view.things("plan") if wanted in (one["county_part"], one.id)]
    if not plans:
        label = view.strategy.label("county_part", wanted)
        parts = dict.fromkeys(one.text("county_part") for one in view.things("plan"))
        names = ", ".join(view.strategy.label("county_part", one) for one in parts if one)
        hint = (
            said("Planer finns för: {names}.").format(names=names)
            if names
            else said("Slå samman länsdelarnas planer först.")
        )
        raise InputError(
            said("Det finns ingen plan för ”{label}” i den övergripande planen.").format(
                label=label
            ),
            hint=hint,
        )
    return sorted(plans, key=lambda one: (one.updated, one.id), reverse=True)


def _own_entities(view: PlanView, own: Thing, log: Sequence[Change]) -> set[str]:
    """Return the ids of the plan's things, its links and its joint actions, also removed ones.

    An earlier file may have brought home a joint action that has since been split. One that stands
    without the länsdel is left out. A follow-up goes with its action, whichever plan it was written
    in.
    """
    mine = {own.id, view.store.plan}
    mine |= _naming({own.id}, (one for one in log if one.field == "plan"))
    of_links = [one for one in log if one.kind == "link"]
    links = _naming(mine, (one for one in of_links if one.field == "action"))
    joint = {
        str(one.data) for one in of_links if one.field == "joint_action" and one.entity in links
    }
    standing = gathered(view.links())
    there = {one.id for one in view.things("joint_action")}
    told = (one for one in log if (one.kind, one.field) == ("follow_up", "action"))
    return (
        mine
        | _naming(mine, told)
        | links
        | {one for one in joint if one not in there or mine & set(standing.get(one, ()))}
    )


def _naming(ids: Collection[str], changes: Iterable[Change]) -> set[str]:
    """Return the things of which a head among the changes of one field names one of the ids."""
    of_things: defaultdict[Key, list[Change]] = defaultdict(list)
    for one in changes:
        of_things[one.kind, one.entity].append(one)
    standing = ((key[1], head) for key, of in of_things.items() for head in heads(of)[of[0].field])
    return {entity for entity, head in standing if isinstance(head.data, str) and head.data in ids}
