"""The screens of the overall plan: its four ways, a reason being written, and before any merge."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtWidgets import QWidget

from nvworkshop.session.overall import handle
from nvworkshop.session.sessions import create, open_plan
from ui.overall.bar import COUNTY, DECISIONS
from ui.overall.page import OverallPage
from ui.screenshots.plan_screens import opened, view_of
from ui.screenshots.scene import Scene
from ui.window.main_window import MainWindow

_PLAN = "overgripande.nvplan"


def overall(scene: Scene) -> QWidget:
    """Show the rows by shift, some of them decided."""
    window, _ = _shown(scene)
    return window


def overall_reason(scene: Scene) -> QWidget:
    """Show the line that asks why, for several rows."""
    window, page = _shown(scene)
    index = page.tree.indexBelow(page.tree.currentIndex())
    page.tree.setCurrentIndex(index)
    page.tree.handled.emit("kept_local")
    scene.wait(lambda: page.reason.is_asking)
    page.reason.field.setText("Rör bara Piteå och Älvsbyn")
    scene.work(10)
    return window


def overall_principal(scene: Scene) -> QWidget:
    """Show what one huvudman must do."""
    window, page = _shown(scene)
    page.show_principal("2581")
    scene.work(15)
    return window


def overall_principals(scene: Scene) -> QWidget:
    """Show every huvudman, folded."""
    window, page = _shown(scene)
    page.show_principal(None)
    scene.work(15)
    return window


def overall_decisions(scene: Scene) -> QWidget:
    """Show what each body is asked to decide."""
    window, page = _shown(scene)
    page.show_way(DECISIONS)
    scene.work(15)
    return window


def overall_county(scene: Scene) -> QWidget:
    """Show the county at a glance, with what overlaps."""
    window, page = _shown(scene)
    page.show_way(COUNTY)
    scene.work(100)
    return window


def overall_filtered(scene: Scene) -> QWidget:
    """Show what is said when a filter leaves nothing."""
    window, page = _shown(scene)
    page.bar.filter.setText("finns ingenstans")
    scene.work(15)
    return window


def overall_empty(scene: Scene) -> QWidget:
    """Show a county's plan before anything is merged."""
    name = "tom.nvplan"
    create(scene.plans / name, surroundings=scene.surroundings()).close()
    window = opened(scene, name)
    scene.actions["place.overall"].trigger()
    scene.work(15)
    return window


def _shown(scene: Scene) -> tuple[MainWindow, OverallPage]:
    _decide(scene)
    window = opened(scene, _PLAN)
    scene.actions["place.overall"].trigger()
    scene.work(20)
    page = view_of(window).places.page("overall")
    if not isinstance(page, OverallPage):
        raise TypeError("the place is something else")
    page.focus_rows()
    return window, page


def _decide(scene: Scene) -> None:
    """Choose for some rows of the sample plan, in its own copy."""
    session = open_plan(scene.plans / _PLAN, surroundings=scene.surroundings())
    ids = sorted(one.id for one in session.things("action"))
    joined = {one.text("action") for one in session.links()}
    free = [one for one in ids if one not in joined]
    handle(session, free[:7], "kept_local", "Rör bara den egna länsdelen")
    handle(session, free[7:10], "raised", "Länsdelen råder inte över pengarna")
    handle(session, free[10:12], "joint", "")
    session.publish()
    session.close()


SCREENS: Mapping[str, Callable[[Scene], QWidget]] = MappingProxyType(
    {
        "overall": overall,
        "overall-reason": overall_reason,
        "overall-principal": overall_principal,
        "overall-principals": overall_principals,
        "overall-decisions": overall_decisions,
        "overall-county": overall_county,
        "overall-filtered": overall_filtered,
        "overall-empty": overall_empty,
    }
)
