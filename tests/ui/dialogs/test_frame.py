from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.dialogs.frame import Dialog
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel


@pytest.mark.parametrize("place", [0, 1])
def test_a_dialog_has_the_room_of_the_screen_its_window_is_on(
    qtbot: QtBot, theme: Theme, place: int
) -> None:
    screen = QApplication.screens()[place]
    window = QWidget()
    qtbot.addWidget(window)
    window.move(screen.geometry().topLeft())
    window.show()
    dialog = Dialog(theme, window)
    for _ in range(100):
        dialog.body.addWidget(PlainLabel("En rad", dialog))
    most = screen.availableSize().height()
    assert most - 100 < dialog.sizeHint().height() < most
    dialog.show()
    assert most - 100 < dialog.height() < most


def test_a_long_sentence_beneath_takes_no_room_from_the_body(qtbot: QtBot, theme: Theme) -> None:
    dialog = Dialog(theme)
    qtbot.addWidget(dialog)
    dialog.set_least_width(300)
    dialog.body.addWidget(part := PlainLabel("En rad", dialog))
    sentence = PlainLabel("Lösenordet öppnar inte kopian. " * 8, dialog)
    sentence.setWordWrap(True)
    dialog.put_beneath(sentence)
    dialog.show()
    assert part.visibleRegion().boundingRect().height() == part.height()
