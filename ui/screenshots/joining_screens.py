"""The screens of joint actions: possible duplicates, making one of them, and those there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nvworkshop.session.sessions import create
from ui.desk import Desk
from ui.merge.suggestions_view import SuggestionsView
from ui.screenshots.scene import Scene
from ui.widgets.style import set_role

_BESIDE, _ABOVE = 296, 100
"""Pixels that the rest of the window takes, beside and above."""


def suggestions(scene: Scene) -> QWidget:
    """Show the first group, with descriptions."""
    view = _suggestions(scene)
    view.focus()
    view.detail.toggle_descriptions()
    scene.work(2)
    return view.window()


def suggestions_three(scene: Scene) -> QWidget:
    """Show a group of which some are in a joint action, one not ticked."""
    view = _suggestions(scene)
    view.list.go_to(next(n for n, one in enumerate(view.groups) if one.joint))
    view.focus()
    view.detail.toggle(2)
    scene.work(2)
    return view.window()


def suggestions_form(scene: Scene) -> QWidget:
    """Show the making of a joint action."""
    view = _suggestions(scene)
    view.list.go_to(1)
    view.open_form()
    scene.wait(lambda: view.form.is_whole)
    scene.work(2)
    return view.window()


def suggestions_form_own(scene: Scene) -> QWidget:
    """Show one's own words being written."""
    window = suggestions_form(scene)
    view = window.findChild(SuggestionsView)
    if isinstance(view, SuggestionsView):
        view.form.boxes[1].write_own()
        scene.work(2)
    return window


def suggestions_none(scene: Scene) -> QWidget:
    """Show what is said of a plan with nothing to compare."""
    name = "ny.nvplan"
    create(scene.plans / name, surroundings=scene.surroundings()).close()
    return _suggestions(scene, name, lambda view: not view.empty.isHidden()).window()


def _suggestions(
    scene: Scene,
    name: str = "overgripande.nvplan",
    ready: Callable[[SuggestionsView], bool] = lambda view: bool(view.groups),
) -> SuggestionsView:
    desk = _desk(scene, name)
    view = SuggestionsView(desk, scene.theme)
    _place(scene, view)
    view.refresh()
    scene.wait(lambda: ready(view) and view.comparing.is_done)
    scene.work(2)
    return view


def _desk(scene: Scene, name: str) -> Desk:
    desk = Desk(scene.plans / name, scene.surroundings())
    desk.open()
    scene.wait(lambda: desk.plan is not None)
    closed: list[object] = []
    desk.closed.connect(closed.append)

    def _end() -> None:
        desk.finish()
        scene.wait(lambda: bool(closed))
        desk.deleteLater()

    scene.at_end.append(_end)
    return desk


def _place(scene: Scene, view: QWidget) -> None:
    """Show the view with as much room as it has in the window."""
    around = QWidget()
    set_role(around, "ground")
    lines = QVBoxLayout(around)
    lines.setContentsMargins(_BESIDE, _ABOVE, 12, 12)
    lines.addWidget(view)
    scene.at_end.append(around.deleteLater)
    scene.at_end.append(around.close)
    scene.place(around)


SCREENS: Mapping[str, Callable[[Scene], QWidget]] = MappingProxyType(
    {
        "joining-suggestions": suggestions,
        "joining-suggestions-part": suggestions_three,
        "joining-form": suggestions_form,
        "joining-form-own": suggestions_form_own,
        "joining-suggestions-none": suggestions_none,
    }
)
