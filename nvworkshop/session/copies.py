"""Copies of the open plan that lie beside it: what a cloud folder or a person made of it.

Found by what is in them, whatever they are called, and taken in as any merge is.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from stat import S_ISREG
from typing import Any

from nvworkshop.durable import read_json, write_json
from nvworkshop.errors import PlanFileError
from nvworkshop.language import said
from nvworkshop.model.aside import aside_of
from nvworkshop.model.changes import Change
from nvworkshop.model.kinds import ACTION, RECEIPT, WRITER
from nvworkshop.model.things import Thing
from nvworkshop.planfile.publish import Signature
from nvworkshop.planfile.reading.content import PlanContent
from nvworkshop.planfile.reading.limits import MIB
from nvworkshop.planfile.reading.pool import ReaderPool, read_plan
from nvworkshop.planfile.store import Store
from nvworkshop.session.merge import SUFFIX, merge_contents
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.receipt_writing import conflict_count
from nvworkshop.session.session import Session

MOST_ENTRIES = 2_000
MOST_FILES = 20
MOST_BYTES = 256 * MIB
"""What one look takes: names in the folder, and files and bytes to read; the rest comes next."""

_MOST_SEEN = 1_000
_OWN = (WRITER.name, RECEIPT.name)
"""What the program writes for itself: a copy with nothing else that is new has nothing new."""


@dataclass(frozen=True, slots=True)
class FoundCopy:
    """A copy with changes that the open plan lacks, and when and where the newest was written.

    `actions` are how many actions the changes are of. `device` is "" when the copy doesn't say.
    """

    place: Path
    changes: int
    actions: int
    at: datetime
    device: str


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file as it was read: the ids it had and the plan lacked, none when it is of no use."""

    signature: Signature
    unknown: tuple[Change, ...] = ()  # without their values
    at: int = 0
    device: str = ""


class Holds:
    """Tells what the open plan holds of a copy; may be asked from any thread."""

    def __init__(self, store: Store) -> None:
        """Ask that store, of which nothing is read from the disk."""
        self.plan = store.plan
        self._store = store

    def lacks(self, change: Change) -> bool:
        """Tell whether taking in the change would bring it: it is not here, or set aside."""
        return not self._store.knows(change.id) or self._store.aside.covers(change)

    def told_by(self, content: PlanContent) -> Callable[[Change], bool]:
        """Return what tells whether a copy knows by a receipt what is set aside here.

        Such a copy would bring nothing by having the change too.
        """
        receipts = (one for one in content.changes if one.kind == RECEIPT.name)
        brought = [one.data for one in receipts if one.field == "brought"]
        same = aside_of(_taken_back(brought, self.plan), self.plan)
        return lambda change: self._store.knows(change.id) and same.covers(change)


class CopyFinder:
    """Looks beside one open plan now and then; a file is read once for as long as it is the same.

    May be used from any thread.
    """

    def __init__(self, place: Path, holds: Holds, memory: Path) -> None:
        """Take the plan's place, what tells what it holds, and a file to use."""
        self._place = place
        self._holds = holds
        self._memory = memory
        self._seen = dict(_remembered(memory))
        self._lock = threading.Lock()

    def look(self, cancel: Callable[[], bool] | None = None) -> tuple[FoundCopy, ...]:
        """Return the copies beside with something new, newest first.

        Raises CancelledError when `cancel` says so.
        """
        with self._lock:
            files = dict(_beside(self._place))
            self._read(files, cancel)
            found = [self._found(file) for file in files]
        return tuple(sorted(filter(None, found), key=lambda one: one.at, reverse=True))

    def leave(self, place: Path) -> None:
        """Say no to a copy: it is not found again until somebody writes in it."""
        with self._lock:
            if place in self._seen:
                self._seen[place] = _Seen(self._seen[place].signature)
                self._remember()

    def _found(self, file: Path) -> FoundCopy | None:
        seen = self._seen.get(file, _Seen(None))
        new = [one for one in seen.unknown if self._holds.lacks(one)]
        actions = {one.entity for one in new if one.kind == ACTION.name}
        return FoundCopy(file, len(new), len(actions), _time(seen.at), seen.device) if new else None

    def _read(self, files: dict[Path, Signature], cancel: Callable[[], bool] | None) -> None:
        """Read the files that have come or changed since they were last read."""
        fresh = [
            file
            for file, signature in files.items()
            if file not in self._seen or self._seen[file].signature != signature
        ]
        if not fresh:
            return
        try:
            with ReaderPool(workers=1) as pool:
                for file, content in pool.read_all(_few(fresh, files), cancel=cancel):
                    self._seen[file] = self._judged(files[file], content)
        finally:
            self._remember()

    def _judged(self, signature: Signature, content: PlanContent | PlanFileError) -> _Seen:
        if isinstance(content, PlanFileError) or content.plan != self._holds.plan:
            return _Seen(signature)
        told, lacks = self._holds.told_by(content), self._holds.lacks
        of_people = (one for one in content.changes if one.kind not in _OWN)
        new = [one for one in of_people if lacks(one) and not told(one)]
        if not new:
            return _Seen(signature)
        newest = max(new, key=lambda one: (one.at, one.id))
        unknown = tuple(one._replace(salt=None, value=None) for one in new)
        return _Seen(signature, unknown, newest.at, _device(newest, content.changes))

    def _remember(self) -> None:
        """Keep on the disk what never needs to be read again; without it all is read again."""
        useless = [(file, one) for file, one in self._seen.items() if not one.unknown]
        data = [[str(file), *one.signature] for file, one in useless if one.signature]
        try:
            write_json(self._memory, data[-_MOST_SEEN:])
        except OSError:
            return


