"""The program as a window: starts Qt, makes the one main window, and sees to that nothing is lost.

Sleep, logging off, a closed lid and a killed session all end in the same two steps: what is being
typed is kept, and the plan file is written.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from nvworkshop.places import home
from ui.actions import Actions
from ui.aloud import install
from ui.collecting import Collector
from ui.settings import Settings
from ui.single import OneProgram
from ui.speaking import Speaker
from ui.theme.theme import Theme
from ui.window.keys_kept import KeptKeys
from ui.window.main_window import MainWindow
from ui.window.switching import Switching

if TYPE_CHECKING:
    from nvworkshop.session.surroundings import Surroundings

SETTINGS = "settings.json"


def run(files: Sequence[str] = ()) -> int:
    """Open the window, with a plan file or without; return the exit code."""
    app = Program([*sys.argv[:1], "-style", "Fusion"])  # asking Qt for its style costs 5 ms
    _name(app)
    folder = home()
    place = Path(files[0]) if files else None
    one = OneProgram(folder)
    if one.handed_over(place):
        return 0
    window = build(folder)
    one.asked.connect(window.on_second_start)
    collector = Collector(app)
    window.plan_shown.connect(collector.set_aside)
    window.plan_gone.connect(collector.take_back)
    window.seen.connect(partial(_begin, app, window, place, one))
    window.appear()
    try:
        return app.exec()
    finally:
        collector.release()
        one.close()


def _begin(app: Program, window: MainWindow, place: Path | None, one: OneProgram) -> None:
    """Do what can wait until the window is seen."""
    from ui.dialogs.bug import BugReporter
    from ui.guards import Guards

    BugReporter(window.theme, window).install()
    window.begin(place)
    guards = Guards(app, window)
    app.aboutToQuit.connect(guards.release)
    one.listen()


def _name(app: QApplication) -> None:
    app.setApplicationName("NV Workshop")
    app.setOrganizationName("nvworkshop")
    app.setDesktopFileName("nvworkshop")
    QGuiApplication.setQuitOnLastWindowClosed(False)  # the plan file is written first


def build(folder: Path) -> MainWindow:
    """Make the window and what it needs; `show` and `begin` it."""
    install()
    settings = Settings(folder / SETTINGS)
    speaker = Speaker(QApplication.instance())
    speaker.speak(settings.language)
    theme = Theme(settings)
    actions = Actions(theme)

    def surroundings() -> Surroundings:
        from nvworkshop.session.surroundings import Surroundings  # when a plan is opened

        return Surroundings(function=settings.function)

    window = MainWindow(actions, theme, settings, surroundings)
    Switching(window, speaker.speak)
    KeptKeys(window, lambda: (window.view or window.start).focus())  # noqa: PLW0108 (as it is by then)
    return window


class Program(QApplication):
    """The application; some systems send a double-clicked file to it as an event."""

    file_asked = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Tell of a file to open."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_asked.emit(event.file())
            return True
        return super().event(event)
