"""The merge against two CRDT libraries that apply and save the same edits: pycrdt and loro."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from loro import ExportMode, LoroDoc, LoroMap
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


class Yrs:
    """pycrdt: a map of maps per kind of thing."""

    suffix = ".yrs"

    def __init__(self) -> None:
        self.doc: Any = Doc()

    def edit(self, change: Change) -> None:
        things = self.doc.get(change.kind, type=Map)
        if change.entity not in things:
            things[change.entity] = Map()
        things[change.entity][change.field] = change.data

    def apply(self, update: bytes) -> None:
        self.doc.apply_update(update)

    def saved(self) -> bytes:
        return bytes(self.doc.get_update())

    def things(self) -> dict[str, Any]:
        return dict(self.doc.get(_KIND, type=Map).to_py())


class Loro:
    """loro: the same."""

    suffix = ".loro"

    def __init__(self) -> None:
        self.doc: Any = LoroDoc()  # type: ignore[no-untyped-call]

    def edit(self, change: Change) -> None:
        things = self.doc.get_map(change.kind)
        new: Any = LoroMap()  # type: ignore[no-untyped-call]
        things.get_or_create_container(change.entity, new).insert(change.field, change.data)
        self.doc.commit()

    def apply(self, update: bytes) -> None:
        self.doc.import_(update)

    def saved(self) -> bytes:
        return bytes(self.doc.export(ExportMode.Snapshot()))

    def things(self) -> dict[str, Any]:
        return dict(self.doc.get_map(_KIND).get_deep_value())


Library = type[Yrs] | type[Loro]


def encode_all(folder: Path) -> None:
    """Write each plan's edits as an update of each library beside its file, edit by edit."""
    for source in sources(folder):
        changes = read_plan(source).changes
        for library in (Yrs, Loro):
            doc = library()
            for change in changes:
                doc.edit(change)
            source.with_suffix(library.suffix).write_bytes(doc.saved())


def applied(folder: Path, library: Library) -> float:
    """Apply every update and save the result durably."""
    began = time.perf_counter()
    _save(_apply(folder, library), folder)
    return time.perf_counter() - began


def exported(folder: Path, library: Library) -> float:
    """The same, and the current values in a table as ours are."""
    began = time.perf_counter()
    doc = _apply(folder, library)
    _save(doc, folder)
    _export(doc, folder / "crdt.db")
    taken = time.perf_counter() - began
    (folder / "crdt.db").unlink()
    return taken


def yrs(folder: Path) -> float:
    return exported(folder, Yrs)


def loro(folder: Path) -> float:
    return exported(folder, Loro)


def _apply(folder: Path, library: Library) -> Yrs | Loro:
    doc = library()
    for update in sorted(folder.glob(f"*{library.suffix}")):
        doc.apply(update.read_bytes())
    return doc


def _save(doc: Yrs | Loro, folder: Path) -> None:
    with (folder / "merged.crdt").open("wb") as file:
        file.write(doc.saved())
        file.flush()
        os.fsync(file.fileno())


def _export(doc: Yrs | Loro, place: Path) -> None:
    names = [name for name, _ in derived.columns(KINDS[_KIND])]
    connection = connect(place)
    connection.execute(derived.create_sql(KINDS[_KIND]))
    things = doc.things()
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
    mine = partial(ours, folder)
    for library, whole in ((Yrs, yrs), (Loro, loro)):
        name, theirs = whole.__name__, partial(whole, folder)
        most = peak(whole, folder)
        without = partial(applied, folder, library)
        yield compare(f"merge / {name} without tables", mine, without, rounds=5)
        yield compare(f"merge / {name}", mine, theirs, goal=GOAL, rounds=5)
        yield alone(f"{name} alone, with tables", theirs, rounds=3, peak=most)


if __name__ == "__main__":
    show(run(measured))
