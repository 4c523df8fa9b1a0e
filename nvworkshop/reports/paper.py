"""What is printed for a workshop, for the day the projector dies: plain data, before any layout.

Nobody's name is in it: the room is told of by its länsdel, its date and its steps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from nvworkshop.model.text import shorten
from nvworkshop.model.things import Thing
from nvworkshop.reports.data import WHOLE_COUNTY
from nvworkshop.strategy import Strategy
from nvworkshop.workshop.guides import question_of
from nvworkshop.workshop.hours import clock, minutes_of, spent, starts_of
from nvworkshop.workshop.steps import TAKES_IDEAS, Agenda, Step, StepType, taken_part, total

WORKSHEET_LINES = 10

TITLE, QUESTION = 90, 300
"""Most characters of a title and of a question that a page has room for."""

_WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)


@dataclass(frozen=True)
class PaperSource:
    """What prints are built from; `county_part` is an id, "" for the whole county."""

    strategy: Strategy
    workshop: Thing
    agenda: Agenda
    ideas: Sequence[Thing]
    county_part: str
    made: datetime

    @cached_property
    def steps(self) -> Agenda:
        """The steps that are not skipped."""
        return taken_part(self.agenda)

    @cached_property
    def idea_steps(self) -> Agenda:
        """The steps where what people say is captured."""
        return tuple(step for step in self.steps if step.type in TAKES_IDEAS)

    @cached_property
    def part_name(self) -> str:
        """The länsdel in words."""
        part = self.workshop.text("county_part") or self.county_part
        return self.strategy.label("county_part", part) if part else ""

    @property
    def title(self) -> str:
        """What the workshop is called."""
        return shorten(self.workshop.text("title") or f"Workshop {self.part_name}", TITLE)

    @property
    def day(self) -> str:
        """The day in words, "" when it is not decided."""
        return _in_words(self.workshop.text("date"))

    def about(self, step: Step | None) -> About:
        """Return what a step is about, in words and colour."""
        if step is None:
            return About("", "Övrigt", "muted")
        terms, title = self.strategy.terms, shorten(step.title, TITLE)
        if step.type is StepType.SHIFT:
            return About(terms.shift.capitalize(), title, self._tone(step.item))
        if step.type is StepType.PREREQUISITE:
            return About(terms.prerequisite.capitalize(), title, "primary")
        return About("", title, "muted")

    def official(self, step: Step) -> str:
        """Return the kind of step and the whole name of its item, when the title is a short one."""
        about = self.about(step)
        name = self.strategy.label(step.type, step.item) if about.label else ""
        return " · ".join(filter(None, (about.label, name if name != about.title else "")))

    def _tone(self, shift: str) -> str:
        """Return the colour of a shift by its place; there are four, and words beside them."""
        place = next((n for n, one in enumerate(self.strategy.shifts) if one.id == shift), 0)
        return f"R{place % 4 + 1}"


@dataclass(frozen=True, slots=True)
class About:
    """What kind of step, what it is called, and its colour in the theme."""

    label: str
    title: str
    tone: str


@dataclass(frozen=True, slots=True)
class Head:
    """What stands on every page: which print, of what, where and when; `tag` is the short form."""

    what: str
    title: str
    where: str
    when: str
    tag: str


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One step on the printed agenda."""

    time: str
    label: str
    title: str
    tone: str
    minutes: int
    pause: bool


@dataclass(frozen=True, slots=True)
class AgendaPaper:
    """The day: steps with their times, and who it is for in the first person."""

    head: Head
    facts: tuple[tuple[str, str], ...]
    vision: str
    time_label: str
    rows: tuple[AgendaRow, ...]
    ends: str
    total: int

    @property
    def empty(self) -> bool:
        """Whether there is no step to print."""
        return not self.rows


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet of one step."""

    label: str
    title: str
    tone: str
    question: str


@dataclass(frozen=True, slots=True)
class WorksheetsPaper:
    """Worksheets to write on, one per step that takes ideas."""

    head: Head
    sheets: tuple[Sheet, ...]
    vision: tuple[str, ...]
    lines: int = WORKSHEET_LINES

    @property
    def empty(self) -> bool:
        """Whether there is no step that takes ideas."""
        return not self.sheets


def agenda_paper(of: PaperSource) -> AgendaPaper:
    """Return the agenda; without a time to begin at, steps stand at how long after the start."""
    begins = minutes_of(of.workshop.text("starts"))
    told = [_time(begins, gone) for gone in starts_of(of.agenda)]
    rows = [_agenda_row(of, step, time) for step, time in zip(of.steps, told, strict=False)]
    central = of.strategy.vision.central
    return AgendaPaper(
        head_of(of, "Dagordning"),
        _facts(of),
        central.description if central else "",
        "Klockan" if begins is not None else "Från start",
        tuple(rows),
        told[-1],
        total(of.agenda),
    )


def worksheets_paper(of: PaperSource) -> WorksheetsPaper:
    """Return one worksheet per step that takes ideas; the målbild stands on each."""
    central = of.strategy.vision.central
    sheets = [_sheet(of, step) for step in of.idea_steps]
    vision = (central.description,) if central else ()
    return WorksheetsPaper(head_of(of, "Arbetsblad"), tuple(sheets), vision)


def head_of(of: PaperSource, what: str) -> Head:
    """Return what stands on every page of a print."""
    where = f"Länsdel: {of.part_name}" if of.part_name else WHOLE_COUNTY
    short, place = of.workshop.text("date"), shorten(of.workshop.text("place"), TITLE)
    return Head(
        what,
        of.title,
        " · ".join(filter(None, (where, short))),
        " · ".join(filter(None, (of.day, _hours(of), place))),
        " · ".join(filter(None, (of.part_name, short))),
    )


def _agenda_row(of: PaperSource, step: Step, time: str) -> AgendaRow:
    about = of.about(step)
    pause = step.type is StepType.BREAK
    return AgendaRow(time, about.label, about.title, about.tone, step.minutes, pause)


def _sheet(of: PaperSource, step: Step) -> Sheet:
    about = of.about(step)
    question = shorten(question_of(step, of.strategy), QUESTION)
    return Sheet(of.official(step), about.title, about.tone, question)


def _facts(of: PaperSource) -> tuple[tuple[str, str], ...]:
    """Return who is invited, as organisations."""
    invited = [of.strategy.label("party", one) for one in of.workshop.items("parties")]
    return (("Inbjudna", ", ".join(invited)),) if invited else ()


def _time(begins: int | None, gone: int) -> str:
    return clock(begins + gone) if begins is not None else f"+ {spent(gone)}"


def _hours(of: PaperSource) -> str:
    """Return from when to when, or how long when nobody has said when it begins."""
    begins, length = minutes_of(of.workshop.text("starts")), total(of.agenda)
    if begins is None:
        return spent(length)
    return f"{clock(begins)}–{clock(begins + length)}"


def _in_words(day: str) -> str:
    """Return "torsdag 14 maj 2026"; what is no day stays as it is."""
    try:
        found = date.fromisoformat(day)
    except ValueError:
        return day
    return f"{_WEEKDAYS[found.weekday()]} {found.day} {_MONTHS[found.month - 1]} {found.year}"
