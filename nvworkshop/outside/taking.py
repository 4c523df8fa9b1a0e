"""Take a file's bytes without trusting what lies at its path."""

from __future__ import annotations

import errno
import os
import stat

from nvworkshop.outside.refusal import Deadline, RefusedError

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
_CHUNK = 4 << 20
_TRIES = 3


def take_bytes(path: str, deadline: Deadline, most: int) -> bytearray:
    """Read the file at `path`; refuse what is no regular file, empty or larger than `most` bytes.

    Codes: missing, folder, special, denied, vanished, io, empty, too_large, slow.
    """
    try:
        _check(os.stat(path), most)  # noqa: PTH116 - pathlib would cost the child a slower start
        data = _read_whole(path, deadline, most)
    except OSError as error:
        raise RefusedError(_CODES.get(error.errno or 0, "io")) from error
    except ValueError as error:  # a NUL in the path
        raise RefusedError("missing") from error
    if not data:
        raise RefusedError("empty")
    return data


def _check(status: os.stat_result, most: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise RefusedError("folder")
    if not stat.S_ISREG(status.st_mode):
        raise RefusedError("special")
    if status.st_size > most:
        raise RefusedError("too_large", status.st_size)


def _read_whole(path: str, deadline: Deadline, most: int) -> bytearray:
    """Read the file; once more when another program wrote to it meanwhile."""
    data = bytearray()
    for _ in range(_TRIES):
        descriptor = os.open(path, _FLAGS)
        try:
            before = os.fstat(descriptor)
            _check(before, most)
            data = _read(descriptor, deadline, most)
            after = os.fstat(descriptor)
        finally:
            os.close(descriptor)
        if (before.st_size, before.st_mtime_ns) == (len(data), after.st_mtime_ns):
            break
    return data


def _read(descriptor: int, deadline: Deadline, most: int) -> bytearray:
    data = bytearray()
    while chunk := os.read(descriptor, _CHUNK):
        data += chunk
        deadline.check()
        if len(data) > most:
            raise RefusedError("too_large", len(data))
    return data
