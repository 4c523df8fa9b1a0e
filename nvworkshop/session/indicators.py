"""The plan's indicators as a person looks through them: how each stands, and all behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nvworkshop.followup.areas import Areas
from nvworkshop.followup.judging import MISSING, Judged, after_number, judge, number_text
from nvworkshop.followup.series import EVERYBODY, Series, number_in, series_of
from nvworkshop.followup.sharing import alike, roots
from nvworkshop.language import marked, said
from nvworkshop.model.kinds import FIELDS
from nvworkshop.model.labels import shown
from nvworkshop.model.text import sort_key
from nvworkshop.model.things import Thing
from nvworkshop.session.conflict_list import whose
from nvworkshop.session.view import PlanView

if TYPE_CHECKING:
    from nvworkshop.reports.pictures import Picture

LINES = 6
"""Most series that a picture shows."""

_EVERYBODY = marked("totalt")
_GENDERS = {"K": marked("kvinnor"), "M": marked("män")}


@dataclass(frozen=True, slots=True)
class Listed:
    """One indicator with how it stands; texts are as people read them.

    `where` is whose plan it is in. `same` are other indicators that are the same, with their own
    `where` as their names. `values` is how many measured values it has.
    """

    thing: Thing
    title: str
    shifts: str
    baseline: str
    target: str
    source: str
    where: str
    judged: Judged
    values: int
    same: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """The indicator's id."""
        return self.thing.id

    @property
    def now(self) -> str:
        """The value now with its unit, or that it lacks."""
        if self.judged.now is None:
            return said(MISSING)
        unit = after_number(self.thing.text("unit"))
        return f"{number_text(self.judged.now)} {unit}".strip()


