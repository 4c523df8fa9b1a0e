"""The checks of what is seen, with windows on a screen that nobody sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLibraryInfo
from PySide6.QtWidgets import QWidget

from ui.app import QtInSwedish
from ui.screenshots.plan_screens import opened, view_of
from ui.screenshots.scene import Scene
from ui.screenshots.screens import SCREENS
from ui.screenshots.taking import LOOKS, Screen, draw
from ui.window.places import INCOMING, OVERALL, PLACES

Check = tuple[str, Callable[[], None]]

DIALOGS = (
    "start-first", "new-plan", "about", "settings", "bug", "help", "palette", "columns", "backups",
    "history", "version-freezing", "moments", "workshop-new", "leading-shift", "room-cards",
)  # fmt: skip
"""Screens that no place shows: a dialog of each kind, and both windows of a workshop."""

_PLANS = ("sodra.nvplan", "overgripande.nvplan")


def window_checks(folder: Path) -> Iterator[Check]:
    """Yield what is tried."""
    pictures = folder / "bilder"
    pictures.mkdir()
    yield "Qt visar fönster, på svenska", _swedish
    for name in _PLANS:
        yield f"Alla platser i {name}", partial(_drawn, partial(_places, name), pictures)
    for name in DIALOGS:
        yield f"Fönstret {name}", partial(_drawn, SCREENS[name], pictures)


def _swedish() -> None:
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not QtInSwedish().load("qtbase_sv", folder):
        raise AssertionError(f"qtbase_sv saknas i {folder}")


def _drawn(screen: Screen, pictures: Path) -> None:
    """Draw a screen, and tell what is wrong in it."""
    place = pictures / f"{len(list(pictures.iterdir()))}.png"
    wrong = draw(screen, LOOKS[0], place)
    if wrong:
        raise AssertionError("; ".join(wrong[:3]))
    if not place.is_file():
        raise AssertionError("ingen bild blev gjord")


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
