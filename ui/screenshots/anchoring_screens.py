"""The screens of anchoring: the chain, the versions, and points in time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from nvworkshop.session.anchoring import Level, chain, record, send
from nvworkshop.session.moments import At, Moment
from nvworkshop.session.sessions import open_plan
from nvworkshop.session.versions import freeze
from ui.anchoring.freeze_dialog import FreezeDialog
from ui.anchoring.model import Column
from ui.anchoring.page import AnchoringPage
from ui.anchoring.send_dialog import SendDialog
from ui.moments.compare_dialog import CompareDialog
from ui.moments.plan_dialog import PlanDialog
from ui.screenshots.plan_screens import opened, view_of
from ui.screenshots.scene import Scene

_OVERALL = "overgripande.nvplan"
_ANSWERS = (
    {
        "adoption": "wholly",
        "date": "2026-11-18",
        "reference": "RS § 202",
        "registry": "RS 2026-481",
    },
    {
        "adoption": "partly",
        "date": "2026-11-24",
        "reference": "KS § 112",
        "exception": "Inte åtgärd 4.",
    },
    {"answered": "2026-11-20", "answer": "Tillstyrker. Vill se en tidplan för åtgärd 2."},
    {"due": "2026-11-13"},
    {"adoption": "not_adopted", "date": "2026-11-25", "reference": "KF § 87"},
)


def anchoring(scene: Scene) -> QWidget:
    """Show the chain with answers of every kind, and the keys in a cell."""
    page = _page(scene, written=True)
    huvudman = page.table.chain.answer(12)
    if huvudman is not None:
        row = page.table.chain.row_of(huvudman.party)
        page.table.setCurrentIndex(page.table.chain.index(row, Column.STAGE))
    page.focus()
    scene.work(60)
    return page.window()


def anchoring_writing(scene: Scene) -> QWidget:
    """Show a cell that is written in, with a day that can't be read."""
    page = _page(scene, written=True)
    page.table.setCurrentIndex(page.table.chain.index(page.table.chain.rowCount() - 3, Column.DUE))
    page.table.edit(page.table.currentIndex())
    scene.work(2)
    page.table.cells.type_in("snart nog")
    page.table.cells.finish()
    scene.work(5)
    return page.window()


def anchoring_new(scene: Scene) -> QWidget:
    """Show the chain of a plan that nobody has been sent."""
    return _page(scene, written=False).window()


def versions(scene: Scene) -> QWidget:
    """Show the frozen versions."""
    page = _page(scene, written=True)
    page.side.buttons[1].click()
    scene.work(5)
    return page.window()


def versions_none(scene: Scene) -> QWidget:
    """Show what is said before there are any."""
    page = _page(scene, written=False)
    page.side.buttons[1].click()
    scene.work(5)
    return page.window()


def freezing(scene: Scene) -> QWidget:
    """Show what is asked about a version."""
    page = _page(scene, written=True)
    dialog = FreezeDialog(page.desk, scene.theme)
    return _placed(scene, dialog)


def sending(scene: Scene) -> QWidget:
    """Show what is asked about sending the plan out."""
    page = _page(scene, written=True)
    if page.chain is None:
        raise LookupError("the chain is not there yet")
    return _placed(scene, SendDialog(page.chain, page.desk, scene.theme))


def comparing(scene: Scene) -> QWidget:
    """Show what has changed since the newest version."""
    page = _page(scene, written=True)
    return _placed(scene, CompareDialog(page.desk, scene.theme))


def comparing_nothing(scene: Scene) -> QWidget:
    """Show what is said when there is nothing to choose yet."""
    page = _page(scene, written=False, name="sodra.nvplan")
    return _placed(scene, CompareDialog(page.desk, scene.theme))


def reading(scene: Scene) -> QWidget:
    """Show a frozen version as it is read."""
    page = _page(scene, written=True)
    version = page.versions.model.versions[-1]
    moment = Moment(At.VERSION, entity=version.id)
    return _placed(scene, PlanDialog(moment, page.desk, scene.theme))


def _placed(scene: Scene, dialog: QWidget) -> QWidget:
    scene.at_end.append(dialog.close)
    scene.place(dialog, whole=False)
    scene.work(40)
    return dialog


def _page(scene: Scene, *, written: bool, name: str = _OVERALL) -> AnchoringPage:
    if written:
        _write(scene, scene.plans / name)
    window = opened(scene, name)
    scene.actions["place.anchoring"].trigger()
    scene.work(60)
    page = view_of(window).places.page("anchoring")
    if not isinstance(page, AnchoringPage):
        raise TypeError("the place is something else")
    return page


def _write(scene: Scene, place: Path) -> None:
    """Freeze a version, send it out, take in answers, and change the plan since."""
    session = open_plan(place, surroundings=scene.surroundings())
    freeze(session, "0.9", state="review", note="Remissversionen.")
    everybody = [one.party for one in chain(session).answers]
    send(session, everybody[:-2], {"sent": "2026-10-20", "due": "2026-12-18"})
    principals = chain(session).of(Level.PRINCIPAL)
    for answer, values in zip(principals, _ANSWERS, strict=False):
        record(session, answer.party, values)
    action = session.things("action")[0]
    session.set(action.id, {"goal": "Alla i målgruppen har en namngiven kontakt 2027."})
    freeze(session, "1.0", state="adopted", note="Det som POLSAM fick.")
    session.set(action.id, {"function": "enhetschef hemsjukvård"})
    session.publish()
    session.close()


SCREENS = {
    "anchoring": anchoring,
    "anchoring-writing": anchoring_writing,
    "anchoring-new": anchoring_new,
    "versions": versions,
    "versions-none": versions_none,
    "version-freezing": freezing,
    "version-reading": reading,
    "plan-sending": sending,
    "moments": comparing,
    "moments-none": comparing_nothing,
}
