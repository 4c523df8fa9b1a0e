"""The parts of the place Uppföljning; each new one is a line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.theme.theme import Theme
from ui.widgets.place_part import PlacePart
from ui.window.choosing import Choosing


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its id, its name, what makes it, and the kinds of things that stand in it."""

    id: str
    text: str
    make: Callable[[Desk, Theme, Choosing, QWidget], PlacePart]
    kinds: tuple[str, ...] = ()


def _standing(desk: Desk, theme: Theme, choosing: Choosing, parent: QWidget) -> PlacePart:
    from ui.followup.standing_part import StandingPart  # when it is first shown

    return StandingPart(desk, theme, choosing, parent)


def _indicators(desk: Desk, theme: Theme, choosing: Choosing, parent: QWidget) -> PlacePart:
    from ui.indicators.part import IndicatorsPart  # when it is first shown

    return IndicatorsPart(desk, theme, choosing, parent)


def _assignments(desk: Desk, theme: Theme, choosing: Choosing, parent: QWidget) -> PlacePart:
    from ui.assignments.part import AssignmentsPart  # when it is first shown

    return AssignmentsPart(desk, theme, choosing, parent)


PARTS = (
    Part("standing", str(QT_TRANSLATE_NOOP("FollowUp", "Läget")), _standing),
    Part(
        "indicators",
        str(QT_TRANSLATE_NOOP("FollowUp", "Indikatorer")),
        _indicators,
        kinds=("indicator",),
    ),
    Part(
        "assignments",
        str(QT_TRANSLATE_NOOP("FollowUp", "Uppdrag")),
        _assignments,
        ("assignment", "event"),
    ),
)
