"""A plan in a few figures and words: what helps to choose among plans opened lately."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime, tzinfo
from typing import Any

from nvworkshop.language import SOURCE, chosen, marked, said
from nvworkshop.model.fields import Kind
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.rules import SHARED, missing_for_decision
from nvworkshop.model.things import Thing
from nvworkshop.planfile.figures import last_change, settled
from nvworkshop.session.receipt_writing import conflict_count
from nvworkshop.session.view import PlanView

_WEEKDAYS = (
    marked("måndags"),
    marked("tisdags"),
    marked("onsdags"),
    marked("torsdags"),
    marked("fredags"),
    marked("lördags"),
    marked("söndags"),
)
_MONTHS = (
    marked("jan"),
    marked("feb"),
    marked("mars"),
    marked("april"),
    marked("maj"),
    marked("juni"),
    marked("juli"),
    marked("aug"),
    marked("sep"),
    marked("okt"),
    marked("nov"),
    marked("dec"),
)
_WEEK = 7


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """What the start screen says of a plan; all texts are as people read them.

    `about` is whose plan it is: the huvudmän of the länsdel, or how many plans were merged.
    `complete` of `counted` rows have all a decision needs: joint actions when there are any, else
    actions. `changed` is milliseconds since 1970 UTC, 0 when nothing is written.
    `county_part_number` is its place in the strategy, past the last for a plan of no länsdel.
    `language` is what the texts are in.
    """

    title: str = ""
    level: str = ""
    county_part: str = ""
    county_part_label: str = ""
    county_part_number: int = 0
    about: str = ""
    actions: int = 0
    joint_actions: int = 0
    ideas: int = 0
    conflicts: int = 0
    complete: int = 0
    counted: int = 0
    state: str = ""
    changed: int = 0
    device: str = ""
    function: str = ""
    sample: bool = False
    language: str = SOURCE

    @property
    def share_complete(self) -> float:
        """The share of rows that have all a decision needs, 0 to 1."""
        return self.complete / self.counted if self.counted else 0.0

    @property
    def changed_by(self) -> str:
        """Who changed it last: the function when it was said, else the computer."""
        return self.function or self.device

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON data."""
        return asdict(self)

    @staticmethod
    def from_json(data: Mapping[str, Any]) -> PlanSummary:
        """Read what `as_json` gave; what is missing or of another type is as for an empty plan."""
        plain = PlanSummary()
        known: dict[str, Any] = {
            one.name: data[one.name]
            for one in fields(PlanSummary)
            if type(data.get(one.name)) is type(getattr(plain, one.name))
        }
        return PlanSummary(**known)


def summary_of(view: PlanView) -> PlanSummary:
    """Return the figures of a plan; quick also when it is large."""
    plan = view.plan or Thing("plan", view.store.plan, {})
    actions, joint, ideas = (view.how_many(kind) for kind in ("action", "joint_action", "idea"))
    conflicts = conflict_count(view)
    counted = KINDS["joint_action" if joint else "action"]
    last = last_change(view.store)
    writer = view.current("writer", last.writer.hex()) if last else None
    part = plan.text("county_part")
    parts = [item for item, _ in view.strategy.options("county_part")]
    return PlanSummary(
        title=plan.text("title"),
        level=view.readable("plan", "level", plan["level"]),
        county_part=part,
        county_part_label=said(view.strategy.label("county_part", part)) if part else "",
        county_part_number=parts.index(part) if part in parts else len(parts),
        about=_about(view, plan),
        actions=actions,
        joint_actions=joint,
        ideas=ideas,
        conflicts=conflicts,
        complete=_complete(view, counted),
        counted=joint or actions,
        state=_state(view, plan, conflicts),
        changed=last.at if last else 0,
        device=writer.text("device") if writer else "",
        function=writer.text("function") if writer else "",
        sample=plan["sample"] is True,
        language=chosen(),
    )


def _complete(view: PlanView, kind: Kind) -> int:
    """Return how many rows have all a decision needs."""
    if view.is_own:
        return sum(not missing_for_decision(one) for one in view.things(kind.name))
    return settled(view.store, kind, [one for one in kind.fields if one.decision])


def _about(view: PlanView, plan: Thing) -> str:
    """Say whose plan it is in a line."""
    if plan.text("level") == "overall":
        merged = sum(one.text("level") != SHARED for one in view.things("plan")) - 1
        if merged < 1:
            return said("Inga planer sammanslagna än")
        return said("Sammanslagen av {merged} {word}").format(
            merged=merged, word=said("plan") if merged == 1 else said("planer")
        )
    if plan.text("principal"):
        return said(view.strategy.label("principal", plan.text("principal")))
    return " · ".join(_principals(view, plan.text("county_part")))


def _principals(view: PlanView, part: str) -> list[str]:
    """Return the kommuner of a länsdel in the strategy's order, then the region."""
    names = [one.label for one in view.strategy.municipalities_of(part)]
    regions = [one.label for one in view.strategy.principals if not one.municipality]
    return [*names, *regions] if names else []


def _state(view: PlanView, plan: Thing, conflicts: int) -> str:
    """Say where the plan stands; what somebody has to decide comes first."""
    if conflicts:
        return said("{conflicts} {word} att lösa").format(
            conflicts=conflicts, word=said("konflikt") if conflicts == 1 else said("konflikter")
        )
    return view.readable("plan", "state", plan["state"])


def said_when(at: int, now: datetime, zone: tzinfo | None = None) -> str:
    """Return milliseconds since 1970 UTC as people say it, seen from `now` (aware).

    Days and hours are those of `zone`, None for this computer's.
    """
    then = moment(at, zone)
    if then is None:
        return ""
    days = (now.astimezone(zone).date() - then.date()).days
    if days == 0:
        return said("idag {then:%H:%M}").format(then=then)
    if days == 1:
        return said("igår {then:%H:%M}").format(then=then)
    if 1 < days < _WEEK:
        return said("i {weekday}").format(weekday=said(_WEEKDAYS[then.weekday()]))
    if then.year == now.year and days > 0:
        return f"{then.day} {said(_MONTHS[then.month - 1])}"
    return f"{then:%Y-%m-%d}"


def moment(at: int, zone: tzinfo | None = None) -> datetime | None:
    """Return milliseconds since 1970 UTC in `zone`, None for this computer's.

    None when no calendar has it.
    """
    try:
        return datetime.fromtimestamp(at / 1000, UTC).astimezone(zone)
    except (OverflowError, ValueError, OSError):
        return None
