"""The merge against a CRDT library (pycrdt) that applies and saves the same edits."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from pycrdt import Doc, Map

from nvworkshop.model.changes import Change
from nvworkshop.model.kinds import KINDS
from nvworkshop.planfile import derived
from nvworkshop.planfile.connection import connect
from nvworkshop.planfile.reading.pool import read_plan
from tests.benchmarks.measure import Result, alone, compare, peak, run, show
from tests.benchmarks.merge import ours, sources
from tests.benchmarks.plans import build

GOAL = 1.0
_KIND = "action"


def encode_all(folder: Path) -> None:
    """Write each plan's edits as a CRDT update beside its file: a map of maps, edit by edit."""
    for source in sources(folder):
        doc: Any = Doc()
        for change in read_plan(source).changes:
            _edit(doc, change)
        source.with_suffix(".update").write_bytes(doc.get_update())


def _edit(doc: Any, change: Change) -> None:
    things = doc.get(change.kind, type=Map)
    if change.entity not in things:
        things[change.entity] = Map()
    things[change.entity][change.field] = change.data


def applied(folder: Path) -> float:
    """Apply every update and save the result durably."""
    began = time.perf_counter()
    _save(_apply(folder), folder)
    return time.perf_counter() - began


def exported(folder: Path) -> float:
    """The same, and the current values in a table as ours are."""
    began = time.perf_counter()
    doc = _apply(folder)
    _save(doc, folder)
    _export(doc, folder / "crdt.db")
    taken = time.perf_counter() - began
    (folder / "crdt.db").unlink()
    return taken


def _apply(folder: Path) -> Any:
    doc: Any = Doc()
    for update in sorted(folder.glob("*.update")):
        doc.apply_update(update.read_bytes())
    return doc


def _save(doc: Any, folder: Path) -> None:
    with (folder / "merged.crdt").open("wb") as file:
        file.write(doc.get_update())
        file.flush()
        os.fsync(file.fileno())


def _export(doc: Any, place: Path) -> None:
    names = [name for name, _ in derived.columns(KINDS[_KIND])]
    connection = connect(place)
    connection.execute(derived.create_sql(KINDS[_KIND]))
    things = doc.get(_KIND, type=Map).to_py()
    rows = ([entity, *(_cell(of.get(name)) for name in names)] for entity, of in things.items())
    connection.execute("BEGIN")
    marks = ", ".join("?" * (len(names) + 1))
    connection.executemany(f"INSERT INTO {_KIND} VALUES ({marks})", rows)
    connection.execute("COMMIT")
    connection.close()


def _cell(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def measured(folder: Path) -> Iterator[Result]:
    build(folder)
    encode_all(folder)
    most = peak(exported, folder)
    mine = partial(ours, folder)
    yield compare("merge / CRDT without tables", mine, partial(applied, folder), rounds=5)
    yield compare("merge / CRDT", mine, partial(exported, folder), goal=GOAL, rounds=5)
    yield alone("the CRDT alone, with tables", partial(exported, folder), rounds=3, peak=most)


if __name__ == "__main__":
    show(run(measured))
