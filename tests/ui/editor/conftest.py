"""A plan on a desk, and the editor beside it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nvworkshop.model.things import Thing
from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.session.merge import merge
from nvworkshop.session.sessions import open_plan
from nvworkshop.session.surroundings import Surroundings
from ui.actions import ONE, PLAN, SOME, TABLE, WRITE, Actions
from ui.desk import Desk
from ui.editor.box import FieldBox
from ui.editor.editor import Editor
from ui.editor.form import Form
from ui.editor.forms import OneForm
from ui.editor.inputs.base import focus_end
from ui.editor.inputs.choices import ChoicesInput
from ui.editor.inputs.growing import GrowingText
from ui.settings import Settings
from ui.theme.theme import Theme

_WAIT = 20_000


@dataclass
class Room:
    """A desk, its editor, and short words for what a person does and sees."""

    qtbot: QtBot
    desk: Desk
    editor: Editor
    actions: Actions

    def id_of(self, number: int) -> str:
        rows = self.desk.rows["action"].items()
        return next(one for one, row in rows if row.thing["number"] == number)

    def thing(self, number: int) -> Thing:
        return self.desk.rows["action"][self.id_of(number)].thing

    def show(self, *numbers: int) -> None:
        self.editor.show_things("action", [self.id_of(one) for one in numbers])
        self.qtbot.waitUntil(lambda: self.editor.form is not None, timeout=_WAIT)
        self.form.finish()

    @property
    def form(self) -> Form:
        assert self.editor.form is not None
        return self.editor.form

    @property
    def one(self) -> OneForm:
        assert isinstance(self.form, OneForm)
        return self.form

    def box(self, name: str) -> FieldBox:
        found = self.form.box(name)
        assert found is not None
        return found

    def text(self, name: str) -> GrowingText:
        """The text a field is written in."""
        found = focus_end(self.box(name).input)
        assert isinstance(found, GrowingText)
        return found

    def said(self, name: str) -> str:
        return self.text(name).toPlainText()

    def write(self, name: str, words: str) -> GrowingText:
        """Put the cursor in a field, mark what stands there and type."""
        self.editor.show_field(name)
        text = self.text(name)
        text.selectAll()
        self.type(text, words)
        return text

    def type(self, widget: QWidget, words: str) -> None:
        """Type letters, those of the test library's alphabet and others."""
        for letter in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(widget, key)

    def press(self, widget: QWidget, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
        """Press a key; a list that is open beneath a text takes it first."""
        held_down = Qt.KeyboardModifier.NoModifier
        for one in held:
            held_down |= one
        popup = QApplication.activePopupWidget()
        QTest.keyClick((popup.focusWidget() or popup) if popup else widget, key, held_down)

    def come_forward(self) -> None:
        """Be the active window again: on a screen nobody sees, a list that closes leaves none."""
        self.editor.activateWindow()
        self.until(self.editor.isActiveWindow)

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def chips(self, name: str) -> list[str]:
        """What the chips of a field say."""
        shown = self.box(name).input
        assert isinstance(shown, ChoicesInput)
        return [one.accessibleName() for one in shown.box.chips]

    def until(self, what: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(what, timeout=_WAIT)

    def settle(self) -> None:
        """Wait until the plan has answered everything asked so far."""
        answered: list[bool] = []
        self.desk.ask(lambda _: True, answered.append)
        self.until(lambda: bool(answered))


MakeRoom = Callable[..., Room]


@pytest.fixture
def actions(theme: Theme) -> Actions:
    made = Actions(theme)
    made.hold({PLAN, WRITE, TABLE, ONE, SOME}, among=(PLAN, WRITE, TABLE, ONE, SOME))
    return made


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE_PLANS / "sodra.nvplan", tmp_path / "södra.nvplan"))


@pytest.fixture
def merged(place: Path) -> Path:
    """The plan with what another computer wrote, in conflict."""
    session = open_plan(place)
    merge(session, [SAMPLE_PLANS / "sodra-annan-dator.nvplan"])
    session.publish()
    session.close()
    return place


@pytest.fixture
def room_at(qtbot: QtBot, actions: Actions, theme: Theme, settings: Settings) -> Iterator[MakeRoom]:
    rooms: list[Room] = []

    def make(place: Path) -> Room:
        desk = Desk(place, Surroundings(device="Piteå-datorn"))
        with qtbot.waitSignal(desk.opened, timeout=_WAIT):
            desk.open()
        editor = Editor(desk, actions, theme, settings)
        editor.addActions([actions["edit.undo"], actions["edit.redo"]])  # as the window has
        editor.resize(420, 900)
        rooms.append(Room(qtbot, desk, editor, actions))
        editor.show()
        editor.activateWindow()
        return rooms[-1]

    yield make
    for room in rooms:
        room.editor.hide()
        with qtbot.waitSignal(room.desk.closed, timeout=_WAIT):
            room.desk.finish()
        room.editor.deleteLater()
        room.desk.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def room(room_at: MakeRoom, place: Path) -> Room:
    return room_at(place)
