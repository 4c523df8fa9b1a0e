"""The yearly national report: the form's questions, answered where the plan can."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from nvworkshop.followup.areas import Areas
from nvworkshop.followup.judging import after_number
from nvworkshop.followup.series import Series, leading, series_of
from nvworkshop.model.guarded import guard
from nvworkshop.model.rules import ENDED, day_of
from nvworkshop.model.text import fold
from nvworkshop.reports.prose.form import (
    ACTIONS,
    CHOICE,
    CONCLUSIONS,
    VALUE,
    Question,
    Wanted,
    read_form,
)

if TYPE_CHECKING:
    from nvworkshop.model.things import Thing
    from nvworkshop.reports.prose.rows import Row
    from nvworkshop.reports.prose.told import Told

_HALF_YEAR = 7
"""The month from which a report is about its own year, not the year before."""

_GAPS = {
    ACTIONS: "Märk de åtgärder som svarar, eller skriv svaret för hand.",
    CONCLUSIONS: "Skriv uppföljningar av åtgärderna.",
    CHOICE: "Inget svar går att se i planen.",
    VALUE: "Lägg in en indikator och ett mätvärde från året.",
}


@dataclass(frozen=True)
class Answer:
    """One question with what the plan says; texts are guarded. `gap` is what to do, "" for none."""

    text: str
    kind: str
    rows: list[Row] = field(default_factory=list)
    choices: list[tuple[str, bool]] = field(default_factory=list)
    values: list[tuple[Row, Row]] = field(default_factory=list)
    gap: str = ""


@dataclass(frozen=True)
class Answers:
    """The answers of one section."""

    name: str
    answers: list[Answer]


class National:
    """The form's sections with answers, and every gap."""

    def __init__(self, told: Told, folders: Sequence[Path]) -> None:
        """Tell of a plan by the form in the first of the folders that has one."""
        self._told = told
        self._folders = folders

    @cached_property
    def year(self) -> int:
        """The year that is told of: before July the year before."""
        made = self._told.data.made
        return made.year if made.month >= _HALF_YEAR else made.year - 1

    @cached_property
    def sections(self) -> list[Answers]:
        """Every section in the form's order. Raises TemplateError."""
        return [
            Answers(self._say(one.title), [self._answer(each) for each in one.questions])
            for one in read_form("nationell.toml", self._folders)
        ]

    @cached_property
    def gaps(self) -> list[tuple[str, Answer]]:
        """Every question that the plan doesn't answer, with its section's name."""
        return [(one.name, each) for one in self.sections for each in one.answers if each.gap]

    def _say(self, text: str) -> str:
        return guard(text.replace("{year}", str(self.year)))

    def _answer(self, asked: Question) -> Answer:
        text = self._say(asked.text)
        rows: list[Row] = []
        choices: list[tuple[str, bool]] = []
        values: list[tuple[Row, Row]] = []
        if asked.kind == VALUE:
            values = list(self._values(asked.wanted))
        elif asked.kind == CHOICE:
            choices = [
                (guard(said), bool(self._rows(wanted, followed=asked.followed)))
                for said, wanted in asked.options
            ]
        else:
            rows = self._rows(asked.wanted, followed=asked.kind == CONCLUSIONS)
            rows = rows[: asked.most or None]
        found = rows or values or any(yes for _, yes in choices)
        return Answer(text, asked.kind, rows, choices, values, "" if found else _GAPS[asked.kind])

    def _rows(self, wanted: Wanted, *, followed: bool) -> list[Row]:
        """Return the actions of the year that are wanted, those with most effect first.

        What was followed up in the year may not have begun.
        """
        of = filter(self.told_in_year, self._told.actions) if followed else self._active
        found = [one for one in of if self._fits(one, wanted)]
        return sorted(found, key=lambda one: -float(one.raw("effect") or 0))

    @cached_property
    def _active(self) -> list[Row]:
        """The actions that have gone on, or ended, in the year."""
        by_id = self._told.data.by_id
        return [one for one in self._told.actions if self._is_active(by_id[one.id])]

    def _is_active(self, action: Thing) -> bool:
        status, last = action.text("status"), day_of(action["end"], "last")
        if status in ENDED:
            return last is None or last.year >= self.year
        first = day_of(action["start"], "first")
        return status not in ("", "not_started") and (first is None or first.year <= self.year)

    def _fits(self, row: Row, wanted: Wanted) -> bool:
        fields = (
            ("agreement_area", "agreement_areas", wanted.areas),
            ("prerequisite", "prerequisites", wanted.prerequisites),
            ("theme", "target_group", wanted.themes),
        )
        tagged = any(self._has(row, *one) for one in fields)
        return wanted.is_all or tagged or _named(self._told.data.by_id[row.id], wanted)

    def _has(self, row: Row, category: str, name: str, wanted: Sequence[str]) -> bool:
        found = (self._told.data.strategy.find(category, one) for one in wanted)
        return any(one is not None and one.id in (row.raw(name) or []) for one in found)

    def told_in_year(self, row: Row) -> list[Row]:
        """Return the follow-ups of an action that were written in the year, latest first."""
        return [one for one in row.follow_ups if one.date.startswith(guard(f"{self.year}-"))]

    def _values(self, wanted: Wanted) -> Iterator[tuple[Row, Row]]:
        """Yield each indicator with one of the words, and its latest value in the year.

        An indicator that nobody has put together for several areas is there with each of them.
        """
        by_id = self._told.data.by_id
        for one in self._told.indicators:
            thing = by_id[one.id]
            series = self._series.get(one.id, []) if _named(thing, wanted) else []
            for each in leading(thing, series) if series else ():
                for row in self._told.found([each.latest.id]):
                    yield one, row

    @cached_property
    def _series(self) -> Mapping[str, Sequence[Series]]:
        values = self._told.data.of("measurement")
        return series_of(v for v in values if v.text("date").startswith(f"{self.year}-"))

    def unit(self, indicator: Row) -> str:
        """Return what an indicator's values are counted in, as it is said after a number."""
        return guard(after_number(self._told.data.by_id[indicator.id].text("unit")))

    def area(self, value: Row) -> str:
        """Return what a measured value is of: "Piteå", "Södra", "Norrbotten (länet)"."""
        said = value.raw("area")
        return guard(Areas(self._told.data.strategy).name(said)) if isinstance(said, str) else ""


def _named(thing: Thing, wanted: Wanted) -> bool:
    """Tell whether a word of the name begins as one that is wanted."""
    name = f" {fold(thing.text('title'))}"
    return any(f" {fold(word)}" in name for word in wanted.words)
