"""Get the changes out of a file's bytes: by SQLite when all is well, else by salvage."""

from __future__ import annotations

import struct
from contextlib import closing, suppress
from typing import NamedTuple

from nvworkshop.planfile.reading import catalogue, salvage
from nvworkshop.planfile.reading.catalogue import Entry
from nvworkshop.planfile.reading.header import (
    HEADER,
    MAGIC,
    PAGE_SIZES,
    UTF8,
    Header,
    looks_like,
    read_header,
)
from nvworkshop.planfile.reading.limits import MAX_ROWS
from nvworkshop.planfile.reading.records import Pages
from nvworkshop.planfile.reading.refusal import BrokenError, Deadline, RefusedError
from nvworkshop.planfile.reading.sandbox import Sandbox
from nvworkshop.planfile.reading.verify import Row, is_intact
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
    _refuse_others(header, found)
    notes = ("wal_mark",) if header.wal else ()
    data[18:20] = b"\1\1"
    rows: list[Row] = []
    if header.sound and header.ours and header.version in LOG_SQL and found is not None:
        log = _read(data, header.version, deadline, rows)
        if log is not None:
            return _found(log, header.version, notes)
    try:
        return _salvage(data, header, deadline, found=found or [], rows=rows, notes=notes)
    except RefusedError as error:
        if error.code != "hopeless" or header.ours or found:
            raise
        code = "other_sqlite" if len(data) >= HEADER else "hopeless"
        raise RefusedError(code) from error


def _catalogue(data: bytearray, header: Header) -> list[Entry] | None:
    """Return the file's tables and indexes, or None when they can't be read."""
    if not header.page_size:
        return None
    with suppress(BrokenError):
        return catalogue.entries(Pages(data, header.page_size, header.reserved))
    return None


def _refuse_others(header: Header, found: list[Entry] | None) -> None:
    """Refuse other programs' databases, newer plan files and those with more than data."""
    if header.newer:
        raise RefusedError("newer", header.version)
    if found is None:
        return
    if not header.ours and not catalogue.is_plan(found):
        raise RefusedError("other_sqlite")
    if header.encoding != UTF8 and not catalogue.is_plan(found):
        raise RefusedError("hostile", "encoding")
    with suppress(BrokenError):
        catalogue.check(found, header.version)


def _read(data: bytearray, version: int, deadline: Deadline, rows: list[Row]) -> _Log | None:
    """Read by SQLite; None when it finds damage, and then `rows` holds what it could read."""
    try:
        with closing(Sandbox(data, deadline)) as sandbox:
            try:
                sandbox.check(version)
                log = _collect(sandbox)
            except BrokenError:
                with suppress(BrokenError):
                    rows += filter(is_intact, sandbox.log())
                return None
    except BrokenError:
        return None
    return log


def _collect(sandbox: Sandbox) -> _Log:
    columns, count = Columns(), 0
    add = columns.add
    for row in sandbox.log():
        count += 1
        if is_intact(row):
            add(row)
        if count > MAX_ROWS:
            raise RefusedError("too_many", MAX_ROWS)
    if len(set(struct.iter_unpack("16s", columns.ids))) < len(columns):
        raise BrokenError  # the same change twice: the index that forbids it is damaged
    return _Log(columns, sandbox.meta(), count)


def _salvage_unknown(data: bytearray, header: Header, deadline: Deadline) -> Found:
    """Salvage a file without SQLite's mark, unless it is plainly something else."""
    kind = looks_like(data)
    if kind:
        raise RefusedError("not_plan", kind)
    try:
        return _salvage(data, header, deadline, found=[], rows=[], notes=())
    except RefusedError as error:
        if error.code != "hopeless":
            raise
        raise RefusedError("not_plan") from error


def _salvage(
    data: bytearray,
    header: Header,
    deadline: Deadline,
    *,
    found: list[Entry],
    rows: list[Row],
    notes: tuple[str, ...],
) -> Found:
    finds = salvage.search(data, header, deadline)
    for row in rows:
        finds.add(row)
    if not finds.known:
        raise RefusedError("hopeless")
    pages = Pages(data, header.page_size or PAGE_SIZES[0], header.reserved)
    meta = salvage.find_meta(pages, found)
    for entry in found:
        if entry.name == "change":
            finds.number(salvage.greatest_row(pages, entry.root))
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
    form = version if version in LOG_SQL else FORMAT
    return Found(
        log.columns,
        form,
        plan,
        max(known, log.rows),
        counted=known > 0,
        salvaged=False,
        notes=notes,
    )
