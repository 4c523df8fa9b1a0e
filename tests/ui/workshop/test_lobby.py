"""The start of the place Workshop."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nvworkshop.session import ideas, workshops
from nvworkshop.session.rehearsal import make_rehearsal, remove_workshop
from nvworkshop.session.sessions import open_plan
from nvworkshop.workshop.clock import Progress
from tests.ui.workshop.preparing_fixtures import PLANNED, WAIT, made, opened
from ui.checks import clipped, rich_text, unnamed
from ui.desk import Desk
from ui.settings import Settings
from ui.theme.theme import Theme
from ui.workshop.lobby import Lobby

Key = Qt.Key
THIS_YEAR = date.today().year


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "plan.nvplan"


@pytest.fixture
def shown(qtbot: QtBot, theme: Theme) -> Iterator[list[Lobby]]:
    kept: list[Lobby] = []
    yield kept
    for lobby in kept:
        lobby.hide()
        lobby.deleteLater()


@pytest.fixture
def desk(qtbot: QtBot, place: Path) -> Iterator[Desk]:
    if not place.exists():
        made(place)
    with opened(qtbot, place) as desk:
        yield desk


def _show(qtbot: QtBot, desk: Desk, theme: Theme, shown: list[Lobby]) -> Lobby:
    lobby = Lobby(desk, theme)
    lobby.resize(1280, 670)
    lobby.show()
    lobby.activateWindow()
    qtbot.waitUntil(lobby.isActiveWindow, timeout=WAIT)
    lobby.focus()
    shown.append(lobby)
    return lobby


def _key(key: Key) -> None:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QWidget)
    QTest.keyClick(focused, key)


def _begin(place: Path, workshop: str) -> None:
    session = open_plan(place)
    agenda = workshops.agenda(session.thing(workshop))
    ideas.keep(session, "Ring upp", agenda[4], workshop)
    workshops.set_progress(session, workshop, Progress().go(agenda[4].id, 1_000.0).pause(1_060.0))
    session.publish()
    session.close()


def test_an_empty_plan_says_what_to_do(
    qtbot: QtBot, desk: Desk, theme: Theme, shown: list[Lobby]
) -> None:
    lobby = _show(qtbot, desk, theme, shown)
    assert "Inga workshopar än" in lobby.words.text()
    with qtbot.waitSignal(lobby.new_asked):
        _key(Key.Key_Return)
    _key(Key.Key_Right)
    with qtbot.waitSignal(lobby.rehearse_asked):
        _key(Key.Key_Return)
    assert clipped(lobby) + rich_text(lobby) + unnamed(lobby) == []


@pytest.fixture
def going_on(place: Path) -> str:
    _, on = made(place, PLANNED, replace(PLANNED, date=f"{THIS_YEAR}-05-14"))
    _begin(place, on)
    return on


def test_the_one_that_goes_on_comes_first(
    qtbot: QtBot, going_on: str, desk: Desk, theme: Theme, shown: list[Lobby]
) -> None:
    lobby = _show(qtbot, desk, theme, shown)
    assert lobby.cards[0].accessibleName() == "Fortsätt workshopen i Östra 14 maj"
    assert "Steg 5 av 18" in lobby.cards[0].accessibleDescription()
    with qtbot.waitSignal(lobby.lead_asked) as asked:
        _key(Key.Key_Return)
    assert asked.args == [going_on]


def test_rows_say_how_far_each_has_come(
    qtbot: QtBot, going_on: str, desk: Desk, theme: Theme, shown: list[Lobby]
) -> None:
    lobby = _show(qtbot, desk, theme, shown)
    facts = {row.facts.text() for row in lobby.rows}
    planned = "14 maj 2027" if THIS_YEAR != 2027 else "14 maj"
    assert f"{planned} 13.00 · planerad · Folkets Hus · 18 steg, 3 h" in facts
    on = "14 maj 13.00 · pågår, steg 5 av 18 · Folkets Hus · 1 förslag · 18 steg, 3 h"
    assert on in facts


@pytest.fixture
def ended(going_on: str, place: Path) -> str:
    """One that has ended, and whose course is erased."""
    session = open_plan(place)
    workshops.set_progress(session, going_on, Progress(ended=True))
    session.publish()
    session.close()
    return going_on


def test_the_minutes_of_one_that_has_ended_are_there_without_its_course(
    qtbot: QtBot, ended: str, desk: Desk, theme: Theme, shown: list[Lobby]
) -> None:
    lobby = _show(qtbot, desk, theme, shown)
    row = next(one for one in lobby.rows if "avslutad" in one.facts.text())
    assert row.buttons["lead"].text() == "Öppna"
    assert "minutes" in row.buttons


def test_arrows_go_between_the_buttons_and_delete_removes(
    qtbot: QtBot, going_on: str, desk: Desk, theme: Theme, shown: list[Lobby]
) -> None:
    lobby = _show(qtbot, desk, theme, shown)
    _key(Key.Key_Down)
    assert lobby.rows[0].buttons["lead"].hasFocus()
    _key(Key.Key_Right)
    assert lobby.rows[0].buttons["prepare"].hasFocus()
    _key(Key.Key_Down)
    assert lobby.rows[1].buttons["prepare"].hasFocus()
    _key(Key.Key_Down)
    dates = {row.thing.text("date"): one for one, row in desk.rows["workshop"].items()}
    with qtbot.waitSignal(lobby.remove_asked) as asked:
        _key(Key.Key_Delete)
    assert asked.args == [dates[min(dates)]]


def test_the_keys_stay_where_they_were_when_the_list_changes(
    qtbot: QtBot, going_on: str, desk: Desk, theme: Theme, shown: list[Lobby]
) -> None:
    lobby = _show(qtbot, desk, theme, shown)
    there = [row.told.thing.id for row in lobby.rows].index(going_on)
    for _ in range(there + 1):
        _key(Key.Key_Down)
    before = list(lobby.rows)
    step = workshops.agenda(desk.rows["workshop"][going_on].thing)[5]
    desk.edit(lambda session: ideas.keep(session, "Ett till", step, going_on))
    qtbot.waitUntil(lambda: lobby.rows[there] is not before[there], timeout=WAIT)
    assert lobby.rows[there].buttons["lead"].hasFocus()
    assert [row in lobby.rows for row in before].count(False) == 1
    assert unnamed(lobby) == []


def test_tab_goes_through_the_rows_as_they_stand(
    qtbot: QtBot, going_on: str, desk: Desk, theme: Theme, shown: list[Lobby]
) -> None:
    lobby = _show(qtbot, desk, theme, shown)
    first = lobby.rows[0]
    workshop = first.told.thing.id
    desk.edit(lambda session: session.set(workshop, {"place": "Stadshuset"}))
    qtbot.waitUntil(lambda: lobby.rows[0] is not first, timeout=WAIT)
    lobby.cards[-1].setFocus()
    buttons = [button for row in lobby.rows for button in row.buttons.values()]
    for button in buttons:
        _key(Key.Key_Tab)
        assert button.hasFocus()


@pytest.mark.usefixtures("going_on")
def test_rows_and_cards_follow_the_size_of_the_text(
    qtbot: QtBot, desk: Desk, theme: Theme, shown: list[Lobby], settings: Settings
) -> None:
    lobby = _show(qtbot, desk, theme, shown)
    before = [*lobby.cards, *lobby.rows]
    high = lobby.rows[0].height()
    settings.put("look/text_size", 200)
    qtbot.waitUntil(lambda: lobby.rows[0] not in before, timeout=WAIT)
    assert not set(before) & {*lobby.cards, *lobby.rows}
    qtbot.waitUntil(lambda: lobby.rows[0].height() > high, timeout=WAIT)


def test_the_example_is_marked_and_goes_in_one_action(
    qtbot: QtBot, desk: Desk, theme: Theme, shown: list[Lobby]
) -> None:
    lobby = _show(qtbot, desk, theme, shown)
    lobby.rehearse_asked.connect(lambda: desk.edit(make_rehearsal))
    lobby.remove_asked.connect(lambda one: desk.edit(lambda session: remove_workshop(session, one)))
    lobby.cards[1].click()
    qtbot.waitUntil(lambda: len(lobby.rows) == 1, timeout=WAIT)
    assert lobby.rows[0].facts.text().startswith("Exempel")
    assert [card.accessibleName() for card in lobby.cards] == ["Ny workshop"]
    assert lobby.rows[0].buttons["remove"].text() == "Ta bort exemplet"
    lobby.rows[0].buttons["remove"].click()
    qtbot.waitUntil(lambda: len(lobby.cards) == 2, timeout=WAIT)
    assert lobby.rows == []
    assert desk.rows["idea"] == {}


def test_a_plan_that_is_only_read_offers_nothing_to_change(
    qtbot: QtBot, going_on: str, desk: Desk, theme: Theme, shown: list[Lobby]
) -> None:
    desk.read_only = "En annan har den öppen."
    lobby = _show(qtbot, desk, theme, shown)
    removed: list[str] = []
    lobby.remove_asked.connect(removed.append)
    assert "bara för läsning" in lobby.words.text()
    assert lobby.cards == []
    assert list(lobby.rows[0].buttons) == ["prepare", "minutes"]
    _key(Key.Key_Delete)
    desk.read_only = ""
    assert removed == []


def test_everything_has_room_and_a_name(
    qtbot: QtBot, going_on: str, desk: Desk, theme: Theme, shown: list[Lobby]
) -> None:
    lobby = _show(qtbot, desk, theme, shown)
    for wide in (640, 1280, 1920):
        lobby.resize(wide, 670)
        qtbot.waitUntil(lambda: not clipped(lobby), timeout=WAIT)
        assert rich_text(lobby) + unnamed(lobby) == []
