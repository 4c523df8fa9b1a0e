from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.flow import FlowLayout


def _flow(qtbot: QtBot, widths: list[int]) -> tuple[QWidget, FlowLayout]:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box, gap=10)
    for width in widths:
        label = QLabel(box)
        label.setFixedSize(QSize(width, 20))
        flow.addWidget(label)
    return box, flow


def test_what_has_no_room_goes_to_the_next_line(qtbot: QtBot) -> None:
    box, flow = _flow(qtbot, [50, 50, 50])
    box.resize(115, 200)
    flow.activate()
    places = [label.pos().toTuple() for label in box.findChildren(QLabel)]
    assert places == [(0, 0), (60, 0), (0, 30)]


def test_the_height_follows_from_the_width(qtbot: QtBot) -> None:
    _, flow = _flow(qtbot, [50, 50, 50])
    assert [flow.heightForWidth(width) for width in (170, 169, 110, 50)] == [20, 50, 50, 80]


def test_hidden_things_take_no_room(qtbot: QtBot) -> None:
    box, flow = _flow(qtbot, [50, 50, 50])
    box.findChildren(QLabel)[1].hide()
    assert flow.heightForWidth(110) == 20


def test_things_can_be_put_in_and_taken_out(qtbot: QtBot) -> None:
    box, flow = _flow(qtbot, [50, 50])
    between = QLabel(box)
    flow.insert_widget(1, between)
    assert flow.indexOf(between) == 1
    flow.removeWidget(between)
    assert flow.count() == 2
    assert flow.itemAt(7) is None


def test_things_stand_in_the_middle_of_their_line(qtbot: QtBot) -> None:
    box, flow = _flow(qtbot, [50, 50])
    high, low = box.findChildren(QLabel)
    high.setFixedHeight(40)
    box.resize(200, 100)
    flow.activate()
    assert (high.y(), low.y()) == (0, 10)
