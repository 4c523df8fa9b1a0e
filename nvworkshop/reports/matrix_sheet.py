"""The matrix: how many actions each shift has, by prerequisite and by länsdel."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nvworkshop.model.tables import Column, ColumnKind, Role, Row, Table, Tone, Value
from nvworkshop.model.things import Thing
from nvworkshop.reports.data import WHOLE_COUNTY, PlanData

Test = Callable[[Thing], bool]
Counted = tuple[str, str, Test]
"""Column heading, what a white spot there is called, and which actions count."""

NONE = "Ingen vald"


def matrix(data: PlanData) -> Table:
    """Return counts of actions by main shift; one row a shift, white spots told in words."""
    spans = [*_prerequisites(data), _without_prerequisites(), *_parts(data)]
    totals: list[Counted] = [
        ("Alla åtgärder", "", lambda _: True),
    ]
    columns = (
        Column("Id", 10, ColumnKind.ID),
        Column(data.strategy.terms.shift.capitalize(), 30),
        *(Column(heading, 13, ColumnKind.NUMBER) for heading, _, _ in [*totals, *spans]),
        Column("Stödjer även", 13, ColumnKind.NUMBER),
        Column("Vita fläckar", 60),
    )
    rows = [_row(data, one.id, one.label, totals + spans) for one in data.strategy.shifts]
    known = {one.id for one in data.strategy.shifts}
    rest = [one for one in data.actions if one.text("shift") not in known]
    if rest:
        rows.append(_counts("", NONE, rest, totals + spans, Tone.MISSING))
    rows.append(_counts("", "Summa", data.actions, totals + spans, Tone.STRONG))
    notes = (
        "Varje åtgärd räknas under sin huvudsakliga riktning. ”Stödjer även” räknar de övriga.",
        "Flera förutsättningar räknas var för sig. Gemensamma åtgärder räknas som sina lokala.",
    )
    return Table("Matris", "Matris", columns, tuple(rows), notes, Role.OVERVIEW, 2)


def _prerequisites(data: PlanData) -> list[Counted]:
    return [_prerequisite(one.id, one.label) for one in data.strategy.prerequisites]


def _prerequisite(entity: str, label: str) -> Counted:
    return (label, f"med {label}", lambda thing: entity in thing.items("prerequisites"))


def _without_prerequisites() -> Counted:
    return ("Utan förutsättning", "", lambda thing: not thing.items("prerequisites"))


def _parts(data: PlanData) -> list[Counted]:
    """Return the länsdelar with a plan, in order; rows outside them under their own heading."""
    if not data.is_overall:
        return []
    known = {one.text("county_part") for one in data.of("plan") if one.text("county_part")}
    parts = sorted(known | {data.part_of(one) for one in data.actions}, key=data.part_order)
    return [_part(data, one) for one in parts]


def _part(data: PlanData, part: str) -> Counted:
    label = data.strategy.label("county_part", part) if part else WHOLE_COUNTY
    return (label, f"i {label}" if part else "", lambda thing: data.part_of(thing) == part)


def _row(data: PlanData, shift: str, label: str, spans: Sequence[Counted]) -> Row:
    mine = [one for one in data.actions if one["shift"] == shift]
    row = _counts(shift, label, mine, spans, Tone.PLAIN)
    supports = sum(shift in one.items("supporting_shifts") for one in data.actions)
    return Row((*row.cells[:-2], supports, row.cells[-1]), row.tones, row.tone)


def _counts(
    entity: str, label: str, actions: Sequence[Thing], spans: Sequence[Counted], tone: Tone
) -> Row:
    numbers = [sum(map(test, actions)) for _, _, test in spans]
    white = [
        (n, spot) for n, (_, spot, _) in enumerate(spans) if spot and not numbers[n] and entity
    ]
    said: Value = _white_words(actions, [spot for _, spot in white]) if entity else None
    tones = {n + 2: Tone.MISSING for n, _ in white}
    return Row((entity or None, label, *numbers, None, said), tones, tone)


def _white_words(actions: Sequence[Thing], spots: Sequence[str]) -> str:
    if not actions:
        return "Inga åtgärder."
    if not spots:
        return "Inga."
    return f"Inga åtgärder {', '.join(spots)}."
