from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.session import sessions
from tests.ui.plan.conftest import Opener, Table
from ui.plan.arrangement import Filter, Sort
from ui.widgets.among import Among


def test_a_plan_opens_with_its_counts_and_a_row_chosen(table: Table) -> None:
    assert table.page.head.counts.text() == "17 åtgärder · 12 kompletta"
    assert table.page.selected_ids() == [table.id_of(5)]
    assert table.page.editor.form is not None
    assert table.view.hasFocus()


def test_searching_shows_the_rows_with_the_words(table: Table) -> None:
    table.page.search("SIP hemgång")
    assert table.page.head.counts.text() == "1 av 17 åtgärder"
    assert table.numbers == [7]
    table.page.search("")
    assert len(table.numbers) == 17


def test_what_a_search_hid_is_chosen_again_when_it_comes_back(table: Table) -> None:
    table.choose(12)
    table.page.search("SIP hemgång")
    assert table.page.selected_ids() == []
    table.page.search("")
    assert table.page.selected_ids() == [table.id_of(12)]


def test_a_search_for_nothing_says_so_and_offers_all_rows(table: Table) -> None:
    table.page.search("zzqx")
    assert table.sheet.stack.unmatched.isVisible()
    with table.qtbot.waitSignal(table.page.cleared):
        table.sheet.stack.unmatched.button.click()
    assert len(table.numbers) == 17


def test_the_row_one_writes_in_stays_though_it_no_longer_passes(table: Table) -> None:
    table.sheet.filter_by(Filter().choosing("status", ["ongoing"]))
    number = table.numbers[0]
    table.choose(number)
    entity = table.id_of(number)
    table.changed(lambda: table.desk.edit(lambda plan: plan.set(entity, {"status": "done"})))
    assert number in table.numbers
    table.choose(table.numbers[1])
    table.until(lambda: number not in table.numbers)


def test_undo_chooses_the_row_it_is_about(table: Table) -> None:
    entity = table.id_of(4)
    table.changed(lambda: table.desk.edit(lambda plan: plan.set(entity, {"title": "Ny"})))
    table.choose(12)
    table.changed(table.desk.undo)
    assert table.page.selected_ids() == [entity]
    table.choose(12)
    table.changed(table.desk.redo)
    assert table.page.selected_ids() == [entity]


@pytest.mark.parametrize("chosen", [[4, 5, 7, 9, 12], [2], []])
def test_undo_of_several_rows_leaves_the_choice_alone(table: Table, chosen: list[int]) -> None:
    ids = [table.id_of(one) for one in (4, 5, 7, 9, 12)]
    edits = {one: {"end": "Q3 2029"} for one in ids}
    table.changed(lambda: table.desk.edit(lambda plan: plan.set_many(edits)))
    mine = [table.id_of(one) for one in chosen]
    table.view.choose(mine)
    table.changed(table.desk.undo)
    assert set(table.page.selected_ids()) == set(mine)
    table.changed(table.desk.redo)
    assert set(table.page.selected_ids()) == set(mine)


def test_undoing_a_new_row_lands_near_it_and_it_is_the_one_written_in(table: Table) -> None:
    table.choose(12)
    edit = {"title": "Ny", "shift": table.row(12).thing["shift"]}
    table.changed(lambda: table.desk.edit(lambda plan: plan.add("action", edit), None))
    table.choose(max(table.numbers))
    table.changed(table.desk.undo)
    assert len(table.page.selected_ids()) == 1
    assert table.view.key_here == table.page.selected_ids()[0]


def test_an_edit_elsewhere_leaves_the_choice_alone(table: Table) -> None:
    table.choose(12)
    entity = table.id_of(4)
    table.changed(lambda: table.desk.edit(lambda plan: plan.set(entity, {"shift": "R1"})))
    assert table.page.selected_ids() == [table.id_of(12)]
    assert table.numbers[:3] == [4, 5, 12]


def test_everything_is_as_it_was_left_when_the_plan_is_opened_again(
    table: Table, open_table: Opener, place: Path
) -> None:
    table.sheet.group_by("principal")
    table.sheet.sort_by(Sort("end"))
    table.sheet.set_columns(["title", "status"])
    number = table.numbers[2]
    table.choose(number)
    table.page.search("x")
    table.page.search("")
    how = table.sheet.how
    table.page.save_state()
    again = open_table(place)
    assert again.sheet.how == how
    assert [one.name for one in again.view.table.columns] == ["title", "status"]
    assert again.page.selected_ids() == [table.id_of(number)]


