from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from tests.ui.window.conftest import Answers
from ui.followup.page import FollowUpPage
from ui.incoming.page import IncomingPage
from ui.indicators.part import IndicatorsPart
from ui.window.main_window import MainWindow
from ui.window.places import INCOMING
from ui.window.plan_view import PlanView

WAIT = 20_000


def drop(view: PlanView, place: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(place))])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(200, 200), Qt.DropAction.CopyAction, data, button, keys)
    event.setAccepted(False)
    view.dropEvent(event)
    return event.isAccepted()


def page_of(view: PlanView) -> IncomingPage:
    page = view.places.page(INCOMING)
    assert isinstance(page, IncomingPage)
    return page


def test_list_dropped_on_the_window_is_taken_in(
    qtbot: QtBot, window: MainWindow, opened: PlanView, tmp_path: Path
) -> None:
    place = tmp_path / "lista.csv"
    place.write_text("Åtgärd;Ansvarig\nÖppna träffpunkt;Piteå\n", "utf-8")
    assert drop(opened, place)
    page = page_of(opened)
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.columns, timeout=WAIT)
    page.columns.go.click()
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.review, timeout=WAIT)
    page.review.go.click()
    qtbot.waitUntil(lambda: opened.places.place == "plan", timeout=WAIT)
    said = "1 rad ur lista.csv är hämtad."
    qtbot.waitUntil(lambda: said in window.messages.texts, timeout=WAIT)
    window.actions_table["edit.undo"].trigger()
    qtbot.waitUntil(lambda: said not in window.messages.texts, timeout=WAIT)


def test_other_files_are_let_alone(opened: PlanView, tmp_path: Path) -> None:
    assert not drop(opened, tmp_path / "bild.png")
    assert opened.places.place == "plan"


def test_command_asks_for_a_file_and_esc_goes_back(window: MainWindow, opened: PlanView) -> None:
    window.actions_table["file.take_in"].trigger()
    assert opened.places.place == INCOMING
    page_of(opened).close_.click()
    assert opened.places.place == "plan"


def test_closing_goes_back_to_where_it_was_asked_for(window: MainWindow, opened: PlanView) -> None:
    opened.show_place("followup")
    window.actions_table["file.take_in"].trigger()
    page_of(opened).close_.click()
    assert opened.places.place == "followup"


def test_values_of_an_indicator_are_asked_for_at_once(
    qtbot: QtBot, window: MainWindow, opened: PlanView, tmp_path: Path
) -> None:
    place = tmp_path / "kolada.csv"
    place.write_text("Mått\nKommun;2024;2025\nPiteå;1;2\n", "utf-8")
    assert isinstance(window.choosing, Answers)
    window.choosing.to_take_in = place
    opened.show_place("followup")
    page = opened.places.shown
    assert isinstance(page, FollowUpPage)
    page.show_thing("indicator", "")
    part = page.shown
    assert isinstance(part, IndicatorsPart)
    part.detail.values.import_asked.emit()
    taking = page_of(opened)
    qtbot.waitUntil(lambda: taking.holds_file, timeout=WAIT)
    assert taking.title.text() == "kolada.csv"
