"""Random work on one plan with random faults between, compared with a model after each of them.

    python -m tests.faults --only mishaps 600

A fault of its own kind is the clock, that is set back and forth by up to ten years.
"""

from __future__ import annotations

import os
import random
import shutil
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from nvworkshop.errors import PlanError
from nvworkshop.planfile.connection import answering
from nvworkshop.session.merge import merge
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create, open_plan
from nvworkshop.session.surroundings import Surroundings
from tests import hostile
from tests.faults import interrupts
from tests.faults.broken import Breaker, breaking
from tests.faults.editor import Editor, Expected
from tests.faults.limits import files_of_at_most
from tests.faults.oracle import rows_of
from tests.faults.result import Result
from tests.faults.whole import ids_in, ids_of, is_plain_swedish

_A_PLANS_STEPS = 2_000
_FAULT = 0.06
_WRONG_DAYS = 3_650
_CALLS = 40
"""Calls of a publishing, about: one of them fails."""


@dataclass
class World:
    """One plan, its session, and what must be true of it."""

    folder: Path
    chance: random.Random
    result: Result
    expected: Expected = field(default_factory=Expected)
    wrong: timedelta = timedelta()
    older: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Make the plan and open it."""
        (self.folder / "plats").mkdir(parents=True)
        self._read, self.descriptor = os.pipe()
        os.set_blocking(self._read, False)
        os.environ["NVWORKSHOP_HOME"] = str(self.home)
        create(self.place, county_part="sodra", surroundings=self.around()).close()
        self.open()
        self.expected.ids = {one.hex().upper() for one in ids_of(self.session)}

    @property
    def place(self) -> Path:
        """The plan file."""
        return self.folder / "plats" / "plan.nvplan"

    @property
    def home(self) -> Path:
        """The program's own folder."""
        return self.folder / "home"

    def around(self) -> Surroundings:
        """Return surroundings with a clock that is as wrong as it is now."""
        return Surroundings(home=lambda: self.home, now=lambda: datetime.now(UTC) + self.wrong)

    def open(self) -> None:
        """Open the plan as the window does; one that can't be opened is given its last file."""
        try:
            session = open_plan(self.place, surroundings=self.around(), on_disk=True)
        except PlanError as error:
            self.told(error)
            self.result.count("not opened, told why")
            self.place.write_bytes(self.older[-1])
            session = open_plan(self.place, surroundings=self.around(), on_disk=True)
        self.session: Session = session
        self.editor = Editor(session, self.expected.things, self.chance)

    def told(self, error: PlanError) -> None:
        """See that an error is a sentence for people."""
        if not is_plain_swedish(error.sentence):
            self.result.obscure(error.sentence)

    def hear(self) -> None:
        """Take what the editor has told."""
        with suppress(BlockingIOError):
            for line in os.read(self._read, 1 << 20).splitlines():
                self.expected.hear(_json(line))

    def edit(self) -> None:
        """Make an edit, or be told why not."""
        try:
            with answering():
                self.editor.edit(self.descriptor)
        except PlanError as error:
            self.told(error)
            self.editor._done.clear()
        self.hear()

    def publish(self) -> None:
        """Publish, or be told why not."""
        try:
            self.session.publish()
        except PlanError as error:
            self.told(error)
            self.result.count("publishing refused")

    def close(self) -> None:
        """Let go of everything."""
        self.session.close()
        os.close(self._read)
        os.close(self.descriptor)

    def compare(self, after: str) -> None:
        """Compare what the plan holds with what must be there."""
        held = {
            one.id: {name: one[name] for name in ("title", "goal", "description") if one[name]}
            for one in self.session.things("action")
        }
        for entity, values in self.expected.things.items():
            if entity != self.expected.loose:
                self.result.lose(held.get(entity) != values, f"after {after}: {entity[:8]}")
        known = {one.hex().upper() for one in ids_of(self.session)}
        self.result.lose(len(self.expected.ids - known), f"after {after}: changes")
        if loose := self.expected.loose:
            self.expected.things[loose] = self.editor.things[loose] = held.get(loose)
            self.expected.loose = ""


def _json(line: bytes) -> dict[str, object]:
    import json

    said: dict[str, object] = json.loads(line)
    return said


def _failing_publish(world: World) -> None:
    code, lasting = world.chance.choice(interrupts.ERRORS), world.chance.random() < 0.5
    breaker = Breaker(world.place.parent, world.chance.randrange(_CALLS), code, lasting=lasting)
    old = world.place.read_bytes() if world.place.exists() else b""
    with breaking(breaker):
        world.publish()
    data = world.place.read_bytes() if world.place.exists() else b""
    whole = data == old or ids_in(data) == ids_of(world.session)
    world.result.lose(not whole, f"the plan file by {breaker.broke[:1]}")


