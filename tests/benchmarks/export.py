"""Excel export of a big plan against bare openpyxl: `python -m tests.benchmarks.export [ACTIONS]`.

Times are seconds of processor time, so that other work on the machine counts less.
The baseline writes the same cells with the same styles, each way in a process of its own. "named"
sets the style by name on a new cell, as most programs do; "shared" gives a new cell a shared style,
which is the fastest the library offers. The ratio is against the fastest.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from nvworkshop.exchange import xlsx_out
from nvworkshop.exchange.xlsx_cells import Fitting
from nvworkshop.exchange.xlsx_look import HEADER, NOTE, TITLE, add_styles, style_of
from nvworkshop.model.tables import Book, Table
from nvworkshop.reports import build_book
from tests.reports.plans import big_plan

ROUNDS = 3
GOAL = 1.3


def main() -> None:
    actions = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    found = {mode: _in_child(mode, actions) for mode in MODES}
    print(f"{actions} åtgärder, {found['ours']['cells']} celler, bästa av {ROUNDS}")
    for mode, told in found.items():
        print(f"  {mode:<14}{told['seconds']:7.2f} s   topp {told['peak']:5.0f} MB")
    fastest = min(found["bare shared"]["seconds"], found["bare named"]["seconds"])
    ratio = found["ours"]["seconds"] / fastest
    print(f"  skrivningen mot snabbaste bara openpyxl: {ratio:.2f} (mål ≤ {GOAL})")


def _in_child(mode: str, actions: int) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.export", str(actions), mode]
    told: dict[str, float] = json.loads(subprocess.check_output(command))
    return told


def _measure(mode: str, actions: int) -> None:
    book = build_book(big_plan(actions))
    with tempfile.TemporaryDirectory() as folder:
        seconds = min(MODES[mode](book, actions, Path(folder) / f"{n}.xlsx") for n in range(ROUNDS))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    cells = sum(len(row.cells) for table in book.tables for row in table.rows)
    print(json.dumps({"seconds": seconds, "peak": peak, "cells": cells}))


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _ours(book: Book, _: int, place: Path) -> float:
    return _timed(lambda: xlsx_out.save(book, place, Fitting()))


def _read(book: Book, _: int, place: Path) -> float:
    xlsx_out.save(book, place, Fitting())
    return _timed(lambda: xlsx_out.read_actions(book, place, place))


def _whole(book: Book, _: int, place: Path) -> float:
    return _timed(lambda: xlsx_out.write(book, place))


def _build(book: Book, actions: int, _: Path) -> float:
    data = big_plan(actions)
    return _timed(lambda: build_book(replace(data, made=datetime.now(UTC))))


def _bare(make: Callable[[Any, Any, str], Any]) -> Callable[[Book, int, Path], float]:
    def run(book: Book, _: int, place: Path) -> float:
        return _timed(lambda: _save_bare(book, place, make))

    return run


def _save_bare(book: Book, place: Path, make: Callable[[Any, Any, str], Any]) -> None:
    workbook = Workbook(write_only=True)
    add_styles(workbook)
    for table in book.tables:
        sheet = workbook.create_sheet(table.name)
        for row in _styled(table):
            sheet.append([make(sheet, value, style) for value, style in row])
    workbook.save(place)


def _styled(table: Table) -> Iterator[list[tuple[Any, str]]]:
    yield [(table.title, TITLE)]
    yield from ([(note, NOTE)] for note in table.notes)
    yield [(column.label, HEADER) for column in table.columns]
    kinds = [column.kind for column in table.columns]
    for row in table.rows:
        yield [(value, style_of(kinds[n], row.tone_of(n))) for n, value in enumerate(row.cells)]


def _named(sheet: Any, value: Any, style: str) -> Any:
    cell = WriteOnlyCell(sheet, value)
    cell.style = style
    return cell


def _shared() -> Callable[[Any, Any, str], Any]:
    styles: dict[tuple[int, str], Any] = {}

    def make(sheet: Any, value: Any, style: str) -> Any:
        key = (id(sheet.parent), style)
        if key not in styles:
            styles[key] = copy(_named(sheet, None, style)._style)
        cell: Any = WriteOnlyCell(sheet, value)
        cell._style = styles[key]
        return cell

    return make


MODES: dict[str, Callable[[Book, int, Path], float]] = {
    "ours": _ours,
    "bare shared": _bare(_shared()),
    "bare named": _bare(_named),
    "read back": _read,
    "write + read": _whole,
    "build tables": _build,
}

if __name__ == "__main__":
    if len(sys.argv) > 2:
        _measure(sys.argv[2], int(sys.argv[1]))
    else:
        main()