@dataclass(frozen=True, slots=True)
class Question:
    """Indicators that may be the same: ids and whose plans they are in, the oldest first."""

    title: str
    why: str
    ids: tuple[str, ...]
    where: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """All indicators that count by themselves, by name, and the questions about twins."""

    listed: tuple[Listed, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Pointing:
    """An action that an indicator is chosen in: its id, its title, and whose plan it is in."""

    id: str
    title: str
    where: str


@dataclass(frozen=True, slots=True)
class Detail:
    """All there is to know of one indicator.

    `series` have names; `measurements` are by day, oldest first.
    """

    listed: Listed
    series: tuple[tuple[str, Series], ...]
    measurements: tuple[Thing, ...]
    actions: tuple[Pointing, ...]
    areas: Areas

    @property
    def has_few(self) -> bool:
        """Whether few are behind any of the values."""
        return any(one.few for _, one in self.series)

    @property
    def drawn(self) -> tuple[tuple[str, Series], ...]:
        """The series of the picture: those of everybody, where there are such."""
        whole = tuple(one for one in self.series if one[1].gender == EVERYBODY)
        return whole or self.series

    def picture(self) -> Picture:
        """Return its lines over time, with baseline and target."""
        from nvworkshop.reports.pictures import indicator_lines  # it reads a drawing library

        thing = self.listed.thing
        return indicator_lines(
            self.listed.title,
            self.drawn,
            unit=thing.text("unit"),
            baseline=number_in(thing["baseline"]),
            target=number_in(thing["target"]),
        )


def overview(view: PlanView) -> Overview:
    """Return the plan's indicators and how each stands."""
    reader = _Reader(view)
    counting = [one for one in reader.indicators if reader.roots[one.id] == one.id]
    counting.sort(key=lambda one: sort_key(one.text("title")))
    return Overview(tuple(map(reader.listed, counting)), tuple(reader.questions()))


def detail(view: PlanView, entity: str) -> Detail | None:
    """Return all of one indicator, None when it is gone; one that is the same as another is it."""
    reader = _Reader(view)
    thing = reader.by_id.get(reader.roots.get(entity, ""))
    if thing is None:
        return None
    listed = reader.listed(thing)
    series = reader.series.get(thing.id, [])
    return Detail(
        listed,
        tuple(zip(names_of(series, reader.areas), series, strict=True)),
        tuple(sorted(reader.measured(thing.id), key=_by_day)),
        tuple(reader.pointing(thing.id)),
        reader.areas,
    )


def _by_day(one: Thing) -> tuple[str, str, str, str]:
    return one.text("date"), one.text("area"), one.text("gender"), one.text("source")


class _Reader:
    """Looks things up once for one question."""

    def __init__(self, view: PlanView) -> None:
        self._view = view
        self.areas = Areas(view.strategy)
        self.indicators = view.things("indicator")
        self.by_id = {one.id: one for one in self.indicators}
        self.roots = roots(self.indicators)
        self.measurements = view.things("measurement")
        self.series = series_of(self.measurements, self.roots)
        self._of: Mapping[str, list[Thing]] = self._grouped()
        self._plans = {one.id: one for one in view.things("plan")}

    def _grouped(self) -> Mapping[str, list[Thing]]:
        found: dict[str, list[Thing]] = defaultdict(list)
        for one in self.measurements:
            indicator = one.text("indicator")
            found[self.roots.get(indicator, indicator)].append(one)
        return found

    def measured(self, entity: str) -> Sequence[Thing]:
        """Return the values of an indicator, and of those that are the same."""
        return self._of.get(entity, ())

    def listed(self, thing: Thing) -> Listed:
        """Return one indicator as it stands."""
        judged = judge(thing, self.series.get(thing.id, []), self.areas, self._part(thing))
        same = tuple(
            (one, self._named(one))
            for one, root in self.roots.items()
            if root == thing.id and one != thing.id
        )
        return Listed(
            thing,
            thing.text("title") or said("Utan namn"),
            ", ".join(map(self._short, thing.items("shifts"))),
            self._text(thing, "baseline") or said(MISSING),
            self._text(thing, "target") or said(MISSING),
            thing.text("source"),
            self._where(thing),
            judged,
            sum(one["value"] is not None for one in self.measured(thing.id)),
            same,
        )

    def _where(self, thing: Thing) -> str:
        """Return whose plan a thing is in; "" for the one that is open."""
        own = thing.text("plan") == self._view.store.plan
        return "" if own else whose(self._view, thing)

    def _named(self, entity: str) -> str:
        thing = self.by_id[entity]
        return whose(self._view, thing) or thing.text("title")

    def _short(self, shift: str) -> str:
        found = self._view.strategy.get("shift", shift)
        return said(found.short or found.name) if found else shift

    def _text(self, thing: Thing, name: str) -> str:
        return shown(FIELDS["indicator"][name], thing[name], self._view.strategy)

    def _part(self, thing: Thing) -> str:
        """Return the länsdel of an indicator's plan; "" for one that several plans share."""
        plan = self._plans.get(thing.text("plan"))
        shared = any(root == thing.id != one for one, root in self.roots.items())
        return "" if plan is None or shared else plan.text("county_part")

    def questions(self) -> Iterable[Question]:
        """Yield the indicators that may be the same."""
        apart = {frozenset(one.items("indicators")) for one in self._view.things("distinct")}
        for one in alike(self.indicators, apart):
            ids = tuple(each.id for each in one.indicators)
            yield Question(
                one.indicators[0].text("title"), one.why, ids, tuple(map(self._named, ids))
            )

    def pointing(self, entity: str) -> Iterable[Pointing]:
        """Yield the actions that an indicator is chosen in."""
        for one in self._view.things("action"):
            chosen = one.text("indicator_ref")
            if chosen and self.roots.get(chosen) == entity:
                yield Pointing(one.id, one.text("title") or said("Utan rubrik"), self._where(one))


def names_of(series: Sequence[Series], areas: Areas) -> tuple[str, ...]:
    """Return a name for each series: the area, and what tells it from the others."""
    sources = {one.source for one in series}
    genders = {one.gender for one in series}
    return tuple(
        ", ".join(
            part
            for part in (
                areas.name(one.area) if one.area else said("utan område"),
                said(_GENDERS.get(one.gender, _EVERYBODY)) if len(genders) > 1 else "",
                (one.source or said("utan källa")) if len(sources) > 1 else "",
            )
            if part
        )
        for one in series
    )
