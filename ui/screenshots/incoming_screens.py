"""The screens of taking in a list: before a file, its columns, its rows, and what was not read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from nvworkshop.model.proposals import FieldProposal, Proposal, Proposals, Sort
from nvworkshop.model.sheets import Spot
from ui.incoming.page import IncomingPage
from ui.screenshots.plan_screens import opened, view_of
from ui.screenshots.scene import Scene
from ui.window.main_window import MainWindow
from ui.window.places import INCOMING

_ROWS = (
    ("Handlingsplan 2027",),
    ("Mål", "Aktivitet", "Ansvarig", "Med vilka?", "Tidplan", "Status", "Uppföljning", "Telefon"),
    ("Tryggare hemgång", "Inför hemgångsteam", "Piteå", "Region Norrbotten", "våren 2027", "Pågår"),
    ("", "Ta fram rutin för första dygnet", "Regionen", "Alla kommuner", "2027-06-30", "grön"),
    ("Fler får stöd tidigt", "Starta mottagning", "Enhetschef", "Skolan, Kyrkan", "2027-2028"),
    (
        "Fler får stöd tidigt",
        "Utbilda i samtal",
        "Älvsbyn",
        "",
        "31 februari 2027",
        "lila",
        "I maj",
    ),
    ("", "", "Arjeplog", "", "2028", "", "", "Saknar åtgärd"),
)
_LIST = "\n".join(";".join(row) for row in _ROWS)

_NEW = "Färre behöver resa till sjukhuset, och fler får vård hemma."
_RETURNED = (
    Proposal(
        Sort.CHANGED,
        "action",
        "a",
        "Korta vägen hem efter stroke",
        (
            FieldProposal("goal", "Färre behöver resa till sjukhuset.", _NEW, ""),
            FieldProposal("status", "ongoing", "done", "ongoing"),
        ),
        Spot("Handlingsplan", 9),
    ),
    Proposal(
        Sort.CONFLICT,
        "action",
        "a",
        "Korta vägen hem efter stroke",
        (FieldProposal("function", "Enhetschef", "Verksamhetschef", "Chef"),),
        Spot("Handlingsplan", 9, 8),
        ticked=False,
        why="Planen har ändrats sedan filen gjordes.",
    ),
    Proposal(
        Sort.REMOVED,
        "action",
        "b",
        "Träna balans i bygdegårdarna",
        (),
        Spot("Handlingsplan"),
        ticked=False,
        why="Raden finns inte kvar i filen.",
    ),
)


def empty(scene: Scene) -> QWidget:
    """Show what one can do before a file is chosen."""
    return _shown(scene)


def columns(scene: Scene) -> QWidget:
    """Show how a list is proposed to be read."""
    return _read(scene)


def rows(scene: Scene) -> QWidget:
    """Show what a list proposes."""
    window = _reviewed(scene)
    page_of(window).review.rows.list.step(1)
    scene.work(5)
    return window


def rejected(scene: Scene) -> QWidget:
    """Show what could not be read."""
    window = _reviewed(scene)
    page_of(window).review.tabs.choose("rejected")
    scene.work(5)
    return window


def notes(scene: Scene) -> QWidget:
    """Show how the file was read."""
    window = _reviewed(scene)
    page_of(window).review.tabs.choose("notes")
    scene.work(5)
    return window


def returned(scene: Scene) -> QWidget:
    """Show what a workbook proposes that came back: a conflict, changes and a row that is gone."""
    window = _shown(scene)
    page = page_of(window)
    page.show_proposals(Proposals("svar.xlsx", _RETURNED, (), ("Filen gjordes 2026-11-02.",), 12))
    page.review.rows.list.step(1)
    scene.work(5)
    return window


def unreadable(scene: Scene) -> QWidget:
    """Show why a file could not be read."""
    window = _shown(scene)
    place = scene.folder / "gammal.xls"
    place.write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    page = page_of(window)
    page.read(place)
    scene.wait(lambda: not page.taking.is_under_way)
    return window


def _reviewed(scene: Scene) -> MainWindow:
    window = _read(scene)
    page = page_of(window)
    page.columns.go.click()
    scene.wait(lambda: page.stack.currentWidget() is page.review)
    scene.work(5)
    return window


def _read(scene: Scene) -> MainWindow:
    window = _shown(scene)
    place = Path(scene.folder / "Piteå handlingsplan.csv")
    place.write_text(_LIST, "utf-8")
    page = page_of(window)
    page.read(place)
    scene.wait(lambda: page.stack.currentWidget() is page.columns)
    scene.work(5)
    return window


def _shown(scene: Scene) -> MainWindow:
    window = opened(scene)
    view_of(window).show_place(INCOMING)
    scene.work(5)
    return window


def page_of(window: MainWindow) -> IncomingPage:
    """Return the place of a window."""
    page = view_of(window).places.page(INCOMING)
    if not isinstance(page, IncomingPage):
        raise TypeError("the place is something else")
    return page


SCREENS = {
    "incoming-empty": empty,
    "incoming-columns": columns,
    "incoming-rows": rows,
    "incoming-rejected": rejected,
    "incoming-notes": notes,
    "incoming-returned": returned,
    "incoming-unreadable": unreadable,
}
