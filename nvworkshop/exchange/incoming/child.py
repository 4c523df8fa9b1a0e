"""The child process: reads workbooks and text tables as the parent asks, and answers in JSON."""

from __future__ import annotations

import os
import sys

from nvworkshop.exchange.incoming.limits import ADDRESS_SPACE, MAX_FILE
from nvworkshop.exchange.incoming.text_table import read_text_table
from nvworkshop.exchange.incoming.wire import send
from nvworkshop.model.sheets import RawBook
from nvworkshop.outside.asking import asked_for
from nvworkshop.outside.limiting import limit_memory, limit_time
from nvworkshop.outside.looks import looks_like
from nvworkshop.outside.refusal import Deadline, RefusedError
from nvworkshop.outside.taking import take_bytes

_ZIP = b"PK"
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_TEXT_ENDINGS = (".csv", ".txt", ".tsv", ".tab")
_LOCK = "~$"
"""How the name of the file begins that Excel lays beside a workbook it has open."""


def main() -> None:
    """Answer requests from stdin until it ends."""
    limit_memory(ADDRESS_SPACE)
    out = sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing else may write into the answers
    for line in sys.stdin.buffer:
        path, seconds = asked_for(line)
        limit_time(seconds)
        send(out, _answer(path, Deadline(seconds)))


def _answer(path: str, deadline: Deadline) -> RawBook | tuple[str, str | int]:
    try:
        return read(path, deadline)
    except RefusedError as error:
        return error.code, error.fact
    except (MemoryError, RecursionError):
        return "memory", ""


def read(path: str, deadline: Deadline) -> RawBook:
    """Read one file by what it holds, whatever it is called; raise RefusedError."""
    name = os.path.basename(path)  # noqa: PTH119 - pathlib would cost the child a slower start
    if name.startswith(_LOCK):
        raise RefusedError("lock")
    data = take_bytes(path, deadline, MAX_FILE)
    if data.startswith(_ZIP):
        from nvworkshop.exchange.incoming.workbook import read_workbook  # only needed for these

        return read_workbook(data, name, deadline)
    kind = looks_like(data)
    if kind == "old_office":
        raise RefusedError("encrypted" if _PROTECTED in data else "old")
    if kind != "text" or not name.casefold().endswith(_TEXT_ENDINGS):
        raise RefusedError("not_book", kind)
    return read_text_table(data, name, deadline)
