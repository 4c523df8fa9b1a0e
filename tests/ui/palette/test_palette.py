from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.session.live import Delta
from nvworkshop.session.surroundings import Surroundings
from ui.actions import PLAN, Actions
from ui.checks import clipped, rich_text, unnamed
from ui.desk import Desk
from ui.palette.finding import Group
from ui.palette.palette import Palette
from ui.settings import Settings
from ui.theme.theme import Theme

Key = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    place = Path(shutil.copy(SAMPLE_PLANS / "sodra.nvplan", tmp_path / "södra.nvplan"))
    made = Desk(place, Surroundings())
    with qtbot.waitSignal(made.opened, timeout=20_000):
        made.open()
    yield made
    with qtbot.waitSignal(made.closed, timeout=20_000):
        made.finish()


@pytest.fixture
def actions(theme: Theme) -> Actions:
    made = Actions(theme)
    made.show_icons()
    return made


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def field(window: QMainWindow) -> QLineEdit:
    """Where the keys are before the palette opens."""
    middle = QWidget()
    field = QLineEdit(middle)
    field.setAccessibleName("Förslag")
    QVBoxLayout(middle).addWidget(field)
    window.setCentralWidget(middle)
    window.resize(1280, 720)
    window.show()
    field.setFocus()
    return field


@pytest.fixture
def palette(qtbot: QtBot, field: QLineEdit, actions: Actions, theme: Theme) -> Palette:
    return Palette(actions, theme, field.window())


@pytest.fixture
def opened(palette: Palette, desk: Desk) -> Palette:
    palette.open_on(desk)
    return palette


def _titles(palette: Palette, group: Group | None = None) -> list[str]:
    lines = (palette.model.line(row) for row in range(palette.model.rowCount()))
    entries = [one.entry for one in lines if one is not None and one.entry is not None]
    return [one.title for one in entries if group in (None, one.group)]


def _type(palette: Palette, text: str) -> None:
    palette.line.clear()
    for letter in text:
        palette.line.insert(letter)


def test_it_has_room_and_names_and_takes_the_keys(opened: Palette) -> None:
    window = opened.window()
    assert window.focusWidget() is opened.line
    assert clipped(window) + rich_text(window) + unnamed(window) == []
    assert opened.line.accessibleName()


def test_the_first_that_is_found_is_chosen_and_enter_shows_it(
    qtbot: QtBot, opened: Palette, desk: Desk
) -> None:
    row = next(iter(desk.rows["action"].values()))
    _type(opened, row.texts["title"])
    assert opened.chosen is not None
    assert opened.chosen.text == row.texts["title"]
    with qtbot.waitSignal(opened.thing_asked) as asked:
        QTest.keyClick(opened.line, Key.Key_Return)
    assert asked.args == ["action", row.thing.id]
    assert not opened.isVisible()


def test_a_number_finds_its_action_first(opened: Palette, desk: Desk) -> None:
    _type(opened, "12")
    assert opened.chosen is not None
    assert opened.chosen.entry is not None
    assert desk.rows["action"][opened.chosen.entry.id].texts["number"] == "12"


def test_a_command_is_done_where_the_keys_were(
    qtbot: QtBot, opened: Palette, actions: Actions, field: QLineEdit
) -> None:
    _type(opened, "inställn")
    with qtbot.waitSignal(actions["app.settings"].triggered):
        QTest.keyClick(opened.line, Key.Key_Return)
    assert field.window().focusWidget() is field


def test_commands_that_cannot_be_used_are_not_offered(palette: Palette, actions: Actions) -> None:
    palette.open_on(None)
    _type(palette, "sök i planen")
    assert _titles(palette, Group.COMMAND) == []
    actions.hold((PLAN,), among=(PLAN,))
    _type(palette, "sök i planen")
    assert _titles(palette, Group.COMMAND) == ["Sök i planen"]


def test_keys_are_found_and_shown(palette: Palette) -> None:
    palette.open_on(None)
    _type(palette, "ctrl+n")
    assert palette.chosen is not None
    assert palette.chosen.entry is not None
    assert palette.chosen.entry.keys == "Ctrl+N"


def test_a_page_of_the_help_is_asked_for(qtbot: QtBot, palette: Palette) -> None:
    palette.open_on(None)
    _type(palette, "säkerhetskopior")
    with qtbot.waitSignal(palette.page_asked) as asked:
        QTest.keyClick(palette.line, Key.Key_Return)
    assert asked.args == ["backups"]


