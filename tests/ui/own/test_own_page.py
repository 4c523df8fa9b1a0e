"""The place Vår del: what there is to do, own rows made, shared and opened by keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nvworkshop.session.merge import merge
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import open_plan
from tests.session.owners import JOINT, LOCAL, PITEA
from ui.checks import clipped, unnamed
from ui.desk import Desk
from ui.overall.nodes import Node
from ui.own.page import OwnPage
from ui.theme.theme import Theme

WAIT = 20_000


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, own: Path, open_desk: Callable[[Path], Desk]) -> OwnPage:
    made = OwnPage(open_desk(own), theme)
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show()
    qtbot.waitUntil(lambda: bool(nodes(made)), timeout=WAIT)
    return made


def nodes(page: OwnPage) -> list[Node]:
    tree, found = page.tree, []
    index = tree.lines.index(0, 0)
    while index.isValid():
        node = tree.lines.node(index)
        assert node
        found.append(node)
        index = tree.indexBelow(index)
    return found


def badges(page: OwnPage) -> dict[str, str]:
    return {one.title: one.badge for one in nodes(page) if not one.is_head}


def test_it_shows_what_there_is_to_do_and_what_has_no_own_row(page: OwnPage) -> None:
    assert page.title.text() == "Vår del: Piteå kommun"
    assert badges(page) == {
        "Hemteam": "Ingen egen rad",
        "Fast vårdkontakt": "2 egna rader",
        "Utse kontakter": "Delas",
        "Hemlig rad": "Delas inte",
    }
    assert "2 åtgärder att arbeta med. 2 egna rader. 1 åtgärd saknar egen rad." in page.said.text()
    assert unnamed(page) + clipped(page) == []


def test_ins_makes_an_own_row_of_the_line_and_opens_it(qtbot: QtBot, page: OwnPage) -> None:
    page.tree.go_to(f"ground:{LOCAL}")
    with qtbot.waitSignal(page.row_made, timeout=WAIT) as made:
        QTest.keyClick(page.tree, Qt.Key.Key_Insert)
    (entity,) = made.args
    assert page.desk.rows["action"][entity].thing.text("part_of") == LOCAL
    qtbot.waitUntil(lambda: badges(page)["Hemteam"] == "1 egen rad", timeout=WAIT)


def test_enter_opens_an_own_row_and_makes_the_first(qtbot: QtBot, page: OwnPage) -> None:
    page.tree.go_to(next(one.key for one in nodes(page) if one.title == "Hemlig rad"))
    with qtbot.waitSignal(page.row_asked, timeout=WAIT):
        QTest.keyClick(page.tree, Qt.Key.Key_Return)
    page.tree.go_to(f"ground:{LOCAL}")
    with qtbot.waitSignal(page.row_made, timeout=WAIT):
        QTest.keyClick(page.tree, Qt.Key.Key_Return)


def test_d_shares_a_row_and_undo_takes_it_back(qtbot: QtBot, page: OwnPage) -> None:
    page.tree.go_to(next(one.key for one in nodes(page) if one.title == "Hemlig rad"))
    QTest.keyClick(page.tree, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: badges(page)["Hemlig rad"] == "Delas", timeout=WAIT)
    assert page.desk.undo_label == "Dela raden"
    page.desk.undo()
    qtbot.waitUntil(lambda: badges(page)["Hemlig rad"] == "Delas inte", timeout=WAIT)


def test_d_on_what_others_decide_says_what_to_choose(qtbot: QtBot, page: OwnPage) -> None:
    page.tree.go_to(f"ground:{JOINT}")
    with qtbot.waitSignal(page.told, timeout=WAIT) as told:
        QTest.keyClick(page.tree, Qt.Key.Key_D)
    assert told.args == ["Välj en egen rad."]


def test_a_newer_overall_plan_adds_no_rows_of_others(
    qtbot: QtBot, page: OwnPage, tmp_path: Path
) -> None:
    whole = open_plan(tmp_path / "länet.nvplan")
    whole.set(JOINT, {"goal": "Alla har en"})
    whole.add("action", {"title": "Ny för Piteå", "contributors": [PITEA]}, entity="ny")
    place = whole.publish().place
    whole.close()
    page.desk.edit(lambda session: _taken_in(session, place))
    qtbot.waitUntil(lambda: badges(page).get("Ny för Piteå") == "Ingen egen rad", timeout=WAIT)
    titles = {row.thing.text("title") for row in page.desk.rows["action"].values()}
    assert titles == {"Utse kontakter", "Hemlig rad"}
    assert page.desk.rows["joint_action"] == {}


def _taken_in(session: Session, place: Path) -> Outcome:
    merge(session, [place])
    return Outcome(label="Slå samman")
