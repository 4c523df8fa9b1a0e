"""Origins: who first wrote a value that stands again because a choice was undone.

Undo only appends, so a conflict that is brought back is written anew, by whoever undid the choice.
What a person wants to know is who wrote each value, and that is still in the log.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from nvworkshop.model.changes import REMOVED, Change
from nvworkshop.model.heads import newest_first

Log = Mapping[bytes, Change]
"""One thing's changes by id."""


def origins(several: Sequence[Change], log: Log) -> tuple[Change, ...]:
    """Return, for the heads of one field in conflict, the changes that first said what they say.

    A writer replaces what it has written itself, so two changes of one writer that replace the same
    were written together: they bring a conflict back.
    """
    of_field = [one for one in log.values() if _same_field(one, several[0])]
    together = Counter((one.writer, one.replaces) for one in of_field)
    again = {one.id for one in of_field if together[one.writer, one.replaces] > 1}
    return tuple(_first(one, again, log) for one in several)


def _first(change: Change, again: Collection[bytes], log: Log) -> Change:
    """Return what stood with that value before the choice that was undone, and before that one."""
    while change.id in again:
        choices = (log[one] for one in change.replaced if one in log)
        before = (log[one] for choice in choices for one in choice.replaced if one in log)
        same = (one for one in before if _same_field(one, change) and one.value == change.value)
        earlier = min(same, key=newest_first, default=None)
        if earlier is None:
            return change
        change = earlier
    return change


def origin_of_removal(removal: Change, unseen: Sequence[Change], log: Log) -> Change:
    """Return the change that first removed a thing, `unseen` being the edits it stands against.

    A removal made by hand sees every edit its writer knows; one that passes over an edit older than
    the choice it takes back is there because that choice was undone.
    """
    known = min((one.at for one in unseen), default=0)
    while True:
        choice = _newest(removal, log, writer=removal.writer)
        earlier = _newest(choice, log, value="true") if choice else None
        if choice is None or earlier is None or choice.at < known:
            return removal
        removal = earlier


def _newest(change: Change, log: Log, *, writer: bytes = b"", value: str = "") -> Change | None:
    """Return the newest removal or bringing back that a change replaces."""
    replaced = (log[one] for one in change.replaced if one in log)
    fitting = (
        one
        for one in replaced
        if one.field == REMOVED and writer in (b"", one.writer) and value in ("", one.value)
    )
    return min(fitting, key=newest_first, default=None)


def _same_field(one: Change, other: Change) -> bool:
    return (one.kind, one.field) == (other.kind, other.field)
