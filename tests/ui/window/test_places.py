from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.session.merge import merge
from nvworkshop.session.sessions import create, open_plan
from tests.ui.window.conftest import shown
from ui.checks import clipped
from ui.coverage.page import CoveragePage
from ui.overall.page import OverallPage
from ui.settings import Settings
from ui.widgets.messages import Message
from ui.window.main_window import MainWindow
from ui.window.places import PLACES
from ui.window.plan_view import PlanView


def coverage(qtbot: QtBot, view: PlanView) -> CoveragePage:
    """Go to the map, and wait until it is drawn."""
    view.show_place("coverage")
    page = view.places.shown
    assert isinstance(page, CoveragePage)
    qtbot.waitUntil(lambda: bool(page.map.map.rows), timeout=20_000)
    return page


def holds_keys(part: QWidget) -> bool:
    """Tell whether the keys are somewhere in a part."""
    focused = QApplication.focusWidget()
    return focused is not None and (focused is part or part.isAncestorOf(focused))


def f6(window: MainWindow) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F6)


def test_a_plan_is_opened_on_its_table(window: MainWindow, opened: PlanView) -> None:
    assert opened.places.place == "plan"
    assert window.top_bar.places.tabs["plan"].isChecked()
    assert len(list(opened.places.made)) == 1


