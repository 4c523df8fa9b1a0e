"""The screens before a workshop: the start of its place, a new one, and one being prepared."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nvworkshop.session import ideas, workshops
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create, open_plan
from nvworkshop.session.workshops import Planned
from nvworkshop.workshop.clock import Progress
from ui.screenshots.plan_screens import opened, view_of
from ui.screenshots.scene import Scene
from ui.window.main_window import MainWindow
from ui.workshop.cards_dialog import CardsDialog
from ui.workshop.new_workshop import NewWorkshopDialog
from ui.workshop.page import WorkshopPage

_PLAN = "workshop.nvplan"
_COMING = (
    ("enhetschef hemtjänst", "2518"),
    ("distriktssköterska", "region"),
    ("rektor", "2583"),
)


def lobby(scene: Scene) -> QWidget:
    """Show a plan with a workshop going on, one planned and one ended."""
    _prepare(scene)
    window, page = _shown(scene)
    page.lobby.focus()
    return window


def lobby_empty(scene: Scene) -> QWidget:
    """Show what is said of a plan without workshops."""
    _plan(scene).close()
    return _shown(scene)[0]


def new_workshop(scene: Scene) -> QWidget:
    """Show what is asked for a new workshop, with a time that can't be read."""
    _plan(scene).close()
    window, _ = _shown(scene)
    dialog = NewWorkshopDialog(view_of(window).desk, scene.theme)
    dialog.form.lines["date"].setText("14 maj")
    dialog.form.lines["starts"].setText("efter lunch")
    dialog.form.check()
    return _over(scene, dialog)


def preparing(scene: Scene) -> QWidget:
    """Show a workshop being prepared."""
    workshop = _prepare(scene)
    window, page = _shown(scene)
    page.prepare(workshop)
    scene.work(5)
    return window


def cards(scene: Scene) -> QWidget:
    """Show where paper cards are typed back."""
    workshop = _prepare(scene)
    window, _ = _shown(scene)
    dialog = CardsDialog(view_of(window).desk, workshop, scene.theme)
    dialog.text.setPlainText("12 Gemensam rutin för hemgång @h\n13 Prover på servicepunkten")
    return _over(scene, dialog)


def _over(scene: Scene, dialog: QWidget) -> QWidget:
    scene.at_end.append(dialog.close)
    scene.place(dialog, whole=False)
    scene.work(5)
    return dialog


def _plan(scene: Scene) -> Session:
    place = scene.plans / _PLAN
    around = scene.surroundings()
    create(place, surroundings=around, county_part="ostra").close()
    return open_plan(place, surroundings=around)


def _prepare(scene: Scene) -> str:
    """Make three workshops; return the one that is planned."""
    session = _plan(scene)
    now = session.surroundings.now().timestamp()
    year = session.surroundings.today().year
    parties = ("2518", "2583", "2513", "2514", "region")
    gone, on, planned = (
        workshops.make(
            session, Planned("half_day", day, "13.00", "Folkets Hus", "", title, parties, _COMING)
        ).entity
        for day, title in (
            (f"{year - 1}-11-20", "Första workshopen"),
            (f"{year}-05-14", "Workshop i Östra"),
            (f"{year}-09-10", "Uppföljning i Östra"),
        )
    )
    agenda = workshops.agenda(session.thing(on))
    workshops.set_progress(session, on, Progress(agenda[4].id).go(agenda[4].id, now).pause(now))
    workshops.set_progress(session, gone, Progress(agenda[-1].id, ended=True))
    ideas.keep(session, "Ring upp dagen efter hemgång", agenda[4], on)
    session.publish()
    session.close()
    return planned


def _shown(scene: Scene) -> tuple[MainWindow, WorkshopPage]:
    window = opened(scene, _PLAN)
    scene.actions["place.workshop"].trigger()
    scene.work(10)
    page = view_of(window).places.page("workshop")
    if not isinstance(page, WorkshopPage):
        raise TypeError("the place is something else")
    return window, page
