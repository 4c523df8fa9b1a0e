"""The least that turns one list of keys into another: rows taken away, put in and moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Removed:
    """Rows `first` to `last` go."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Inserted:
    """Rows come, and stand at `first` to `last` afterwards."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Moved:
    """The row at `source` goes to stand at `target`, counted when it has been lifted out."""

    source: int
    target: int


Step = Removed | Inserted | Moved


def steps_between(old: Sequence[str], new: Sequence[str], most: int = 64) -> list[Step] | None:
    """Return the steps, to take one after another; None when they are more than `most`.

    Every key stands once in each list.
    """
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    old, new = old[start : len(old) - end], new[start : len(new) - end]
    keep = set(new)
    now = [key for key in old if key in keep]
    steps = _removals(old, keep, most)
    if steps is None:
        return None
    there = set(now)
    stay = [key for key in new if key in there]
    moves = _moves(now, stay, most - len(steps))
    if moves is None:
        return None
    inserts = _insertions(new, there, most - len(steps) - len(moves))
    return None if inserts is None else [_at(start, one) for one in (*steps, *moves, *inserts)]


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many keys the lists begin with in common."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _at(start: int, step: Step) -> Step:
    """Return a step counted from the top of the whole list."""
    match step:
        case Removed(first, last):
            return Removed(first + start, last + start)
        case Inserted(first, last):
            return Inserted(first + start, last + start)
        case Moved(source, target):
            return Moved(source + start, target + start)


def _removals(old: Sequence[str], keep: set[str], most: int) -> list[Step] | None:
    """Return the runs to take away, from the bottom so that those above stay where they are."""
    gone = [place for place, key in enumerate(old) if key not in keep]
    runs = [Removed(first, last) for first, last in _runs(gone)]
    return None if len(runs) > most else list(reversed(runs))


def _insertions(new: Sequence[str], there: set[str], most: int) -> list[Step] | None:
    come = [place for place, key in enumerate(new) if key not in there]
    runs = [Inserted(first, last) for first, last in _runs(come)]
    return None if len(runs) > most else list(runs)


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Return rising numbers as runs of first and last."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs


def _moves(now: Sequence[str], then: Sequence[str], most: int) -> list[Step] | None:
    """Return the moves that bring `now`, the same keys, into the order of `then`."""
    current = list(now)
    moves: list[Step] = []
    start = 0
    while (start := _first_difference(current, then, start)) < len(current):
        if len(moves) == most:
            return None
        source, target = _next_move(current, then, start)
        current.insert(target, current.pop(source))
        moves.append(Moved(source, target))
    return moves


def _first_difference(one: Sequence[str], other: Sequence[str], start: int) -> int:
    for place in range(start, len(one)):
        if one[place] != other[place]:
            return place
    return len(one)


def _next_move(current: Sequence[str], then: Sequence[str], place: int) -> tuple[int, int]:
    """Return what to move where: the key that stands in the way, or the one that is to come."""
    in_the_way, wanted = current[place], then[place]
    if place + 1 < len(current) and current[place + 1] == wanted:
        return place, then.index(in_the_way, place)
    return current.index(wanted, place), place
