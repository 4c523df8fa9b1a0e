"""One child process that reads files from outside, seen from the parent."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
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


def command_of(module: str, option: str, libraries: Sequence[str] = ()) -> list[str]:
    """Return the command line of a child that runs `main` of the module.

    A frozen program starts itself with `option`. `libraries` are folders of what else the module
    imports.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, option]
    paths = [str(Path(nvworkshop.__file__).resolve().parents[1]), *libraries]
    return [sys.executable, "-I", "-S", "-c", _BOOTSTRAP.format(paths=paths, module=module)]


class Child:
    """A running child: asked for a file by a line of JSON, it answers on its stdout."""

    def __init__(self, command: Sequence[str]) -> None:
        """Start the child; raise OSError when the system won't."""
        self.expired = False
        self.process = subprocess.Popen(  # noqa: S603 - our own interpreter, no shell
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=_NO_WINDOW,
        )

    @contextmanager
    def asked(self, path: Path, seconds: float) -> Iterator[BinaryIO]:
        """Ask for a file and yield where the answer comes; the child is killed when time is up.

        `seconds` are of processor time.
        """
        timer = threading.Timer(seconds * _PATIENCE + _GRACE_SECONDS, self._expire)
        timer.start()
        try:
            stdin = cast("BinaryIO", self.process.stdin)
            stdin.write(question(str(path.absolute()), seconds))
            stdin.flush()
            yield cast("BinaryIO", self.process.stdout)
        finally:
            timer.cancel()
            timer.join()

    def _expire(self) -> None:
        self.expired = True
        self.process.kill()

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
