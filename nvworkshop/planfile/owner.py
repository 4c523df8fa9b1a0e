"""Who has a working copy open: the process and since when. The lock decides; this only tells."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nvworkshop.durable import read_json, write_json

_QUERY = 0x1000
"""Windows' PROCESS_QUERY_LIMITED_INFORMATION."""

_RUNNING = 259
"""Windows' STILL_ACTIVE."""


@dataclass(frozen=True, slots=True)
class Owner:
    """A process that has a working copy open, and since when (aware)."""

    pid: int
    since: datetime


def claim(file: Path, now: datetime) -> None:
    """Tell others that this process has it from now on."""
    with suppress(OSError):
        write_json(file, {"pid": os.getpid(), "since": now.isoformat()})


def release(file: Path) -> None:
    """Tell nothing any more; to be called while the lock is still held."""
    with suppress(OSError):
        file.unlink(missing_ok=True)


def owner_of(file: Path) -> Owner | None:
    """Return who has it; None when nobody says so, or the one who did is gone."""
    data = read_json(file)
    try:
        owner = Owner(int(data["pid"]), datetime.fromisoformat(data["since"]))
    except (KeyError, TypeError, ValueError):
        return None
    return owner if owner.since.tzinfo and _lives(owner.pid) else None


def _lives(pid: int) -> bool:
    if pid <= 0:
        return False
    if sys.platform == "win32":  # where os.kill would end it
        return _lives_on_windows(pid)
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _lives_on_windows(pid: int) -> bool:
    import ctypes

    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
    kernel.OpenProcess.restype = ctypes.c_void_p
    handle = kernel.OpenProcess(_QUERY, False, pid)
    if not handle:
        return False
    code = ctypes.c_ulong()
    kernel.GetExitCodeProcess(ctypes.c_void_p(handle), ctypes.byref(code))
    kernel.CloseHandle(ctypes.c_void_p(handle))
    return code.value == _RUNNING
