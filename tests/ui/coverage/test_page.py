from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from nvworkshop.workshop.coverage import Cell
from tests.ui.coverage.conftest import Opener, Shown, copied
from ui.checks import clipped, rich_text, unnamed
from ui.coverage.asking import Chosen
from ui.coverage.model import PRINCIPAL
from ui.settings import Settings


def texts(menu: QMenu) -> list[str]:
    return [one.text() for one in menu.actions()]


def choose(menu: QMenu, text: str) -> None:
    found: QAction = next(one for one in menu.actions() if one.text() == text)
    found.trigger()
    menu.close()


def cell_at(shown: Shown, shift: str, row: str) -> Cell:
    return shown.map.map.cell(shown.at(shift, row))


def test_the_map_is_said_in_words_first(shown: Shown) -> None:
    assert shown.page.said.text().startswith("4 rutor saknar åtgärd.")
    assert [label for _, label in shown.map.map.columns][-1] == "Öppnare vårdformer"


def test_enter_in_a_cell_asks_for_its_rows(shown: Shown) -> None:
    shown.go_to("R3", "F1")
    rows = shown.filtered(lambda: shown.key(Qt.Key.Key_Return))
    assert rows == sorted(cell_at(shown, "R3", "F1").actions)
    assert len(rows) == 4


def test_every_cell_asks_for_just_its_rows(open_page: Opener, tmp_path: Path) -> None:
    shown = open_page(copied("overgripande", tmp_path))
    for axis in ("prerequisites", PRINCIPAL):
        shown.page._on_axis_asked(axis)
        coverage = shown.map.map.coverage
        for cell in coverage.shares if axis == PRINCIPAL else coverage.cells:
            if cell.actions:
                asked = shown.filtered(lambda cell=cell: shown.page._ask_for(cell))  # type: ignore[misc]
                assert asked == sorted(cell.actions)


def test_a_press_in_a_cell_asks_too(shown: Shown) -> None:
    at = shown.map.visualRect(shown.at("R4", "F1")).center()
    QTest.mouseClick(shown.map.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert len(shown.asked) == 1


def test_the_arrows_go_between_cells(shown: Shown) -> None:
    shown.go_to("R1", "F1")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down):
        shown.key(key)
    assert shown.map.here == shown.at("R2", "F3")


def test_an_empty_cell_offers_a_new_action_that_belongs_there(shown: Shown) -> None:
    shown.go_to("R1", "F2")
    shown.key(Qt.Key.Key_Return)
    assert not shown.asked
    shown.key(Qt.Key.Key_Return)
    shown.until(lambda: shown.made)
    thing = shown.page.desk.rows["action"][shown.made[0]].thing
    assert (thing["shift"], thing["prerequisites"]) == ("R1", ["F2"])
    shown.until(lambda: not cell_at(shown, "R1", "F2").is_gap)
    assert shown.map.here == shown.at("R1", "F2")


def test_a_cell_with_actions_can_have_another(shown: Shown) -> None:
    shown.page.chosen = Chosen("2581", "region")
    menu = shown.page.menu_of(cell_at(shown, "R3", "F1"))
    assert texts(menu) == ["Visa 4 åtgärder", "Ny åtgärd här"]
    choose(menu, "Ny åtgärd här")
    shown.until(lambda: shown.made)
    thing = shown.page.desk.rows["action"][shown.made[0]].thing
    assert (thing["principal"], thing["municipalities"]) == ("region", ["2581"])


def test_what_has_no_place_offers_nothing(open_page: Opener, tmp_path: Path) -> None:
    shown = open_page(copied("ostra", tmp_path))
    assert texts(shown.page.menu_of(cell_at(shown, "R3", ""))) == []
    shown.go_to("R3", "")
    shown.key(Qt.Key.Key_Return)
    assert not shown.asked


def test_the_map_follows_changes_only_while_it_is_seen(shown: Shown) -> None:
    total = shown.map.map.coverage.total
    shown.page.hide()
    with shown.qtbot.waitSignal(shown.page.desk.changed, timeout=20_000):
        shown.page.desk.edit(lambda session: session.add("action", {"title": "En till"}))
    assert not shown.page._soon.isActive()
    assert shown.map.map.coverage.total == total
    shown.page.show()
    shown.until(lambda: shown.map.map.coverage.total == total + 1)
    assert shown.map.map.columns[-1] == ("", "Utan riktning")


def test_what_is_no_action_makes_no_new_map(shown: Shown) -> None:
    with shown.qtbot.waitSignal(shown.page.desk.changed, timeout=20_000):
        shown.page.desk.edit(lambda session: session.add("note", {"text": "Kaffe"}))
    assert not shown.page._soon.isActive()


