"""What people do with a plan, each at random; a deed that makes no sense now does nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from nvworkshop.errors import InputError
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.things import Thing
from nvworkshop.session import joining, review
from nvworkshop.session.merge import merge_contents, undo_merge
from nvworkshop.session.receipts import receipts
from nvworkshop.session.session import Session
from tests.simulation.world import World

_TITLES = ("Mobilt team", "Fast vårdkontakt", "SIP i tid", "Digital hemmonitorering", "Buss")
_VALUES = {
    "title": _TITLES,
    "goal": ("Trygg hemma", "Färre akutbesök", "Inga köer", "", "Alla vet vart de vänder sig"),
    "function": ("enhetschef", "rektor", "verksamhetschef"),
    "contributors": ("Piteå", "Älvsbyn, Region Norrbotten", "ej aktuellt", ""),
    "end": ("Q3 2027", "våren 2027", "2027-01-31"),
    "status": ("pågår", "klar", ""),
}
_MOST_SOURCES = 3


def _any(chance: Random, things: list[Thing]) -> Thing | None:
    return chance.choice(things) if things else None


def _add(world: World, session: Session) -> None:
    kind = world.chance.choice(("action", "action", "idea"))
    session.add(kind, {"title": f"{world.chance.choice(_TITLES)} {world.step}"})


def _follow_up(world: World, session: Session) -> None:
    if about := _any(world.chance, session.things("action")):
        session.add("follow_up", {"action": about.id, "comment": f"Läget {world.step}"})


def _edit(world: World, session: Session) -> None:
    if action := _any(world.chance, session.things("action")[-40:]):
        name = world.chance.choice(list(_VALUES))
        session.set(action.id, {name: world.chance.choice(_VALUES[name])})


def _remove(world: World, session: Session) -> None:
    if action := _any(world.chance, session.things("action")):
        session.remove(action.id)


def _restore(world: World, session: Session) -> None:
    removals = session.store.changes("field = 'removed' AND value = 'true'")
    gone = [one for one in removals if not session.current(one.kind, one.entity)]
    if gone and (one := world.chance.choice(gone)).kind == "action":
        session.restore(one.entity)


def _resolve(world: World, session: Session) -> None:
    keys = [key for key in session.store.conflicting() if not KINDS[key[0]].system]
    if keys:
        conflict = world.chance.choice(review.conflicts_in(session, world.chance.choice(keys)[1]))
        use = world.chance.choice(conflict.values).n
        review.resolve(session, conflict.entity, conflict.field, use=use)


def _undo(_: World, session: Session) -> None:
    if session.undo_label:
        session.undo()


def _redo(_: World, session: Session) -> None:
    if session.redo_label:
        session.redo()


def _join(world: World, session: Session) -> None:
    actions = session.things("action")
    if len(actions) > 1:
        try:
            joining.join(session, [one.id for one in world.chance.sample(actions, 2)])
        except InputError:  # they are joined already
            return


def _erase(world: World, session: Session) -> None:
    if action := _any(world.chance, [one for one in session.things("action") if one["goal"]]):
        session.erase(action.id, "goal")


def _publish(_: World, session: Session) -> None:
    session.publish()


def _lend(world: World, session: Session) -> None:
    world.lend(session)


def _merge(world: World, session: Session) -> None:
    """Merge files from the stick and from others' laptops."""
    others = [world.file_of(name) for name in world.names if world.home_of(name).exists()]
    files = [*world.stick, *others]
    take(world, session, world.chance.sample(files, world.chance.randint(1, _MOST_SOURCES)))


def take(world: World, session: Session, files: list[Path]) -> int:
    """Merge files; return how many changes were new."""
    report = merge_contents(session, world.pool.read_all(files))
    assert not any(one.error or one.damaged_changes for one in report.sources), report
    return sum(one.new_changes for one in report.sources)


def _take_back(_: World, session: Session) -> None:
    if any(one["taken_back"] is not True for one in receipts(session)):
        undo_merge(session)


Deed = Callable[[World, Session], None]
_OFTEN: dict[Deed, float] = {
    _add: 20,
    _edit: 34,
    _follow_up: 5,
    _remove: 4,
    _restore: 2,
    _resolve: 6,
    _undo: 5,
    _redo: 2,
    _join: 1,
    _erase: 0.05,
    _publish: 5,
    _lend: 5,
    _merge: 7,
    _take_back: 1,
}


def do_one(world: World, session: Session, done: Counter[str]) -> None:
    """Do something and count it."""
    (deed,) = world.chance.choices(list(_OFTEN), weights=list(_OFTEN.values()))
    deed(world, session)
    done[deed.__name__.strip("_")] += 1
