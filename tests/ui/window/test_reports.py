from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nvworkshop.places import SAMPLE_PLANS
from tests.ui.window.conftest import shown
from ui.reports.page import ReportsPage
from ui.window.main_window import MainWindow
from ui.window.plan_view import PlanView

WAIT = 20_000


def reports(view: PlanView) -> ReportsPage:
    page = view.places.page("reports")
    assert isinstance(page, ReportsPage)
    return page


@pytest.fixture
def county(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> PlanView:
    window.begin(Path(shutil.copy(SAMPLE_PLANS / "overgripande.nvplan", tmp_path)))
    return shown(qtbot, window)


def test_keys_and_the_menu_lead_to_the_reports(window: MainWindow, opened: PlanView) -> None:
    QTest.keyClick(window, Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    assert opened.places.place == "reports"
    opened.show_place("plan")
    window.actions_table["file.export"].trigger()
    assert opened.places.place == "reports"


def test_printing_prints_what_is_shown(qtbot: QtBot, window: MainWindow, opened: PlanView) -> None:
    command = window.actions_table["file.print"]
    opened.show_place("coverage")
    assert not command.isEnabled()
    opened.show_place("reports")
    assert command.isEnabled()
    page = reports(opened)
    qtbot.waitUntil(lambda: bool(page.shown_report), timeout=WAIT)
    command.trigger()
    qtbot.waitUntil(lambda: bool(page.findChildren(QPrintPreviewDialog)), timeout=WAIT)
    assert not opened.page.findChildren(QPrintPreviewDialog)
    page.findChildren(QPrintPreviewDialog)[0].close()


@pytest.mark.parametrize(
    ("kind", "report"), [("workshop", "minnesanteckningar"), ("receipt", "kvitto")]
)
def test_the_report_of_one_thing_is_shown(
    qtbot: QtBot, county: PlanView, kind: str, report: str
) -> None:
    found: list[str] = []
    county.desk.ask(lambda view: view.things(kind)[0].id, found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=WAIT)
    county.show_report(report, found[0])
    page = reports(county)
    qtbot.waitUntil(lambda: page.shown_report == report, timeout=WAIT)
    assert page.asked is not None
    assert page.asked.of == found[0]
