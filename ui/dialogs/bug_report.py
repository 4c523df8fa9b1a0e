"""What is told about a bug: kinds, files, lines and functions; never a word that was written.

An error's message may quote the plan, and so may local variables and paths: none of them is here.
"""

from __future__ import annotations

import platform
import traceback
from pathlib import Path, PurePath
from types import TracebackType

import PySide6
from PySide6.QtCore import qVersion

from nvworkshop import __version__
from nvworkshop.places import ROOT

_MOST_FRAMES = 40
_LIBRARIES = ("site-packages", "dist-packages")


def report_of(error: BaseException) -> str:
    """Return the report of an error and of those it came from, the first cause first."""
    errors = reversed(_chain(error))
    parts = ["\n".join([_kind(type(one)), *_frames(one.__traceback__)]) for one in errors]
    return "\n\n".join([_versions(), *parts])


def _versions() -> str:
    return "\n".join(
        (
            f"NV Workshop {__version__}",
            f"Python {platform.python_version()}",
            f"Qt {qVersion()}, PySide6 {PySide6.__version__}",
            platform.platform(aliased=True),
        )
    )


def _chain(error: BaseException) -> list[BaseException]:
    """Return the error, its cause, the cause of that, and so on."""
    found: list[BaseException] = []
    one: BaseException | None = error
    while one is not None and not any(one is other for other in found):
        found.append(one)
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return found


def _kind(kind: type[BaseException]) -> str:
    return (
        kind.__qualname__
        if kind.__module__ == "builtins"
        else f"{kind.__module__}.{kind.__qualname__}"
    )


def _frames(trace: TracebackType | None) -> list[str]:
    """Return the innermost frames, as file, line and function."""
    found = [
        (frame.f_code.co_filename, line, frame.f_code.co_name)
        for frame, line in traceback.walk_tb(trace)
    ]
    return [f"  {_file(name)}:{line} {function}" for name, line, function in found[-_MOST_FRAMES:]]


def _file(name: str) -> str:
    """Return a file's name from its package on, so that no folder of the person's shows."""
    path = PurePath(name)
    for library in _LIBRARIES:
        if library in path.parts:
            return PurePath(*path.parts[path.parts.index(library) + 1 :]).as_posix()
    try:
        return Path(name).resolve().relative_to(ROOT).as_posix()
    except (OSError, ValueError):
        return path.name
