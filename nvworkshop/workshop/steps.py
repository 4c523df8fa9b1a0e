"""The steps of a workshop: its agenda as it stands in the log, and what can be done to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any, TypeGuard

LONGEST = 600
"""Most minutes of a step."""

_FAR = 1e9


class StepType(StrEnum):
    """What the group does in a step; each has its own view for the recorder and for the room."""

    WELCOME = "welcome"  # purpose, roles, rules
    VISION = "vision"  # the målbild
    FLOWS = "flows"  # where we stand, and the joint flows
    RATING = "rating"  # 1–5 per shift and prerequisite
    SHIFT = "shift"  # ideas for one riktningsförändring
    PREREQUISITE = "prerequisite"  # what must be in place
    PRIORITISE = "prioritise"  # dot votes, effect × effort
    ACTIONS = "actions"  # ideas become actions
    CHECK = "check"  # owner, time, goal, indicator, size
    FOLLOW_UP = "follow_up"  # what has become of each action
    READ_BACK = "read_back"  # who does what by when
    CLOSE = "close"  # next meeting, thanks
    BREAK = "break"
    FREE = "free"  # a step of the group's own


TAKES_IDEAS = frozenset(
    {
        StepType.VISION,
        StepType.FLOWS,
        StepType.SHIFT,
        StepType.PREREQUISITE,
        StepType.FOLLOW_UP,
        StepType.FREE,
    }
)
"""The steps where what people say is captured as ideas of that step."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `item` is the shift or prerequisite it is about; `id` is unique in the workshop.

    `question` is the group's own; empty means the strategy's guide asks. `minutes` are planned.
    """

    id: str
    type: StepType
    title: str
    minutes: int
    item: str = ""
    question: str = ""
    skipped: bool = False


OWN = frozenset({StepType.FREE, StepType.BREAK})
"""Steps that a group adds itself; it names them, and takes them away."""

Agenda = tuple[Step, ...]


def agenda_of(data: Any) -> Agenda:
    """Read an agenda as logged; what is not a step, or is one twice, is left out."""
    found: dict[str, Step] = {}
    for one in data if isinstance(data, list) else ():
        step = _step(one)
        if step is not None:
            found.setdefault(step.id, step)
    return tuple(found.values())


def as_data(agenda: Iterable[Step]) -> list[dict[str, Any]]:
    """Return an agenda as it is logged, without what is empty."""
    return [
        {name: value for name, value in asdict(step).items() if value not in ("", False)}
        for step in agenda
    ]


def _step(data: Any) -> Step | None:
    if not isinstance(data, Mapping) or not _is_text(data.get("id")):
        return None
    try:
        kind = StepType(data.get("type", ""))
    except ValueError:
        kind = StepType.FREE  # a newer program's: what was captured there is still shown
    minutes = data.get("minutes")
    texts = {name: _text(data.get(name)) for name in ("title", "item", "question")}
    return Step(
        id=data["id"],
        type=kind,
        minutes=within(minutes) if _is_number(minutes) else 0,
        skipped=data.get("skipped") is True,
        **texts,
    )


def within(minutes: float) -> int:
    """Return whole minutes that a step can have."""
    return min(LONGEST, max(0, round(minutes)))


def taken_part(agenda: Agenda) -> Agenda:
    """Return the steps that are not skipped."""
    return tuple(step for step in agenda if not step.skipped)


def total(agenda: Agenda) -> int:
    """Return the planned minutes of the steps that are not skipped."""
    return sum(step.minutes for step in taken_part(agenda))


def changed(agenda: Agenda, step: str, **values: Any) -> Agenda:
    """Return the agenda with other values in one step: minutes, title, question, skipped."""
    return tuple(replace(one, **values) if one.id == step else one for one in agenda)


def lengthened(agenda: Agenda, step: str, by: int) -> Agenda:
    """Return the agenda with a step that is some minutes longer, or shorter."""
    return tuple(
        replace(one, minutes=within(one.minutes + by)) if one.id == step else one for one in agenda
    )


def taken_away(agenda: Agenda, step: str) -> Agenda:
    """Return the agenda without a step of the group's own, or with another one skipped."""
    one = named(agenda, step)
    if one is not None and one.type in OWN:
        return without(agenda, step)
    return changed(agenda, step, skipped=True)


def moved(agenda: Agenda, step: str, by: int) -> Agenda:
    """Return the agenda with a step moved earlier (negative) or later."""
    places = [one.id for one in agenda]
    if step not in places:
        return agenda
    here = places.index(step)
    there = min(len(agenda) - 1, max(0, here + by))
    rest = [one for one in agenda if one.id != step]
    return (*rest[:there], agenda[here], *rest[there:])


def added(agenda: Agenda, after: str, title: str, minutes: int, kind: StepType) -> Agenda:
    """Return the agenda with a free step or a break after another step; first for ""."""
    new = Step(_free_id(agenda, kind), kind, title, within(minutes))
    here = next((n + 1 for n, one in enumerate(agenda) if one.id == after), 0)
    return (*agenda[:here], new, *agenda[here:])


def without(agenda: Agenda, step: str) -> Agenda:
    """Return the agenda without a step that was added; the others are skipped, not removed."""
    return tuple(one for one in agenda if one.id != step)


def following(agenda: Agenda, step: str, by: int = 1) -> Step | None:
    """Return the step that comes after (or, with -1, before) another among those taken part."""
    part = taken_part(agenda)
    places = [one.id for one in part]
    if step not in places:
        return part[0] if part else None
    there = places.index(step) + by
    return part[there] if 0 <= there < len(part) else None


def named(agenda: Agenda, step: str) -> Step | None:
    """Return a step by its id."""
    return next((one for one in agenda if one.id == step), None)


def place_of(agenda: Agenda, step: str) -> tuple[int, int]:
    """Return which step of how many: (5, 9); (0, 9) for one that is skipped or not there."""
    places = [one.id for one in taken_part(agenda)]
    return (places.index(step) + 1 if step in places else 0, len(places))


def _free_id(agenda: Sequence[Step], kind: StepType) -> str:
    taken = {one.id for one in agenda}
    numbers = range(1, len(agenda) + 2)
    return next(f"{kind}-{n}" for n in numbers if f"{kind}-{n}" not in taken)


def _is_number(value: Any) -> TypeGuard[float]:
    return isinstance(value, int | float) and abs(value) < _FAR  # no nan, no infinity


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
