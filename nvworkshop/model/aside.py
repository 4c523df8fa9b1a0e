"""Set aside: what only taken-back merges brought is left out of the plan, but never erased.

A receipt says what its merge brought as ranges of sequence numbers per writer. A change that only
taken-back receipts cover is set aside; one that a live receipt covers too, or none, is not. A live
receipt of another copy that came with a merge since taken back doesn't count. What a copy of the
plan had by itself isn't reached by another copy's taken-back receipt: `kept` says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from nvworkshop.model.changes import Change
from nvworkshop.model.heads import newest_first
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.things import Thing

Ranges = dict[str, list[list[int]]]
"""Writer id in hex → [first, last] sequence numbers, both included, ascending."""


def ranges_of(changes: Iterable[Change]) -> Ranges:
    """Return the changes' writers and sequence numbers as ranges."""
    numbers: dict[bytes, list[int]] = defaultdict(list)
    for change in changes:
        numbers[change.writer].append(change.seq)
    return {writer.hex(): _runs(several) for writer, several in sorted(numbers.items())}


def _runs(numbers: list[int]) -> list[list[int]]:
    several = set(numbers)
    first, last = min(several), max(several)
    if last - first + 1 == len(several):  # nearly always
        return [[first, last]]
    return _united([number, number] for number in several)


def joined(one: Ranges, other: Ranges) -> Ranges:
    """Return what either holds."""
    both = one | other
    for writer in one.keys() & other.keys():
        both[writer] = _united([*one[writer], *other[writer]])
    return both


def _united(ranges: Iterable[list[int]]) -> list[list[int]]:
    found: list[list[int]] = []
    for first, last in sorted(ranges):
        if found and first <= found[-1][1] + 1:
            found[-1][1] = max(last, found[-1][1])
        else:
            found.append([first, last])
    return found


@dataclass(frozen=True, slots=True)
class Held:
    """The changes that ranges name, such as those a frozen version holds."""

    numbers: dict[bytes, list[list[int]]]

    def has(self, change: Change) -> bool:
        """Tell whether the change is one of them."""
        return _within(change.seq, self.numbers.get(change.writer, []))

    @property
    def count(self) -> int:
        """The number of changes named."""
        return sum(last - first + 1 for one in self.numbers.values() for first, last in one)


def held(ranges: object) -> Held:
    """Return what logged ranges name; those that make no sense are passed over."""
    return Held(dict(_well_formed(ranges)))


@dataclass(frozen=True, slots=True)
class Aside:
    """Which changes are set aside in one plan."""

    taken_back: dict[bytes, list[list[int]]] = field(default_factory=dict)
    live: dict[bytes, list[list[int]]] = field(default_factory=dict)

    def covers(self, change: Change) -> bool:
        """Tell whether the change is set aside; the program's own kinds never are."""
        if not self.taken_back or change.writer not in self.taken_back:
            return False
        kind = KINDS.get(change.kind)
        return (kind is None or not kind.system) and self.reaches(change)

    def reaches(self, change: Change) -> bool:
        """Tell whether the change came with taken-back merges alone, whatever its kind."""
        taken_back, live = (one.get(change.writer, []) for one in (self.taken_back, self.live))
        return _within(change.seq, taken_back) and not _within(change.seq, live)


def _within(number: int, ranges: list[list[int]]) -> bool:
    return any(first <= number <= last for first, last in ranges)


def aside_of(receipts: Iterable[Thing], plan: str, written: Iterable[Change] = ()) -> Aside:
    """Return what the receipts of `plan` set aside; other plans' receipts have no say here.

    `written` are the changes that say what receipts brought: they tell which came with a merge.
    """
    aside = Aside()
    born = {one.entity: one for one in sorted(written, key=newest_first, reverse=True)}
    own = [one for one in receipts if one["plan"] == plan]
    kept = _kept(own)
    for receipt in _newest_first(own, born):
        taken_back = receipt["taken_back"] is True
        if not taken_back and receipt.id in born and aside.reaches(born[receipt.id]):
            continue
        side = aside.taken_back if taken_back else aside.live
        spared = kept.get(receipt.id, {}) if taken_back else {}
        for writer, ranges in _well_formed(receipt["brought"]):
            left = _without(ranges, spared.get(writer, []))
            if left:
                side.setdefault(writer, []).extend(left)
    return aside


def _newest_first(own: Iterable[Thing], born: Mapping[str, Change]) -> list[Thing]:
    """Return receipts so that those a receipt may have come with are before it."""
    known = sorted(
        (one for one in own if one.id in born), key=lambda one: newest_first(born[one.id])
    )
    return [*(one for one in own if one.id not in born), *known]


def _kept(receipts: Iterable[Thing]) -> dict[str, dict[bytes, list[list[int]]]]:
    """Return for each receipt that is named what taking it back doesn't reach."""
    found: dict[str, dict[bytes, list[list[int]]]] = defaultdict(dict)
    for receipt in receipts:
        kept = receipt["kept"]
        for one, named in (kept if isinstance(kept, dict) else {}).items():
            for writer, ranges in _well_formed(named):
                found[one].setdefault(writer, []).extend(ranges)
    return found


def _without(ranges: list[list[int]], spared: list[list[int]]) -> list[list[int]]:
    """Return the ranges less the spared ones."""
    for low, high in spared:
        ends = [
            [[first, min(last, low - 1)], [max(first, high + 1), last]] for first, last in ranges
        ]
        ranges = [one for both in ends for one in both if one[0] <= one[1]]
    return ranges


def _well_formed(brought: object) -> Iterable[tuple[bytes, list[list[int]]]]:
    """Yield the ranges that make sense, whatever another program wrote."""
    for writer, ranges in (brought if isinstance(brought, dict) else {}).items():
        try:
            yield bytes.fromhex(writer), [[int(first), int(last)] for first, last in ranges]
        except (TypeError, ValueError):
            continue


class Brought:
    """The changes that a receipt, or one source in it, says that it brought."""

    def __init__(self, ranges: object) -> None:
        """Take the ranges as they stand in the log; what makes no sense in them is passed over."""
        self._ranges = dict(_well_formed(ranges))

    def __contains__(self, change: Change) -> bool:
        """Tell whether the change is one of them."""
        return self.has(change.writer, change.seq)

    def has(self, writer: bytes, seq: int) -> bool:
        """Tell whether a writer's change of that number is one of them."""
        ranges = self._ranges.get(writer)
        return ranges is not None and _within(seq, ranges)
