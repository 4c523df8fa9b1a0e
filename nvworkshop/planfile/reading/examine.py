"""Get the changes out of a file's bytes: by SQLite when all is well, else by salvage."""

from __future__ import annotations

import struct
from contextlib import closing, suppress
from typing import NamedTuple

from nvworkshop.outside.looks import looks_like
from nvworkshop.outside.refusal import Deadline, RefusedError
from nvworkshop.planfile.reading import catalogue, salvage
from nvworkshop.planfile.reading.catalogue import Entry
from nvworkshop.planfile.reading.header import (
    HEADER,
    MAGIC,
    UTF8,
    Header,
    read_header,
)
from nvworkshop.planfile.reading.limits import MAX_ROWS
from nvworkshop.planfile.reading.records import Pages
from nvworkshop.planfile.reading.refusal import BrokenError
from nvworkshop.planfile.reading.sandbox import Sandbox
from nvworkshop.planfile.reading.verify import Room, Row, is_intact
from nvworkshop.planfile.reading.wire import Columns
from nvworkshop.planfile.schema import FORMAT, LOG_SQL, META_CHANGES, META_PLAN

_MAX_PLAN = 100
_DIGITS = 7


class Found(NamedTuple):
    """The verified changes of a file, and what is known of those that are not there.

    `counted` tells whether the file itself still says how many changes it had.
    """

    columns: Columns
    version: int
    plan: str
    expected: int
    counted: bool
    salvaged: bool
    notes: tuple[str, ...]


class _Log(NamedTuple):
    columns: Columns
    meta: dict[str, str]
    rows: int


def examine(data: bytearray, deadline: Deadline) -> Found:
    """Read a plan file's bytes; raise RefusedError when they are none, or hostile.

    Changes `data` in place: the mark of a write-ahead log would keep SQLite from reading it.
    """
    header = read_header(data)
    if not data.startswith(MAGIC):
        return _salvage_unknown(data, header, deadline)
    found = _catalogue(data, header)
    ordinary = _is_ordinary(header, found)
    notes = (*(["wal_mark"] if header.wal else []), *(["newer"] if header.newer else []))
    data[18:20] = b"\1\1"
    rows: list[Row] = []
    if ordinary:
        log = _read(data, min(header.version, FORMAT), deadline, rows)
        if log is not None:
            return _found(log, header.version, notes)
        if header.newer:
            raise RefusedError("newer", header.version)
    try:
        return _salvage(data, header, deadline, found=found, rows=rows, notes=notes)
    except RefusedError as error:
        if error.code != "hopeless" or header.ours or found:
            raise
        code = "other_sqlite" if len(data) >= HEADER else "hopeless"
        raise RefusedError(code) from error


def _catalogue(data: bytearray, header: Header) -> list[Entry] | None:
    """Return the file's tables and indexes, or None when they can't be read."""
    if not header.page_size:
        return None
    return _entries(Pages(data, header.page_size, header.reserved))


def _entries(pages: Pages) -> list[Entry] | None:
    with suppress(BrokenError):
        return catalogue.entries(pages)
    return None


def _is_ordinary(header: Header, found: list[Entry] | None) -> bool:
    """Tell whether SQLite may see the bytes: header and tables are just those of a plan file.

    Refuses other programs' databases, newer plan files and those with more than data in them.
    """
    if header.newer:
        return _is_readable_newer(header, found)
    if found is None:
        return False
    if not header.ours and not catalogue.is_plan(found):
        raise RefusedError("other_sqlite")
    if header.encoding != UTF8 and not catalogue.is_plan(found):
        raise RefusedError("hostile", "encoding")
    try:
        catalogue.check(found, header.version)
    except BrokenError:
        return False
    return header.sound and header.ours and header.version in LOG_SQL


def _is_readable_newer(header: Header, found: list[Entry] | None) -> bool:
    """Tell that a newer program's file has a log as today's; refuse it when it has not."""
    try:
        catalogue.check(found or [], FORMAT)
    except (BrokenError, RefusedError):
        raise RefusedError("newer", header.version) from None
    if not header.sound:
        raise RefusedError("newer", header.version)
    return True


def _read(data: bytearray, version: int, deadline: Deadline, rows: list[Row]) -> _Log | None:
    """Read by SQLite; None when it finds damage, and then `rows` holds what it could read."""
    with suppress(BrokenError), closing(Sandbox(data, deadline)) as sandbox:
        try:
            sandbox.check(version)
            return _collect(sandbox)
        except BrokenError:
            room = Room(len(data))
            for row in filter(is_intact, sandbox.log()):
                room.take(row)
                rows.append(row)
    return None


def _collect(sandbox: Sandbox) -> _Log:
    columns, count = Columns(), 0
    for count, row in enumerate(sandbox.log(), 1):
        if count > MAX_ROWS:
            raise RefusedError("too_many")
        if is_intact(row):
            columns.add(row)
    if len(set(struct.iter_unpack("16s", columns.ids))) < len(columns):
        raise BrokenError  # the same change twice: the index that forbids it is damaged
    if count and not len(columns):
        raise RefusedError("hopeless")
    return _Log(columns, sandbox.meta(), count)


def _salvage_unknown(data: bytearray, header: Header, deadline: Deadline) -> Found:
    """Salvage a file without SQLite's mark, unless it is plainly something else."""
    kind = looks_like(data)
    if kind:
        raise RefusedError("not_plan", kind)
    try:
        return _salvage(data, header, deadline, found=None, rows=[], notes=())
    except RefusedError as error:
        if error.code != "hopeless":
            raise
        raise RefusedError("not_plan") from error


def _salvage(
    data: bytearray,
    header: Header,
    deadline: Deadline,
    *,
    found: list[Entry] | None,
    rows: list[Row],
    notes: tuple[str, ...],
) -> Found:
    finds = salvage.search(data, header, deadline)
    for row in rows:
        finds.add(row)
    found = found or _entries(finds.pages) or []
    meta = salvage.find_meta(finds.pages, found)
    for entry in found:
        if entry.name == "change":
            finds.number(salvage.greatest_row(finds.pages, entry.root))
    columns = Columns()
    for row in finds.rows():
        columns.add(row)
    log = _Log(columns, meta, max(finds.top, len(columns)))
    return _found(log, header.version, notes)._replace(salvaged=True)


def _found(log: _Log, version: int, notes: tuple[str, ...]) -> Found:
    stated = log.meta.get(META_CHANGES, "")
    known = int(stated) if stated.isascii() and stated.isdigit() and len(stated) <= _DIGITS else 0
    plan = log.meta.get(META_PLAN, "")[:_MAX_PLAN]
    if plan and len(log.columns) and not log.columns.has_name(plan):
        notes = (*notes, "plan_unknown")
    form = version if version in LOG_SQL or version > FORMAT else FORMAT
    return Found(
        log.columns,
        form,
        plan,
        max(known, log.rows),
        counted=known > 0,
        salvaged=False,
        notes=notes,
    )
