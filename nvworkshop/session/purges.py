"""What has been erased for good, told from the log: when, by whom, of which fields; never what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from nvworkshop.model.changes import Change
from nvworkshop.model.conflicts import label_of
from nvworkshop.model.kinds import KINDS, REDACT
from nvworkshop.session.summary import moment
from nvworkshop.session.view import PlanView

_STEP = 10_000
"""Milliseconds within which what one writer erases is one purge."""

_LOST = "Värden som inte finns i den här filen"


@dataclass(frozen=True, slots=True)
class Erased:
    """One field that lost values: how many, in how many things, and what both are called."""

    label: str
    of: str
    values: int
    things: int


@dataclass(frozen=True, slots=True)
class Purge:
    """One purge: this computer's time, who did it, why, and what was erased."""

    at: str
    who: str
    program: str
    reason: str
    erased: tuple[Erased, ...]
    values: int = field(default=0)


def purges_of(view: PlanView) -> list[Purge]:
    """Return every purge the plan knows of, also those that came with a merge, newest first."""
    log = sorted(
        view.store.changes("kind = ?", (REDACT.name,)), key=lambda one: (one.writer, one.seq)
    )
    return [told for _, told in sorted(_told(view, log), key=lambda one: one[0], reverse=True)]


def left_in(view: PlanView) -> int:
    """Return how many erased values still stand in the plan's log: none, or something is wrong."""
    erased = {one.entity for one in view.store.changes("kind = ?", (REDACT.name,))}
    return sum(one.value is not None and one.id.hex() in erased for one in view.store.changes())


def _told(view: PlanView, log: list[Change]) -> Iterator[tuple[int, Purge]]:
    step: list[Change] = []
    for one, after in pairwise([*log, None]):
        if one is not None:
            step.append(one)
        if step and (after is None or not _follows(step[-1], after)):
            yield step[0].at, _purge(view, step)
            step = []


def _follows(one: Change, after: Change) -> bool:
    """Tell whether the next erasure was of the same step."""
    same = (one.writer, one.data) == (after.writer, after.data)
    return same and after.seq == one.seq + 1 and after.at - one.at < _STEP


def _purge(view: PlanView, step: list[Change]) -> Purge:
    first = step[0]
    writer = view.current("writer", first.writer.hex())
    who = [writer.text(name) for name in ("function", "device")] if writer else []
    then = moment(first.at)
    return Purge(
        f"{then:%Y-%m-%d %H:%M}" if then else "",
        ", ".join(filter(None, who)),
        writer.text("program") if writer else "",
        str(first.data or ""),
        tuple(_erased(view, step)),
        len(step),
    )


def _erased(view: PlanView, step: list[Change]) -> Iterator[Erased]:
    values: Counter[tuple[str, str]] = Counter()
    things: dict[tuple[str, str], set[str]] = {}
    lost = 0
    for one in step:
        target = next(view.store.changes("id = ?", (_id(one),)), None)
        if target is None:
            lost += 1
            continue
        values[target.kind, target.field] += 1
        things.setdefault((target.kind, target.field), set()).add(target.entity)
    for at, number in sorted(values.items()):
        yield Erased(label_of(*at), _called(at[0], len(things[at])), number, len(things[at]))
    if lost:
        yield Erased(_LOST, "", lost, 0)


def _called(kind: str, number: int) -> str:
    known = KINDS.get(kind)
    return kind if known is None else known.sv if number == 1 else known.sv_plural


def _id(redaction: Change) -> bytes:
    try:
        return bytes.fromhex(redaction.entity)
    except ValueError:
        return b""
