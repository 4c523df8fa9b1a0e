"""What the room sees in a step, made from the plan: everything shown passes here, nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from nvworkshop.language import said
from nvworkshop.model.things import Thing
from nvworkshop.strategy import Strategy
from nvworkshop.workshop.clock import Progress, current
from nvworkshop.workshop.content import (
    Body,
    Card,
    Cards,
    Matrix,
    Point,
    Promise,
    Rated,
    Ratings,
    ReadBack,
    RoomContent,
    Statement,
)
from nvworkshop.workshop.coverage import cover
from nvworkshop.workshop.following import Occasion, resumed, told_of
from nvworkshop.workshop.following import in_order as in_order_of_talk
from nvworkshop.workshop.guides import guide_of, question_of
from nvworkshop.workshop.ideas import (
    FEW,
    actions_by_idea,
    by_votes,
    in_order,
    number,
    of_step,
    of_workshop,
)
from nvworkshop.workshop.recalling import NO_ACTIONS, Around, picture
from nvworkshop.workshop.steps import TAKES_IDEAS, Agenda, Step, StepType, place_of
from nvworkshop.workshop.tallies import counts_of

_NO_DAY = "9999"
"""After every day: a workshop without one follows on all others."""

_POINT = re.compile(r"^[-*] ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is looked at: the workshop and what the plan holds of it.

    `ideas` and `actions` are all of the plan's, oldest first. `rated` is the item that is being
    rated now, `newest` the idea that came last, `read` the action, or the idea that is voted on,
    that is looked at. `everything` is whether more than a few ideas wait for a place in the matrix.
    `asked` is the question about an action that is followed up, on the day `today`.
    """

    strategy: Strategy
    workshop: Thing
    agenda: Agenda
    progress: Progress
    ideas: Sequence[Thing] = ()
    actions: Sequence[Thing] = ()
    ratings: Sequence[Thing] = ()
    people: int = 0
    rated: str = ""
    newest: str = ""
    voting: bool = True
    read: str = ""
    everything: bool = False
    follow_ups: Sequence[Thing] = ()
    asked: str = ""
    today: date = date.min

    @property
    def own_ideas(self) -> list[Thing]:
        """The workshop's ideas that stand for themselves and are not parked, oldest first."""
        own = of_workshop(self.ideas, self.workshop.id)
        return [one for one in own if not one["parked"]]


def content(seen: Seen, now: float) -> RoomContent:
    """Return the picture of the step the group is in; of the first step before it has begun."""
    step = current(seen.agenda, seen.progress)
    if step is None:
        return RoomContent(seen.workshop.text("title"), _welcome(seen))
    here, of = place_of(seen.agenda, step.id)
    return RoomContent(
        heading=heading(step, seen.strategy),
        question=question_of(step, seen.strategy),
        body=_BODIES[step.type](seen, step),
        item=step.item,
        step=here,
        steps=of,
        ideas=len(of_step(seen.own_ideas, step.id)) if step.type in TAKES_IDEAS else 0,
        people=seen.people,
        silent=seen.progress.silence(now) > 0,
    )


def heading(step: Step, strategy: Strategy) -> str:
    """Return the whole name of what a step is about."""
    for category in ("shift", "prerequisite"):
        item = strategy.get(category, step.item)
        if item is not None:
            return item.name
    return said(step.title)


def _welcome(seen: Seen) -> str:
    return (
        said("Välkomna till {name}").format(name=seen.strategy.name)
        if seen.strategy.name
        else said("Välkomna")
    )


def _cards(seen: Seen, step: Step) -> Body:
    become = actions_by_idea(seen.actions)
    ideas = reversed(of_step(seen.own_ideas, step.id))
    return Cards(tuple(_card(one, become, seen.newest) for one in ideas))


def _card(idea: Thing, become: Mapping[str, Thing], newest: str) -> Card:
    action = become.get(idea.id)
    return Card(
        number=number(idea, "number"),
        text=idea.text("title"),
        votes=number(idea, "votes"),
        new=idea.id == newest,
        action=number(action, "number") if action else None,
    )


def statement(step: Step, strategy: Strategy) -> Statement:
    """Return what is said in a step without writing, in the guide's words."""
    return Statement(tuple(_points(guide_of(step, strategy).about)))


def _statement(seen: Seen, step: Step) -> Body:
    return statement(step, seen.strategy)


def _points(text: str) -> list[str]:
    """Return a guide's text as lines: its points, or its paragraphs."""
    parts = _POINT.split(text) if _POINT.search(text) else text.split("\n\n")
    return [" ".join(part.split()) for part in parts if part.strip()]


def _vision(seen: Seen, step: Step) -> Body:
    """Show the målbild until somebody has said something of it."""
    cards = _cards(seen, step)
    if isinstance(cards, Cards) and cards.cards:
        return cards
    central = seen.strategy.vision.central
    lines = tuple(one.description for one in seen.strategy.vision.parts)
    return Statement(lines, emphasis=central.description if central else "")


def _flows(seen: Seen, step: Step) -> Body:
    """Show the länsdel's joint flows until somebody has said something."""
    cards = _cards(seen, step)
    if isinstance(cards, Cards) and cards.cards:
        return cards
    part = seen.workshop.text("county_part")
    flows = [one.label for one in seen.strategy.flows if one.county_part == part]
    return Statement(tuple(flows)) if flows else cards


def _ratings(seen: Seen, _step: Step) -> Body:
    items = all_rated(seen.strategy, seen.ratings, seen.workshop)
    current_item = seen.rated if seen.rated in {one.item for one in items} else ""
    return Ratings(items, current_item, levels(seen.strategy, current_item))


