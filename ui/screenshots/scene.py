"""What a screen is drawn with: a look, sample plans in a folder of their own, and patience."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QSize
from PySide6.QtWidgets import QApplication, QWidget

from nvworkshop.language import SOURCE
from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.session.surroundings import Surroundings
from ui.actions import Actions
from ui.aloud import install
from ui.settings import Settings
from ui.theme.theme import Theme

_PATIENCE = 30.0
"""Seconds to wait for what a screen waits for."""

_BEAT = 0.02


@dataclass(frozen=True, slots=True)
class Look:
    """One way to see the program: scheme, size in pixels, per cent of text, and language."""

    scheme: str
    size: tuple[int, int]
    text: int = 100
    language: str = SOURCE

    @property
    def name(self) -> str:
        """The look as part of a file's name."""
        wide, high = self.size
        larger = f"-text{self.text}" if self.text != 100 else ""  # noqa: PLR2004 (ordinary)
        spoken = f"-{self.language}" if self.language != SOURCE else ""
        return f"{self.scheme}-{wide}x{high}{larger}{spoken}"


class Scene:
    """A program dressed for one picture, in a folder nobody else has."""

    def __init__(self, look: Look, folder: Path) -> None:
        """Copy the sample plans and dress the program."""
        install()
        self.look = look
        self.plans = folder / "Planer"
        self.plans.mkdir(parents=True)
        for plan in SAMPLE_PLANS.glob("*.nvplan"):
            shutil.copyfile(plan, self.plans / plan.name)
        self.settings = Settings(folder / "settings.json")
        self.settings.put("look/scheme", look.scheme)
        self.settings.put("look/text_size", look.text)
        self.theme = Theme(self.settings)
        self.actions = Actions(self.theme)
        self.actions.show_icons()
        self.folder = folder
        self.at_end: list[Callable[[], object]] = []

    def surroundings(self) -> Surroundings:
        """Return what the program needs from outside."""
        return Surroundings(device="Workshopdatorn", home=lambda: self.folder)

    def place(self, widget: QWidget, *, whole: bool = True) -> QWidget:
        """Show the widget on a screen of the look's size; `whole` fills it."""
        wanted = QSize(*self.look.size)
        fits = [one for one in QApplication.screens() if one.size() == wanted]
        if fits:
            widget.setScreen(fits[0])
            widget.move(fits[0].geometry().topLeft())
        if whole:
            widget.resize(wanted)
        widget.show()
        self.settle()
        return widget

    def wait(self, until: Callable[[], bool]) -> None:
        """Let the program work until something holds; TimeoutError when it never does."""
        end = time.monotonic() + _PATIENCE
        while not until():
            if time.monotonic() > end:
                raise TimeoutError(f"waited {_PATIENCE:.0f} s in {self.look.name}")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
        self.settle()

    def work(self, times: int) -> None:
        """Let threads answer and timers ring, so many times twenty milliseconds."""
        for _ in range(times):
            time.sleep(_BEAT)
            self.settle()

    def settle(self) -> None:
        """Let what is asked for be done: layouts, icons, first paints."""
        for _ in range(5):
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QApplication.processEvents()

    def close(self) -> None:
        """End what was begun and undress the program."""
        for end in reversed(self.at_end):
            end()
        self.actions.deleteLater()
        self.theme.deleteLater()
        self.settle()
