"""Workshops of an open plan: made, prepared, and where the group is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nvworkshop.language import marked, said
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.things import Thing
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.strategy import Strategy
from nvworkshop.workshop.clock import Progress, progress_data, progress_of
from nvworkshop.workshop.steps import Agenda, agenda_of, as_data
from nvworkshop.workshop.templates import template_agenda

_LABEL = marked("Var gruppen är")
_WHO = marked("Vilka som kommer")


@dataclass(frozen=True, slots=True)
class Planned:
    """What is typed when a workshop is planned. `functions` are (function, party) of who comes."""

    template: str
    date: str = ""
    starts: str = ""
    place: str = ""
    county_part: str = ""
    title: str = ""
    parties: tuple[str, ...] = ()
    functions: tuple[tuple[str, str], ...] = ()


def make(session: Session, planned: Planned) -> Outcome:
    """Add a workshop with its agenda and participants, in one step; `entity` is its id.

    Raises InputError for a date or an option that can't be read; then nothing is added.
    """
    entity = session.surroundings.new_id()
    agenda = template_agenda(planned.template, session.strategy)
    typed = session.read(KINDS["workshop"], _typed_values(session, planned))
    workshop = {**typed.values, "template": planned.template, "agenda": as_data(agenda)}
    new = [("workshop", entity, workshop)]
    for function, party in planned.functions:
        values = session.read(KINDS["participant"], {"function": function, "party": party})
        who = {**values.values, "workshop": entity}
        new.append(("participant", session.surroundings.new_id(), who))
    return session.add_many(said("Ny workshop"), new, entity=entity, notes=typed.notes)


def _typed_values(session: Session, planned: Planned) -> dict[str, Any]:
    part = planned.county_part or (session.plan.text("county_part") if session.plan else "")
    where = session.strategy.label("county_part", part) if part else ""
    return {
        "title": planned.title or " ".join(filter(None, ("Workshop", where))),
        "date": planned.date,
        "starts": planned.starts,
        "place": planned.place,
        "county_part": part,
        "parties": list(planned.parties),
    }


def set_agenda(session: Session, workshop: str, agenda: Agenda, label: str = "") -> Outcome:
    """Change the agenda, as a step that can be undone."""
    data = as_data(agenda)
    session.guard.check(KINDS["workshop"], {"agenda": data}, session.current("workshop", workshop))
    return session.write(
        label or said("Ändra dagordningen"), {("workshop", workshop): {"agenda": data}}
    )


def change_agenda(
    session: Session, workshop: str, change: Callable[[Agenda], Agenda], label: str = ""
) -> Outcome:
    """Change the agenda as it stands now, whatever was asked for just before; one step."""
    stands = agenda(session.thing(workshop))
    wanted = change(stands)
    if wanted == stands:
        return Outcome(label=label)
    return set_agenda(session, workshop, wanted, label)


def set_progress(session: Session, workshop: str, progress: Progress) -> Outcome:
    """Keep where the group is; undo passes it over."""
    values = {"position": progress_data(progress) or None}
    return session.write(said(_LABEL), {("workshop", workshop): values}, undoable=False)


def agenda(workshop: Thing) -> Agenda:
    """Return the agenda of a workshop."""
    return agenda_of(workshop["agenda"])


def progress(workshop: Thing) -> Progress:
    """Return where the group is."""
    return progress_of(workshop["position"])


def last_sign(things: Iterable[Thing], workshop: str) -> float:
    """Return when anything of a workshop was last written: seconds since 1970, 0 when nothing was.

    `things` are what is said and decided there, not the workshop itself: what a crash left in the
    line is set when the plan is opened again, and then is no sign of life.
    """
    spoken = (one.updated for one in things if one["workshop"] == workshop)
    return max(spoken, default=0) / 1000


def going_on(workshops: Iterable[Thing]) -> Thing | None:
    """Return the workshop that has begun and not ended, the latest of them."""
    begun = [one for one in workshops if progress(one).begun and not progress(one).ended]
    return max(begun, key=lambda one: one.updated, default=None)


def parties_of(strategy: Strategy, workshop: Thing) -> Sequence[tuple[str, str]]:
    """Return (id, short name) of who may have said something, the invited first.

    Without invited: the huvudmän of the länsdel and the region, then the other actors.
    """
    invited = workshop.items("parties") or _usual(strategy, workshop)
    items = {one.id: one for one in strategy.items("party")}
    shown = [one for one in invited if one in items]
    return [(one, items[one].short or items[one].name) for one in shown]


def _usual(strategy: Strategy, workshop: Thing) -> tuple[str, ...]:
    near = usually_invited(strategy, workshop.text("county_part"))
    return (*near, *(one.id for one in strategy.actors))


def usually_invited(strategy: Strategy, county_part: str) -> tuple[str, ...]:
    """Return the huvudmän of a länsdel and the region; all of them for the whole county."""
    kommuner = {one.id for one in strategy.municipalities_of(county_part)}
    principals = strategy.principals
    near = [one.id for one in principals if not county_part or one.municipality in kommuner]
    region = [one.id for one in principals if not one.municipality and one.id not in near]
    return (*near, *region)


def rate(session: Session, workshop: Thing, item: str, counts: Sequence[int]) -> Outcome:
    """Keep how many chose each level, 1 to 5; nothing says who."""
    stands = rating(session.things("self_rating"), workshop.id, item)
    category = "shift" if session.strategy.get("shift", item) else "prerequisite"
    label = said("Skatta {label}").format(label=session.strategy.label(category, item))
    if stands is not None:
        values: Mapping[str, Any] = {"tally": list(counts)}
        return session.write(label, {("self_rating", stands.id): values})
    date = workshop.text("date") or session.surroundings.today().isoformat()
    values = {"item": item, "tally": list(counts), "date": date, "workshop": workshop.id}
    entity = session.surroundings.new_id()
    return session.add_many(label, [("self_rating", entity, values)], entity=entity)


def rating(ratings: Iterable[Thing], workshop: str, item: str) -> Thing | None:
    """Return the self-rating of an item in a workshop."""
    ours = (one for one in ratings if one["workshop"] == workshop and one["item"] == item)
    return next(ours, None)


def note(session: Session, text: str, step: str, workshop: str) -> Outcome:
    """Keep a note for the minutes; the room doesn't see it."""
    return session.add("note", {"text": text, "step": step, "workshop": workshop})


def set_functions(session: Session, workshop: str, functions: Sequence[tuple[str, str]]) -> Outcome:
    """Let these (function, party) be who comes; what is known of those who stay is kept."""
    there = [one for one in session.things("participant") if one["workshop"] == workshop]
    wanted = list(functions)
    changed = []
    for one in there:
        spoken = (one.text("function"), one.text("party"))
        if spoken in wanted:
            wanted.remove(spoken)
        else:
            changed.append(one)
    outcome = Outcome(label=said(_WHO))
    edits = {}
    for one, (function, party) in zip(changed, wanted, strict=False):
        edits[one.id] = {"function": function, "party": party}
    if edits:
        outcome = session.set_many(edits, label=said(_WHO))
    if gone := [one.id for one in changed[len(wanted) :]]:
        outcome = session.remove_many(gone, label=said(_WHO))
    new = []
    for function, party in wanted[len(changed) :]:
        values = session.read(KINDS["participant"], {"function": function, "party": party}).values
        new.append(("participant", session.surroundings.new_id(), {**values, "workshop": workshop}))
    return session.add_many(said(_WHO), new) if new else outcome
