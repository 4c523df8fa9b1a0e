"""One child process that reads files from outside, seen from the parent."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

import nvworkshop
from nvworkshop.outside.asking import question

_BOOTSTRAP = "import sys; sys.path += {paths!r}; from {module} import main; main()"
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_GRACE_SECONDS = 1.0
_PATIENCE = 3
"""How many times as long by the clock as in processor time: the machine may be busy."""

_LOOK = 0.1
"""Seconds between looks at whether anybody still wants the answer."""


def command_of(module: str, option: str, libraries: Sequence[str] = ()) -> list[str]:
    """Return the command line of a child that runs `main` of the module.

    A frozen program starts itself with `option`. `libraries` are folders of what else the module
    imports.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, option]
    paths = [str(Path(nvworkshop.__file__).resolve().parents[1]), *libraries]
    return [sys.executable, "-I", "-S", "-c", _BOOTSTRAP.format(paths=paths, module=module)]


def never() -> bool:
    """Answer no: nobody has taken back what was asked."""
    return False


class Child:
    """A running child: asked on its stdin, it answers on its stdout.

    It is killed when time is up (`expired`) or nobody wants the answer any more (`unwanted`).
    """

    def __init__(self, command: Sequence[str]) -> None:
        """Start the child; raise OSError when the system won't."""
        self.expired = False
        self.unwanted = False
        self.process = subprocess.Popen(  # noqa: S603 - our own interpreter, no shell
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=_NO_WINDOW,
        )

    @contextmanager
    def asked(self, path: Path, seconds: float) -> Iterator[BinaryIO]:
        """Ask for a file by a line of JSON, and yield where the answer comes."""
        with self.given(question(str(path.absolute()), seconds), seconds=seconds) as answer:
            yield answer

    @contextmanager
    def given(
        self, *parts: bytes, seconds: float, cancelled: Callable[[], bool] = never
    ) -> Iterator[BinaryIO]:
        """Give the child what it needs, and yield where the answer comes.

        `seconds` are of processor time. `cancelled` is asked in a thread of its own.
        """
        done = threading.Event()
        watch = threading.Thread(target=self._watch, args=(done, seconds, cancelled), daemon=True)
        watch.start()
        try:
            stdin = cast("BinaryIO", self.process.stdin)
            for part in parts:
                stdin.write(part)
            stdin.flush()
            yield cast("BinaryIO", self.process.stdout)
        finally:
            done.set()
            watch.join()

    def _watch(self, done: threading.Event, seconds: float, cancelled: Callable[[], bool]) -> None:
        end = time.monotonic() + seconds * _PATIENCE + _GRACE_SECONDS
        while not done.wait(min(_LOOK, max(0.0, end - time.monotonic()))):
            self.unwanted = cancelled()
            self.expired = time.monotonic() >= end
            if self.unwanted or self.expired:
                self.process.kill()
                return

    def close(self) -> None:
        """Kill the child and free what it held."""
        self.process.kill()
        for pipe in (self.process.stdin, self.process.stdout):
            _close(pipe)
        self.process.wait()


def _close(pipe: Any) -> None:
    try:
        pipe.close()
    except OSError:  # what was left to write can't be written any more
        return
