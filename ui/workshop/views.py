"""Which view the recorder has in which step; each is made when it is first needed."""

from __future__ import annotations

import sys
from importlib import import_module

from PySide6.QtWidgets import QWidget

from nvworkshop.workshop.steps import StepType
from ui.theme.theme import Theme
from ui.workshop.room import Room
from ui.workshop.step_view import StepView

_VIEWS = {
    StepType.WELCOME: ("text_step", "TextStep"),
    StepType.VISION: ("capture_step", "CaptureStep"),
    StepType.FLOWS: ("capture_step", "CaptureStep"),
    StepType.RATING: ("rating_step", "RatingStep"),
    StepType.SHIFT: ("capture_step", "CaptureStep"),
    StepType.PREREQUISITE: ("capture_step", "CaptureStep"),
    StepType.PRIORITISE: ("prioritise_step", "PrioritiseStep"),
    StepType.ACTIONS: ("actions_step", "ActionsStep"),
    StepType.CHECK: ("check_step", "CheckStep"),
    StepType.FOLLOW_UP: ("follow_up_step", "FollowUpStep"),
    StepType.READ_BACK: ("read_back_step", "ReadBackStep"),
    StepType.CLOSE: ("read_back_step", "ReadBackStep"),
    StepType.BREAK: ("text_step", "TextStep"),
    StepType.FREE: ("capture_step", "CaptureStep"),
}
"""Module in this package, and its class. Steps with the same view share it."""


def view_of(kind: StepType) -> tuple[str, str]:
    """Return what tells one view from another."""
    return _VIEWS[kind]


def load_one() -> bool:
    """Load a view that is not loaded yet; tell whether there was one. Each takes its time."""
    for module, _ in _VIEWS.values():
        name = f"ui.workshop.{module}"
        if name not in sys.modules:
            import_module(name)
            return True
    return False


def made_view(kind: StepType, room: Room, theme: Theme, parent: QWidget) -> StepView:
    """Make the view of a kind of step."""
    module, name = _VIEWS[kind]
    made: StepView = getattr(import_module(f"ui.workshop.{module}"), name)(room, theme, parent)
    return made
