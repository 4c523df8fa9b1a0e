"""A disk as a model: what has been written, what is sure to be there, and what a cut may leave.

Unsynced writes may be there in part, torn within a sector's bounds, and in any order. Entries of a
folder change in order, but only a sync of that folder makes them sure. By the Windows rule there is
no such sync: a file's own sync makes its own name sure, a replace is written through, and a removal
is never sure.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import PurePath

SECTOR = 512

Write = tuple[int, bytes | None]
"""Where and what; None cuts the file there."""

Entry = tuple[str, str, str]
"""link, unlink or rename; the name; the new name of a rename."""


@dataclass(eq=False)
class File:
    """One file's bytes: sure, as the program sees them, and the writes between."""

    sure: bytes = b""
    seen: bytes = b""
    waiting: list[Write] = field(default_factory=list)

    def write(self, one: Write) -> None:
        """Write without syncing."""
        self.seen = _applied(self.seen, one)
        self.waiting.append(one)

    def sync(self) -> None:
        """Make everything sure."""
        self.sure, self.waiting = self.seen, []

    def after_cut(self, chance: random.Random) -> bytes:
        """Return what may be there after a cut."""
        kind = chance.choice(("none", "all", "first", "any", "torn"))
        if kind == "all":
            return self.seen
        data = self.sure
        until = chance.randint(0, len(self.waiting))
        for number, one in enumerate(self.waiting if kind != "none" else ()):
            if kind == "first" and number >= until:
                break
            if kind == "any" and chance.random() < 0.5:
                continue
            data = _applied(data, _torn(one, chance) if kind == "torn" else one)
        return data


def _applied(data: bytes, one: Write) -> bytes:
    at, new = one
    if new is None:
        return data[:at].ljust(at, b"\0")
    return data[:at].ljust(at, b"\0") + new + data[at + len(new) :]


def _torn(one: Write, chance: random.Random) -> Write:
    at, new = one
    if new is None or len(new) <= SECTOR:
        return one
    return at, new[: SECTOR * chance.randint(0, len(new) // SECTOR)]


class Disk:
    """Files by name; `windows` chooses the rule for folders, `through` how a replace is done."""

    def __init__(self, files: dict[str, bytes], *, windows: bool, through: bool = True) -> None:
        """Begin with files that are sure to be there."""
        self._windows = windows
        self._through = through
        self.names = {name: File(data, data) for name, data in files.items()}
        self._sure = dict(self.names)
        self._waiting: list[tuple[Entry, File]] = []

    def _entry(self, entry: Entry, file: File) -> None:
        _change(self.names, entry, file)
        self._waiting.append((entry, file))

    def create(self, name: str) -> None:
        """Make an empty file unless there is one."""
        if name not in self.names:
            self._entry(("link", name, ""), File())

    def write(self, name: str, at: int, data: bytes | None) -> None:
        """Write bytes at a place, or cut the file there."""
        self.names[name].write((at, data))

    def sync(self, name: str, *, journal: bool = False) -> None:
        """Sync a file; SQLite syncs the folder too for a journal, where it can."""
        file = self.names[name]
        file.sync()
        if journal:
            self.sync_folder(str(PurePath(name).parent))
        if self._windows:
            self._settle([one for one in self._waiting if one[1] is file and one[0][0] == "link"])

    def sync_folder(self, folder: str) -> None:
        """Make the folder's entries sure, where the system can."""
        if not self._windows:
            within = (one for one in self._waiting if str(PurePath(one[0][1]).parent) == folder)
            self._settle(list(within))

    def _settle(self, entries: list[tuple[Entry, File]]) -> None:
        for entry, file in entries:
            _change(self._sure, entry, file)
        self._waiting = [one for one in self._waiting if one not in entries]

    def unlink(self, name: str) -> None:
        """Remove a name."""
        if name in self.names:
            self._entry(("unlink", name, ""), self.names[name])

    def rename(self, name: str, new: str) -> None:
        """Put a file in another's place."""
        self._entry(("rename", name, new), self.names[name])
        if self._windows and self._through:
            self._settle(self._waiting[-1:])

    def after_cut(self, chance: random.Random) -> dict[str, bytes]:
        """Return the files that may be there after a cut."""
        names = dict(self._sure)
        for entry, file in self._waiting[: chance.randint(0, len(self._waiting))]:
            _change(names, entry, file)
        return {name: file.after_cut(chance) for name, file in names.items()}


def _change(names: dict[str, File], entry: Entry, file: File) -> None:
    what, name, new = entry
    if what == "link":
        names[name] = file
        return
    names.pop(name, None)
    if what == "rename":
        names[new] = file
