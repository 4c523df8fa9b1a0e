"""The screens of merging: before anything is merged, and what there is to decide after."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.session.sessions import create
from ui.merge.page import MergePage
from ui.screenshots.plan_screens import opened, view_of
from ui.screenshots.scene import Scene
from ui.window.main_window import MainWindow

_SOURCES = ("sodra", "sodra-annan-dator", "ostra", "lulea_boden", "norra-skadad")


def empty(scene: Scene) -> QWidget:
    """Show the place in an overall plan that holds nothing yet."""
    return _shown(scene)


def conflicts(scene: Scene) -> QWidget:
    """Show the conflicts of four länsdelar, a copy and a damaged file."""
    window = _merged(scene)
    page_of(window).show_tab("conflicts")
    scene.work(15)
    return window


def news(scene: Scene) -> QWidget:
    """Show what was new."""
    window = _merged(scene)
    page_of(window).show_tab("news")
    scene.work(15)
    return window


def receipts(scene: Scene) -> QWidget:
    """Show the receipt, and what taking the merge back would mean."""
    window = _merged(scene)
    page_of(window).show_tab("receipts")
    scene.work(15)
    page_of(window).receipts.taking.ask.click()
    scene.work(15)
    return window


def _merged(scene: Scene) -> MainWindow:
    window = _shown(scene)
    page = page_of(window)
    page.merge([SAMPLE_PLANS / f"{one}.nvplan" for one in _SOURCES])
    scene.wait(lambda: not page.merging.is_under_way)
    scene.work(25)
    return window


def _shown(scene: Scene) -> MainWindow:
    name = "lanet.nvplan"
    around = scene.surroundings()
    place = scene.plans / name
    place.unlink(missing_ok=True)
    create(place, surroundings=around, title="Länets plan 2027").close()
    window = opened(scene, name)
    scene.actions["place.merge"].trigger()
    scene.work(15)
    return window


def page_of(window: MainWindow) -> MergePage:
    """Return the place of a window."""
    page = view_of(window).places.page("merge")
    if not isinstance(page, MergePage):
        raise TypeError("the place is something else")
    return page


SCREENS = {
    "merge-empty": empty,
    "merge": conflicts,
    "merge-news": news,
    "merge-receipts": receipts,
}
