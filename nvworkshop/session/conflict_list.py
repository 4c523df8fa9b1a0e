"""Every open conflict as a person reviews it: where each value came from, and rules for many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from nvworkshop.language import marked, said
from nvworkshop.model.conflicts import Conflict, ConflictValue, label_of
from nvworkshop.model.text import fold
from nvworkshop.model.things import Thing
from nvworkshop.session.deciding import Decision
from nvworkshop.session.leaving import left_to_county_part
from nvworkshop.session.receipts import receipts, sources_of
from nvworkshop.session.review import conflicts, writers
from nvworkshop.session.view import PlanView

HERE = marked("Den här planen")
"""The origin of what was written in the plan itself."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values as people read it, who wrote it, and with which plan it came.

    `at` is milliseconds since 1970 UTC. For a removal against edits `edited` names the fields
    edited, as people read them.
    """

    n: int
    text: str
    device: str
    function: str
    at: int
    origin: str
    edited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenConflict:
    """One conflict to review. `where` is whose plan the thing is in; `base` is "" for none.

    `left` tells that it has been left to the länsdel. `found_by` is all of it folded.
    """

    conflict: Conflict
    number: int
    title: str
    where: str
    base: str
    sides: tuple[Side, ...]
    left: bool
    found_by: str

    @property
    def key(self) -> tuple[str, str]:
        """What names it: the thing's id and the field."""
        return self.conflict.entity, self.conflict.field

    @property
    def newest(self) -> Side:
        """The value written last."""
        return max(self.sides, key=lambda one: (one.at, one.n))


class RuleKind(Enum):
    """What a rule goes by."""

    LATEST = "latest"
    ORIGIN = "source"
    DEVICE = "device"


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to decide many conflicts: the value written last, or the last from one plan or device.

    `name` is the plan's or the device's.
    """

    kind: RuleKind
    name: str = ""

    def choice(self, conflict: OpenConflict) -> Side | None:
        """Return the value the rule takes; None when it has nothing to say."""
        found = [one for one in conflict.sides if self._names(one)]
        return max(found, key=lambda one: (one.at, one.n), default=None)

    def _names(self, side: Side) -> bool:
        match self.kind:
            case RuleKind.LATEST:
                return True
            case RuleKind.ORIGIN:
                return side.origin == self.name
            case RuleKind.DEVICE:
                return side.device == self.name


def open_conflicts(view: PlanView) -> list[OpenConflict]:
    """Return every open conflict: things in the plan's order, fields in the form's."""
    found = conflicts(view)
    if not found:
        return []
    known = writers(view)
    origins = _Origins(view)
    left = left_to_county_part(view, found)
    return [_told(view, one, known, origins, left=one in left) for one in found]


def rules_for(several: Iterable[OpenConflict]) -> list[Rule]:
    """Return the rules that have something to say about some of them, the latest first."""
    sides = [side for one in several for side in one.sides]
    origins = dict.fromkeys(one.origin for one in sides)
    devices = dict.fromkeys(one.device for one in sides if one.device)
    rules = [Rule(RuleKind.LATEST)]
    rules += [Rule(RuleKind.ORIGIN, one) for one in origins if len(origins) > 1]
    rules += [Rule(RuleKind.DEVICE, one) for one in devices if len(devices) > 1]
    return rules


def decisions_by(rule: Rule, several: Sequence[OpenConflict]) -> list[Decision]:
    """Return what a rule decides; conflicts it has nothing to say about are not among them."""
    chosen = ((one, rule.choice(one)) for one in several)
    return [Decision(one.conflict, side.n) for one, side in chosen if side is not None]


class _Origins:
    """Tells with which plan a change came."""

    def __init__(self, view: PlanView) -> None:
        self._sources = [
            (source.brought, _origin(view, source.county_part, source.title or source.file))
            for receipt in receipts(view)
            if receipt["taken_back"] is not True
            for source in sources_of(receipt)
        ]

    def of(self, value: ConflictValue) -> str:
        writer = bytes.fromhex(value.writer)
        for brought, name in self._sources:
            if brought.has(writer, value.seq):
                return name
        return HERE


def _origin(view: PlanView, county_part: str, title: str) -> str:
    return said(view.strategy.label("county_part", county_part)) if county_part else title


def _told(
    view: PlanView, one: Conflict, known: Mapping[str, Thing], origins: _Origins, *, left: bool
) -> OpenConflict:
    thing = view.current(one.kind, one.entity)
    sides = tuple(_side(view, one, value, known, origins) for value in one.values)
    base = "" if one.base is None else view.readable(one.kind, one.field, one.base)
    title = (view.name(thing) if thing else "") or one.entity[:8]
    where = whose(view, thing)
    number = thing["number"] if thing else None
    spoken = (title, where, one.label, base, *(text for side in sides for text in _words(side)))
    return OpenConflict(
        one,
        int(number) if isinstance(number, int | float) else 0,
        title,
        where,
        base,
        sides,
        left,
        fold("\n".join(spoken)),
    )


def _words(side: Side) -> tuple[str, ...]:
    return side.text, side.device, side.function, side.origin, *side.edited


def _side(
    view: PlanView,
    one: Conflict,
    value: ConflictValue,
    known: Mapping[str, Thing],
    origins: _Origins,
) -> Side:
    writer = known.get(value.writer)
    return Side(
        value.n,
        view.readable(one.kind, one.field, value.value),
        value.device,
        writer.text("function") if writer else "",
        value.at,
        origins.of(value),
        tuple(label_of(one.kind, name) for name in value.edited),
    )


def whose(view: PlanView, thing: Thing | None) -> str:
    """Say whose plan a thing is in: the länsdel, else the plan's name; "" when it is not known."""
    if thing is None:
        return ""
    plan = view.current("plan", thing.id if thing.kind == "plan" else thing.text("plan"))
    if plan is None:
        return ""
    return _origin(view, plan.text("county_part"), plan.text("title"))
