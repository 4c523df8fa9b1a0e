"""What has moved between two points in time: which rows changed status, came or went."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nvworkshop.followup.figures import UNKNOWN, status_of
from nvworkshop.model.choices import CHOICES
from nvworkshop.model.rules import day_of
from nvworkshop.model.things import Thing


@dataclass(frozen=True, slots=True)
class Move:
    """One row whose status changed; UNKNOWN where it had none."""

    id: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Moved:
    """Ids of rows that are new or gone, those that moved, and those that got another last day."""

    new: tuple[str, ...]
    gone: tuple[str, ...]
    moves: tuple[Move, ...]
    later: tuple[str, ...]
    sooner: tuple[str, ...]

    @property
    def by_status(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """The rows that moved, by (status before, status after), in the form's order."""
        found: dict[tuple[str, str], list[str]] = {}
        for one in self.moves:
            found.setdefault((one.before, one.after), []).append(one.id)
        order = [*(one.id for one in CHOICES["status"]), UNKNOWN]
        return {
            both: tuple(found[both])
            for both in sorted(found, key=lambda two: (order.index(two[0]), order.index(two[1])))
        }


def moved(before: Iterable[Thing], after: Iterable[Thing]) -> Moved:
    """Compare the rows of two points in time, in the order of the later."""
    then = {one.id: one for one in before}
    now = {one.id: one for one in after}
    both = [(then[one], now[one]) for one in now if one in then]
    return Moved(
        tuple(one for one in now if one not in then),
        tuple(one for one in then if one not in now),
        tuple(
            Move(new.id, status_of(old), status_of(new))
            for old, new in both
            if status_of(old) != status_of(new)
        ),
        tuple(new.id for old, new in both if _shift(old, new) > 0),
        tuple(new.id for old, new in both if _shift(old, new) < 0),
    )


def _shift(old: Thing, new: Thing) -> int:
    """Return by how many days the last day moved; 0 when either has none."""
    first, second = (day_of(one["end"], "last") for one in (old, new))
    return (second - first).days if first and second else 0
