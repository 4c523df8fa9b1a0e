"""The time of a workshop: what has gone, what is left, and what to shorten.

Times are seconds of the wall clock since 1970; they come in as arguments. What is kept is how long
each step has taken and since when the clock runs, so that nothing has to tick to be remembered.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from nvworkshop.workshop.steps import Agenda, Step, StepType, named, taken_part

MORE = 5
"""Minutes that one press adds to a step."""

BEHIND = 3
"""Minutes behind from which something is suggested."""

_LEAST = 5
"""Fewest minutes a step is shortened to."""

_FIXED = frozenset({StepType.READ_BACK, StepType.CLOSE, StepType.WELCOME})
"""Steps that are not shortened: who does what by when is what the day is for."""

_FAR = 1e11
"""Seconds since 1970 that no clock shows: further is nonsense."""

_LONGEST = 7 * 24 * 3600
"""Seconds; a clock that says more has been set."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the group is. `since` is when the clock began to run; None while it stands still.

    `spent` are the seconds of each step until `since`, `extra` minutes that were added to a step,
    `silent` when the silent minutes end.
    """

    step: str = ""
    since: float | None = None
    spent: Mapping[str, float] = field(default_factory=dict)
    extra: Mapping[str, int] = field(default_factory=dict)
    silent: float | None = None
    ended: bool = False

    @property
    def begun(self) -> bool:
        """Whether the workshop has been started."""
        return bool(self.step)

    @property
    def running(self) -> bool:
        """Whether the clock runs."""
        return self.since is not None

    def seconds(self, step: str, now: float) -> float:
        """Return how long a step has taken until now."""
        gone = self.spent.get(step, 0.0)
        if step == self.step and self.since is not None:
            gone += min(_LONGEST, max(0.0, now - self.since))
        return gone

    def allotted(self, step: Step) -> float:
        """Return the seconds a step has: planned and added."""
        return (step.minutes + self.extra.get(step.id, 0)) * 60.0

    def left(self, step: Step, now: float) -> float:
        """Return the seconds that are left of a step; negative when it is over its time."""
        return self.allotted(step) - self.seconds(step.id, now)

    def silence(self, now: float) -> float:
        """Return the seconds left of the silent minutes, 0 when nobody is silent."""
        return max(0.0, self.silent - now) if self.silent is not None and self.running else 0.0

    def go(self, step: str, now: float) -> Progress:
        """Go to a step; the clock runs there. Of what has ended a step is only looked at."""
        if self.ended:
            return replace(self, step=step)
        return replace(self.pause(now), step=step, since=now, silent=None, ended=False)

    def pause(self, now: float) -> Progress:
        """Stop the clock."""
        if self.since is None:
            return self
        spent = {**self.spent, self.step: self.seconds(self.step, now)}
        return replace(self, since=None, spent=spent, silent=None)

    def resume(self, now: float) -> Progress:
        """Let the clock run again; what had ended goes on."""
        return self if self.running or not self.begun else replace(self, since=now, ended=False)

    def more(self, step: str, minutes: int = MORE) -> Progress:
        """Give a step more time."""
        return replace(self, extra={**self.extra, step: self.extra.get(step, 0) + minutes})

    def hush(self, minutes: float, now: float) -> Progress:
        """Begin silent minutes; 0 ends them."""
        return replace(self.resume(now), silent=now + minutes * 60 if minutes else None)

    def without(self, seconds: float) -> Progress:
        """Leave out time when nobody worked: the computer slept."""
        return self if self.since is None else replace(self, since=self.since + seconds)

    def recovered(self, last: float) -> Progress:
        """Stand still as after a crash: what came after the last sign of life doesn't count."""
        if self.since is None:
            return self
        return self.pause(max(self.since, last))

    def end(self, now: float) -> Progress:
        """End the workshop."""
        return replace(self.pause(now), ended=True)


def progress_of(data: Any) -> Progress:
    """Read what is logged; nonsense in it is left out."""
    said = data if isinstance(data, Mapping) else {}
    step = said.get("step")
    return Progress(
        step=step if isinstance(step, str) else "",
        since=_number(said.get("since")),
        spent={name: max(0.0, float(value)) for name, value in _numbers(said.get("spent"))},
        extra={name: int(value) for name, value in _numbers(said.get("extra"))},
        silent=_number(said.get("silent")),
        ended=said.get("ended") is True,
    )


def progress_data(progress: Progress) -> dict[str, Any]:
    """Return progress as it is logged: whole seconds, without what is empty."""
    data = asdict(progress)
    data["spent"] = {name: round(value) for name, value in progress.spent.items()}
    for name in ("since", "silent"):
        data[name] = round(data[name]) if data[name] is not None else None
    return {name: value for name, value in data.items() if value not in (None, "", {}, False)}


def ahead(agenda: Agenda, progress: Progress, now: float) -> float:
    """Return how many seconds the group is before its plan; negative when it is behind.

    A step that is passed gives or takes what it differed; the one going on only what it is over.
    """
    part = taken_part(agenda)
    here = next((n for n, one in enumerate(part) if one.id == progress.step), -1)
    total = 0.0
    for place, step in enumerate(part):
        differs = step.minutes * 60.0 - progress.seconds(step.id, now)
        if place < here:
            total += differs
        elif place == here:
            total += min(differs, -progress.extra.get(step.id, 0) * 60.0, 0.0)
    return total


def remaining(agenda: Agenda, progress: Progress, now: float) -> float:
    """Return the seconds until the end, if everything takes the time it has from here."""
    part = taken_part(agenda)
    here = next((n for n, one in enumerate(part) if one.id == progress.step), -1)
    coming = sum(progress.allotted(one) for one in part[here + 1 :])
    current = max(0.0, progress.left(part[here], now)) if here >= 0 else 0.0
    return current + coming


def shortened(agenda: Agenda, progress: Progress, now: float) -> dict[str, int]:
    """Suggest fewer minutes for coming steps, so that the group ends in time; {} when it will.

    The longest give first, a minute at a time, and none goes under five minutes.
    """
    behind = -ahead(agenda, progress, now) / 60
    if behind < BEHIND:
        return {}
    part = taken_part(agenda)
    here = next((n for n, one in enumerate(part) if one.id == progress.step), -1)
    coming = [one for one in part[here + 1 :] if one.type not in _FIXED]
    minutes = {one.id: one.minutes for one in coming}
    for _ in range(round(behind)):
        longest = max(minutes, key=lambda one: minutes[one], default="")
        if not longest or minutes[longest] <= _LEAST:
            break
        minutes[longest] -= 1
    return {one.id: minutes[one.id] for one in coming if minutes[one.id] != one.minutes}


def current(agenda: Agenda, progress: Progress) -> Step | None:
    """Return the step the group is in; the first one when the agenda lost it."""
    part = taken_part(agenda)
    return named(part, progress.step) or (part[0] if part and progress.begun else None)


def _number(value: Any) -> float | None:
    """Return a number that a clock can show; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if abs(value) < _FAR else None


def _numbers(value: Any) -> list[tuple[str, float]]:
    items = value.items() if isinstance(value, Mapping) else ()
    found = ((name, _number(one)) for name, one in items if isinstance(name, str))
    return [(name, one) for name, one in found if one is not None]