def test_a_kommun_and_a_huvudman_are_chosen_and_left(shown: Shown) -> None:
    whole = shown.map.map.coverage.total
    choose(shown.page.choosing.kommun_menu(), "Piteå")
    shown.until(lambda: shown.map.map.coverage.total < whole)
    kommun = shown.map.map.coverage.total
    choose(shown.page.choosing.principal_menu(), "Regionen")
    shown.until(lambda: shown.map.map.coverage.total < kommun)
    assert shown.page.choosing.kommun.text() == "Kommun: Piteå ▾"
    assert all(who == "Regionen" for one in shown.map.map.coverage.cells for who, _ in one.by)
    shown.page.choosing.clear.click()
    shown.until(lambda: shown.map.map.coverage.total == whole)
    assert shown.page.choosing.clear.isHidden()


def test_rows_asked_for_are_those_of_the_chosen(shown: Shown) -> None:
    choose(shown.page.choosing.kommun_menu(), "Arjeplog")
    shown.until(shown.page.choosing.clear.isVisible)
    cell = next(one for one in shown.map.map.coverage.cells if one.actions)
    assert shown.filtered(lambda: shown.page._ask_for(cell)) == sorted(cell.actions)


def test_in_the_countys_plan_other_parts_are_left_out(open_page: Opener, tmp_path: Path) -> None:
    shown = open_page(copied("overgripande", tmp_path))
    whole = shown.map.map.coverage.total
    choose(shown.page.choosing.kommun_menu(), "Kiruna")
    shown.until(lambda: shown.map.map.coverage.total < whole)
    for cell in shown.map.map.coverage.cells:
        if cell.actions:
            asked = shown.filtered(lambda cell=cell: shown.page._ask_for(cell))  # type: ignore[misc]
            assert asked == sorted(cell.actions)


def test_the_other_map_has_principals_as_rows(shown: Shown) -> None:
    shown.page.choosing.axes.buttons[1].click()
    assert [label for _, label in shown.map.map.rows][:2] == ["Arjeplog", "Arvidsjaur"]
    values = shown.page.menu_of(cell_at(shown, "R2", "2505"))
    choose(values, "Ny åtgärd här")
    shown.until(lambda: shown.made)
    thing = shown.page.desk.rows["action"][shown.made[0]].thing
    assert (thing["shift"], thing["principal"]) == ("R2", "2505")


def test_a_plan_without_actions_says_what_to_do(empty: Shown) -> None:
    assert "inga åtgärder" in empty.page.empty.title.text()
    empty.page.focus_map()
    empty.page.empty.button.click()
    empty.until(lambda: empty.made and empty.map.isVisible())
    assert empty.map.map.coverage.total == 1
    assert empty.map.hasFocus()


def test_every_cell_has_a_name(shown: Shown) -> None:
    told = QAccessible.queryAccessibleInterface(shown.map)
    parts = [told.child(n) for n in range(told.childCount())]
    names = [one.text(QAccessible.Text.Name) for one in parts if one is not None]
    assert "Hälsofrämjande, Modigt ledarskap: Ingen åtgärd. 1 åtgärd till stödjer" in str(names)
    assert "Modigt ledarskap. Skattning 2,6 av 5" in names
    assert told.role() == QAccessible.Role.Table
    assert told.text(QAccessible.Text.Name) == "Täckning per riktning och förutsättning"


@pytest.mark.parametrize(("scheme", "size"), [("light", 100), ("dark", 130), ("contrast", 200)])
def test_there_is_room_in_every_look(
    shown: Shown, settings: Settings, scheme: str, size: int
) -> None:
    settings.put("look/scheme", scheme)
    settings.put("look/text_size", size)
    shown.qtbot.wait(1)
    shown.page.resize(960, 560)
    shown.qtbot.wait(1)
    page = shown.page
    assert clipped(page) + rich_text(page) + unnamed(page) == []
    assert shown.map.rowHeight(0) >= shown.map.cells.look.cell_height(2)


def test_the_cell_the_keys_are_in_is_within_sight(shown: Shown, settings: Settings) -> None:
    settings.put("look/text_size", 200)
    shown.qtbot.wait(1)
    for row in ("F4", "F1"):
        shown.go_to("R4", row)
        inside = shown.map.visualRect(shown.map.here)
        corner = shown.map.viewport().mapTo(shown.page, inside.topLeft())
        assert 0 <= corner.y() <= shown.page.height() - inside.height()
        assert shown.map.viewport().rect().contains(inside.center())