def _failing_writes(world: World) -> None:
    size = max(one.stat().st_size for one in (world.home / "work").glob("*.db"))
    with files_of_at_most(world.chance.randrange(0, size + 8192, 512)):
        for _ in range(world.chance.randint(1, 5)):
            world.edit()
        if world.chance.random() < 0.3:
            world.publish()


def _harmed(world: World) -> None:
    """Let the plan file be harmed, emptied, removed, or replaced by something else."""
    data = bytearray(world.place.read_bytes() if world.place.exists() else world.older[-1])
    harm = world.chance.choice(
        (
            lambda: world.place.write_bytes(hostile.flipped(data, world.chance) or b""),
            lambda: world.place.write_bytes(hostile.zeroed(data, world.chance, 512) or b""),
            lambda: world.place.write_bytes(hostile.cut(data, world.chance) or b""),
            lambda: world.place.write_bytes(b""),
            lambda: world.place.unlink(missing_ok=True),
            lambda: world.place.write_bytes(world.chance.choice(world.older)),
            lambda: world.place.write_bytes("Kom ihåg mjölken\n".encode()),
        )
    )
    harm()
    if world.chance.random() < 0.5:
        world.publish()
    else:
        _reopened(world)


def _reopened(world: World) -> None:
    world.session.close()
    world.open()


def _power_off(world: World) -> None:
    """Let go of the session as a computer does that stops: what lies in its folder is all."""
    image = world.folder / "image"
    shutil.copytree(world.home, image)
    world.session.close()
    shutil.rmtree(world.home)
    image.rename(world.home)
    world.open()


def _clock(world: World) -> None:
    world.wrong = timedelta(days=world.chance.uniform(-_WRONG_DAYS, _WRONG_DAYS))
    if world.chance.random() < 0.5:
        _reopened(world)


def _merged(world: World) -> None:
    entity, source = f"{world.chance.getrandbits(128):032x}", world.folder / "annan.nvplan"
    source.unlink(missing_ok=True)
    other = create(source, county_part="norra", surroundings=world.around())
    values = {"title": f"Från en annan {entity[:6]}"}
    other.add("action", values, entity=entity)
    other.publish()
    other.close()
    if world.chance.random() < 0.3:
        source.write_bytes(hostile.cut(bytearray(source.read_bytes()), world.chance))
        entity = ""
    merge(world.session, [source])
    if entity:
        world.expected.things[entity] = world.editor.things[entity] = values
    world.editor._done.clear()
    world.editor._row = world.session.store.count()


def _second_window(world: World) -> None:
    try:
        open_plan(world.place, surroundings=world.around(), on_disk=True).close()
    except PlanError as error:
        world.told(error)
    else:
        world.result.lose(1, "two windows wrote in one working copy")


FAULTS: dict[str, Callable[[World], None]] = {
    "failing publish": _failing_publish,
    "failing writes": _failing_writes,
    "harmed plan file": _harmed,
    "power off": _power_off,
    "clock": _clock,
    "merge": _merged,
    "second window": _second_window,
}


def run(seconds: float, seed: int, only: tuple[str, ...] = tuple(FAULTS)) -> Result:
    """Work for so many seconds; a new plan now and then."""
    result, chance, end = Result(), random.Random(seed), time.monotonic() + seconds
    while not result.enough(end) and not result.lost:
        with tempfile.TemporaryDirectory() as folder:
            world = World(Path(folder), chance, result)
            _one_plan(world, only, end)
            result.edits += world.expected.edits
            world.close()
    return result


def _one_plan(world: World, only: tuple[str, ...], end: float) -> None:
    world.older.append(world.place.read_bytes())
    for _ in range(_A_PLANS_STEPS):
        world.result.count("operations")
        luck = world.chance.random()
        if luck < _FAULT:
            _fault(world, world.chance.choice(only))
        elif luck < 2 * _FAULT:
            world.publish()
        elif luck < 2.2 * _FAULT:
            _reopened(world)
            world.compare("opening again")
        else:
            world.edit()
        if world.result.lost or world.result.enough(end):
            break
    _judge(world)


def _fault(world: World, name: str) -> None:
    FAULTS[name](world)
    world.result.faults += 1
    world.result.count(name)
    world.compare(name)
    world.publish()
    if ids_in(data := world.place.read_bytes()):
        world.older = [*world.older[-9:], data]


def _judge(world: World) -> None:
    """In the end tables are as a rebuild gives them, and the file holds everything."""
    _reopened(world)
    world.compare("the end")
    world.publish()
    held = ids_in(world.place.read_bytes())
    world.result.lose(held != ids_of(world.session), "the plan file lacks something at the end")
    before = rows_of(world.session.store)
    with world.session.store.transaction():
        world.session.store.rebuild()
    world.result.lose(before != rows_of(world.session.store), "a table differs from a rebuild")
