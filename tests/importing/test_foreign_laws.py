"""Whatever a sheet holds: nothing breaks, and no row disappears without a word."""

from __future__ import annotations

from datetime import date, datetime, time

from hypothesis import given, settings
from hypothesis import strategies as st

from nvworkshop.importing.foreign import propose
from nvworkshop.importing.grid import Grid
from nvworkshop.importing.list_rows import rows_of
from nvworkshop.importing.mapping import look
from nvworkshop.model.layouts import Layout, Split
from nvworkshop.model.sheets import RawBook, RawSheet
from tests.importing.conftest import AROUND, STRATEGY

_WORDS = st.sampled_from(
    [
        "Åtgärd", "Mål", "Ansvarig", "Status", "Tidplan", "Start", "Kommentar", "Summa", "R1: A",
        "Piteå kommun", "alla kommuner", "klar", "grön", "50 %", "1. Ett\n2. Två", "31 februari",
        "2026–2027", "Stärkt gemensam primärvård", "Mål 1: Bättre", " ", "", "•", "()", "-", "#",
    ]
)  # fmt: skip
_CELLS = st.one_of(
    st.none(),
    _WORDS,
    st.text(max_size=12),
    st.integers(-5, 60_000),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.booleans(),
    st.dates(date(1900, 1, 1), date(2199, 1, 1)),
    st.datetimes(datetime(1900, 1, 1), datetime(2199, 1, 1)),
    st.times(time(0), time(23)),
)
_ROWS = st.lists(st.lists(_CELLS, max_size=5).map(tuple), max_size=9).map(tuple)
_AREA = st.tuples(*(st.integers(1, 9) for _ in range(4))).map(
    lambda one: (min(one[0], one[2]), min(one[1], one[3]), max(one[0], one[2]), max(one[1], one[3]))
)
_SHEETS = st.builds(RawSheet, st.just("A"), _ROWS, merged=st.lists(_AREA, max_size=3).map(tuple))


@settings(max_examples=120, deadline=None)
@given(_SHEETS, st.sampled_from(Split))
def test_any_sheet_is_read_and_every_row_is_accounted_for(sheet: RawSheet, split: Split) -> None:
    book = RawBook("x.xlsx", (sheet,))
    seen = look(book, STRATEGY)
    layout = Layout(seen.layout.sheet, seen.layout.header, seen.layout.fields, split)
    found = propose(book, layout, AROUND)
    grid = Grid(sheet)
    headings = [one.heading for one in seen.columns]
    rows = rows_of(grid, layout.header, layout.fields, headings, lambda _: "")
    beneath = [row for row in range(layout.header[1] + 1, grid.height + 1) if grid.own(row)]
    told = [row for one in rows.entries for row in one.rows]
    told += [*rows.untitled, *rows.sums, *rows.repeated, *(row for row, _, _ in rows.sections)]
    assert sorted(told) == beneath
    assert all(one.title and one.fields for one in found.proposals)
    assert all(one.reason for one in found.rejected)
