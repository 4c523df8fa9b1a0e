"""Fresh processes, forked from one that has opened nothing: cheap enough for hundreds of them."""

from __future__ import annotations

import json
import os
import select
import signal
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any

Work = Callable[[int], None]
"""What a child does; it is given the descriptor it may write lines to."""


class Child:
    """A running child and the lines it has written so far."""

    def __init__(self, work: Work, *, may_fail: bool = False) -> None:
        """Start it; one that may fail does so in silence."""
        self._may_fail = may_fail
        self._read, write = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self._read)
            _work(work, write, quiet=may_fail)
        os.close(write)
        self._rest = b""
        self._said: deque[dict[str, Any]] = deque()
        self.status = 0

    def lines(self, seconds: float) -> Iterator[dict[str, Any]]:
        """Yield what it says until the time is up or it has ended.

        Who stops listening in the middle hears the rest next time.
        """
        end = time.monotonic() + seconds
        while True:
            yield from self._heard()
            left = end - time.monotonic()
            if left <= 0 or not select.select([self._read], [], [], left)[0]:
                return
            data = os.read(self._read, 1 << 16)
            if not data:
                return
            self._take(data)

    def _take(self, data: bytes) -> None:
        *whole, self._rest = (self._rest + data).split(b"\n")
        self._said.extend(map(json.loads, whole))

    def _heard(self) -> Iterator[dict[str, Any]]:
        while self._said:
            yield self._said.popleft()

    def kill(self) -> Iterator[dict[str, Any]]:
        """Kill it at once; yield what it had said before that."""
        os.kill(self.pid, signal.SIGKILL)
        said = self.wait()
        if not os.WIFSIGNALED(self.status) and not self._may_fail:
            raise RuntimeError("the child ended by itself")
        return said

    def wait(self) -> Iterator[dict[str, Any]]:
        """Wait for its end; yield what it had said."""
        said = b""
        while data := os.read(self._read, 1 << 16):
            said += data
        self.status = os.waitpid(self.pid, 0)[1]
        os.close(self._read)
        self._take(said)
        return self._heard()


def _work(work: Work, write: int, *, quiet: bool) -> None:
    code = 1
    try:
        work(write)
        code = 0
    except BaseException:  # noqa: BLE001 - nothing of the child may run the parent's code
        if not quiet:
            traceback.print_exc()
    finally:
        os._exit(code)


def say(descriptor: int, **facts: Any) -> None:
    """Write a line in one call, so that a kill leaves it whole or absent."""
    os.write(descriptor, json.dumps(facts).encode() + b"\n")


def ask(function: Callable[..., dict[str, Any]], *args: Any) -> dict[str, Any]:
    """Call the function in a fresh process and return its answer."""
    child = Child(lambda descriptor: say(descriptor, **function(*args)))
    answers = list(child.wait())
    if not answers:
        raise RuntimeError(f"{function.__name__} gave no answer")
    return answers[0]