@pytest.fixture
def county(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> PlanView:
    """The plan of the county, in the same window."""
    window.begin(Path(shutil.copy(SAMPLE_PLANS / "overgripande.nvplan", tmp_path)))
    return shown(qtbot, window)


def test_an_empty_plan_of_the_county_begins_by_gathering(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    place = tmp_path / "länet.nvplan"
    made = create(place)
    made.publish()
    made.close()
    window.begin(place)
    assert shown(qtbot, window).places.place == "merge"


def test_a_plan_with_conflicts_to_answer_says_so(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    place, other = (
        Path(shutil.copy(SAMPLE_PLANS / name, tmp_path))
        for name in ("sodra.nvplan", "sodra-annan-dator.nvplan")
    )
    session = open_plan(place)
    merge(session, [other])
    session.publish()
    window.begin(place)
    view = shown(qtbot, window)
    (message,) = window.messages.findChildren(Message)
    assert message.text.startswith("Planen har 7 konflikter att avgöra.")
    assert message.action
    message.action.click()
    assert view.places.place == "merge"


def test_a_local_plan_has_no_place_for_the_county(window: MainWindow, opened: PlanView) -> None:
    assert window.top_bar.places.tabs["overall"].isHidden()
    action = window.actions_table["place.overall"]
    assert not action.isEnabled()
    assert not action.isVisible()
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert opened.places.place == "plan"


def test_the_countys_plan_has_it_also_after_a_local_one(
    qtbot: QtBot, window: MainWindow, opened: PlanView, county: PlanView
) -> None:
    window.resize(1900, 900)
    assert not window.top_bar.places.tabs["overall"].isHidden()
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert county.places.place == "overall"


def test_a_row_of_the_county_is_opened_in_its_table(
    qtbot: QtBot, window: MainWindow, county: PlanView
) -> None:
    county.show_place("overall")
    for kind in ("joint_action", "action"):
        entity = next(iter(county.desk.rows[kind]))
        page = county.places.page("overall")
        assert isinstance(page, OverallPage)
        page.thing_asked.emit(kind, entity)
        assert county.places.place == "plan"
        assert county.page.selected_ids() == [entity]


@pytest.mark.parametrize("name", [one.id for one in PLACES if not one.needs])
def test_every_place_has_a_page_a_tab_and_keys(
    window: MainWindow, opened: PlanView, name: str
) -> None:
    window.actions_table[f"place.{name}"].trigger()
    assert opened.places.place == name
    checked = [one for one, tab in window.top_bar.places.tabs.items() if tab.isChecked()]
    assert checked == [name]
    assert holds_keys(opened.places.shown)


def test_keys_and_tabs_go_to_a_place(qtbot: QtBot, window: MainWindow, opened: PlanView) -> None:
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert opened.places.place == "coverage"
    window.top_bar.places.tabs["plan"].click()
    window.top_bar.places.tabs["plan"].click()
    assert opened.places.place == "plan"
    assert window.top_bar.places.tabs["plan"].isChecked()


def test_the_place_is_remembered_with_the_plan(
    qtbot: QtBot, make_window: Callable[[], MainWindow], place: Path
) -> None:
    first = make_window()
    first.begin(place)
    shown(qtbot, first).show_place("coverage")
    first.close_plan()
    qtbot.waitUntil(lambda: not first._closing, timeout=20_000)
    first.open_plan(place)
    assert shown(qtbot, first).places.place == "coverage"
    assert first.top_bar.places.tabs["coverage"].isChecked()


def test_a_place_that_is_not_there_is_the_table(
    qtbot: QtBot, window: MainWindow, opened: PlanView
) -> None:
    opened.show_place("framtiden")
    assert opened.places.place == "plan"


def test_rows_are_left_alone_while_they_are_not_seen(
    qtbot: QtBot, window: MainWindow, opened: PlanView
) -> None:
    rows = [one for one in window.actions_table.ids if one.startswith(("row.", "view."))]
    held = [one for one in rows if window.actions_table[one].isEnabled()]
    assert "row.remove" in held
    opened.show_place("coverage")
    assert not any(window.actions_table[one].isEnabled() for one in rows)
    assert window.actions_table["edit.find"].isEnabled()
    opened.show_place("plan")
    assert [one for one in rows if window.actions_table[one].isEnabled()] == held


def test_f6_goes_round_the_place_that_is_shown(
    qtbot: QtBot, window: MainWindow, opened: PlanView
) -> None:
    page = coverage(qtbot, opened)
    assert page.map.hasFocus()
    f6(window)
    assert holds_keys(page.choosing)
    f6(window)
    assert window.top_bar.search.hasFocus()
    f6(window)
    assert page.map.hasFocus()


def test_f6_goes_from_the_table_to_the_editor_and_the_search(
    qtbot: QtBot, window: MainWindow, opened: PlanView
) -> None:
    opened.focus()
    for part in (opened.page.editor, window.top_bar.search, opened.page.left):
        f6(window)
        assert holds_keys(part)


def test_a_search_is_seen_in_the_table_and_the_cursor_stays(
    qtbot: QtBot, window: MainWindow, opened: PlanView
) -> None:
    coverage(qtbot, opened)
    window.actions_table["edit.find"].trigger()
    QTest.keyClicks(window.top_bar.search, "sip")
    qtbot.waitUntil(lambda: opened.places.place == "plan")
    assert window.top_bar.search.hasFocus()
    assert 0 < opened.page.sheet.shown < len(opened.desk.rows["action"])


def test_a_cell_of_the_map_shows_its_rows(
    qtbot: QtBot, window: MainWindow, opened: PlanView
) -> None:
    page = coverage(qtbot, opened)
    index = page.map.map.place_of("R3", "F1")
    page.map.setCurrentIndex(index)
    QTest.keyClick(page.map, Qt.Key.Key_Return)
    assert opened.places.place == "plan"
    assert opened.page.sheet.shown == len(page.map.map.cell(index).actions)
    said = opened.page.filters.said()
    assert "Stärkt gemensam primärvård" in said
    assert "Förutsättning: Stärkt samverkan" in said
    assert holds_keys(opened.page.sheet)


def test_a_new_action_of_the_map_is_written_at_once(
    qtbot: QtBot, window: MainWindow, opened: PlanView
) -> None:
    page = coverage(qtbot, opened)
    menu = page.menu_of(page.map.map.cell(page.map.map.place_of("R1", "F2")))
    menu.actions()[0].trigger()
    menu.close()
    qtbot.waitUntil(lambda: opened.places.place == "plan", timeout=20_000)
    (entity,) = opened.page.selected_ids()
    assert opened.desk.rows["action"][entity].thing["prerequisites"] == ["F2"]
    qtbot.waitUntil(lambda: holds_keys(opened.page.editor), timeout=20_000)


def test_what_was_being_typed_is_kept_when_another_place_is_shown(
    qtbot: QtBot, window: MainWindow, opened: PlanView
) -> None:
    entity = opened.page.selected_ids()[0]
    opened.page.write_in_editor("title")
    qtbot.waitUntil(lambda: holds_keys(opened.page.editor), timeout=20_000)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, "Nytt ")
    with qtbot.waitSignal(opened.desk.changed, timeout=20_000):
        opened.show_place("coverage")
    assert "Nytt" in opened.desk.rows["action"][entity].texts["title"]


def seen(window: MainWindow) -> str:
    """Return how the places are shown: side by side, some so, or as one word or a picture."""
    menu = window.top_bar.places.menu
    if menu.isHidden():
        return "tabs"
    picture = menu.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    if any(not one.isHidden() for one in window.top_bar.places.tabs.values()):
        return "some"
    return "picture" if picture else "word"


def test_places_are_there_however_little_room_there_is(
    window: MainWindow, opened: PlanView
) -> None:
    tabs = window.top_bar.places
    for room, how in ((200, "word"), (60, "picture"), (480, "some"), (2_000, "tabs")):
        tabs.fit(room)
        assert seen(window) == how
    tabs.fit(200)
    assert tabs.menu.accessibleName() == "Plats: Handlingsplan"


def test_places_without_room_are_beneath_one_button(window: MainWindow, opened: PlanView) -> None:
    tabs = window.top_bar.places
    tabs.fit(480)
    seen_now = [name for name, tab in tabs.tabs.items() if not tab.isHidden()]
    assert seen_now[:2] == ["workshop", "plan"]
    assert tabs.menu.text() == "Mer"
    listed = [one for one in tabs.menu.menu().actions() if one.isVisible()]
    assert len(listed) + len(seen_now) == sum(not one.needs for one in PLACES)
    listed[-1].trigger()
    assert opened.places.place == "reports"
    assert tabs.menu.text() == "Rapporter"


def test_places_are_a_picture_when_letters_are_large(
    qtbot: QtBot, make_window: Callable[[], MainWindow], home: Path, place: Path
) -> None:
    before = Settings(home / "settings.json")
    before.put("look/text_size", 200)
    before.save()
    window = make_window()
    window.begin(place)
    shown(qtbot, window)
    qtbot.waitUntil(lambda: seen(window) == "picture")
    qtbot.waitUntil(lambda: not any("I planfilen" in one for one in clipped(window.top_bar)))


def test_a_thing_that_stands_nowhere_by_itself_leaves_the_place(opened: PlanView) -> None:
    opened.show_place("merge")
    opened.show_thing("plan", opened.desk.plan.id if opened.desk.plan else "")
    assert opened.places.place == "merge"
    opened.show_thing("action", next(iter(opened.desk.rows["action"])))
    assert opened.places.place == "plan"
