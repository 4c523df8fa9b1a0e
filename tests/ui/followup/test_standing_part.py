from __future__ import annotations

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nvworkshop.cli.main import main
from nvworkshop.followup.figures import figures
from nvworkshop.followup.series import Standing
from nvworkshop.session.standing import PART, SHIFT, Scope
from tests.ui.followup.conftest import Shown
from ui.checks import clipped
from ui.followup.number import Number, NumberChip
from ui.followup.status_part import StatusPart
from ui.followup.timeline_model import Column
from ui.plan.arrangement import Filter
from ui.widgets.among import Among

KEY = Qt.Key


def test_screen_functions_and_command_line_say_the_same(county: Shown) -> None:
    said = CliRunner().invoke(main, ["standing", str(county.page.desk.place), "--json"])
    told = json.loads(said.stdout)
    rows = [row.thing for row in county.page.desk.rows["action"].values()]
    now = figures(rows, (), county.of.today)
    cards = county.part.cards
    assert cards.in_time.number.text() == f"{told['in_time_percent']} %"
    assert cards.in_time.number.among.ids == {*told["in_time"]} == {*now.in_time}
    assert cards.late.number.among.ids == {*told["late"]} == {*now.late}
    assert cards.on_way.number.among.ids == {*told["indicators_on_way"]}
    assert cards.report.number.among.ids == {*told["next_report"]["assignments"]}
    chips = [{*one.among.ids} for one in county.part._chips]
    names = ("without_owner", "without_follow_up", "due", "done_or_ended")
    assert chips == [{*told[name]} for name in names if told[name]]
    bars = [
        {part.status: {*part.among.ids} for part in bar.parts}
        for bar in county.part.statuses.bars.bars
    ]
    assert bars == [
        {status: {*ids} for status, ids in group["by_status"].items() if ids}
        for group in told["groups"]
    ]


def test_every_number_leads_to_its_rows(county: Shown) -> None:
    cards = county.part.cards
    chips, parts = county.part._chips, county.part.statuses.bars.parts
    numbers: list[Number | NumberChip | StatusPart] = [cards.in_time.number, cards.late.number]
    for number in (*numbers, *chips, *parts):
        number.click()
        assert county.ids == number.among.ids
        assert len(county.ids) == len(county.filters[-1].passed(_rows(county)))


def _rows(shown: Shown) -> list:  # type: ignore[type-arg]
    return list(shown.page.desk.rows["action"].values())


def test_indicators_and_reports_lead_to_their_parts(county: Shown) -> None:
    cards = county.part.cards
    for number in (cards.on_way.number, cards.on_way.notes[0], cards.report.number):
        number.click()
    asked = [(part, among.ids) for part, among in county.parts]
    unmeasured = frozenset(county.of.indicators_that(Standing.UNMEASURED))
    reporting = county.of.reporting
    assert reporting is not None
    assert asked == [
        ("indicators", frozenset(county.of.on_way)),
        ("indicators", unmeasured),
        ("assignments", frozenset(reporting.ids)),
    ]


def test_every_number_says_what_it_is_to_those_who_listen(county: Shown) -> None:
    parts = county.part.statuses.bars.parts
    for number in [*county.part.cards.numbers, *county.part._chips, *parts]:
        assert number.accessibleName()
        assert number.accessibleDescription()
    assert parts[0].accessibleName() == "Södra, Klar: 1"


def test_the_keys_go_through_the_bars_and_tab_goes_past(county: Shown) -> None:
    bars = county.part.statuses.bars
    bars.focus_bars()
    county.key(KEY.Key_Right)
    county.key(KEY.Key_Down)
    assert bars.bars[1].parts[1].hasFocus()
    county.key(KEY.Key_Return)
    assert county.ids == bars.bars[1].parts[1].among.ids
    county.key(KEY.Key_Tab)
    assert not any(part.hasFocus() for part in bars.parts)


def test_the_first_number_has_the_keys(county: Shown) -> None:
    county.page.focus()
    assert QApplication.focusWidget() is county.part.cards.in_time.number
    county.key(KEY.Key_Return)
    assert county.ids == frozenset(county.of.now.in_time)


def test_a_row_of_the_timeline_opens_its_action(county: Shown) -> None:
    view = county.part.timeline.view
    view.setCurrentIndex(view.lines.index(2, Column.NAME))
    view.setFocus()
    county.key(KEY.Key_Return)
    assert county.things == [("action", county.of.bars[2].id)]
    assert "Börjar" in view.lines.index(2, Column.TIME).data(Qt.ItemDataRole.AccessibleTextRole)


def test_what_is_drawn_can_be_seen_as_tables(county: Shown) -> None:
    statuses, timeline = county.part.statuses, county.part.timeline
    statuses.as_table.click()
    timeline.as_table.click()
    assert statuses.bars.isHidden()
    first = statuses.table.shown.rows[0]
    assert first[0] == "Södra"
    assert first[-1] == str(len(county.of.groups[PART][0].figures.rows))
    assert timeline.view.isColumnHidden(Column.TIME)
    assert not timeline.view.isColumnHidden(Column.ENDS)


