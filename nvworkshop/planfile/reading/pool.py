"""Read plan files from outside: `read_plan` for one, `ReaderPool` for several at a time.

The files are read in child processes, because a file may be crafted to hang, fill the memory or
worse. A child that met anything but a clean file is thrown away, so that no file can touch the
reading of another. Reading in a child also keeps this process from opening a file that it holds
open by SQLite: on POSIX that would silently drop the lock.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError as Abandoned
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from pathlib import Path
from types import TracebackType

from nvworkshop.errors import CancelledError, PlanFileError
from nvworkshop.language import said
from nvworkshop.planfile.reading import sentences
from nvworkshop.planfile.reading.content import PlanContent
from nvworkshop.planfile.reading.process import Reader
from nvworkshop.planfile.schema import FORMAT

SECONDS = 20.0
"""How long the reading of one file may take, in processor time."""

_POLL_SECONDS = 0.02
_AHEAD = 2
"""Files per worker that are read before they are asked for."""

Result = PlanContent | PlanFileError
Cancel = Callable[[], bool]


def read_plan(
    path: Path,
    *,
    timeout: float = SECONDS,
    cancel: Cancel | None = None,
    newer: bool = False,
) -> PlanContent:
    """Read one plan file from outside; raise PlanFileError, or CancelledError when `cancel()`.

    `newer` allows one that a newer program wrote, to be shown and never written.
    """
    with ReaderPool(workers=1, newer=newer) as pool:
        for _, result in pool.read_all([path], timeout=timeout, cancel=cancel):
            if isinstance(result, PlanContent):
                return result
            raise result
    raise AssertionError


class ReaderPool:
    """A few child processes that read plan files side by side; a context manager."""

    def __init__(self, *, workers: int = 2, newer: bool = False) -> None:
        """Take the number of files to read at the same time; `newer` as in `read_plan`."""
        self._newer = newer
        self._workers = workers
        self._threads = ThreadPoolExecutor(workers, "plan-reader")
        self._idle: deque[Reader] = deque()
        self._busy: set[Reader] = set()
        self._lock = threading.Lock()
        self._stopped = False

    def read_all(
        self,
        paths: Iterable[Path],
        *,
        timeout: float = SECONDS,
        cancel: Cancel | None = None,
    ) -> Iterator[tuple[Path, Result]]:
        """Yield each path with its content or its error, in order, reading ahead.

        `timeout` is seconds per file. Raises CancelledError as soon as `cancel()` is true; the
        pool is of no use after that.
        """
        waiting: deque[tuple[Path, Future[Result]]] = deque()
        for path in paths:
            waiting.append((path, self._threads.submit(self._read, path, timeout)))
            if len(waiting) > self._workers * _AHEAD:
                yield self._next(waiting, cancel)
        while waiting:
            yield self._next(waiting, cancel)

    def _next(
        self, waiting: deque[tuple[Path, Future[Result]]], cancel: Cancel | None
    ) -> tuple[Path, Result]:
        path, future = waiting.popleft()
        while True:
            if cancel is not None and cancel():
                self._stop()
                raise CancelledError(said("Läsningen avbröts. Inget har ändrats."))
            try:
                return path, future.result(_POLL_SECONDS if cancel else None)
            except NotYet:
                continue
            except Abandoned:
                raise CancelledError(said("Läsningen avbröts. Inget har ändrats.")) from None

    def _read(self, path: Path, seconds: float) -> Result:
        """Read one file in an idle child, or a new one; keep the child if the file was clean."""
        try:
            reader = self._take()
        except OSError:
            return sentences.failure("not_started", path)
        try:
            return self._allowed(reader.read(path, seconds))
        except PlanFileError as error:
            return error
        finally:
            self._put_back(reader)

    def _allowed(self, content: PlanContent) -> PlanContent:
        if content.format > FORMAT and not self._newer:
            raise sentences.failure("newer", content.path, content.format)
        return content

    def _take(self) -> Reader:
        with self._lock:
            if self._stopped:
                raise OSError
            reader = self._idle.pop() if self._idle else Reader()
            self._busy.add(reader)
        return reader

    def _put_back(self, reader: Reader) -> None:
        with self._lock:
            self._busy.discard(reader)
            keep = reader.fresh and not self._stopped
            if keep:
                self._idle.append(reader)
        if not keep:
            reader.close()

    def _stop(self) -> None:
        """Kill every child; what is not read yet will not be."""
        with self._lock:
            self._stopped = True
            for reader in self._busy:
                reader.kill()
        self._threads.shutdown(wait=True, cancel_futures=True)

    def __enter__(self) -> ReaderPool:
        """Return the pool; children start with the first files."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop every child."""
        self._stop()
        while self._idle:
            self._idle.pop().close()
