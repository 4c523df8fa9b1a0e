"""The whole county at a glance: white spots, work that overlaps, and the size, said neutrally."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nvworkshop.language import said
from nvworkshop.reports.action_sheets import counted
from nvworkshop.reports.data import PlanData
from nvworkshop.reports.overall.content import Entry, Overall
from nvworkshop.strategy.items import Item
from nvworkshop.workshop.coverage import cover
from nvworkshop.workshop.gaps import listed

FEW, MANY = 15, 40
"""Rows of an overall plan after grouping, fewest and most: a guide value, no rule."""

Likeness = tuple[Sequence[str], Sequence[str]]
"""The ids of rows that may be the same work, and the words they share."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A shift without actions in some länsdelar, or on some prerequisites; `missing` are ids.

    `label` is the shift's name and `said` what it lacks, in words.
    """

    shift: str
    label: str
    axis: str
    missing: tuple[str, ...]
    said: str

    @property
    def sentence(self) -> str:
        """All of it as one sentence."""
        return f"{self.label}: {self.said}."


@dataclass(frozen=True, slots=True)
class Overlap:
    """Rows that may be about the same: in several länsdelar, or several joint actions.

    `words` are those that they share.
    """

    sentence: str
    entries: tuple[Entry, ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class County:
    """What can be said of the county as a whole; `size` is sentences about how long the plan is."""

    size: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    spots: tuple[Spot, ...] = ()
    overlaps: tuple[Overlap, ...] = ()


def county(data: PlanData, overall: Overall, alike: Sequence[Likeness] = ()) -> County:
    """Return the county at a glance; `alike` are actions, or joint actions, that are much alike."""
    return County(
        _size(overall),
        _without(data),
        (*_by_part(data), *_by_prerequisite(data)),
        (*_gathered_twice(overall), *_alike(data, overall, alike)),
    )


def _size(overall: Overall) -> tuple[str, ...]:
    rows = overall.entries
    if not rows:
        return ()
    joint = sum(one.is_joint_action for one in rows)
    parts = (
        counted(joint, said("gemensam åtgärd"), said("gemensamma åtgärder")),
        counted(
            len(rows) - joint,
            said("lokal åtgärd som står för sig"),
            said("lokala som står för sig"),
        ),
    )
    spoken = said("Planen har {counted}: {listed}.").format(
        counted=counted(len(rows), said("rad"), said("rader")), listed=listed(parts)
    )
    guide = said("Riktmärket efter samling är {few}–{many}").format(few=FEW, many=MANY)
    if len(rows) > MANY:
        return spoken, said("{guide}: färre rader är lättare att hinna med.").format(guide=guide)
    if len(rows) < FEW:
        return spoken, said("{guide}, så det finns plats för fler.").format(guide=guide)
    return spoken, said("Det är inom riktmärket {few}–{many}.").format(few=FEW, many=MANY)


def _without(data: PlanData) -> tuple[str, ...]:
    """Say which länsdelar have no plan here, or one without actions."""
    here = {one.text("county_part") for one in data.of("plan")}
    filled = {data.part_of(one) for one in data.actions}
    missing = [said(one.name) for one in data.strategy.county_parts if one.id not in here]
    bare = [said(one.name) for one in data.strategy.county_parts if one.id in here - filled]
    spoken = (
        [said("Ingen plan härifrån än: {listed}.").format(listed=listed(missing))]
        if missing
        else []
    )
    return (
        *spoken,
        *(
            [said("En plan utan åtgärder än: {listed}.").format(listed=listed(bare))]
            if bare
            else []
        ),
    )


def _by_part(data: PlanData) -> Iterator[Spot]:
    """Yield the shifts that some länsdel has no action about; one without actions is not told."""
    filled = {data.part_of(one) for one in data.actions}
    parts = [one for one in data.strategy.county_parts if one.id in filled]
    covered = {(one.text("shift"), part) for one in data.rows for part in data.parts_of(one)}
    for shift in data.strategy.shifts:
        missing = [one for one in parts if (shift.id, one.id) not in covered]
        if len(missing) == len(parts) > 1:
            yield _spot(shift, "county_part", missing, said("ingen åtgärd i någon länsdel"))
        elif missing:
            places = said(" eller ").join(said(one.name) for one in missing)
            yield _spot(
                shift, "county_part", missing, said("ingen åtgärd i {places}").format(places=places)
            )


def _by_prerequisite(data: PlanData) -> Iterator[Spot]:
    """Yield the shifts that no action of builds on some prerequisite, joint actions counted in."""
    if not data.rows:
        return
    gaps = {
        (one.shift, one.prerequisite) for one in cover(data.rows, data.strategy).cells if one.is_gap
    }
    for shift in data.strategy.shifts:
        missing = [one for one in data.strategy.prerequisites if (shift.id, one.id) in gaps]
        if missing:
            names = said(" eller ").join(said(one.name) for one in missing)
            yield _spot(
                shift,
                "prerequisite",
                missing,
                said("ingen åtgärd som bygger på {names}").format(names=names),
            )


def _spot(shift: Item, axis: str, missing: Sequence[Item], spoken: str) -> Spot:
    return Spot(shift.id, shift.name, axis, tuple(one.id for one in missing), spoken)


def _gathered_twice(overall: Overall) -> Iterator[Overlap]:
    """Yield local actions that several joint actions gather, with those joint actions."""
    joint = [one for one in overall.entries if one.is_joint_action]
    holders: dict[str, list[Entry]] = {}
    for one in joint:
        for local in one.gathers:
            holders.setdefault(local.id, []).append(one)
    groups = {tuple(one.id for one in several): several for several in holders.values()}
    for several in groups.values():
        if len(several) > 1:
            spoken = said("Gemensamma åtgärder som samlar samma lokala åtgärd.")
            yield Overlap(spoken, tuple(several))


def _alike(data: PlanData, overall: Overall, alike: Sequence[Likeness]) -> Iterator[Overlap]:
    """Yield what is alike in several länsdelar, and joint actions that are alike."""
    known = _every(overall)
    for ids, words in alike:
        found = (known[one] for one in ids if one in known)
        several = tuple(sorted(found, key=lambda one: data.by_part(one.thing)))
        places = tuple(dict.fromkeys(place for one in several for place in one.where))
        if len(several) > 1 and all(one.is_joint_action for one in several):
            yield Overlap(said("Gemensamma åtgärder som liknar varandra."), several, tuple(words))
        elif len(places) > 1:
            yield Overlap(
                said("Liknande arbete i {listed}.").format(listed=listed(places)),
                several,
                tuple(words),
            )


def _every(overall: Overall) -> Mapping[str, Entry]:
    rows = overall.entries
    return {one.id: one for row in rows for one in (row, *row.gathers)}
