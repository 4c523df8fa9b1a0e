"""An action as it is followed up, in words: what was planned, the last time, and the answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from nvworkshop.language import marked, said
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.labels import shown
from nvworkshop.model.rules import is_late
from nvworkshop.model.things import Thing
from nvworkshop.model.values import coerce
from nvworkshop.strategy import Strategy
from nvworkshop.workshop.content import FollowUp, Question
from nvworkshop.workshop.days import said_day
from nvworkshop.workshop.following import ASKED, END, Told, asked, left
from nvworkshop.workshop.ideas import number

NO_ACTIONS = marked("Planen har inga åtgärder att följa upp än.")


@dataclass(frozen=True, slots=True)
class Around:
    """What the words depend on besides the action; `asked` is the question that is asked now."""

    strategy: Strategy
    today: date
    asked: str = ""


def picture(
    action: Thing, told: Mapping[str, Told], actions: Sequence[Thing], around: Around
) -> FollowUp:
    """Return what everyone sees of an action; `actions` are all, in the order of the talk."""
    of_it = told.get(action.id, Told())
    places = [one.id for one in actions]
    return FollowUp(
        number=number(action, "number"),
        what=action.text("title"),
        planned=tuple(recalled(action, of_it.before, around)),
        questions=tuple(_questions(action, of_it.now, around)),
        shift=action.text("shift"),
        late=is_late(action["end"], action["status"], around.today),
        place=places.index(action.id) + 1 if action.id in places else 0,
        of=len(places),
        left=len(left(actions, told)),
    )


def recalled(action: Thing, before: Thing | None, around: Around) -> list[tuple[str, str]]:
    """Return what was planned and what was told the last time, as labels with texts."""

    def _of(name: str) -> str:
        return readable("action", name, action[name], around.strategy)

    who = ", ".join(filter(None, (_of("principal"), _of("function"))))
    measured = " → ".join(filter(None, (_of("baseline"), _of("target"))))
    indicator = ": ".join(filter(None, (_of("indicator"), measured)))
    spoken = (
        (said("Mål"), _of("goal")),
        (said("Klart"), _of("end") or said("tid saknas")),
        (said("Ansvarig"), who or said("ansvarig saknas")),
        (said("Indikator"), indicator),
        (said("Förra gången"), _last(before, around) if before else said("inte uppföljd")),
    )
    return [(name, text) for name, text in spoken if text]


def _last(before: Thing, around: Around) -> str:
    def _of(name: str) -> str:
        return readable("follow_up", name, before[name], around.strategy).rstrip(" .")

    day = said_day(before.text("date"), around.today)
    status = _of("status")
    parts = [": ".join(filter(None, (day, status[:1].lower() + status[1:]))), _of("comment")]
    next_step = _of("next_step")
    parts.append(
        said("Nästa steg då: {next_step}").format(next_step=next_step) if next_step else ""
    )
    return ". ".join(filter(None, parts))


def _questions(action: Thing, now: Thing | None, around: Around) -> list[Question]:
    answers = answers_of(action, now)
    return [
        Question(
            said(ASKED[name]),
            readable("action" if name == END else "follow_up", name, answers[name], around.strategy)
            if now is not None
            else "",
            name == around.asked,
        )
        for name in asked(answers)
    ]


def answers_of(action: Thing, now: Thing | None) -> dict[str, Any]:
    """Return what stands as the answer of each question; end and status are the action's own."""
    told = {name: now[name] if now else None for name in ASKED}
    return {**told, END: action[END], "status": action["status"]}


def readable(kind: str, name: str, data: Any, strategy: Strategy) -> str:
    """Return a logged value as people read it, "" for none."""
    declared = KINDS[kind].field(name)
    if declared is None or data is None:
        return ""
    return shown(declared, coerce(declared, data), strategy)
