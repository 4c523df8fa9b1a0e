"""The recorder's screens, step by step, with a sample plan's own workshop."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from PySide6.QtWidgets import QWidget

from ui.screenshots.plan_screens import opened, view_of
from ui.screenshots.scene import Scene
from ui.workshop.minutes_dialog import MinutesDialog
from ui.workshop.page import WorkshopPage

_PLAN = "ostra.nvplan"


def step(scene: Scene, name: str, *, voting: bool = True) -> QWidget:
    """Show one step of the workshop as the one who writes sees it."""
    window = opened(scene, _PLAN)
    view = view_of(window)
    view.show_place("workshop")
    page = view.places.page("workshop")
    if not isinstance(page, WorkshopPage):
        raise TypeError("the place is another")
    page.lead(next(iter(view.desk.rows["workshop"])))
    scene.at_end.append(page.close_place)
    leading = page.leading
    if leading is None:
        raise LookupError("no workshop is led")
    leading.room.go(name)
    leading.room.show_voting(voting=voting)
    scene.work(10)
    return window


def minutes(scene: Scene) -> QWidget:
    """Show the minutes of the workshop."""
    window = opened(scene, _PLAN)
    desk = view_of(window).desk
    workshop = next(iter(desk.rows["workshop"]))
    dialog = MinutesDialog(desk, workshop, scene.theme, window)
    scene.at_end.append(dialog.close)
    scene.place(dialog, whole=False)
    scene.work(10)
    return dialog


SCREENS: Mapping[str, Callable[[Scene], QWidget]] = MappingProxyType(
    {
        "leading-welcome": partial(step, name="welcome"),
        "leading-shift": partial(step, name="shift-R4"),
        "leading-rating": partial(step, name="rating"),
        "leading-votes": partial(step, name="prioritise"),
        "leading-matrix": partial(step, name="prioritise", voting=False),
        "leading-actions": partial(step, name="actions"),
        "leading-check": partial(step, name="check"),
        "leading-read-back": partial(step, name="read_back"),
        "minutes": minutes,
    }
)