def take_in(session: Session, place: Path) -> Outcome:
    """Merge a copy of the plan into it, with a receipt and a backup; the copy is left as it is.

    Raises PlanFileError when it can't be read or is another plan.
    """
    content = read_plan(place)
    if content.plan != session.store.plan:
        raise PlanFileError(
            said("{name} är en annan plan än den du skriver på.").format(name=place.name),
            hint=said("Slå samman den i stället, om den ska med."),
        )
    before = conflict_count(session)
    report = merge_contents(session, [(place, content)])
    (source,) = report.sources
    conflicts = report.conflicts - before
    told = said("Ändringarna i {file} är med nu.").format(file=source.file)
    if conflicts > 0:
        told += (
            said(" 1 fält har nu två värden att välja mellan.")
            if conflicts == 1
            else said(" {n} fält har nu två värden att välja mellan.").format(n=conflicts)
        )
    return Outcome(label=said("Ta in kopian"), notes=(told, *source.notes))


def _beside(place: Path) -> Iterator[tuple[Path, Signature]]:
    """Yield the plan files in the plan's folder but its own, with their signatures."""
    own = _stat(place)
    try:
        with os.scandir(place.parent) as entries:
            names = [one.name for _, one in zip(range(MOST_ENTRIES), entries, strict=False)]
    except OSError:  # a folder that is out of reach has no copies to offer
        return
    for name in filter(_is_plan_file, names):
        file = place.with_name(name)
        stat = _stat(file)
        if stat is None or (own and os.path.samestat(stat, own)) or stat.st_size > MOST_BYTES:
            continue
        yield file, (stat.st_size, stat.st_mtime_ns, stat.st_ino)


def _is_plan_file(name: str) -> bool:
    return name.casefold().endswith(SUFFIX) and not name.startswith(".")


def _stat(file: Path) -> os.stat_result | None:
    with suppress(OSError):
        found = file.stat()
        return found if S_ISREG(found.st_mode) else None
    return None


def _few(files: list[Path], signatures: dict[Path, Signature]) -> list[Path]:
    """Return those to read now: the last written first, as many as one look may take."""
    left = MOST_BYTES
    chosen = []
    ordered = sorted(files, key=lambda file: (signatures[file] or (0, 0, 0))[1], reverse=True)
    for file in ordered[:MOST_FILES]:
        left -= (signatures[file] or (0, 0, 0))[0]
        if left >= 0:
            chosen.append(file)
    return chosen


def _taken_back(brought: Iterable[Any], plan: str) -> Iterator[Thing]:
    """Yield receipts as if they were taken back, from what they brought."""
    for one in brought:
        values = {"plan": plan, "taken_back": True, "brought": one}
        yield Thing(RECEIPT.name, "", values)


def _device(change: Change, changes: list[Change]) -> str:
    """Return the name of the device a change was written on."""
    writer = change.writer.hex()
    told = (one.data for one in changes if one.entity == writer and one.field == "device")
    return next((one for one in told if isinstance(one, str)), "")


def _time(at: int) -> datetime:
    try:
        return datetime.fromtimestamp(at / 1000, UTC)
    except (OverflowError, ValueError, OSError):
        return datetime.fromtimestamp(0, UTC)


def _remembered(memory: Path) -> Iterator[tuple[Path, _Seen]]:
    data: Any = read_json(memory)
    for one in data if isinstance(data, list) else ():
        try:
            file, size, changed, inode = one
            yield Path(file), _Seen((int(size), int(changed), int(inode)))
        except (TypeError, ValueError):
            continue
