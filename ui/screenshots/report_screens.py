"""The screens of reports: one to look at, one that lacks something, a template that is wrong."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from nvworkshop.session.reporting import ExportResult, ready_templates
from nvworkshop.session.sessions import create
from ui.reports.page import ReportsPage
from ui.screenshots.plan_screens import opened, view_of
from ui.screenshots.scene import Scene


def reports(scene: Scene) -> QWidget:
    """Show the whole plan as a document."""
    return _page(scene, "handlingsplan").window()


def reports_huvudman(scene: Scene) -> QWidget:
    """Show the page of one huvudman, just saved."""
    page = _page(scene, "huvudman", name="overgripande.nvplan")
    place = Path("Rapporter") / f"{page.name.text()} – Piteå kommun – 2026-11-30.docx"
    page.doing.saving.saved.emit(ExportResult(place, 7, 7))
    scene.work(5)
    return page.window()


def reports_lacking(scene: Scene) -> QWidget:
    """Show what is said of a plan that has no workshop."""
    around = scene.surroundings()
    create(scene.plans / "ny.nvplan", surroundings=around, county_part="ostra").close()
    return _page(scene, "minnesanteckningar", name="ny.nvplan").window()


def reports_wrong(scene: Scene) -> QWidget:
    """Show what is said of a template that can't be used."""
    text = "# Till nämnden\n\n{% for one in plan.actions %}\n{{ one.titel }}\n{% endfor %}\n"
    (ready_templates() / "Till nämnden.md").write_text(text, "utf-8")
    return _page(scene, "Till nämnden").window()


def _page(scene: Scene, report: str, *, name: str = "sodra.nvplan") -> ReportsPage:
    window = opened(scene, name)
    scene.actions["place.reports"].trigger()
    page = view_of(window).places.page("reports")
    if not isinstance(page, ReportsPage):
        raise TypeError("the place is something else")
    page.show_report(report)
    scene.wait(lambda: page.list.key == report)
    scene.wait(lambda: bool(page.preview.says or page.preview.head.isVisible()))
    scene.work(5)
    return page


SCREENS = {
    "reports": reports,
    "reports-huvudman": reports_huvudman,
    "reports-lacking": reports_lacking,
    "reports-wrong": reports_wrong,
}
