"""Runs the checks one after another, tells of each on a line, and sums up."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from nvworkshop.cli.output import COULD_NOT
from nvworkshop.cli.selftest.watching import Watch
from nvworkshop.language import said

Check = tuple[str, Callable[[], None]]
"""What is tried, as a sentence, and what tries it: it raises when something is wrong."""

_HOME = "NVWORKSHOP_HOME"


def run(checks: Callable[[Path], Iterable[Check]], out: Callable[[str], object]) -> int:
    """Do every check in a folder of its own; return the exit code: 0, or 2 when one failed."""
    began = time.perf_counter()
    with _own_folder() as folder, Watch(folder) as watch:
        results = [_done(name, check, out) for name, check in checks(folder)]
        for name, check in watch.checks():
            results.append(_done(name, check, out))
    good = sum(results)
    seconds = _comma(time.perf_counter() - began)
    out(
        said("{good} av {results} prov gick bra. {seconds} s.").format(
            good=good, results=len(results), seconds=seconds
        )
    )
    return 0 if good == len(results) else COULD_NOT


def _done(name: str, check: Callable[[], None], out: Callable[[str], object]) -> bool:
    began = time.perf_counter()
    try:
        check()
    except Exception as error:  # noqa: BLE001 - a check that breaks is told, and the next is done
        out(
            said("FEL  {name}: {kind}: {error}").format(
                name=name, kind=type(error).__name__, error=error
            )
        )
        return False
    out(f"ok   {name} ({_comma(time.perf_counter() - began)} s)")
    return True


def _comma(seconds: float) -> str:
    return f"{seconds:.1f}".replace(".", ",")


@contextmanager
def _own_folder() -> Iterator[Path]:
    """Make a folder for the program's files and the plans; nothing of the person's is touched."""
    before, temporary = os.environ.get(_HOME), tempfile.tempdir
    with tempfile.TemporaryDirectory(prefix="nvworkshop-", ignore_cleanup_errors=True) as made:
        folder = Path(made).resolve()
        os.environ[_HOME] = str(folder / "hem")
        tempfile.tempdir = str(folder)
        try:
            yield folder
        finally:
            tempfile.tempdir = temporary
            if before is None:
                del os.environ[_HOME]
            else:
                os.environ[_HOME] = before


def main() -> int:
    """Try the core and the window; print what was found."""
    from nvworkshop.cli.desktop import window_checks
    from nvworkshop.cli.selftest.core import core_checks

    def checks(folder: Path) -> Iterator[Check]:
        yield from core_checks(folder)
        yield from window_checks()

    return run(checks, _print)


def _print(line: str) -> None:
    """Print a line; a program with a window has nowhere to print on Windows."""
    if sys.stdout is not None:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
