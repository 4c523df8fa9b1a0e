from __future__ import annotations

import importlib
import pkgutil

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

import ui
from ui.help.pages import ORDER
from ui.help.where import PAGES_OF, page_here, page_of
from ui.window.places import PLACES

_DRAWN = ("ui.screenshots", "ui.app")


def _all_kinds(kind: type) -> set[type]:
    below: list[type] = kind.__subclasses__()
    return {*below, *(one for sub in below for one in _all_kinds(sub))}


@pytest.fixture(scope="module")
def dialogs() -> set[str]:
    for found in pkgutil.walk_packages(ui.__path__, "ui."):
        if not found.name.startswith(_DRAWN):
            importlib.import_module(found.name)
    own = {one for one in _all_kinds(QDialog) if one.__module__.startswith("ui.")}
    return {one.__name__ for one in own} - {"Dialog"}


def test_every_dialog_has_a_page(dialogs: set[str]) -> None:
    assert dialogs
    assert dialogs <= set(PAGES_OF)


def test_every_place_has_a_page() -> None:
    assert {one.id for one in PLACES} <= set(ORDER)


def test_every_screen_leads_to_a_page_that_is_there() -> None:
    assert set(PAGES_OF.values()) <= set(ORDER)


def test_what_is_inside_a_screen_has_its_page(qtbot: QtBot) -> None:
    outer = type("PlanPage", (QWidget,), {})()
    inner = type("Editor", (QWidget,), {})(outer)
    qtbot.addWidget(outer)
    outer.show()
    assert page_of(QWidget(inner)) == ""
    assert page_of(inner) == "editor"
    assert page_here(outer) == "plan"
    assert page_here(None) == "start"
