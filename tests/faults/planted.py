"""Bugs put in on purpose, in a child only: a harness that doesn't catch them proves nothing."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path

from nvworkshop.model.changes import Change
from nvworkshop.planfile import connection, publish
from nvworkshop.planfile.store import Appended, Store
from nvworkshop.session import opening


def _put(module: object, name: str, instead: object) -> None:
    setattr(module, name, instead)


def _pragma(name: str, value: str) -> None:
    kept = [one for one in connection._PRAGMAS if not one.startswith(f"{name}=")]
    _put(connection, "_PRAGMAS", (*kept, f"{name}={value}"))
    _put(connection, "_take", lambda _: None)


def _rewritten_in_place(temporary: Path, place: Path) -> None:
    data = temporary.read_bytes()
    with place.open("wb", buffering=0) as file:
        for at in range(0, len(data), 64):
            file.write(data[at : at + 64])


def _unsynced_snapshot(store: Store, target: Path) -> None:
    copy = sqlite3.connect(":memory:")
    store.connection.execute(
        "INSERT OR REPLACE INTO meta VALUES ('changes', ?)", (str(store.count()),)
    )
    store.connection.backup(copy)
    target.write_bytes(copy.serialize())
    copy.close()


def _no_file_sync() -> None:
    _put(publish, "snapshot", _unsynced_snapshot)
    _put(publish, "sync", lambda _: None)


def _no_folder_sync() -> None:
    _put(publish, "sync_folder", lambda _: None)


def _in_place() -> None:
    _put(publish, "replace", _rewritten_in_place)


def _in_memory() -> None:
    _put(opening, "working_copy", lambda *given: Store.create(None, plan=given[2]))


def _forgetful() -> None:
    """Let every fiftieth change be acknowledged without being kept."""
    append, counted = Store.append, itertools.count(1)

    def forgetful(store: Store, changes: Iterable[Change]) -> Appended:
        return append(store, [one for one in changes if next(counted) % 50])

    _put(Store, "append", forgetful)


PLAIN_REPLACE = "plain-replace"
"""A replace that is not written through: it shows by the Windows rule, on the model of a disk."""

BUGS: dict[str, Callable[[], None]] = {
    "": lambda: None,
    "synchronous-off": lambda: _pragma("synchronous", "OFF"),
    "in-memory": _in_memory,
    "no-file-sync": _no_file_sync,
    "no-folder-sync": _no_folder_sync,
    "in-place": _in_place,
    "forgetful": _forgetful,
    PLAIN_REPLACE: lambda: None,
}
"""What can be planted, by name; "" is the program as it is."""