def test_showing_a_thing_brings_it_in_whatever_hides_it(table: Table) -> None:
    table.sheet.filter_by(Filter().choosing("status", ["done"]))
    table.sheet.fold_all(True)
    table.page.show_thing("action", table.id_of(4))
    assert table.page.selected_ids() == [table.id_of(4)]
    assert table.view.sees(table.id_of(4))


def test_a_thing_shown_outside_the_filter_is_not_counted_among_its_rows(table: Table) -> None:
    shown, outside = (table.id_of(number) for number in (4, 5))
    table.sheet.filter_by(Filter(among=Among("Försenade", frozenset({shown}))))
    total = len(table.desk.rows["action"])
    assert table.page.head.counts.text() == f"1 av {total} åtgärder"
    table.page.show_thing("action", outside)
    assert table.page.head.counts.text() == f"1 av {total} åtgärder, och 1 utanför urvalet"
    table.page.show_thing("action", shown)
    table.qtbot.waitUntil(
        lambda: table.page.head.counts.text() == f"1 av {total} åtgärder", timeout=5_000
    )


def test_conditions_follow_the_choice(table: Table) -> None:
    assert table.actions["row.duplicate"].isEnabled()
    table.view.selectAll()
    assert not table.actions["row.duplicate"].isEnabled()
    assert table.actions["row.remove"].isEnabled()
    table.view.clearSelection()
    assert not table.actions["row.remove"].isEnabled()


def test_going_to_the_next_row_keeps_what_is_typed(table: Table) -> None:
    table.choose(5)
    table.write("Skriven rubrik")
    table.changed(lambda: table.page.editor.stepped.emit(1))
    assert table.row(5).texts["title"] == "Skriven rubrik"
    assert table.page.selected_ids() == [table.id_of(12)]


def test_enter_goes_to_the_editor_and_opens_it_if_it_was_shut(table: Table) -> None:
    table.page.splitter.setSizes([1280, 0])
    table.choose(4)
    table.key(Qt.Key.Key_Return)
    assert table.page.splitter.sizes()[1] > 0
    assert not table.view.hasFocus()


def test_an_overall_plan_has_both_tables(open_table: Opener, tmp_path: Path) -> None:
    place = tmp_path / "lan.nvplan"
    place.write_bytes((SAMPLE_PLANS / "overgripande.nvplan").read_bytes())
    table = open_table(place)
    filters = table.page.filters
    assert filters.kinds.isVisible()
    filters.kinds.buttons[1].click()
    assert table.page.sheet.kind == "joint_action"
    assert table.page.head.counts.text().startswith("3 gemensamma åtgärder")
    table.page.show_thing("action", next(iter(table.desk.rows["action"])))
    assert table.page.sheet.kind == "action"


def test_an_empty_plan_says_what_to_do(open_table: Opener, tmp_path: Path) -> None:
    sessions.create(tmp_path / "tom.nvplan", county_part="sodra").close()
    table = open_table(tmp_path / "tom.nvplan")
    assert table.sheet.stack.empty.isVisible()
    assert not table.page.filters.isVisible()
    table.changed(table.sheet.stack.empty.button.click)
    table.until(table.page.selected_ids)
    assert table.sheet.rows == 1


def test_another_order_and_other_columns_are_remembered_at_once(table: Table) -> None:
    plan = table.desk.plan
    assert plan is not None
    table.sheet.group_by("principal")
    table.sheet.set_columns(["title", "end"])
    memory = table.page.memory
    table.until(lambda: memory.left(plan.id, "action").how.group == "principal")
    assert memory.columns("action")[0] == ("title", "end")


def test_the_chosen_row_is_in_view_when_a_search_is_over(table: Table) -> None:
    number = table.numbers[-1]
    table.choose(number)
    table.page.search("sip")
    table.page.search("")
    assert table.view.sees(table.id_of(number))


def test_the_chip_of_a_kommun_says_that_the_lansdel_comes_along(table: Table) -> None:
    table.sheet.filter_by(Filter().choosing("municipalities", ["2581"]))
    chip = table.page.filters._active["municipalities"]
    assert chip.text() == "Kommun: Piteå och hela länsdelen"
    named = [table.row(one).thing.items("municipalities") for one in table.numbers]
    assert () in named
    assert ("2506",) not in named
    table.sheet.filter_by(Filter().choosing("municipalities", [""]))
    assert chip.text() == "Kommun: Hela länsdelen (ingen kommun vald)"
