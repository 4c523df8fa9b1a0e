"""The year by keyboard: months, entries of its own, a calendar file."""

from __future__ import annotations

from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from nvworkshop.followup.year import Sort
from tests.ui.assignments.conftest import Shown
from ui.assignments.part import YEAR

Key = Qt.Key


@pytest.fixture
def year(shown: Shown) -> Shown:
    shown.part.show_way(YEAR)
    shown.until(lambda: shown.year.year.entries)
    shown.part.focus()
    return shown


def _heads(shown: Shown) -> list[str]:
    return [one[0] for one in shown.lines(shown.year.table) if len(one) == 1]


def test_months_stand_in_order_and_now_says_so(year: Shown) -> None:
    heads = _heads(year)
    assert len(heads) == 12
    assert heads[10] == "▸ November, nu (2)"
    assert ("2026-11-20", "● Redovisa natten", "Uppdrag att redovisa", "POLSAM") in year.lines(
        year.year.table
    )
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(year.year.table.grouped, mode)


def test_an_entry_is_written_and_followed_to_its_year(year: Shown) -> None:
    year.key(Key.Key_Insert)
    year.until(lambda: year.year.pane.shown)
    year.until(lambda: _heads(year)[-1] == "Utan dag (1)")
    year.write("Styrelsens dag")
    year.key(Key.Key_Tab)
    year.write("30 jan 2027")
    year.key(Key.Key_Tab)
    year.until(lambda: year.year.head.year == 2027)
    assert year.year.beside.currentWidget() is year.year.pane
    assert year.year.table.key.startswith("event:")
    assert _heads(year)[0] == "Januari (1)"


def test_what_the_strategy_offers_has_its_day(year: Shown) -> None:
    texts = [one.text() for one in year.year.head.new_menu().actions() if one.text()]
    assert texts[:2] == ["Egen händelse", "Budget"]
    year.year.head.new_asked.emit("nationell_matdag")
    year.until(lambda: _heads(year)[11] == "December (1)")
    (event,) = year.things("event")
    assert (event["yearly"], event["time"]["last"]) == (True, "2026-12-31")
    year.year.head.after.click()
    assert _heads(year)[11] == "December (1)"


def test_an_impossible_day_stays_where_it_is_written(year: Shown) -> None:
    year.year.head.new_asked.emit("budget")
    year.until(lambda: year.year.pane.form)
    form = year.year.pane.form
    assert form is not None
    year.until(lambda: (box := form.box("time")) and box.input.isAncestorOf(year.focus))
    year.write("31 februari 2027")
    year.key(Key.Key_Tab)
    box = form.box("time")
    assert box is not None
    year.until(lambda: "finns inte" in box.notes.text)
    assert year.things("event")[0]["time"] is None


def test_only_some_sorts_are_shown(year: Shown) -> None:
    year.year.head.choose_sorts(frozenset({Sort.FOLLOW_UP}))
    assert _heads(year)[10] == "▸ November, nu (1)"
    assert year.year.head.shown.text() == "Visa: Uppföljning ▾"


def test_enter_goes_to_the_assignment_in_the_register(year: Shown) -> None:
    year.year.table.go_to("assignment:u1")
    year.key(Key.Key_Return)
    year.until(lambda: year.part.stack.currentWidget() is year.register)
    year.until(lambda: year.register.table.key == "u1")


def test_only_what_was_written_here_is_removed_here(year: Shown) -> None:
    told: list[str] = []
    year.part.told.connect(told.append)
    year.year.table.go_to("assignment:u1")
    year.key(Key.Key_Delete)
    assert told == ["Det tas bort där det står. Retur öppnar det."]
    year.year.head.new_asked.emit("nationell_matdag")
    year.until(lambda: year.year.table.key.startswith("event:"))
    year.key(Key.Key_Delete, year.year.table)
    year.until(lambda: not year.things("event"))


def test_what_is_shown_is_saved_for_calendars(year: Shown, tmp_path: Path) -> None:
    told: list[str] = []
    year.part.told.connect(told.append)
    year.year.save_to(tmp_path / "år.ics")
    year.until(lambda: told)
    assert told[0].startswith("1 ")
    found = Calendar.from_ical((tmp_path / "år.ics").read_bytes())
    assert [str(one["uid"]) for one in found.walk("VEVENT")] == ["assignment-u1@nvworkshop"]
