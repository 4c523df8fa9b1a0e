"""The follow-up in the workbook: the figures as on the screen, and bars that refer to them."""

from __future__ import annotations

from collections.abc import Sequence

from nvworkshop.followup.figures import UNKNOWN, Figures
from nvworkshop.followup.standing import PART, PRINCIPAL, SHIFT, Group
from nvworkshop.model.choices import CHOICES
from nvworkshop.model.tables import (
    Chart,
    ChartKind,
    Column,
    ColumnKind,
    Role,
    Row,
    Strand,
    Table,
    Tone,
)
from nvworkshop.reports.data import PlanData
from nvworkshop.reports.figure_words import FIGURES, NONE, standings_of

_STATUSES = (*((one.id, one.sv) for one in CHOICES["status"]), (UNKNOWN, "Inte angiven"))
_GROUPED = (
    (SHIFT, "Riktning", "Status per riktning"),
    (PART, "Länsdel", "Status per länsdel"),
    (PRINCIPAL, "Ansvarig huvudman", "Status per ansvarig huvudman"),
)
_FIRST = 2
"""The place of the first column with a status."""


def followup(data: PlanData) -> Table:
    """Return the figures of the whole plan and of each shift, länsdel and huvudman."""
    stands = standings_of(data)
    rows = [_row("Alla", "Alla åtgärder", stands.now, Tone.STRONG)]
    charts: list[Chart] = []
    for by, what, title in _GROUPED:
        groups = stands.groups[by] if by != PART or data.is_overall else ()
        if groups:
            charts.append(_chart(title, what, len(rows), groups))
        rows += [_row(what, one.label or NONE, one.figures, Tone.PLAIN) for one in groups]
    numbers = (*(label for _, label in _STATUSES), "Alla", *(name for name, _ in FIGURES))
    columns = (
        Column("Indelning", 18),
        Column("Grupp", 34),
        *(Column(label, 12, ColumnKind.NUMBER) for label in numbers),
    )
    notes = (
        f"Så som planen är {data.made:%Y-%m-%d}. En gemensam åtgärd räknas som sina lokala.",
        "En åtgärd som har passerat sin sluttid räknas som försenad.",
        "Siffrorna räknas ut när filen görs. Ändra i handlingsplanens blad, inte här.",
    )
    return Table(
        "Uppföljning", "Uppföljning", columns, tuple(rows), notes, Role.OVERVIEW, 2,
        charts=tuple(charts),
    )  # fmt: skip


def _row(what: str, name: str, of: Figures, tone: Tone) -> Row:
    statuses = (len(of.parts[one]) for one, _ in _STATUSES)
    others = (len(rows(of)) for _, rows in FIGURES)
    return Row((what, name, *statuses, len(of.rows), *others), {}, tone)


def _chart(title: str, what: str, first: int, groups: Sequence[Group]) -> Chart:
    strands = tuple(
        Strand(label, 1, _FIRST + n, first, first + len(groups) - 1, status)
        for n, (status, label) in enumerate(_STATUSES)
        if any(one.figures.parts[status] for one in groups)
    )
    return Chart(ChartKind.BARS, title, what, "Antal åtgärder", strands)
