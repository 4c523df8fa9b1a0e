"""Edit and publish under strace: every system call on the files killed or failed in turn.

With --where work it is the calls on the working copy, else those on the plan file.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nvworkshop.planfile.workcopy import working_copy
from nvworkshop.session.sessions import create, open_plan
from nvworkshop.session.target import Target
from tests.faults import figures
from tests.faults.whole import ids_in, ids_of, is_plain_swedish, litter

KILL = "signal=SIGKILL"
FAULTS = (KILL, "error=ENOSPC", "error=EIO", "error=EACCES", "error=EROFS", "error=EIO+")
"""What is injected; a plus at the end means from that call on."""

_NOT_FAILED = {"close", "fstat", "lseek", "fcntl", "newfstatat", "getdents64"}
"""Calls that are killed at, but whose failing says nothing about a disk."""

_LINE = re.compile(r"^(\w+)\(")


@dataclass
class Tally:
    """The figures of a run."""

    points: int = 0
    kills: int = 0
    refused: int = 0
    harmed: int = 0
    litter: int = 0
    unclear: int = 0
    lost: int = 0
    why: list[str] = field(default_factory=list)

    def note(self, name: str, point: str) -> None:
        """Count something that must not be."""
        setattr(self, name, getattr(self, name) + 1)
        self.why.append(f"{name}: {point}")


@dataclass(frozen=True)
class Scene:
    """A plan that lies ready to be published."""

    folder: Path
    planted: str = ""
    where: str = ""

    @property
    def place(self) -> Path:
        """The plan file."""
        return self.folder / "plats" / "plan.nvplan"

    def make(self) -> None:
        """Make the plan and its working copy once."""
        self.place.parent.mkdir(parents=True)
        create(self.place, county_part="sodra").close()

    def _looked(self) -> list[Path]:
        """Return the files whose calls are disturbed."""
        if self.where:
            plan = open_plan(self.place).store.plan
            working_copy(self.folder / "home" / "work", self.place, plan).close()
            (place,) = (self.folder / "home" / "work").glob("*.db")
            return [place, place.with_name(f"{place.name}-journal"), place.parent]
        target = Target(self.place, self.folder / "home")
        hidden = self.place.with_name(f".{self.place.name}.{target._writer}.tmp")
        return [self.place, hidden, hidden.with_name(f"{hidden.name}-journal"), self.place.parent]

    def strace(self, *options: str) -> subprocess.CompletedProcess[str]:
        """Edit and publish under strace, which looks at those files only."""
        paths = [word for path in self._looked() for word in ("-P", str(path))]
        command = [sys.executable, "-m", "tests.faults.publisher", str(self.place), self.planted]
        return subprocess.run(
            ["strace", "-qq", *paths, *options, *command],
            cwd=figures.ROOT,
            env=os.environ | {"NVWORKSHOP_HOME": str(self.folder / "home")},
            capture_output=True,
            text=True,
            check=False,
        )


def run(step: int, planted: str = "", where: str = "", first: int = 0) -> Tally:
    """Go through every `step`-th point of every fault, from the `first`."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        model = Scene(Path(folder) / "model", planted, where)
        os.environ["NVWORKSHOP_HOME"] = str(model.folder / "home")
        model.make()
        for number, (fault, call, turn) in enumerate(_points(Path(folder), model), 1):
            if number % step == first:
                _one(_copied(model, Path(folder) / "scene"), (fault, call, turn), tally)
    return tally


def _copied(model: Scene, folder: Path) -> Scene:
    """Lay out the scene anew; the same path each time, as the lock's name depends on it."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(model.folder, folder)
    os.environ["NVWORKSHOP_HOME"] = str(folder / "home")
    return Scene(folder, model.planted, model.where)


def _points(folder: Path, model: Scene) -> Iterator[tuple[str, str, int]]:
    """Yield every fault at every call that a publishing makes."""
    log = folder / "calls"
    _copied(model, folder / "scene").strace("-o", str(log))
    names = (_LINE.match(line) for line in log.read_text().splitlines())
    calls = Counter(name[1] for name in names if name)
    for fault in FAULTS:
        for call, times in sorted(calls.items()):
            if fault == KILL or call not in _NOT_FAILED:
                yield from ((fault, call, turn) for turn in range(1, times + 1))


def _one(scene: Scene, fault: tuple[str, str, int], tally: Tally) -> None:
    what, call, turn = fault
    old = scene.place.read_bytes()
    lasting = "+" if what.endswith("+") else ""
    inject = f"inject={call}:{what.rstrip('+')}:when={turn}{lasting}"
    done = scene.strace("-o", "/dev/null", "-e", inject)
    said: dict[str, Any] = {}
    for line in done.stdout.splitlines():
        said |= json.loads(line)
    point = f"{what} at {call} {turn} {sorted(said)}"
    tally.points += 1
    tally.kills += what == KILL
    tally.refused += "failed" in said
    _judge(scene, old, (said, point), tally)
    if what != KILL:
        if litter(scene.place.parent) and not call.startswith("unlink"):
            tally.note("litter", point)
        for sentence in (said.get("failed"), said.get("refused")):
            if sentence and not is_plain_swedish(sentence):
                tally.note("unclear", f"{point} {sentence}")
        if not said:
            tally.note("unclear", f"{point} {done.stderr[-300:]}")


def _judge(scene: Scene, old: bytes, told: tuple[dict[str, Any], str], tally: Tally) -> None:
    said, point = told
    data = scene.place.read_bytes() if scene.place.exists() else b""
    kept = {bytes.fromhex(one) for one in said.get("kept", ())}
    found = ids_in(data)
    if data != old and (found is None or not kept <= found):
        tally.note("harmed", point)
        return
    if said.get("published") and not kept <= (found or set()):
        tally.note("lost", f"published: {point}")
    session = open_plan(scene.place, on_disk=True)
    if not kept <= ids_of(session):
        tally.note("lost", point)
    numbered = Counter((one.writer, one.seq) for one in session.store.changes())
    if max(numbered.values()) > 1:
        tally.note("harmed", f"a number used twice: {point}")
    session.add("idea", {"title": "Efteråt"})
    session.publish()
    if ids_in(scene.place.read_bytes()) != ids_of(session) or litter(scene.place.parent):
        tally.note("lost", f"later: {point}")
    session.close()


def main() -> None:
    """Run and print the figures; --count is every how many fault points are tried."""
    options = figures.arguments(1, "planted", "where")
    tally = run(options.count, options.planted, options.where)
    for one in tally.why:
        sys.stdout.write(f"{one}\n")
    numbers = {key: value for key, value in vars(tally).items() if isinstance(value, int)}
    figures.tell("syscalls", **numbers)


if __name__ == "__main__":
    main()
