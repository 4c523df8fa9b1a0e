"""The checks of what is seen, with windows on a screen that nobody sees."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QLibraryInfo
from PySide6.QtWidgets import QWidget

from ui.screenshots.plan_screens import opened, view_of
from ui.screenshots.scene import Scene
from ui.screenshots.screens import SCREENS
from ui.screenshots.taking import LOOKS, Screen, ready
from ui.speaking import QtInSwedish
from ui.window.places import INCOMING, OVERALL, PLACES

Check = tuple[str, Callable[[], None]]

DIALOGS = (
    "start-first", "new-plan", "about", "settings", "bug", "help", "palette", "columns", "backups",
    "history", "version-freezing", "moments", "workshop-new", "leading-shift", "room-cards",
)  # fmt: skip
"""Screens that no place shows: a dialog of each kind, and both windows of a workshop."""

_PLANS = ("sodra.nvplan", "overgripande.nvplan")


def window_checks() -> Iterator[Check]:
    """Yield what is tried."""
    yield "Qt visar fönster, på svenska", _swedish
    for name in _PLANS:
        yield f"Alla platser i {name}", partial(_drawn, partial(_places, name))
    for name in DIALOGS:
        yield f"Fönstret {name}", partial(_drawn, SCREENS[name])


def _swedish() -> None:
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not QtInSwedish().load("qtbase_sv", folder):
        raise AssertionError(f"qtbase_sv saknas i {folder}")


def _drawn(screen: Screen) -> None:
    """Draw a screen; raise what went wrong in it, also where Qt called."""
    with _heard() as errors, ready(screen, LOOKS[0]) as (widget, _):
        picture = widget.grab().toImage()
    if errors:
        raise errors[0]
    if picture.isNull() or picture.allGray():
        raise AssertionError("ingenting syns")


@contextmanager
def _heard() -> Iterator[list[BaseException]]:
    """Keep the errors that have nobody to catch them."""
    errors: list[BaseException] = []
    before = sys.excepthook
    sys.excepthook = lambda _kind, error, _trace: errors.append(error)
    try:
        yield errors
    finally:
        sys.excepthook = before


def _places(name: str, scene: Scene) -> QWidget:
    """Show every place that the plan has, one after another."""
    window = opened(scene, name)
    view = view_of(window)
    ids = [one.id for one in PLACES if one.needs in ("", OVERALL if "over" in name else "")]
    for place in (*ids, INCOMING):
        view.show_place(place)
        scene.work(5)
        if window.grab().isNull() or view.places.shown.size().isEmpty():
            raise AssertionError(f"{place} visades inte")
    return window
