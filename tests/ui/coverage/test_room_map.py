from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from nvworkshop.model.things import Thing
from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.session.files import view_of
from nvworkshop.strategy import Strategy, load_shipped
from nvworkshop.workshop.content import RoomContent
from nvworkshop.workshop.coverage import Coverage, cover
from ui.coverage.room_map import CoverageMap
from ui.room.window import RoomWindow
from ui.settings import Settings
from ui.theme.theme import Theme


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, settings: Settings) -> RoomWindow:
    made = RoomWindow(theme, settings)
    qtbot.addWidget(made)
    return made


def covered(strategy: Strategy) -> Coverage:
    actions = [
        Thing("action", str(n), {"shift": one.id, "prerequisites": [other.id], "principal": "2581"})
        for n, one in enumerate(strategy.shifts)
        for other in strategy.prerequisites
    ]
    return cover(actions[1:], strategy)


def test_the_letters_are_as_large_as_the_room_allows(qtbot: QtBot, theme: Theme) -> None:
    shown = CoverageMap(theme)
    qtbot.addWidget(shown)
    shown.show_coverage(covered(load_shipped("norrbotten")))
    sizes = []
    for wide, high in ((1920, 900), (1280, 600), (640, 360)):
        shown.resize(wide, high)
        shown.grab()
        sizes.append(shown.text_size)
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] >= 28


@pytest.mark.parametrize("plan", ["sodra", "norra", "ostra", "lulea_boden", "overgripande"])
@pytest.mark.parametrize("size", [(1024, 768), (1400, 1050), (1280, 720), (1920, 1080)])
def test_the_letters_can_be_read_on_every_projector(
    window: RoomWindow, plan: str, size: tuple[int, int]
) -> None:
    view = view_of(read_plan(SAMPLE_PLANS / f"{plan}.nvplan"))
    part = view.plan.text("county_part") if view.plan else ""
    actions, ratings = view.things("action"), view.things("self_rating")
    made = cover(actions, view.strategy, ratings=ratings, county_part=part)
    view.store.close()
    window.resize(*size)
    window.show_content(RoomContent("Plankontroll", "Saknas någon del i planen?", made))
    shown = window.map
    assert isinstance(shown, CoverageMap)
    shown.grab()
    assert shown.text_size >= window.canvas.type.least


@pytest.mark.parametrize(
    "coverage", [Coverage(), covered(load_shipped("vasterbotten")), cover([], Strategy.bare(""))]
)
@pytest.mark.parametrize("size", [(1, 1), (40, 30), (300, 200), (3840, 2160)])
def test_anything_is_drawn_at_any_size(
    qtbot: QtBot, theme: Theme, coverage: Coverage, size: tuple[int, int]
) -> None:
    shown = CoverageMap(theme)
    qtbot.addWidget(shown)
    shown.show_coverage(coverage)
    shown.resize(*size)
    assert not shown.grab().isNull()


def test_it_is_told_and_takes_no_keys(qtbot: QtBot, theme: Theme) -> None:
    shown = CoverageMap(theme)
    qtbot.addWidget(shown)
    shown.show_coverage(covered(load_shipped("norrbotten")))
    assert shown.focusPolicy() == Qt.FocusPolicy.NoFocus
    told = QAccessible.queryAccessibleInterface(shown)
    assert "Hälsofrämjande, Stärkt samverkan" in told.text(QAccessible.Text.Description)
