"""Record what a real session asks of SQLite and the file system, so that a test follows the code.

Events are lists, the first word says what: open, sql, close, write, fsync, replace, unlink, and
ack with "work" or "plan" and the number of changes that must be there from then on.
"""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial, partialmethod
from pathlib import Path
from typing import Any
from unittest import mock

from nvworkshop import durable
from nvworkshop.session.sessions import create, open_plan
from tests.faults.editor import Editor, Place
from tests.faults.planted import BUGS

Event = list[Any]


class Recorder:
    """Gathers events on files of one folder."""

    def __init__(self, folder: Path) -> None:
        """Begin with none."""
        self.events: list[Event] = []
        self._folder = str(folder)

    def add(self, what: str, place: object, *more: object) -> None:
        """Add an event if it is about the folder."""
        if str(place).startswith(self._folder):
            self.events.append([what, str(place), *more])

    def connect(self, database: str, **options: Any) -> sqlite3.Connection:
        """Open a database whose statements are recorded."""
        self.add("open", database)
        recorder = self

        class Recorded(sqlite3.Connection):
            def close(self) -> None:
                recorder.add("close", database)
                super().close()

        connection = _CONNECT(database, factory=Recorded, **options)
        connection.set_trace_callback(partial(self.add, "sql", database))
        return connection

    def fsync(self, descriptor: int) -> None:
        """Force a file or folder to the disk."""
        self.add("fsync", Path(f"/proc/self/fd/{descriptor}").readlink())
        _FSYNC(descriptor)

    def wrap(self, name: str) -> Callable[..., Any]:
        """Return a method of Path that is recorded."""
        call = getattr(Path, name)

        def recorded(place: Path, *args: Any, **kwargs: Any) -> Any:
            if place.exists():
                self.add(name, place, *map(str, args))
            return call(place, *args, **kwargs)

        return recorded


_CONNECT = sqlite3.connect
_FSYNC = os.fsync
_WRITE_BYTES = Path.write_bytes
_WRITE = durable.write


def _written(place: Path, recorder: Recorder, data: bytes) -> int:
    recorder.add("write", place, data.hex())
    return _WRITE_BYTES(place, data)


def _made(recorder: Recorder, place: Path, data: bytes) -> None:
    recorder.add("write", place, data.hex())
    _WRITE(place, data)


@contextmanager
def recording(recorder: Recorder) -> Iterator[None]:
    """Record all that happens inside."""
    with (
        mock.patch.object(sqlite3, "connect", recorder.connect),
        mock.patch.object(os, "fsync", recorder.fsync),
        mock.patch.object(Path, "replace", recorder.wrap("replace")),
        mock.patch.object(Path, "unlink", recorder.wrap("unlink")),
        mock.patch.object(Path, "write_bytes", partialmethod(_written, recorder)),
        mock.patch.object(durable, "write", partial(_made, recorder)),
    ):
        yield


def record(at: Place, edits: int, seed: int) -> dict[str, Any]:
    """Play a session on disk with a few publishings and return its events."""
    os.environ["NVWORKSHOP_HOME"] = str(at.home)
    at.plan.parent.mkdir(parents=True)
    create(at.plan, county_part="sodra").close()
    before = at.plan.read_bytes()
    BUGS[at.planted]()
    recorder = Recorder(at.plan.parents[1])
    silence = os.open(os.devnull, os.O_WRONLY)
    with recording(recorder):
        session = open_plan(at.plan, on_disk=True)
        editor = Editor(session, {}, random.Random(seed))
        for number in range(1, edits + 1):
            editor.edit(silence)
            recorder.events.append(["ack", "work", session.store.count()])
            if number % 4 == 0:
                session.publish()
                recorder.events.append(["ack", "plan", session.store.count()])
        session.close()
    return {"events": recorder.events, "plan": before.hex()}
