"""The main window as a person meets it, with answers to file dialogs given beforehand."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.session.surroundings import Surroundings
from ui.actions import Actions
from ui.settings import Settings
from ui.theme.theme import Theme
from ui.window.choosing import Choosing
from ui.window.main_window import MainWindow
from ui.window.plan_view import PlanView

SODRA = "104442db3fa12915de618acf6a8a8da8"
"""The id of the sample plan that most tests open."""


class Answers(Choosing):
    """Answers file dialogs with what a test has said."""

    to_open: Path | None = None
    to_save: Path | None = None
    began_in: Path | None = None
    to_take_in: Path | None = None

    def plan_to_open(self, parent: QWidget) -> Path | None:
        return self.to_open

    def place_to_save(
        self, parent: QWidget, title: str, name: str, folder: Path | None = None
    ) -> Path | None:
        self.began_in = folder
        return self.to_save

    def list_to_take_in(self, parent: QWidget) -> Path | None:
        return self.to_take_in


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE_PLANS / "sodra.nvplan", tmp_path / "Södra länsdelen.nvplan"))


@pytest.fixture
def make_window(qtbot: QtBot, home: Path) -> Iterator[Callable[[], MainWindow]]:
    made: list[MainWindow] = []

    def make() -> MainWindow:
        settings = Settings(home / "settings.json")
        today = Surroundings().today()
        settings.put(f"plan/{SODRA}/reminded", f"{today}")  # what is late in it is no matter here
        theme = Theme(settings)
        window = MainWindow(Actions(theme), theme, settings, Surroundings, Answers(settings))
        window.resize(1280, 720)
        window.show()
        made.append(window)
        return window

    yield make
    for window in made:
        window.close_plan()
        qtbot.waitUntil(lambda window=window: not window._closing, timeout=20_000)  # type: ignore[misc]
        window.start.close_worker()
        window.hide()
        window.deleteLater()
    qtbot.wait(1)


@pytest.fixture
def window(make_window: Callable[[], MainWindow]) -> MainWindow:
    return make_window()


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, place: Path) -> PlanView:
    window.begin(place)
    return shown(qtbot, window)


def shown(qtbot: QtBot, window: MainWindow) -> PlanView:
    """Wait until a plan is on the screen and in its file."""
    qtbot.waitUntil(lambda: window.view is not None and window.view.desk.plan is not None)
    view = window.view
    assert view is not None
    qtbot.waitUntil(lambda: view.desk.save_state.published_at is not None, timeout=20_000)
    return view


def messages(window: MainWindow) -> str:
    """Return all the sentences that stand in the window."""
    from PySide6.QtWidgets import QLabel

    return "\n".join(one.text() for one in window.messages.findChildren(QLabel))