def all_rated(strategy: Strategy, ratings: Sequence[Thing], workshop: Thing) -> tuple[Rated, ...]:
    """Return how each shift and prerequisite is rated in a workshop, and in the one before."""
    items = (*strategy.shifts, *strategy.prerequisites)
    return tuple(_rated(strategy, ratings, workshop, one.id) for one in items)


def levels(strategy: Strategy, item: str) -> tuple[str, ...]:
    """Return the five levels of a shift or a prerequisite in words."""
    shift = strategy.get("shift", item) is not None
    spoken = strategy.rating.shift if shift else strategy.rating.prerequisite
    return tuple(f"{one.name}: {one.description}" for one in spoken)


def _rated(strategy: Strategy, ratings: Sequence[Thing], workshop: Thing, item: str) -> Rated:
    stands = [one for one in ratings if one["item"] == item]
    ours = next((one for one in stands if one["workshop"] == workshop.id), None)
    last = rated_before(stands, workshop)
    date = last.text("date") if last else ""
    return Rated(_short(strategy, item), item, counts_of(ours), counts_of(last), date)


def rated_before(ratings: Iterable[Thing], workshop: Thing) -> Thing | None:
    """Return the last of an item's ratings that was made before a workshop, if anybody rated."""
    day = workshop.text("date") or _NO_DAY
    earlier = (one for one in ratings if one["workshop"] != workshop.id and one.text("date") <= day)
    rated = [one for one in earlier if one.text("date") and sum(counts_of(one))]
    return max(rated, key=lambda one: (one.text("date"), one.updated), default=None)


def _short(strategy: Strategy, item: str) -> str:
    found = strategy.get("shift", item) or strategy.get("prerequisite", item)
    return (found.short or found.name) if found else item


def _prioritise(seen: Seen, _step: Step) -> Body:
    become = actions_by_idea(seen.actions)
    ideas = by_votes(in_order(seen.own_ideas, seen.strategy))
    if seen.voting:
        places = {one.id: n for n, one in enumerate(ideas)}
        cards = tuple(_card(one, become, "") for one in ideas)
        return Cards(cards, places.get(seen.read, -1))
    few = ideas if seen.everything else ideas[:FEW]
    waiting = (one for one in few if not _is_placed(one))
    return Matrix(
        tuple(_point(one) for one in ideas if _is_placed(one)),
        tuple(_card(one, become, "") for one in waiting),
    )


def _is_placed(idea: Thing) -> bool:
    return bool(idea["effect"] and idea["effort"])


def _actions(seen: Seen, step: Step) -> Body:
    """Show the ideas that are to become actions until one has, then who does what by when."""
    become = actions_by_idea(seen.actions)
    ideas = by_votes(in_order(seen.own_ideas, seen.strategy))
    if not ideas or any(one.id in become for one in ideas):
        return _promises(seen, step)
    return Cards(tuple(_card(one, become, "") for one in ideas[:FEW]))


def _point(idea: Thing) -> Point:
    return Point(
        number(idea, "number"),
        idea.text("title"),
        number(idea, "effect"),
        number(idea, "effort"),
        number(idea, "votes"),
    )


def _promises(seen: Seen, step: Step) -> Body:
    when = seen.workshop["next_meeting"]
    spoken = when.get("said", "") if isinstance(when, dict) else ""
    promises = tuple(_promise(seen.strategy, one) for one in seen.actions)
    return ReadBack(promises, spoken, _looked_at(seen, step))


def _looked_at(seen: Seen, step: Step) -> int:
    """Return the place of the action that is looked at; of the newest where actions are made."""
    places = {one.id: n for n, one in enumerate(seen.actions)}
    newest = max(0, len(places) - 1) if step.type is StepType.ACTIONS else 0
    return places.get(seen.read, newest)


def _promise(strategy: Strategy, action: Thing) -> Promise:
    principal = strategy.get("principal", action.text("principal"))
    end = action["end"]
    return Promise(
        number=number(action, "number"),
        what=action.text("title"),
        who=principal.name if principal else "",
        function=action.text("function"),
        when=end.get("said", "") if isinstance(end, dict) else "",
        shift=action.text("shift"),
    )


def _follow_up(seen: Seen, _step: Step) -> Body:
    occasion = Occasion(seen.workshop.id, seen.workshop.text("date"))
    told = told_of(seen.follow_ups, occasion)
    actions = in_order_of_talk(seen.actions, told, seen.strategy, seen.today)
    here = seen.read if seen.read in {one.id for one in actions} else resumed(actions, told)
    action = next((one for one in actions if one.id == here), None)
    if action is None:
        return Statement((said(NO_ACTIONS),))
    return picture(action, told, actions, Around(seen.strategy, seen.today, seen.asked))


def _coverage(seen: Seen, _step: Step) -> Body:
    part = seen.workshop.text("county_part")
    return cover(seen.actions, seen.strategy, ratings=seen.ratings, county_part=part)


_BODIES: Mapping[StepType, Callable[[Seen, Step], Body]] = {
    StepType.WELCOME: _statement,
    StepType.VISION: _vision,
    StepType.FLOWS: _flows,
    StepType.RATING: _ratings,
    StepType.SHIFT: _cards,
    StepType.PREREQUISITE: _cards,
    StepType.PRIORITISE: _prioritise,
    StepType.ACTIONS: _actions,
    StepType.CHECK: _coverage,
    StepType.FOLLOW_UP: _follow_up,
    StepType.READ_BACK: _promises,
    StepType.CLOSE: _promises,
    StepType.BREAK: _statement,
    StepType.FREE: _cards,
}
