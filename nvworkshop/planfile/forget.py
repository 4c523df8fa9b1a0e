"""Erasure reaches the backups too: what is erased from a plan leaves no bytes in them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from nvworkshop.errors import PlanError
from nvworkshop.model.changes import Change
from nvworkshop.planfile import backups
from nvworkshop.planfile.publish import publish
from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.planfile.store import Store


def forget_in(folder: Path, redactions: Sequence[Change]) -> list[str]:
    """Write every backup in the folder anew with the redactions in force.

    Returns the names of those that could not be: what is erased may still stand in them.
    """
    return [one.place.name for one in backups.kept(folder) if not _forgotten(one.place, redactions)]


def _forgotten(place: Path, redactions: Sequence[Change]) -> bool:
    try:
        content = read_plan(place)
        store = Store.create(None, plan=content.plan)
        try:
            with store.transaction():
                store.append([*content.changes, *redactions])
            publish(store, place)
        finally:
            store.close()
    except PlanError:
        return False
    return content.clean
