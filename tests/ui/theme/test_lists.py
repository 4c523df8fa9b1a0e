"""The list that a choice drops down."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from ui.theme.theme import Theme


def test_a_short_list_shows_all_its_rows(qtbot: QtBot, theme: Theme) -> None:
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems(["Södra", "Östra", "Luleå/Boden", "Norra", "Hela länet"])
    with qtbot.waitExposed(box):
        box.show()
    with qtbot.waitExposed(box.view()):
        box.showPopup()
    view = box.view()
    rows = sum(view.sizeHintForRow(row) for row in range(box.count()))
    assert view.viewport().height() >= rows
    assert view.verticalScrollBar().maximum() == 0
    box.hidePopup()
