from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from ui.help.window import HelpWindow
from ui.settings import Settings
from ui.theme.theme import Theme


@pytest.fixture
def help_window(qtbot: QtBot, theme: Theme, settings: Settings) -> Iterator[HelpWindow]:
    window = HelpWindow(theme, settings)
    qtbot.addWidget(window)
    window.open_page("plan")
    yield window
    window.close()
