"""Replay recorded events through an SQLite whose every write and sync is seen."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import apsw

from tests.faults.recorder import Event

Operation = tuple[Any, ...]
"""create, write, sync, sync_journal, sync_folder, unlink, rename or ack, and what it is about."""

_NAME = "seen"


class _SeenFile(apsw.VFSFile):
    def __init__(self, name: Any, flags: list[int], tell: Callable[..., None]) -> None:
        super().__init__("", name, flags)
        self._place = name.filename() if isinstance(name, apsw.URIFilename) else name
        self._tell = tell if self._place else _deaf
        self._tell("create", self._place)

    def xWrite(self, data: bytes, at: int) -> None:  # noqa: N802 - SQLite's name
        self._tell("write", self._place, at, bytes(data))
        super().xWrite(data, at)

    def xTruncate(self, size: int) -> None:  # noqa: N802 - SQLite's name
        self._tell("write", self._place, size, None)
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:  # noqa: N802 - SQLite's name
        journal = str(self._place).endswith("-journal")
        self._tell("sync_journal" if journal else "sync", self._place)
        super().xSync(flags)


class _Seen(apsw.VFS):
    def __init__(self, tell: Callable[..., None]) -> None:
        super().__init__(_NAME, "")
        self._tell = tell

    def xOpen(self, name: Any, flags: list[int]) -> _SeenFile:  # noqa: N802 - SQLite's name
        return _SeenFile(name, flags, self._tell)

    def xDelete(self, name: str, sync_folder: bool) -> None:  # noqa: N802 - SQLite's name
        super().xDelete(name, sync_folder)
        self._tell("unlink", name)
        if sync_folder:
            self._tell("sync_folder", str(Path(name).parent))


def _deaf(*_: object) -> None:
    return


def operations(events: list[Event]) -> list[Operation]:
    """Do the events again and return every operation on the disk that they lead to."""
    seen: list[Operation] = []

    def tell(*what: Any) -> None:
        seen.append(what)

    vfs = _Seen(tell)
    connections: dict[str, apsw.Connection] = {}
    for event in events:
        for one in _do(event, connections):
            tell(*one)
    for connection in connections.values():
        connection.close()
    vfs.unregister()
    return seen


def _do(event: Event, connections: dict[str, apsw.Connection]) -> Iterator[Operation]:
    what, place, *more = event
    if what == "open":
        Path(place).parent.mkdir(parents=True, exist_ok=True)
        connections[place] = apsw.Connection(place, vfs=_NAME)
    elif what == "sql":
        if not more[0].startswith("SELECT"):
            connections[place].execute(more[0])
    elif what == "close":
        connections.pop(place).close()
    elif what == "ack":
        yield what, place, more[0]
    else:
        yield from _on_files(what, Path(place), more)


def _on_files(what: str, place: Path, more: list[str]) -> Iterator[Operation]:
    if what == "write":
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(bytes.fromhex(more[0]))
        yield from (("create", str(place)), ("write", str(place), 0, bytes.fromhex(more[0])))
    elif what == "fsync":
        yield "sync_folder" if place.is_dir() else "sync", str(place)
    elif what == "replace":
        os.replace(place, more[0])  # noqa: PTH105 - Path.replace is what is recorded
        yield "rename", str(place), more[0]
    elif what == "unlink":
        place.unlink(missing_ok=True)
        yield "unlink", str(place)
