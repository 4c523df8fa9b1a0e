from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.settings import Settings
from ui.start.new_plan import NewPlanDialog
from ui.theme.theme import Theme
from ui.window.choosing import Choosing


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, settings: Settings) -> Iterator[NewPlanDialog]:
    holder = QWidget()
    qtbot.addWidget(holder)
    dialog = NewPlanDialog(Choosing(settings), theme, holder)
    dialog.show()
    yield dialog
    dialog.close()


def test_every_part_of_the_county_is_seen_whole_in_the_list(dialog: NewPlanDialog) -> None:
    part = dialog.part
    part.showPopup()
    QApplication.processEvents()
    seen = part.view().viewport().rect()
    last = part.model().index(part.count() - 1, 0)
    assert seen.contains(part.view().visualRect(last))
    part.hidePopup()


def test_the_plans_name_follows_the_part(dialog: NewPlanDialog) -> None:
    dialog.part.choose("ostra")
    assert dialog.title.text() == "Handlingsplan Östra"
