"""The screens of the main window: the start, and an open plan in several states."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QApplication, QWidget

from nvworkshop.session.recents import Recents
from nvworkshop.session.sessions import open_plan
from nvworkshop.session.summary import summary_of
from ui.backups.dialog import BackupsDialog
from ui.backups.history import HistoryDialog
from ui.plan.columns_dialog import ColumnsDialog
from ui.screenshots.scene import Scene
from ui.start.new_plan import NewPlanDialog
from ui.window.main_window import MainWindow
from ui.window.plan_view import PlanView

_PLAN = "sodra.nvplan"
_KNOWN = ("overgripande", "norra", "lulea_boden", "ostra", "sodra")
_CLOCK = re.compile(r"\d\d:\d\d:\d\d")


def start(scene: Scene) -> QWidget:
    """Show the start with plans opened lately."""
    recents = Recents(scene.folder)
    for name in _KNOWN:
        place = scene.plans / f"{name}.nvplan"
        session = open_plan(place, surroundings=scene.surroundings())
        recents.remember(place, summary_of(session))
        session.close()
    window = _window(scene)
    window.begin(None)
    scene.work(10)
    return window


def start_first(scene: Scene) -> QWidget:
    """Show the start as it is the first time."""
    window = _window(scene)
    window.begin(None)
    scene.work(10)
    return window


def plan(scene: Scene) -> QWidget:
    """Show a plan with its first action in the editor."""
    return opened(scene)


def plan_search(scene: Scene) -> QWidget:
    """Show a plan with few rows left by a search."""
    window = opened(scene)
    window.top_bar.search.setText("hemgång")
    scene.work(10)
    return window


def plan_nothing(scene: Scene) -> QWidget:
    """Show a plan in which nothing was found."""
    window = opened(scene)
    window.top_bar.search.setText("blockflöjt")
    scene.work(10)
    return window


def plan_several(scene: Scene) -> QWidget:
    """Show a plan with three actions chosen."""
    window = opened(scene)
    page = view_of(window).page
    page.sheet.view.choose(list(page.desk.rows["action"])[:3])
    page.show_in_editor()
    scene.work(10)
    return window


def plan_overall(scene: Scene) -> QWidget:
    """Show the plan of the county."""
    return opened(scene, "overgripande.nvplan")


def palette(scene: Scene) -> QWidget:
    """Show what is found everywhere for a few letters."""
    return _palette(scene, "samo")


def palette_empty(scene: Scene) -> QWidget:
    """Show the search over everything before something is typed."""
    return _palette(scene, "")


def save_story(scene: Scene) -> QWidget:
    """Show where the plan is saved."""
    window = opened(scene)
    story = window.top_bar.save_view.open_story()
    scene.settle()
    scene.at_end.append(story.close)
    return story


def backups(scene: Scene) -> QWidget:
    """Show the backups of a plan."""
    window = opened(scene)
    dialog = BackupsDialog(view_of(window).desk, scene.theme)
    scene.at_end.append(dialog.close)
    scene.place(dialog, whole=False)
    scene.work(20)
    return dialog


def history(scene: Scene) -> QWidget:
    """Show the history of one action."""
    window = opened(scene)
    view = view_of(window)
    dialog = HistoryDialog(view.desk, scene.theme, view.page.selected_ids()[0])
    scene.at_end.append(dialog.close)
    scene.place(dialog, whole=False)
    scene.work(20)
    return dialog


def columns(scene: Scene) -> QWidget:
    """Show what columns there are to choose."""
    window = opened(scene)
    scene.actions["view.columns"].trigger()
    scene.work(2)
    dialog = window.findChildren(ColumnsDialog)[0]
    scene.at_end.append(dialog.close)
    return dialog


def new_plan(scene: Scene) -> QWidget:
    """Show what is asked for a new plan."""
    window = _window(scene)
    return scene.place(NewPlanDialog(window.choosing, scene.theme, window), whole=False)


def _palette(scene: Scene, typed: str) -> QWidget:
    window = opened(scene)
    scene.actions["edit.palette"].trigger()
    window.commands.palette.line.setText(typed)
    scene.work(10)
    return window


def _window(scene: Scene) -> MainWindow:
    window = MainWindow(scene.actions, scene.theme, scene.settings, scene.surroundings)
    scene.place(window)
    scene.at_end.append(lambda: _leave(scene, window))
    return window


def opened(scene: Scene, name: str = _PLAN) -> MainWindow:
    """Return a window with a plan open, and kept."""
    window = _window(scene)
    for other in scene.plans.glob("*.nvplan"):
        if other.name != name:
            other.unlink()  # a plan alone in its folder is offered nothing
    window.begin(scene.plans / name)
    scene.wait(lambda: window.view is not None and window.view.desk.plan is not None)
    scene.wait(lambda: bool(_CLOCK.search(window.top_bar.save_view.text())))
    scene.work(10)
    return window


def view_of(window: MainWindow) -> PlanView:
    """Return the plan that is open in a window."""
    view = window.view
    if view is None:
        raise LookupError("no plan is open")
    return view


def _leave(scene: Scene, window: MainWindow) -> None:
    """Close the plan, and what works for the window."""
    if window.view is not None:
        desk = window.view.desk
        gone: list[bool] = []
        desk.closed.connect(lambda _: gone.append(True))
        window.close_plan()
        scene.wait(lambda: bool(gone))
    window.start.close_worker()
    window.deleteLater()
    QApplication.processEvents()
