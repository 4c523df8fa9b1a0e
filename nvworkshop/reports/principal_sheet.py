"""Per huvudman: what each has to take into its own planning."""

from __future__ import annotations

from collections.abc import Iterator

from nvworkshop.model.tables import Column, ColumnKind, Role, Row, Table, Tone
from nvworkshop.model.things import Thing
from nvworkshop.reports import columns
from nvworkshop.reports.action_sheets import role_of
from nvworkshop.reports.columns import Made
from nvworkshop.reports.data import PlanData
from nvworkshop.reports.rolled import rolled_up

NOBODY = "Ingen ansvarig huvudman"


def principals(data: PlanData) -> Table:
    """Return every huvudman and actor with the rows it answers for and takes part in."""
    fields = ("title", "shift", "principal", "function", "end", "status")
    rest = [
        columns.KIND,
        columns.part(data),
        columns.NUMBER,
        *columns.of_action(data, fields),
        *columns.attention(data),
        *_rolled(data),
        columns.mark(data),
    ]
    rows = tuple(row for party, label in parties(data) for row in _rows(data, party, label, rest))
    first = (
        Column("Id", 10, ColumnKind.ID),
        Column("Huvudman eller aktör", 28),
        Column("Roll", 12),
    )
    return Table(
        "Per huvudman",
        "Per huvudman",
        (*first, *(one.column for one in rest)),
        rows,
        ("Filtrera på huvudman och roll. Samma åtgärd står en gång för var och en som berörs.",),
        Role.OVERVIEW,
        3,
    )


def _rolled(data: PlanData) -> list[Made]:
    """Return the column that says how far huvudmän are in their own plans, when any has told."""
    found = rolled_up(data)

    def _said(thing: Thing) -> str | None:
        return "\n".join(one.sentence for one in found.get(thing.id, ())) or None

    return [Made(Column("Egna rader hos huvudmän", 30), _said)] if found else []


def parties(data: PlanData) -> Iterator[tuple[str, str]]:
    """Yield who is listed: huvudmän that could be concerned, then others who are, then nobody."""
    named = {one.text("principal") for one in data.rows}
    named |= {party for one in data.rows for party in one.items("contributors")}
    known = dict(data.strategy.options("party"))
    expected = _expected(data)
    for party, label in known.items():
        if party in named or party in expected:
            yield party, label
    for party in sorted(named - known.keys() - {""}):
        yield party, party
    yield "", NOBODY


def _expected(data: PlanData) -> set[str]:
    """Return the huvudmän listed also without rows: all, or those of the plan's länsdel."""
    mine = {one.id for one in data.strategy.municipalities_of(data.plan.text("county_part"))}
    return {
        one.id
        for one in data.strategy.principals
        if data.is_overall or not one.municipality or one.municipality in mine
    }


def _rows(data: PlanData, party: str, label: str, rest: list[Made]) -> Iterator[Row]:
    if not party:
        for thing in data.rows:
            if not thing.text("principal"):
                yield _row(thing, (label, "Ingen"), rest, Tone.MISSING)
        return
    own = [one for one in data.rows if one["principal"] == party]
    other = [
        one for one in data.rows if party in one.items("contributors") and one["principal"] != party
    ]
    for thing in (*own, *other):
        yield _row(thing, (label, role_of(thing, party)), rest, Tone.PLAIN)
    if not own and not other:
        empty = (None,) * (len(rest) - 4)
        yield Row(
            (None, label, "–", None, None, None, "Inga åtgärder ännu.", *empty), tone=Tone.MUTED
        )


def _row(thing: Thing, first: tuple[str, str], rest: list[Made], tone: Tone) -> Row:
    row = columns.row(rest, thing)
    tones = {n + 3: one for n, one in row.tones.items()}
    if tone is not Tone.PLAIN:
        tones |= {1: tone, 2: tone}
    return Row((thing.id, *first, *row.cells), tones)
