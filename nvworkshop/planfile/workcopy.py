"""The working copy: the live database of one plan at one place, in the program's own folder."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from nvworkshop.durable import replace, sync, sync_folder
from nvworkshop.errors import PlanFileError
from nvworkshop.language import said
from nvworkshop.model.changes import Change
from nvworkshop.planfile.connection import refusal
from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.planfile.store import Store
from nvworkshop.planfile.workfiles import files_for

_PASSING = ("full", "locked", "busy", "readonly")
"""Words of SQLite's for troubles that say nothing about the database itself."""


_DAMAGE = (sqlite3.DatabaseError, ValueError, TypeError, LookupError)
"""What loading a damaged database may raise: SQLite's word, or values that can't be."""


def working_copy(folder: Path, published: Path, plan: str, notes: list[str] | None = None) -> Store:
    """Open the working copy of the plan published at that place, or make one.

    Two copies of one plan at two places have a working copy each. A damaged one is salvaged and
    kept beside, so that it never stands in the way of the plan; then `notes` gets a sentence.
    Raises InUseError when another window has it open, PlanFileError when the folder can't be
    written.
    """
    return open_copy(files_for(folder, published, plan).database, plan, notes)


def open_copy(place: Path, plan: str, notes: list[str] | None = None) -> Store:
    """Open the working copy in that file, as `working_copy` does."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        if not place.exists():
            return _new(place, plan, ())
        return _opened(place) or _salvaged(place, plan, notes)
    except (OSError, sqlite3.Error) as error:
        raise refusal(error) from error


def _opened(place: Path) -> Store | None:
    """Open a working copy; None when it is damaged."""
    if place.stat().st_size == 0:
        return None
    try:
        store = Store.open(place)
    except _DAMAGE as error:
        if isinstance(error, sqlite3.OperationalError) and any(
            word in str(error) for word in _PASSING
        ):
            raise refusal(error) from error
        return None
    if _sound(store):
        return store
    store.close()
    return None


def _sound(store: Store) -> bool:
    try:
        return store.sound()
    except _DAMAGE:
        return False


def _new(place: Path, plan: str, changes: Sequence[Change]) -> Store:
    """Make it under another name first: a crash leaves no half database in its place.

    Journals that lie there belong to databases that are gone, and would spoil this one.
    """
    making = place.with_suffix(".new")
    _journal(making).unlink(missing_ok=True)
    making.unlink(missing_ok=True)
    store = Store.create(making, plan=plan)
    try:
        with store.transaction():
            store.append(changes)
    finally:
        store.close()
    for stale in (_journal(making), _journal(place)):
        stale.unlink(missing_ok=True)
    replace(making, place)
    sync_folder(place.parent)
    return Store.open(place)


def _salvaged(place: Path, plan: str, notes: list[str] | None) -> Store:
    """Replace a damaged working copy by what can be read of it, which may be nothing."""
    try:
        changes = read_plan(place).changes
    except PlanFileError:
        changes = []
    kept = _keep(place)
    if notes is not None:
        notes.append(
            said(
                "Kopian av planen på den här datorn var skadad. {changes} ändringar gick att "
                "läsa ur den och är med. Den skadade kopian finns kvar som {name}."
            ).format(changes=len(changes), name=kept.name)
        )
    return _new(place, plan, changes)


def _keep(place: Path) -> Path:
    """Copy a damaged working copy beside, with the journal if there is something in it."""
    kept = _free(place.with_suffix(".damaged"))
    pairs = [(place, kept)]
    journal = _journal(place)
    if journal.exists() and journal.stat().st_size:
        pairs.append((journal, _journal(kept)))
    for file, copy in pairs:
        shutil.copyfile(file, copy)
        sync(copy)
    return kept


def _free(place: Path) -> Path:
    for number in count(2):
        if not place.exists():
            break
        place = place.with_suffix(f".damaged{number}")
    return place


def _journal(place: Path) -> Path:
    return place.with_name(f"{place.name}-journal")
