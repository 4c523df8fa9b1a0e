"""The screens of joint actions: possible duplicates, making one of them, and those there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nvworkshop.session.gathering import gathered_in
from nvworkshop.session.joining import mark_read
from nvworkshop.session.sessions import create, open_plan
from ui.desk import Desk
from ui.merge.joint_view import JointView
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


def joint(scene: Scene) -> QWidget:
    """Show a joint action of which an original has changed since."""
    return _joint(scene).window()


def joint_add(scene: Scene) -> QWidget:
    """Show the line to search for one more action in."""
    view = _joint(scene)
    view.open_adding()
    view.detail.adding.line.setText("vård")
    view.detail.adding.look()
    scene.work(2)
    return view.window()


def joint_none(scene: Scene) -> QWidget:
    """Show what is said where there is no joint action."""
    view = JointView(_desk(scene, "sodra.nvplan"), scene.theme)
    _place(scene, view)
    view.refresh()
    scene.wait(lambda: not view.empty.isHidden() and bool(view.empty.title.text()))
    return view.window()


def _joint(scene: Scene) -> JointView:
    place = scene.plans / "overgripande.nvplan"
    session = open_plan(place, surroundings=scene.surroundings())
    read = gathered_in(session)[1]
    mark_read(session, read.thing.id)  # the plan is older than the reading is
    session.set(read.originals[0].id, {"goal": "Samma bemanning på alla filialer i länet."})
    session.publish()
    session.close()
    view = JointView(_desk(scene, place.name), scene.theme)
    _place(scene, view)
    view.refresh()
    scene.wait(lambda: bool(view.all))
    view.list.go_to(1)
    view.focus()
    scene.work(2)
    return view


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
        "joining-joint": joint,
        "joining-joint-add": joint_add,
        "joining-joint-none": joint_none,
    }
)
