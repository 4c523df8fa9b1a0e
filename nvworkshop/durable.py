"""Durable writes: bytes forced to the disk, a file put in its place in one step, small files."""

from __future__ import annotations

import errno
import json
import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

_RETRIES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
"""Seconds between tries while a virus scanner or a sync client holds the target."""

MOST = 1 << 24
"""Bytes: a small file of ours that is larger is not ours."""

_REPLACE_WRITE_THROUGH = 0x1 | 0x8
"""Windows' MOVEFILE_REPLACE_EXISTING and MOVEFILE_WRITE_THROUGH."""


def write(file: Path, data: bytes) -> None:
    """Write the bytes to a new file and force them to the disk."""
    with file.open("xb") as opened:
        opened.write(data)
        opened.flush()
        os.fsync(opened.fileno())


def sync(file: Path) -> None:
    """Force the file's bytes to the disk."""
    descriptor = os.open(file, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Force the folder's entries to the disk, where the system can (not on Windows)."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:  # some network file systems have no such call
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)


def replace(temporary: Path, place: Path) -> None:
    """Move the file into place, waiting a little while another program holds the target."""
    for pause in _RETRIES:
        with suppress(PermissionError):
            _move(temporary, place)
            return
        if os.name != "nt":  # elsewhere a refusal doesn't pass by itself
            break
        time.sleep(pause)
    _move(temporary, place)


def read_json(file: Path) -> Any:
    """Return what a file of ours holds; None when it is missing or can't be read."""
    try:
        if file.stat().st_size > MOST:
            return None
        return json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None


def write_json(file: Path, data: Any) -> None:
    """Put a file of ours in its place as a whole, for good; OSError when the disk won't."""
    making = file.with_name(f"{file.name}.new")
    file.parent.mkdir(parents=True, exist_ok=True)
    making.unlink(missing_ok=True)
    try:
        write(making, json.dumps(data).encode())
        replace(making, file)
    except OSError:
        with suppress(OSError):
            making.unlink(missing_ok=True)
        raise
    sync_folder(file.parent)


def remove(file: Path) -> None:
    """Remove a file of ours for good; OSError when the disk won't."""
    if file.exists():
        file.unlink()
        sync_folder(file.parent)


def _move(source: Path, target: Path) -> None:
    """Replace `target` in one step; on Windows, which can't sync a folder, through to the disk."""
    if sys.platform != "win32":
        source.replace(target)
        return
    import ctypes

    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    if not kernel.MoveFileExW(str(source), str(target), _REPLACE_WRITE_THROUGH):
        raise ctypes.WinError(ctypes.get_last_error())
