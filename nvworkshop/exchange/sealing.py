"""The child process that locks and unlocks copies with a password: it takes seconds, and memory.

It is given everything through its stdin and answers on its stdout, so the password is never among
a program's arguments, in its surroundings or on a disk.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO

from nvworkshop.outside.limiting import limit_memory, limit_time

LOCK, UNLOCK = "lock", "unlock"
STRETCHED = "stretched"
"""Told when the first half is done: what is locked is then unlocked again, to be sure."""

_ADDRESS_SPACE = 4 << 30


def main() -> None:
    """Do what is asked for on stdin, once."""
    limit_memory(_ADDRESS_SPACE)
    out = sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing else may write into the answer
    asked = json.loads(sys.stdin.buffer.readline())
    limit_time(asked["seconds"])
    data = sys.stdin.buffer.read(asked["size"])
    if len(data) == asked["size"]:  # else whoever asked is gone
        for line in _answered(asked["do"], data, asked["password"]):
            _send(out, *line)


def question(do: str, password: str, size: int, seconds: float) -> bytes:
    """Return the line that is sent before the bytes."""
    asked = {"do": do, "password": password, "size": size, "seconds": seconds}
    return json.dumps(asked).encode() + b"\n"


def receive(source: BinaryIO) -> Iterator[tuple[str, bytes]]:
    """Yield each word of an answer with its bytes; ValueError for what no child sends."""
    while line := source.readline(200):
        told: dict[str, Any] = json.loads(line)
        data = source.read(told["size"])
        if len(data) != told["size"]:
            raise ValueError(told["size"])
        yield str(told["status"]), data


def _answered(do: str, data: bytes, password: str) -> Iterator[tuple[str, bytes]]:
    from pyrage import DecryptError, passphrase

    try:
        if do == UNLOCK:
            yield "ok", passphrase.decrypt(data, password)
            return
        locked = passphrase.encrypt(data, password)
        yield STRETCHED, b""
        same = passphrase.decrypt(locked, password) == data
        yield ("ok", locked) if same else ("differs", b"")
    except DecryptError as error:  # the header didn't open: nothing else is called this
        yield ("password" if str(error) == "Decryption failed" else "damaged"), b""
    except MemoryError:
        yield "memory", b""


def _send(out: BinaryIO, status: str, data: bytes) -> None:
    out.write(json.dumps({"status": status, "size": len(data)}).encode() + b"\n")
    out.write(data)
    out.flush()