@pytest.mark.parametrize(("by", "place"), [(SHIFT, 2)])
def test_statuses_are_grouped_otherwise(county: Shown, by: str, place: int) -> None:
    county.part.statuses.by.buttons[place].click()
    shown = [part.among.ids for part in county.part.statuses.bars.bars[0].parts]
    assert frozenset().union(*shown) == frozenset(county.of.groups[by][0].figures.rows)


def test_the_level_limits_all_of_it(county: Shown) -> None:
    county.part.whose.chosen.emit(Scope(part="sodra"))
    county.until(lambda: county.of.scope == Scope(part="sodra"))
    assert len(county.of.now.rows) == 17
    assert len(county.part.timeline.view.lines.bars) == 17
    assert county.part.whose.value == Scope(part="sodra")


def test_an_edit_is_seen_at_once(county: Shown) -> None:
    before = county.of.now.late
    entity = next(one for one in county.of.now.rows if one not in before)
    county.page.desk.edit(lambda session: session.set(entity, {"status": "delayed"}))
    county.until(lambda: entity in county.of.now.late)
    assert county.part.cards.late.number.text() == str(len(before) + 1)


def between(shown: Shown, first: str, second: str = "nu") -> None:
    """Compare two moments as typed."""
    moved = shown.part.moved
    moved.way.buttons[1].click()
    moved.first.setEditText(first)
    moved.second.setEditText(second)
    moved.asked.emit()
    shown.settle()


def test_a_follow_up_that_is_of_the_present_time_is_told_of(county: Shown) -> None:
    of, said = county.of, county.part.moved.said
    assert of.followed is not None
    assert of.followed != of.last_time
    county.until(lambda: said.text().startswith(f"{of.last_time} → Nu."))
    assert said.text().endswith(f"Uppföljningen {of.followed} räknas till nu.")
    between(county, f"{of.last_time}")
    assert "räknas till nu" not in said.text()


def test_two_days_are_compared(county: Shown) -> None:
    between(county, "2026-10-20")
    assert county.part.moved.said.text().startswith("2026-10-20 → Nu. I tid: ")
    chips = [one for one in county.part.moved.chips if isinstance(one, NumberChip)]
    assert chips[-1].among.name in ("Nya", "Klart senare", "Klart tidigare")
    chips[0].click()
    assert county.ids == chips[0].among.ids


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("i förrgår kanske", "nu", "är ingen tidpunkt i planen"),
        ("2031-01-01", "nu", "har inte varit än"),
        ("2026-11-20", "2026-10-20", "efter den andra"),
        ("2024-01-01", "nu", "planen hade inga åtgärder då"),
    ],
)
def test_wrong_days_are_told_of(county: Shown, first: str, second: str, said: str) -> None:
    between(county, first, second)
    assert said in county.part.moved.said.text()


def test_those_that_are_gone_are_named(county: Shown) -> None:
    entity = county.of.now.rows[0]
    county.page.desk.edit(lambda session: session.remove(entity))
    county.settle()
    county.until(lambda: county.part.moved.chips)
    chip = county.part.moved.chips[-1]
    assert chip.text() == "Borttagna 1"
    chip.click()
    assert county.part.moved.gone.isVisible()


def test_an_empty_plan_says_what_to_do(empty: Shown) -> None:
    asked: list[str] = []
    empty.page.place_asked.connect(asked.append)
    empty.page.focus()
    assert empty.part.empty.button.hasFocus()
    empty.key(KEY.Key_Space)
    assert asked == ["plan"]


def test_a_plan_nobody_followed_up_says_so(empty: Shown) -> None:
    empty.page.desk.edit(lambda session: session.add("action", {"title": "Ring varje morgon"}))
    empty.until(empty.part.title.text)
    empty.settle()
    assert "Ingen uppföljning är registrerad än" in empty.part.said.text()
    assert "ingen tidigare uppföljning" in empty.part.moved.said.text()
    assert empty.part.indicators.begin.isVisible()
    assert not empty.part.statuses.by.buttons[0].isVisible()


@pytest.mark.parametrize("size", [(1280, 720), (760, 560)])
def test_nothing_is_cut(county: Shown, size: tuple[int, int]) -> None:
    county.page.resize(*size)
    county.settle()
    assert clipped(county.part) == []


def test_a_table_shows_only_those_among(county: Shown) -> None:
    some = frozenset(county.of.now.rows[:3])
    wanted = Filter(among=Among("Försenade", some))
    assert {row.thing.id for row in wanted.passed(_rows(county))} == some
    assert wanted
    assert not replace(wanted, among=None)
    assert wanted.among is not None
    assert wanted.among.label == "Försenade (3)"
