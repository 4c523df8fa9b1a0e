"""Following up one action outside a workshop, and beginning a workshop that follows up."""

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

from nvworkshop.session.sessions import open_plan
from tests.ui.workshop.preparing_fixtures import PLANNED, WAIT, made, opened
from ui.checks import clipped, rich_text, unnamed
from ui.desk import Desk
from ui.theme.theme import Theme
from ui.workshop.follow_up_dialog import FollowUpDialog
from ui.workshop.lobby import Lobby
from ui.workshop.new_workshop import NewWorkshopDialog


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A plan with an action, and a workshop that was long ago."""
    place = tmp_path / "plan.nvplan"
    made(place, replace(PLANNED, date="2020-05-14"))
    session = open_plan(place)
    session.add("action", {"title": "Mobilt team", "end": "2020"}, entity="a1")
    session.publish()
    session.close()
    return place


@pytest.fixture
def desk(qtbot: QtBot, place: Path) -> Iterator[Desk]:
    with opened(qtbot, place) as desk:
        yield desk


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    holder = QWidget()
    qtbot.addWidget(holder)
    return holder


@pytest.fixture
def dialog(desk: Desk, theme: Theme, holder: QWidget) -> FollowUpDialog:
    dialog = FollowUpDialog(desk, "a1", theme, holder)
    dialog.show()
    dialog.activateWindow()
    dialog.block.focus()
    return dialog


def _press(dialog: QWidget, key: Qt.Key) -> None:
    focused = dialog.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def test_one_action_is_followed_up_today(qtbot: QtBot, desk: Desk, dialog: FollowUpDialog) -> None:
    assert dialog.windowTitle() == "Följ upp åtgärd 1"
    _press(dialog, Qt.Key.Key_2)
    QTest.keyClicks(dialog.focusWidget(), "Bra")
    dialog.close()
    qtbot.waitUntil(
        lambda: any(one.thing["comment"] for one in desk.rows["follow_up"].values()), timeout=WAIT
    )
    (told,) = (one.thing for one in desk.rows["follow_up"].values())
    assert (told["as_planned"], told["comment"], told["workshop"]) == ("partly", "Bra", None)
    assert told["date"] == date.today().isoformat()


def test_enter_on_the_last_button_changes_no_answer(
    qtbot: QtBot, desk: Desk, dialog: FollowUpDialog
) -> None:
    _press(dialog, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: bool(desk.rows["follow_up"]), timeout=WAIT)
    dialog.ready.setFocus()
    with qtbot.waitSignal(dialog.finished, timeout=WAIT):
        _press(dialog, Qt.Key.Key_Return)
    (told,) = (one.thing for one in desk.rows["follow_up"].values())
    assert told["as_planned"] == "partly"


def test_it_goes_away_with_its_action(qtbot: QtBot, desk: Desk, dialog: FollowUpDialog) -> None:
    with qtbot.waitSignal(dialog.finished, timeout=WAIT):
        desk.edit(lambda session: session.remove("a1"))


def test_nothing_is_cut_and_everything_has_a_name(dialog: FollowUpDialog) -> None:
    QApplication.processEvents()
    assert clipped(dialog) + rich_text(dialog) + unnamed(dialog) == []


def test_a_plan_since_an_earlier_day_is_offered_to_be_followed_up(
    desk: Desk, theme: Theme, holder: QWidget
) -> None:
    dialog = NewWorkshopDialog(desk, theme, holder)
    assert dialog.template.value == "follow_up_30"
    assert "gjordes rätt saker" in dialog.about.text()
    assert dialog.form.lines["title"].text() == "Uppföljning Östra"
    dialog.template.setCurrentIndex(dialog.template.findData("half_day"))
    assert dialog.form.lines["title"].text() == "Workshop Östra"
    dialog.form.lines["title"].setText("Vårmötet")
    dialog.template.setCurrentIndex(0)
    assert dialog.form.lines["title"].text() == "Vårmötet"
    dialog.close()


def test_the_start_offers_to_follow_up(
    qtbot: QtBot, desk: Desk, theme: Theme, holder: QWidget
) -> None:
    lobby = Lobby(desk, theme, holder)
    lobby.refresh()
    assert [one.accessibleName() for one in lobby.cards[:2]] == ["Följ upp planen", "Ny workshop"]
    with qtbot.waitSignal(lobby.follow_up_asked):
        lobby.cards[0].click()
