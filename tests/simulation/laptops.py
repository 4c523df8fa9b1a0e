"""Laptops that edit, copy, exchange and merge at random, and must end alike with nothing lost.

python -m tests.simulation.laptops --laptops 20 --steps 10000 --seed 1
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from nvworkshop.model.changes import is_intact
from nvworkshop.model.heads import heads
from nvworkshop.model.kinds import KINDS
from nvworkshop.planfile.reading.pool import ReaderPool
from nvworkshop.session.receipt_writing import conflict_count
from nvworkshop.session.session import Session
from tests.simulation.deeds import do_one, take
from tests.simulation.world import World

_STEPS_A_VISIT = (1, 12)
_MOST_ROUNDS = 12


@dataclass
class Tally:
    """The figures of a run; the last four must be 1, 0, 0 and 0."""

    laptops: int
    steps: int
    changes: int = 0
    actions: int = 0
    conflicts: int = 0
    rounds: int = 0
    fingerprints: int = 0
    lost: int = 0
    invented: int = 0
    untrue: int = 0
    done: Counter[str] = field(default_factory=Counter)


def run(folder: Path, laptops: int, steps: int, seed: int) -> Tally:
    """Let the laptops work for that many steps, exchange until nothing is new, and compare."""
    tally = Tally(laptops, steps)
    with ReaderPool() as pool:
        world = World(folder, Random(seed), pool)
        world.found(laptops)
        while world.step < steps:
            _visit(world, steps, tally.done)
            _between(world, tally.done)
        _exchange(world, tally)
    _compare(world, tally)
    return tally


def _visit(world: World, steps: int, done: Counter[str]) -> None:
    """Let somebody work at a laptop for a while, and publish at the end or not."""
    until = min(steps, world.step + world.chance.randint(*_STEPS_A_VISIT))
    with world.visit(world.chance.choice(world.names)) as session:
        while world.step < until:
            world.step += 1
            do_one(world, session, done)
        if world.chance.random() < 0.7:
            session.publish()


def _between(world: World, done: Counter[str]) -> None:
    """Do, now and then, what happens to laptops and files beside the program."""
    name, other = world.chance.sample(world.names, 2)
    luck = world.chance.random()
    if luck < 0.01:
        world.replace(name, other)
        done["laptop_copied"] += 1
    elif luck < 0.02:
        world.install_anew(name)
        done["installed_anew"] += 1
    elif luck < 0.05 and _same_plan(world, name, other):
        world.put_over(name, other)
        done["file_put_over"] += 1
    elif luck < 0.10:
        world.set_clock(name)
        done["clock_set"] += 1


def _same_plan(world: World, name: str, other: str) -> bool:
    plans = []
    for one in (name, other):
        with world.visit(one) as session:
            plans.append(session.store.plan)
    return plans[0] == plans[1]


def _exchange(world: World, tally: Tally) -> None:
    """Let one gather from all and all take from the one, until nobody gets anything new."""
    for name in world.names:
        world.whole(name)
    first, *others = world.names
    files = [*world.stick, *world.kept]
    for tally.rounds in range(1, _MOST_ROUNDS):
        new = _taken(world, first, [*files, *map(world.file_of, others)])
        for name in others:
            new += _taken(world, name, [world.file_of(first)])
        if not new:
            return
        files = []


def _taken(world: World, name: str, files: list[Path]) -> int:
    with world.visit(name) as session:
        new = take(world, session, files)
        session.publish()
    return new


def _compare(world: World, tally: Tally) -> None:
    """Compare what the laptops hold, and that with all that was ever acknowledged."""
    prints = set()
    for name in world.names:
        with world.visit(name) as session:
            log = {one.id for one in session.store.changes()}
            prints.add(fingerprint(session))
            tally.lost = max(tally.lost, len(world.acknowledged - log))
            tally.invented = max(tally.invented, len(log - world.acknowledged))
            tally.untrue += _untrue(session)
            tally.changes, tally.conflicts = len(log), conflict_count(session)
            tally.actions = len(session.things("action"))
    tally.fingerprints = len(prints)


def fingerprint(session: Session) -> str:
    """Return a hash of the heads of everything that people write and that is not set aside."""
    of: dict[tuple[str, str], list[bytes]] = {}
    for kind, entity in _things(session):
        standing = heads(one for one in session.store.changes_of(entity) if one.kind == kind)
        of[kind, entity] = sorted(one.id for several in standing.values() for one in several)
    text = repr(sorted(of.items()))
    return hashlib.sha256(text.encode()).hexdigest()


def _things(session: Session) -> Iterable[tuple[str, str]]:
    keys = {(one.kind, one.entity) for one in session.store.changes()}
    return sorted(key for key in keys if not KINDS[key[0]].system)


def _untrue(session: Session) -> int:
    """Return how many changes don't verify, and how many tables differ from a rebuild."""
    bad = sum(not is_intact(one) for one in session.store.changes())
    before = _tables(session)
    with session.store.transaction():
        session.store.rebuild()
    return bad + sum(one != other for one, other in zip(before, _tables(session), strict=True))


def _tables(session: Session) -> list[list[tuple[object, ...]]]:
    one = session.store.connection.execute
    return [sorted(one(f'SELECT * FROM "{name}"'), key=repr) for name in KINDS]


def main() -> None:
    """Run and print the figures."""
    parser = argparse.ArgumentParser()
    for name, number in (("laptops", 20), ("steps", 10_000), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=number)
    asked = parser.parse_args()
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        tally = run(Path(folder), asked.laptops, asked.steps, asked.seed)
    figures = {name: value for name, value in vars(tally).items() if name != "done"}
    line = " ".join(f"{name}={value}" for name, value in {**figures, **tally.done}.items())
    sys.stdout.write(
        f"laptops seed={asked.seed} {line} seconds={time.perf_counter() - began:.0f}\n"
    )


if __name__ == "__main__":
    main()
