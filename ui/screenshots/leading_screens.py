"""The recorder's screens, step by step, with a sample plan's own workshop."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from PySide6.QtWidgets import QWidget

from nvworkshop.session import workshops
from nvworkshop.session.live import Delta
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.session.workshops import Planned
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
    leading.room.reopen()  # the sample has ended
    leading.room.go(name)
    leading.room.show_voting(voting=voting)
    scene.work(10)
    return window


def follow_up(scene: Scene) -> QWidget:
    """Show an action that is followed up."""
    window = opened(scene, _PLAN)
    view = view_of(window)
    made: list[Delta] = []
    planned = Planned("follow_up_30", date="2026-11-12")
    view.desk.edit(partial(_made, planned), made.append)
    scene.work(10)
    view.show_place("workshop")
    page = view.places.page("workshop")
    if not isinstance(page, WorkshopPage):
        raise TypeError("the place is another")
    page.lead(made[0].entity)
    scene.at_end.append(page.close_place)
    if page.leading is None:
        raise LookupError("no workshop is led")
    page.leading.room.go("follow_up")
    scene.work(10)
    return window


def _made(planned: Planned, session: Session) -> Outcome:
    return workshops.make(session, planned)


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
        "leading-follow-up": follow_up,
        "leading-check": partial(step, name="check"),
        "leading-read-back": partial(step, name="read_back"),
        "minutes": minutes,
    }
)
