"""A window of the room in a size of its own, and the pictures that are hard to draw."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from nvworkshop.workshop.content import RoomContent
from ui.room.window import RoomWindow
from ui.settings import Settings
from ui.theme.theme import Theme

Show = Callable[..., RoomWindow]


@pytest.fixture
def window(theme: Theme, settings: Settings) -> Iterator[RoomWindow]:
    made = RoomWindow(theme, settings)
    made.resize(1_280, 720)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def show(window: RoomWindow) -> Show:
    def shown(content: RoomContent, size: tuple[int, int] = (1_280, 720)) -> RoomWindow:
        window.resize(*size)
        window.show_content(content)
        window.show_clock(564, "ok")
        return window

    return shown
