"""The screens of assignments: the register with what was reported, and the year."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import QWidget

from nvworkshop.session.reported import report_back
from nvworkshop.session.sessions import open_plan
from nvworkshop.session.year import add_event
from ui.assignments.part import REGISTER, YEAR, AssignmentsPart
from ui.followup.page import FollowUpPage
from ui.screenshots.plan_screens import opened, view_of
from ui.screenshots.scene import Scene

_PLAN = "sodra.nvplan"


def assignments(scene: Scene) -> QWidget:
    """Show assignments of several bodies; the one that is chosen has been reported twice."""
    return _part(scene, REGISTER).window()


def year(scene: Scene) -> QWidget:
    """Show a year with entries of its own, and the form of one."""
    part = _part(scene, YEAR)
    own = next(one for one in part.year.year.entries if one.is_own)
    part.year.table.go_to(own.key)
    scene.work(20)
    return part.window()


def _part(scene: Scene, way: str) -> AssignmentsPart:
    _write(scene, scene.plans / _PLAN)
    window = opened(scene, _PLAN)
    scene.actions["place.followup"].trigger()
    page = view_of(window).places.page("followup")
    if not isinstance(page, FollowUpPage):
        raise TypeError("the place is something else")
    page.show_part("assignments")
    part = page.shown
    if not isinstance(part, AssignmentsPart):
        raise TypeError("the part is something else")
    part.show_way(way)
    shown = part.register.table if way == REGISTER else part.year.table
    scene.wait(lambda: bool(shown.key))
    part.focus()
    scene.work(40)
    return part


def _write(scene: Scene, place: Path) -> None:
    """Ask for more, report something twice, and write in the year."""
    session = open_plan(place, surroundings=scene.surroundings())
    first = session.things("assignment")[0]
    today = session.surroundings.today()
    for days in (170, 9):
        told = {"date": f"{today - timedelta(days=days)}", "body": first["body"]}
        report_back(session, first.id, told)
    for title, body, reference, due in _asked(today):
        values = {"title": title, "body": body, "reference": reference, "due": due}
        session.add("assignment", values)
    add_event(session, "nationell_matdag", year=today.year)
    budget = add_event(session, "budget", year=today.year).entity
    session.set(budget, {"time": f"juni {today.year}", "body": "Regionstyrelsen"})
    session.publish()
    scene.settings.put(f"plan/{session.store.plan}/reminded", f"{today}")  # no message
    session.close()


def _asked(today: date) -> list[tuple[str, str, str, str]]:
    late, soon = f"{today - timedelta(days=12)}", f"{today + timedelta(days=9)}"
    return [
        ("Redovisa hur natten bemannas i byarna", "POLSAM", "POLSAM 2026-05-12 § 21", late),
        ("Beskriv nattpatrullens kostnad", "Kommunerna", "KS 2026-11-30 § 112", soon),
        ("Ta fram en plan för unga", "Regionstyrelsen", "Stabsplan 2018", "hösten 2027"),
        ("Rapportera om hemmonitorering", "Regionstyrelsen", "RS 181331 § 202", "våren 2027"),
    ]


SCREENS = {"assignments": assignments, "year": year}
