"""Take a file's bytes without trusting what lies at its path."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from typing import NamedTuple

from nvworkshop.planfile.reading.limits import MAX_FILE, MIB
from nvworkshop.planfile.reading.refusal import Deadline, RefusedError

_FLAGS = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY")
)
_CODES = {
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.ESTALE: "vanished",
    errno.ENODEV: "vanished",
    errno.ENXIO: "vanished",
}
_TRIES = 3


class Source(NamedTuple):
    """A file's bytes, their SHA-256 in hex, and notes on what lies beside it."""

    data: bytearray
    sha256: str
    notes: tuple[str, ...]


def take(path: str, deadline: Deadline) -> Source:
    """Read the file at `path`; refuse what is no regular file, empty or too large."""
    try:
        _check(os.stat(path))  # noqa: PTH116 - pathlib would cost the child a slower start
        data = _read_whole(path, deadline)
    except OSError as error:
        raise RefusedError(_CODES.get(error.errno or 0, "io")) from error
    except ValueError as error:  # a NUL in the path
        raise RefusedError("missing") from error
    if not data:
        raise RefusedError("empty")
    return Source(data, hashlib.sha256(data).hexdigest(), _beside(path))


def _check(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise RefusedError("folder")
    if not stat.S_ISREG(status.st_mode):
        raise RefusedError("special")
    if status.st_size > MAX_FILE:
        raise RefusedError("too_large", status.st_size)


def _read_whole(path: str, deadline: Deadline) -> bytearray:
    """Read the file; once more when another program wrote to it meanwhile."""
    data = bytearray()
    for _ in range(_TRIES):
        descriptor = os.open(path, _FLAGS)
        try:
            before = os.fstat(descriptor)
            _check(before)
            data = _read(descriptor, deadline)
            after = os.fstat(descriptor)
        finally:
            os.close(descriptor)
        if (before.st_size, before.st_mtime_ns) == (len(data), after.st_mtime_ns):
            break
    return data


def _read(descriptor: int, deadline: Deadline) -> bytearray:
    data = bytearray()
    while chunk := os.read(descriptor, 4 * MIB):
        data += chunk
        deadline.check()
        if len(data) > MAX_FILE:
            raise RefusedError("too_large", len(data))
    return data


def _beside(path: str) -> tuple[str, ...]:
    """Name the sidecars that hold something; they are never read."""
    return tuple(f"{end}_beside" for end in ("wal", "journal") if _holds(f"{path}-{end}"))


def _holds(path: str) -> bool:
    try:
        return os.lstat(path).st_size > 0
    except OSError:
        return False
