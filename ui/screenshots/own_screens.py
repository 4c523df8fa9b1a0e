"""The screens of a huvudman's own plan: its part of the county's, and what is let out of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from PySide6.QtWidgets import QWidget

from nvworkshop.session.own_plan import add_row, create_own, errands
from nvworkshop.session.sessions import open_plan
from ui.own.sharing import ShareDialog
from ui.screenshots.plan_screens import opened, view_of
from ui.screenshots.scene import Scene
from ui.window.main_window import MainWindow

_PLAN, _OWN, _PITEA = "overgripande.nvplan", "egen.nvplan", "2581"
_ROWS = (
    ("Nytt rutschema i hemsjukvården från februari", "pågår", True),
    ("Samverka med facket om schemat", "klar", True),
    ("Flytta två tjänster mellan enheterna", "pågår", False),
)


def own_part(scene: Scene) -> QWidget:
    """Show what the huvudman has to do, with own rows and white spots."""
    return _shown(scene)


def own_share(scene: Scene) -> QWidget:
    """Show what goes out before it goes."""
    window = _shown(scene)
    dialog = ShareDialog(view_of(window).desk, scene.theme, window.choosing, window)
    dialog.open()
    scene.wait(dialog.save.isEnabled)
    return dialog


def _shown(scene: Scene) -> MainWindow:
    _make(scene)
    window = opened(scene, _OWN)
    scene.actions["place.own_plan"].trigger()
    scene.work(20)
    return window


def _make(scene: Scene) -> None:
    """Make the own plan of the sample plan, with three own rows."""
    whole = open_plan(scene.plans / _PLAN, surroundings=scene.surroundings())
    own = create_own(whole, _PITEA, scene.plans / _OWN)
    first = next(one.thing.id for one in errands(own) if one.thing)
    for title, status, shared in _ROWS:
        row = add_row(own, first, title).entity
        own.set(row, {"status": status, "shared": shared, "function": "enhetschef"})
    own.publish()
    own.close()
    whole.close()


SCREENS: Mapping[str, Callable[[Scene], QWidget]] = MappingProxyType(
    {"own-part": own_part, "own-share": own_share}
)
