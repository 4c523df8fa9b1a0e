"""Watches what the program does to the network, to files and with other programs.

Python tells of it (`sys.addaudithook`); what Qt does by itself is seen by a tool of the system
only: docs/it.md says how that was done.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from nvworkshop.language import said

_NETWORK = {
    "socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo",
    "socket.gethostbyname", "socket.gethostbyaddr", "urllib.Request", "http.client.connect",
}  # fmt: skip
_CHANGES = {
    "os.mkdir", "os.rmdir", "os.remove", "os.rename", "os.link", "os.symlink",
}  # fmt: skip
_HERE = -1
"""Not in a folder that is open already: such a folder was noted when what is in it was made."""

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_TELLERS = {"uname", "fc-list", "system_profiler"}
"""Programs of the system that are asked what computer it is and what fonts it has; not Windows."""

_NOWHERE = {os.devnull, ":memory:", ""}


class Watch:
    """Notes every call to the network, every write outside a folder, and every other program."""

    def __init__(self, folder: Path) -> None:
        """Allow what happens in the folder."""
        self._folder = str(folder)
        self._watching = False
        self.calls: list[str] = []
        self.writes: list[str] = []
        self.programs: list[str] = []

    def __enter__(self) -> Self:
        """Begin; a hook can't be taken away, so it is left asleep at the end."""
        self._watching = True
        sys.addaudithook(self._hear)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Hear no more."""
        self._watching = False

    def checks(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """Yield a check of each thing that must not have happened."""
        yield said("Inga anrop till nätet"), lambda: _none(self.calls)
        yield said("Inget skrivet utanför programmets mapp"), lambda: _none(self.writes)
        yield said("Inget annat program startat"), lambda: _none(self.programs)

    def _hear(self, event: str, values: tuple[Any, ...]) -> None:
        if not self._watching:
            return
        if event in _NETWORK:
            self.calls.append(f"{event} {values[1:]}")
        elif event == "open":
            path, _, flags = values
            if flags & _WRITES:
                self._note(event, path)
        elif event == "subprocess.Popen":
            if str(values[0]) not in {sys.executable, *_TELLERS}:
                self.programs.append(str(values[0]))
        elif event in _CHANGES and values[-1] == _HERE:
            for path in values[:2]:
                self._note(event, path)

    def _note(self, event: str, path: object) -> None:
        """Note a path outside the folder; a number is a file that is open already."""
        if not isinstance(path, str | bytes | os.PathLike):
            return
        named = os.fsdecode(path)
        if named in _NOWHERE:
            return
        whole = os.path.abspath(named)  # noqa: PTH100 - resolving would open files
        if not whole.startswith(self._folder):
            self.writes.append(f"{event} {whole}")


def _none(found: list[str]) -> None:
    if found:
        raise AssertionError("; ".join(sorted(set(found))[:5]))
