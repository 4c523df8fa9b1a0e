"""Plan files damaged by the thousand: what verifies comes out, the rest gets a clear sentence."""

from __future__ import annotations

import os
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from nvworkshop.errors import PlanError
from nvworkshop.model.changes import Change
from nvworkshop.planfile.reading.content import PlanContent
from nvworkshop.planfile.reading.pool import ReaderPool
from nvworkshop.session.sessions import create, open_plan
from tests import hostile
from tests.faults.result import Result
from tests.faults.whole import is_plain_swedish

_BATCH = 20
_OPENED = 2
"""How many of a batch are opened as plans too, rebuilt tables and all."""

Damage = Callable[[bytearray, random.Random], bytearray]


def _several_bits(data: bytearray, rng: random.Random) -> bytearray:
    for _ in range(rng.randint(2, 64)):
        data = hostile.flipped(data, rng)
    return data


def _a_sector(data: bytearray, rng: random.Random) -> bytearray:
    return hostile.zeroed(data, rng, 512)


def _noise(data: bytearray, rng: random.Random) -> bytearray:
    at = rng.randrange(len(data))
    return data[:at] + rng.randbytes(rng.randint(1, 5000)) + data[at:]


def _swapped(data: bytearray, rng: random.Random) -> bytearray:
    """Let two pages change places."""
    one, other = (rng.randrange(len(data) // 4096) * 4096 for _ in range(2))
    swapped = bytearray(data)
    swapped[one : one + 4096] = data[other : other + 4096]
    swapped[other : other + 4096] = data[one : one + 4096]
    return swapped


def _beginning_gone(data: bytearray, rng: random.Random) -> bytearray:
    return data[rng.randrange(len(data)) :]


def _patched(data: bytearray, rng: random.Random) -> bytearray:
    """Write sensible bytes of another place over some, as a disk's mistake does."""
    size, patched = rng.randint(1, 400), bytearray(data)
    to, of = rng.randrange(len(data)), rng.randrange(len(data))
    patched[to : to + size] = data[of : of + size]
    return patched


DAMAGES: dict[str, Damage] = {
    "a bit": hostile.flipped,
    "bits": _several_bits,
    "a page zeroed": hostile.zeroed,
    "a sector zeroed": _a_sector,
    "cut": hostile.cut,
    "pages swapped": _swapped,
    "bytes put in": _noise,
    "bytes moved": _patched,
    "beginning gone": _beginning_gone,
}


def originals(folder: Path, seed: int) -> list[Path]:
    """Make plan files: crafted logs with all sorts of values, and one that the program made."""
    made = [
        hostile.write_plan(folder / f"{count}.nvplan", hostile.make_changes(count, seed=seed))
        for count in (12, 90, 400)
    ]
    session = create(folder / "plan.nvplan", county_part="sodra")
    for number in range(40):
        session.add("action", {"title": f"Åtgärd {number}", "goal": f"Trygg hemma {number} " * 40})
    session.publish()
    session.close()
    return [*made, folder / "plan.nvplan"]


def run(seconds: float, seed: int) -> Result:
    """Damage files for so many seconds, a batch at least."""
    result, rng = Result(), random.Random(seed)
    with tempfile.TemporaryDirectory() as name, ReaderPool() as pool:
        folder = Path(name)
        os.environ["NVWORKSHOP_HOME"] = str(folder / "home")
        whole = [(one.read_bytes(), _changes(pool, one)) for one in originals(folder, seed)]
        end = time.monotonic() + seconds
        while not result.enough(end):
            _batch(folder, whole, (rng, pool), result)
    return result


def _changes(pool: ReaderPool, place: Path) -> set[Change]:
    ((_, content),) = pool.read_all([place])
    if not isinstance(content, PlanContent):
        raise content
    return set(content.changes)


def _batch(
    folder: Path,
    whole: list[tuple[bytes, set[Change]]],
    tools: tuple[random.Random, ReaderPool],
    result: Result,
) -> None:
    rng, pool = tools
    made: dict[Path, tuple[str, set[Change]]] = {}
    for number in range(_BATCH):
        (data, changes), kind = rng.choice(whole), rng.choice(list(DAMAGES))
        place = folder / f"skadad {number}.nvplan"
        place.write_bytes(DAMAGES[kind](bytearray(data), rng))
        made[place] = kind, changes
    for place, content in pool.read_all(made):
        _judge(content, *made[place], result)
    for place in rng.sample(list(made), _OPENED):
        _open(place, *made[place], result)


def _judge(content: object, kind: str, changes: set[Change], result: Result) -> None:
    result.faults += 1
    result.count("changes before", len(changes))
    if not isinstance(content, PlanContent):
        result.count("refused")
        if not isinstance(content, PlanError) or not is_plain_swedish(content.sentence):
            result.obscure(f"{kind}: {content!r}")
        return
    found = set(content.changes)
    result.count("opened")
    result.count("changes recovered", len(found))
    result.lose(len(found - changes), f"{kind}: values that nobody wrote")
    if content.clean and found != changes:
        result.lose(len(changes - found), f"{kind}: not told of")


def _open(place: Path, kind: str, changes: set[Change], result: Result) -> None:
    """Open it as a plan; what it then holds is what verified."""
    try:
        session = open_plan(place)
    except PlanError as error:
        if not is_plain_swedish(error.sentence):
            result.obscure(f"{kind}: {error.sentence}")
        return
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        result.obscure(f"{kind}: {error!r}")
        return
    invented = {one.id for one in session.store.changes()} - {one.id for one in changes}
    result.lose(len(invented), f"{kind}: opened with what nobody wrote")
    result.count("opened as plans")
    session.close()
