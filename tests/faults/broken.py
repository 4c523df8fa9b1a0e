"""Make the n-th file-system call of publishing fail, by standing in for the calls themselves.

Only calls on files of one folder count, so that the program's other work goes on undisturbed.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest import mock

from nvworkshop import durable
from nvworkshop.planfile import publish
from nvworkshop.planfile.store import Store
from nvworkshop.session import target

_PATH_CALLS = ("unlink", "read_bytes", "replace", "stat", "open")
_OS_CALLS = ("open", "fsync", "close")


class Breaker:
    """Counts calls and raises at the n-th, or from there on; n = -1 only counts."""

    def __init__(self, folder: Path, number: int, code: int, *, lasting: bool) -> None:
        """Break call `number` (from 0) with an errno, once or from there on."""
        self._folder = str(folder)
        self._number = number
        self._code = code
        self._lasting = lasting
        self.calls: list[str] = []

    @property
    def broke(self) -> list[str]:
        """The names of the calls that failed."""
        if self._number < 0:
            return []
        return self.calls[self._number : None if self._lasting else self._number + 1]

    def check(self, name: str, about: object) -> None:
        """Count a call and fail it when it is its turn."""
        if isinstance(about, Path | str) and not str(about).startswith(self._folder):
            return
        now = len(self.calls)
        self.calls.append(name)
        if now == self._number or (self._lasting and 0 <= self._number < now):
            raise OSError(self._code, os.strerror(self._code), str(about))

    def wrap(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """Return the call with the check before it."""

        def broken(about: object, *args: Any, **kwargs: Any) -> Any:
            self.check(name, about)
            return call(about, *args, **kwargs)

        return broken

    def snapshot(self, store: Store, place: Path) -> None:
        """Write a snapshot; one that fails leaves half a file, as a full disk does."""
        try:
            self.check("VACUUM INTO", place)
        except OSError as error:
            place.write_bytes(b"SQLite format 3\0 half")
            text = "database or disk is full" if error.errno == 28 else "disk I/O error"
            raise sqlite3.OperationalError(text) from error
        _SNAPSHOT(store, place)

    def opened(self, place: Path) -> sqlite3.Connection:
        """Open what was written, to be read back."""
        try:
            self.check("opened", place)
        except OSError as error:
            raise sqlite3.OperationalError("unable to open database file") from error
        return _OPENED(place)


_SNAPSHOT, _OPENED = publish.snapshot, publish.opened
_AS_THEY_ARE = ("O_RDWR", "O_RDONLY", "W_OK", "name", "access")


@contextmanager
def breaking(breaker: Breaker) -> Iterator[Breaker]:
    """Let the breaker stand between publishing and the file system."""
    system = SimpleNamespace(
        **{name: getattr(os, name) for name in _AS_THEY_ARE},
        **{name: breaker.wrap(name, getattr(os, name)) for name in _OS_CALLS},
    )
    with ExitStack() as stack:
        for module in (durable, target):
            stack.enter_context(mock.patch.object(module, "os", system))
        stack.enter_context(mock.patch.object(publish, "snapshot", breaker.snapshot))
        stack.enter_context(mock.patch.object(publish, "opened", breaker.opened))
        for name in _PATH_CALLS:
            wrapped = breaker.wrap(name, getattr(Path, name))
            stack.enter_context(mock.patch.object(Path, name, wrapped))
        yield breaker
