"""The screens of following up: the county's figures, and what has happened between two days."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.followup.page import FollowUpPage
from ui.followup.standing_part import StandingPart
from ui.screenshots.plan_screens import opened, view_of
from ui.screenshots.scene import Scene


def followup(scene: Scene) -> QWidget:
    """Show how the county's plan stands."""
    return _part(scene).window()


def followup_moved(scene: Scene) -> QWidget:
    """Show what has happened since a day that was typed, and the timeline beneath."""
    part = _part(scene)
    moved = part.moved
    moved.way.buttons[1].click()
    moved.first.setEditText("2026-10-20")
    moved.asked.emit()
    scene.wait(lambda: bool(moved.chips))
    scene.work(3)
    bar = part.area.verticalScrollBar()
    bar.setValue(bar.maximum())
    scene.work(2)
    return part.window()


def _part(scene: Scene) -> StandingPart:
    window = opened(scene, "overgripande.nvplan")
    scene.actions["place.followup"].trigger()
    page = view_of(window).places.page("followup")
    if not isinstance(page, FollowUpPage):
        raise TypeError("the place is something else")
    part = page.part("standing")
    if not isinstance(part, StandingPart):
        raise TypeError("the part is something else")
    scene.wait(lambda: part.period is not None)
    scene.work(5)
    return part


SCREENS = {"followup": followup, "followup-moved": followup_moved}