def test_an_idea_that_was_just_said_is_found(qtbot: QtBot, opened: Palette, desk: Desk) -> None:
    _type(opened, "fikabröd")
    assert opened.count.text() == "Inget har alla orden."
    assert opened.chosen is None
    values = {"title": "Fikabröd till alla", "party": "2581"}
    made: list[Delta] = []
    desk.edit(lambda session: session.add("idea", values), made.append)
    qtbot.waitUntil(lambda: _titles(opened) == ["Fikabröd till alla"], timeout=20_000)
    assert opened.count.text() == "1 träff"
    with qtbot.waitSignal(opened.idea_asked) as asked:
        QTest.keyClick(opened.line, Key.Key_Return)
    assert asked.args == [made[0].entity]


def test_what_is_edited_is_found_by_its_new_name(qtbot: QtBot, opened: Palette, desk: Desk) -> None:
    entity = next(iter(desk.rows["action"]))
    _type(opened, "zebra")
    desk.edit(lambda session: session.set(entity, {"title": "Zebran i Övertorneå"}))
    qtbot.waitUntil(lambda: _titles(opened) == ["Zebran i Övertorneå"], timeout=20_000)


def test_all_of_many_are_shown_in_the_table(qtbot: QtBot, opened: Palette) -> None:
    _type(opened, "kommun")
    lines = [opened.model.line(row) for row in range(opened.model.rowCount())]
    row = next(n for n, one in enumerate(lines) if one is not None and one.all_of is not None)
    with qtbot.waitSignal(opened.filter_asked) as asked:
        opened.list.clicked.emit(opened.model.index(row, 0))
    assert asked.args == ["action", "kommun"]


@pytest.mark.parametrize(
    ("keys", "by"),
    [
        ((Key.Key_Down,), 1),
        ((Key.Key_Tab, Key.Key_Tab, Key.Key_Up), 1),
        ((Key.Key_Down, Key.Key_Backtab, Key.Key_Up), 0),
        ((Key.Key_PageDown,), 5),
    ],
)
def test_keys_go_through_what_is_found_and_never_leave_the_line(
    palette: Palette, keys: tuple[Key, ...], by: int
) -> None:
    palette.open_on(None)
    for key in keys:
        QTest.keyClick(palette.line, key)
    assert palette.chosen is not None
    assert palette.chosen.text == _titles(palette)[by]
    assert palette.window().focusWidget() is palette.line


def test_esc_closes_and_the_keys_are_where_they_were(opened: Palette, field: QLineEdit) -> None:
    QTest.keyClick(opened.line, Key.Key_Escape)
    assert not opened.isVisible()
    assert field.window().focusWidget() is field


def test_a_click_elsewhere_closes_it(opened: Palette, field: QLineEdit) -> None:
    field.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not opened.isVisible()


def test_opening_it_again_chooses_what_is_typed(opened: Palette, desk: Desk) -> None:
    _type(opened, "sip")
    opened.open_on(desk)
    assert opened.line.selectedText() == "sip"
    opened.leave()
    opened.open_on(desk)
    assert opened.line.text() == ""


def test_it_is_never_wider_or_higher_than_the_window(opened: Palette, settings: Settings) -> None:
    settings.put("look/text_size", 200)
    for width, height in ((1280, 720), (960, 600)):
        opened.window().resize(width, height)
        _type(opened, "e")
        assert opened.window().rect().contains(opened.geometry())
        assert clipped(opened) == []


def test_a_plan_that_is_closed_is_searched_no_more(palette: Palette, desk: Desk) -> None:
    palette.open_on(desk)
    _type(palette, "kommun")
    assert _titles(palette, Group.ACTION)
    palette.leave()
    palette.open_on(None)
    _type(palette, "kommun")
    assert not _titles(palette, Group.ACTION)


@pytest.mark.parametrize("typed", ["<img src=//srv/x>", "x" * 30_000, "\\ ( [ * %", "å" * 200])
def test_odd_and_endless_text_finds_nothing_and_harms_nothing(opened: Palette, typed: str) -> None:
    opened.line.setText(typed)
    assert opened.model.total == 0
    QTest.keyClick(opened.line, Key.Key_Return)
    assert opened.isVisible()
