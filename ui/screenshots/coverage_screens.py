"""The screens of coverage: the map in the window in several states, and the map of the room."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nvworkshop.session.sessions import create, open_plan
from nvworkshop.workshop.coverage import cover
from ui.coverage.page import CoveragePage
from ui.coverage.room_map import CoverageMap
from ui.screenshots.plan_screens import opened, view_of
from ui.screenshots.scene import Scene
from ui.window.main_window import MainWindow


def coverage(scene: Scene) -> QWidget:
    """Show the map with the keys in a cell without actions."""
    window = _shown(scene)
    page = _page(window)
    page.map.setCurrentIndex(page.map.map.index(1, 0))
    scene.work(2)
    return window


def coverage_principals(scene: Scene) -> QWidget:
    """Show which huvudman has something in which shift, in the plan of the county."""
    window = _shown(scene, "overgripande.nvplan")
    _page(window).choosing.axes.buttons[1].click()
    scene.work(2)
    return window


def coverage_empty(scene: Scene) -> QWidget:
    """Show what is said of a plan without actions."""
    name = "ny.nvplan"
    around = scene.surroundings()
    create(scene.plans / name, surroundings=around, county_part="ostra").close()
    return _shown(scene, name)


def coverage_room(scene: Scene) -> QWidget:
    """Show the map as the room sees it."""
    session = open_plan(scene.plans / "ostra.nvplan", surroundings=scene.surroundings())
    actions, ratings = session.things("action"), session.things("self_rating")
    made = cover(actions, session.strategy, ratings=ratings, county_part="ostra")
    session.close()
    shown = CoverageMap(scene.theme)
    shown.show_coverage(made)
    return scene.place(shown)


def _shown(scene: Scene, name: str = "sodra.nvplan") -> MainWindow:
    window = opened(scene, name)
    scene.actions["place.coverage"].trigger()
    scene.work(15)
    return window


def _page(window: MainWindow) -> CoveragePage:
    page = view_of(window).places.page("coverage")
    if not isinstance(page, CoveragePage):
        raise TypeError("the place is something else")
    return page
