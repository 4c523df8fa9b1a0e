"""Anchoring: who has been asked about a plan, what they answered, and who has adopted it.

The chain is the strategy's: each länsdel, the bodies of the county that decide on plans, and every
huvudman. What is written is things of kind `decision`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from nvworkshop.language import marked, said
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.things import Thing
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import NewThing, Session
from nvworkshop.session.view import PlanView
from nvworkshop.strategy import Strategy


class Level(Enum):
    """Where in the chain somebody stands, and what the level is called."""

    LOCAL = marked("Länsdelar")
    COUNTY = marked("Länet")
    PRINCIPAL = marked("Huvudmän")


class Stage(Enum):
    """How far somebody has come, and what it is called."""

    NOT_SENT = marked("Inte skickad")
    WAITING = marked("Väntar på svar")
    OVERDUE = marked("Svaret är sent")
    ANSWERED = marked("Har svarat")
    WHOLLY = marked("Antagen i sin helhet")
    PARTLY = marked("Antagen med undantag")
    RECOMMENDED = marked("Rekommenderas")
    NOT_ADOPTED = marked("Inte antagen")


ADOPTED = (Stage.WHOLLY, Stage.PARTLY)
_ADOPTED = marked("{adopted} av {every} huvudmän har antagit planen.")
_ADOPTED_PARTLY = marked("{adopted} av {every} huvudmän har antagit planen, {partly} med undantag.")
_DECIDED = {
    "wholly": Stage.WHOLLY,
    "partly": Stage.PARTLY,
    "recommended": Stage.RECOMMENDED,
    "not_adopted": Stage.NOT_ADOPTED,
}


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody in the chain: the field of a decision that names it, and its id there."""

    field: str
    id: str
    level: Level
    name: str

    @property
    def key(self) -> str:
        """What names a decision of theirs that nobody has begun."""
        return f"{self.field}:{self.id}"


@dataclass(frozen=True, slots=True)
class Answer:
    """How far a party has come; `decision` is what it stands on, None when nothing is written.

    `days` is how many are left until the answer is due, below 0 when it is late; None when nothing
    is awaited. `older_version` is the version the decision is about, when that is another than the
    plan's; `earlier` counts older decisions; `own_plan` says where a länsdel's own plan stands.
    """

    party: Party
    stage: Stage
    decision: Thing | None = None
    days: int | None = None
    older_version: str = ""
    earlier: int = 0
    own_plan: str = ""


@dataclass(frozen=True, slots=True)
class Anchoring:
    """A plan's state and version, and everybody in the chain in the strategy's order."""

    state: str
    version: str
    answers: tuple[Answer, ...]

    def of(self, level: Level) -> tuple[Answer, ...]:
        """Return those of one level."""
        return tuple(one for one in self.answers if one.party.level is level)

    def count(self, *stages: Stage, level: Level = Level.PRINCIPAL) -> int:
        """Return how many of a level have come that far."""
        return sum(one.stage in stages for one in self.of(level))

    @property
    def said(self) -> tuple[str, ...]:
        """The counts of the huvudmän as sentences."""
        return tuple(_sentences(self))


def chain(view: PlanView) -> Anchoring:
    """Return the chain of the plan this file is, with what has been written of it."""
    plan = view.plan or Thing("plan", view.store.plan, {})
    decisions = _decisions(view)
    found = (
        _answer(view, plan, one, decisions.get((one.field, one.id), []))
        for one in parties(view.strategy, plan)
    )
    return Anchoring(plan.text("state") or "draft", plan.text("version"), tuple(found))


def parties(strategy: Strategy, plan: Thing) -> list[Party]:
    """Return everybody who is asked about a plan.

    A länsdel's plan is asked about in the länsdel, a huvudman's own plan by the huvudman alone.
    """
    if plan["level"] == "principal":
        own = plan.text("principal")
        name = said(strategy.label("principal", own))
        return [Party("principal", own, Level.PRINCIPAL, name)] if own else []
    part = plan.text("county_part")
    return [*_parts(strategy, part), *_bodies(strategy), *_principals(strategy, part)]


def party_called(view: PlanView, key: str) -> Party | None:
    """Return who in the plan's chain has that key."""
    plan = view.plan or Thing("plan", view.store.plan, {})
    return next((one for one in parties(view.strategy, plan) if one.key == key), None)


def standing(view: PlanView, party: Party) -> Thing | None:
    """Return the decision that a party stands on, None when nothing is written."""
    return next(reversed(_decisions(view).get((party.field, party.id), [])), None)


def _parts(strategy: Strategy, only: str) -> Iterator[Party]:
    for part in strategy.county_parts:
        if only in ("", part.id):
            yield Party("county_part", part.id, Level.LOCAL, said(part.label))


def _bodies(strategy: Strategy) -> Iterator[Party]:
    for body in strategy.bodies:
        if body.level == "county" and body.decides:
            yield Party("body", body.id, Level.COUNTY, said(body.short or body.label))


def _principals(strategy: Strategy, part: str) -> Iterator[Party]:
    here = {one.id for one in strategy.municipalities_of(part)}
    for one in strategy.principals:
        if not part or not one.municipality or one.municipality in here:
            yield Party("principal", one.id, Level.PRINCIPAL, said(one.label))


