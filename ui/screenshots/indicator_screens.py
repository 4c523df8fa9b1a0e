"""The screens of indicators: how one stands, and a value that is being written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtWidgets import QWidget

from ui.followup.page import FollowUpPage
from ui.indicators.detail_view import VALUES
from ui.indicators.measure_model import VALUE
from ui.indicators.part import IndicatorsPart
from ui.screenshots.plan_screens import opened, view_of
from ui.screenshots.scene import Scene


def standing(scene: Scene) -> QWidget:
    """Show the indicators of a plan, one of them with its picture."""
    part = _part(scene)
    part.list.go_to(2)
    scene.wait(lambda: part.detail.standing.picture.is_drawn)
    part.focus()
    scene.work(10)
    return part.window()


def writing(scene: Scene) -> QWidget:
    """Show the values of one, with a cell that can't be read."""
    part = _part(scene)
    part.list.go_to(2)
    scene.wait(lambda: part.detail.values.table.values.indicator == part.list.key)
    part.detail.show_tab(VALUES)
    table = part.detail.values.table
    table.setCurrentIndex(table.values.index(1, VALUE))
    table.edit(table.currentIndex())
    scene.work(2)
    table.cells.type_in("ungefär 70")
    table.cells.finish()
    scene.work(5)
    return part.window()


def _part(scene: Scene) -> IndicatorsPart:
    window = opened(scene, "ostra.nvplan")
    scene.actions["place.followup"].trigger()
    scene.work(20)
    page = view_of(window).places.page("followup")
    if not isinstance(page, FollowUpPage):
        raise TypeError("the place is something else")
    page.show_part("indicators")
    part = page.part("indicators")
    if not isinstance(part, IndicatorsPart):
        raise TypeError("the part is something else")
    scene.wait(lambda: len(part.shown) > 2)  # noqa: PLR2004 - the third is shown
    return part


SCREENS: Mapping[str, Callable[[Scene], QWidget]] = MappingProxyType(
    {"indicators": standing, "indicators-writing": writing}
)
