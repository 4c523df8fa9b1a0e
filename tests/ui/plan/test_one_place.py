"""The frame of the keys and the chosen rows are never of different actions."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.plan.conftest import Table
from ui.plan.arrangement import Filter, Sort

CONTROL = Qt.KeyboardModifier.ControlModifier
PITEA = Filter().choosing("municipalities", ["2581"])


def frame(table: Table) -> str:
    """Return the id of the action the keys are on, "" when on none."""
    row = table.view.table.row_at(table.view.here.row())
    return row.thing.id if row is not None else ""


def at_one_place(table: Table) -> bool:
    chosen = table.page.selected_ids()
    return frame(table) in chosen if chosen else frame(table) == ""


def test_a_row_filtered_away_is_neither_chosen_nor_framed(table: Table) -> None:
    table.choose(9)
    hidden = Filter().choosing("municipalities", ["2560"])
    table.sheet.filter_by(hidden)
    assert 9 not in table.numbers
    assert (table.page.selected_ids(), frame(table)) == ([], "")
    table.sheet.sort_by(Sort("end"))
    assert (table.page.selected_ids(), frame(table)) == ([], "")
    table.page.show_all()
    assert table.page.selected_ids() == [frame(table)]


@pytest.mark.parametrize(("key", "last"), [(Qt.Key.Key_Home, False), (Qt.Key.Key_End, True)])
def test_ctrl_home_and_end_choose_the_row_they_go_to(table: Table, key: Qt.Key, last: bool) -> None:
    table.choose(9)
    table.key(key, CONTROL)
    assert table.page.selected_ids() == [table.id_of(table.numbers[-1 if last else 0])]
    assert at_one_place(table)


def test_a_row_the_keys_were_taken_to_alone_is_chosen_when_it_is_written_in(table: Table) -> None:
    table.choose(5)
    table.key(Qt.Key.Key_Down, CONTROL)
    assert table.page.selected_ids() == [table.id_of(5)]
    table.key(Qt.Key.Key_F2)
    assert table.page.selected_ids() == [table.id_of(12)]


def test_folding_another_group_by_mouse_leaves_the_choice_and_the_keys(table: Table) -> None:
    table.choose(table.numbers[-1])
    entity = table.id_of(table.numbers[-1])
    rect = table.view.visualRect(table.view.table.index(0, 0))
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    head = table.view.table.head_at(0)
    assert head is not None
    assert head.collapsed
    assert table.page.selected_ids() == [entity] == [frame(table)]


def test_folding_the_chosen_rows_group_leaves_the_keys_on_its_line(table: Table) -> None:
    table.choose(12, "number")
    table.sheet.fold_all(True)
    assert table.page.selected_ids() == []
    assert frame(table) == ""
    table.sheet.fold_all(False)
    assert table.page.selected_ids() == [table.id_of(12)] == [frame(table)]


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_done_to_the_table_they_go_together(table: Table, seed: int) -> None:
    chance = random.Random(seed)
    table.choose(12)
    edit = {"end": "2026-12-01", "municipalities": "2581", "shift": "R1"}

    def _edit() -> None:
        entity = table.id_of(chance.choice([4, 9, 12]))
        table.changed(lambda: table.desk.edit(lambda plan: plan.set(entity, edit)))

    def _undo() -> None:
        if table.desk.undo_label:
            table.changed(table.desk.undo)

    does: list[Callable[[], None]] = [
        lambda: table.sheet.filter_by(chance.choice([PITEA, Filter(), Filter(missing=True)])),
        lambda: table.sheet.sort_by(Sort(chance.choice(["end", "title", ""]), descending=True)),
        lambda: table.sheet.group_by(chance.choice(["shift", "principal", ""])),
        lambda: table.sheet.fold_all(chance.choice([True, False])),
        lambda: table.page.search(chance.choice(["", "hem", "zzz"])),
        lambda: table.key(chance.choice([Qt.Key.Key_Down, Qt.Key.Key_Up])),
        lambda: table.key(chance.choice([Qt.Key.Key_Home, Qt.Key.Key_End]), CONTROL),
        lambda: table.sheet.set_columns(["title", "status", "end"]),
        _edit,
        _undo,
    ]
    for _ in range(25):
        done = chance.choice(does)
        done()
        assert at_one_place(table)