def _decisions(view: PlanView) -> dict[tuple[str, str], list[Thing]]:
    """Return the decisions about this plan by who made them, the one that counts last.

    Those about the version the plan has now count before older ones.
    """
    version = view.plan.text("version") if view.plan else ""
    found: dict[tuple[str, str], list[Thing]] = {}
    for one in view.things("decision"):
        if (one["about"] or one["plan"]) != view.store.plan:
            continue
        field = next((name for name in ("principal", "county_part", "body") if one[name]), "")
        found.setdefault((field, one.text(field)), []).append(one)
    return {
        who: sorted(several, key=lambda one: _weight(one, version))
        for who, several in found.items()
    }


def _weight(decision: Thing, version: str) -> tuple[bool, str, int, str]:
    days = (decision.text(name) for name in ("date", "answered", "sent"))
    current = decision.text("version") == version
    return current, max(days), decision.updated, decision.id


def _answer(view: PlanView, plan: Thing, party: Party, decisions: list[Thing]) -> Answer:
    own = _own_plan(view, party)
    if not decisions:
        return Answer(party, Stage.NOT_SENT, own_plan=own)
    last = decisions[-1]
    days = _days_left(last, view.surroundings.today())
    about = last.text("version")
    older = about if about and about != plan.text("version") else ""
    return Answer(party, _stage(last, days), last, days, older, len(decisions) - 1, own)


def _days_left(decision: Thing, today: date) -> int | None:
    if decision["adoption"] in _DECIDED or decision["answered"] or not decision.text("due"):
        return None
    try:
        return (date.fromisoformat(decision.text("due")) - today).days
    except ValueError:  # another program wrote it
        return None


def _stage(decision: Thing, days: int | None) -> Stage:
    decided = _DECIDED.get(decision.text("adoption"))
    if decided:
        return decided
    if decision["answered"] or decision["answer"]:
        return Stage.ANSWERED
    if days is not None and days < 0:
        return Stage.OVERDUE
    return Stage.WAITING if decision["sent"] or days is not None else Stage.NOT_SENT


def _own_plan(view: PlanView, party: Party) -> str:
    """Say where the länsdel's own plan stands when it has been merged into this one."""
    if party.field != "county_part":
        return ""
    plans = (one for one in view.things("plan") if one["county_part"] == party.id)
    own = max(
        (one for one in plans if one.id != view.store.plan),
        key=lambda one: (one.updated, one.id),
        default=None,
    )
    if own is None:
        return ""
    state = view.readable("plan", "state", own["state"])
    return " ".join(text for text in (state, own.text("version")) if text)


def _sentences(of: Anchoring) -> Iterator[str]:
    every, adopted = of.of(Level.PRINCIPAL), of.count(*ADOPTED)
    if not every:
        return
    partly = of.count(Stage.PARTLY)
    told = said(_ADOPTED_PARTLY if partly else _ADOPTED)
    yield told.format(adopted=adopted, every=len(every), partly=partly)
    late = of.count(Stage.OVERDUE)
    counts = (
        (of.count(Stage.NOT_ADOPTED), said("har inte antagit den")),
        (of.count(Stage.ANSWERED, Stage.RECOMMENDED), said("har svarat utan att besluta")),
        (of.count(Stage.WAITING), said("har inte svarat än")),
        (late, said("är sen med svaret") if late == 1 else said("är sena med svaret")),
        (of.count(Stage.NOT_SENT), said("har inte fått den")),
    )
    parts = [f"{number} {what}" for number, what in counts if number]
    if parts:
        yield f"{', '.join(parts)}."
    older = sum(bool(one.older_version) for one in every if one.stage in ADOPTED)
    if older:
        yield said("{older} av besluten gäller en annan version än planens.").format(older=older)


def record(session: Session, party: Party, values: Mapping[str, Any]) -> Outcome:
    """Write what a party has been sent, answered or decided, as typed.

    Goes on with the party's newest decision, or begins one about the plan's version.
    """
    decision = standing(session, party)
    if decision:
        return session.set(decision.id, values)
    return begin(session, party, values)


def begin(session: Session, party: Party, values: Mapping[str, Any]) -> Outcome:
    """Begin a new decision of a party about the plan's version; earlier ones stay."""
    typed = session.read(KINDS["decision"], {party.field: party.id, **values})
    entity = session.surroundings.new_id()
    new = [("decision", entity, {**_about(session), **typed.values})]
    return session.add_many(said("Nytt beslut"), new, entity=entity, notes=typed.notes)


def send(session: Session, asked: Iterable[Party], values: Mapping[str, Any]) -> Outcome:
    """Write in one step that the plan's version was sent to several; `values` as typed.

    Those who have been asked about that version already are passed over.
    """
    typed = session.read(KINDS["decision"], values)
    about = _about(session)
    latest = {key: several[-1] for key, several in _decisions(session).items()}
    new: list[NewThing] = []
    for one in asked:
        known = latest.get((one.field, one.id))
        if known is None or known.text("version") != (about["version"] or ""):
            entity = session.surroundings.new_id()
            new.append(("decision", entity, {**about, one.field: one.id, **typed.values}))
    if not new:
        return Outcome(notes=(said("Alla har redan fått den här versionen."),))
    return session.add_many(said("Skicka på remiss"), new, notes=typed.notes)


def _about(session: Session) -> dict[str, str | None]:
    """Return what a new decision is about: this plan, and the version it has now."""
    plan = session.plan
    version = plan.text("version") if plan else ""
    return {"about": session.store.plan if plan else None, "version": version or None}
