"""Heads: what a thing's fields are now, by the changes nobody replaced."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from nvworkshop.model.changes import REMOVED, Change
from nvworkshop.model.kinds import FIELDS

Heads = Mapping[str, tuple[Change, ...]]
"""The heads of each field of one thing, newest first."""


def newest_first(change: Change) -> tuple[int, bytes]:
    """Sort key: newest first, the same everywhere."""
    return (-change.at, change.id)


def heads(changes: Iterable[Change]) -> dict[str, tuple[Change, ...]]:
    """Return the heads of every field of one thing, from all its changes in any order.

    A removal names changes of other fields too (what its author saw); they stay heads.
    """
    of_field: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        of_field[change.field].append(change)
    return {
        field: tuple(several) if len(several) == 1 else _standing(several)
        for field, several in of_field.items()
    }


def _standing(several: Iterable[Change]) -> tuple[Change, ...]:
    """Return those of one field's changes that none of the others replaces, newest first."""
    replaced = {one for change in several for one in change.replaced}
    standing = {change.id: change for change in several if change.id not in replaced}
    return tuple(sorted(standing.values(), key=newest_first))


def is_conflict(several: tuple[Change, ...]) -> bool:
    """Tell whether heads of one field differ; the same value twice does not, nor an erased one.

    Of a field that is declared so the newest head is what stands, whatever the others hold.
    """
    if not several or _is_latest(several[0]):
        return False
    return len({head.value for head in several if head.value is not None}) > 1


def _is_latest(change: Change) -> bool:
    field = FIELDS.get(change.kind, {}).get(change.field)
    return field is not None and field.latest


def unseen_by_removal(of: Heads) -> tuple[Change, ...]:
    """Return the heads that whoever removed the thing had not seen: edits against a delete."""
    removals = [head for head in of.get(REMOVED, ()) if head.value == "true"]
    if not removals:
        return ()
    seen = {known for removal in removals for known in removal.replaced}
    return tuple(
        head
        for field, several in of.items()
        if field != REMOVED
        for head in several
        if head.id not in seen
    )


def conflicting_fields(of: Heads) -> frozenset[str]:
    """Return the fields in conflict; `removed` when a removal stands against edits it never saw."""
    fields = {field for field, several in of.items() if len(several) > 1 and is_conflict(several)}
    if unseen_by_removal(of):
        fields.add(REMOVED)
    return frozenset(fields)


def is_removed(of: Heads) -> bool:
    """Tell whether the thing is removed; while that is in conflict, it is not."""
    said = {head.value for head in of.get(REMOVED, ())} - {None}
    return said == {"true"} and not unseen_by_removal(of)


def base(several: tuple[Change, ...], log: Mapping[bytes, Change]) -> Change | None:
    """Return the newest change all `several` heads build on, or None.

    `log` holds the thing's changes by id; a change missing from it ends that line of descent.
    """
    common: set[bytes] | None = None
    for head in several:
        ancestors = _ancestors(head, log)
        common = ancestors if common is None else common & ancestors
    found = [log[one] for one in common or () if log[one].field == several[0].field]
    return min(found, key=newest_first, default=None)


def _ancestors(change: Change, log: Mapping[bytes, Change]) -> set[bytes]:
    waiting = list(change.replaced)
    found: set[bytes] = set()
    while waiting:
        one = waiting.pop()
        if one in log and one not in found:
            found.add(one)
            waiting.extend(log[one].replaced)
    return found
