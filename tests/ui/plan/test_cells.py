from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.ui.plan.making import UNDECIDED, day, row_of
from ui.plan.cell_words import CellWords
from ui.plan.cells import Cell, Mark, cell_of, hidden_conflicts, is_overdue
from ui.plan.columns import columns_of

TODAY = date(2026, 11, 23)
COLUMNS = columns_of("action")
SOON = {"said": "snart nog", "first": None, "last": None}


@pytest.mark.parametrize(
    ("name", "value", "cell"),
    [
        ("title", "En rad", Cell("En rad")),
        ("title", None, Cell("", Mark.MISSING)),
        ("description", "Två\n  rader", Cell("Två rader")),
        ("description", None, Cell("")),
        ("principal", UNDECIDED, Cell("ännu inte bestämt", Mark.UNDECIDED)),
        ("resources", {"answer": "not_applicable"}, Cell("ej aktuellt", quiet=True)),
        ("status", "ongoing", Cell("Pågår", Mark.STATUS, "ongoing")),
        ("end", SOON, Cell("snart nog", Mark.UNREADABLE)),
        ("start", SOON, Cell("snart nog", Mark.UNREADABLE)),
        ("end", day("2026-11-22"), Cell("2026-11-22", Mark.OVERDUE)),
        ("end", day("2026-11-23"), Cell("2026-11-23")),
    ],
)
def test_a_cell_tells_its_text_and_its_mark(name: str, value: Any, cell: Cell) -> None:
    assert cell_of(row_of(**{name: value}), COLUMNS[name], TODAY) == cell


@pytest.mark.parametrize(
    ("status", "overdue"), [(None, True), ("ongoing", True), ("done", False), ("tried", False)]
)
def test_what_is_done_is_never_overdue(status: str | None, overdue: bool) -> None:
    assert is_overdue(row_of(end=day("2026-01-01"), status=status), TODAY) is overdue


def test_a_time_nobody_can_read_is_missing_and_says_what_to_write() -> None:
    row = row_of(end=SOON)
    assert "end" in row.missing
    words, cell = CellWords("action"), cell_of(row, COLUMNS["end"], TODAY)
    why = "Programmet förstår inte datumet – skriv t.ex. Q3 2026"
    assert words.remark(row, COLUMNS["end"], cell) == why
    assert words.spoken(COLUMNS["end"], cell) == f"Klart: snart nog, {why}"


def test_a_conflict_is_marked_before_anything_else() -> None:
    row = row_of(title="x", status="done")
    thing = replace(row.thing, conflicts=frozenset({"status", "goal"}))
    row = replace(row, thing=thing)
    assert cell_of(row, COLUMNS["status"], TODAY).mark is Mark.CONFLICT
    assert hidden_conflicts(row, frozenset({"title", "status"})) == {"goal"}


def test_a_very_long_text_is_cut_before_it_is_laid_out() -> None:
    assert len(cell_of(row_of(goal="ord " * 9_000), COLUMNS["goal"], TODAY).text) < 500
