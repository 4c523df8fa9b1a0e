"""Suggestions and joint actions of an overall plan that is open, each alone on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nvworkshop.session.sessions import create
from nvworkshop.session.surroundings import Surroundings
from ui.desk import Desk
from ui.merge.joint_view import JointView
from ui.merge.suggestions_view import SuggestionsView
from ui.theme.theme import Theme

WAIT = 20_000
V = TypeVar("V", SuggestionsView, JointView)

ACTIONS = (
    ("s1", "sodra", 1, "Följ personer med hjärtsvikt hemma", "Egenmonitorering av vikt och puls."),
    ("n1", "norra", 7, "Hemmonitorering vid hjärtsvikt", "Personer mäter själva vikt och puls."),
    ("o1", "ostra", 3, "Egenmonitorering hemma vid hjärtsvikt", "Värden följs av sköterska."),
    ("s2", "sodra", 8, "Utbildning i personcentrerad vård", "Två halvdagar för alla."),
    ("o2", "ostra", 9, "Kurs i personcentrerat arbetssätt", "En kurs för alla som möter brukare."),
    ("n2", "norra", 2, "Samåkning till provtagningen i Kiruna", "Buss två dagar i veckan."),
)


@dataclass
class Shown(Generic[V]):
    """A view, and short words for what a person does and sees."""

    qtbot: QtBot
    view: V
    desk: Desk
    told: list[str] = field(default_factory=list)
    counted: list[int] = field(default_factory=list)
    asked: list[tuple[str, str]] = field(default_factory=list)

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=WAIT)

    def keys(self, *keys: Qt.Key, ctrl: bool = False) -> None:
        """Press keys where the keys are."""
        modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.view, key, modifier)

    def write(self, text: str) -> None:
        for letter in text:
            event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(QApplication.focusWidget() or self.view, event)

    def changed(self, do: Callable[[], object]) -> None:
        """Do something that changes the plan, and wait until the view has looked again."""
        answered: list[object] = []
        with self.qtbot.waitSignal(self.desk.changed, timeout=WAIT):
            do()
        self.view.refresh()
        self.desk.ask(lambda _: None, answered.append)  # after all that was asked before
        self.until(lambda: answered)

    def joints(self) -> dict[str, str]:
        """Return the joint actions' titles by id."""
        return {one: row.texts["title"] for one, row in self.desk.rows["joint_action"].items()}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A plan with the actions of three länsdelar."""
    place = tmp_path / "länet.nvplan"
    session = create(place, title="Länets plan")
    for part in ("sodra", "norra", "ostra"):
        session.add("plan", {"title": part, "county_part": part}, entity=f"plan-{part}")
    for entity, part, number, title, text in ACTIONS:
        values = {"title": title, "description": text, "number": number, "plan": f"plan-{part}"}
        session.add("action", values, entity=entity)
    session.publish()
    session.close()
    return place


@pytest.fixture
def desk(qtbot: QtBot, place: Path, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(place, Surroundings(device="dator", home=lambda: tmp_path / "hem"))
    desk.open()
    qtbot.waitUntil(lambda: desk.plan is not None, timeout=WAIT)
    yield desk
    with qtbot.waitSignal(desk.closed, timeout=WAIT):
        desk.finish()
    desk.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _shown(shown: Shown[V]) -> None:
    view: QWidget = shown.view
    shown.view.told.connect(shown.told.append)
    shown.view.counted.connect(shown.counted.append)
    shown.view.thing_asked.connect(lambda kind, one: shown.asked.append((kind, one)))
    view.resize(960, 620)
    view.show()
    view.activateWindow()
    shown.view.refresh()
    shown.until(lambda: shown.counted)
    shown.view.focus()


@pytest.fixture
def suggestions(qtbot: QtBot, theme: Theme, desk: Desk) -> Iterator[Shown[SuggestionsView]]:
    shown = Shown(qtbot, SuggestionsView(desk, theme), desk)
    _shown(shown)
    yield shown
    shown.view.close()
    shown.view.deleteLater()


@pytest.fixture
def joint(qtbot: QtBot, theme: Theme, desk: Desk) -> Iterator[Shown[JointView]]:
    shown = Shown(qtbot, JointView(desk, theme), desk)
    _shown(shown)
    yield shown
    shown.view.close()
    shown.view.deleteLater()
