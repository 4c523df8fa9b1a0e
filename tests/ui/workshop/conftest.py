"""A workshop that is led in a window, and short words for what the recorder does and sees."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from nvworkshop.model.things import Thing
from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.session import sessions, workshops
from nvworkshop.session.rehearsal import remove_workshop
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.workshops import Planned
from ui.actions import PLAN, REDO, ROOM, STEP, UNDO, WRITE, Actions
from ui.desk import Desk
from ui.theme.theme import Theme
from ui.workshop.capture_step import CaptureStep
from ui.workshop.leading import Leading
from ui.workshop.room import Room

WAIT = 20_000
PARTIES = ("2581", "2506", "2505", "2560", "region", "skola_elevhalsa")
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    at: datetime = datetime(2027, 5, 14, 11, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def seconds(self) -> float:
        return self.at.timestamp()

    def go(self, *, minutes: float = 0, seconds: float = 0) -> None:
        self.at += timedelta(minutes=minutes, seconds=seconds)


@dataclass
class Led:
    """One workshop in a window of its own."""

    qtbot: QtBot
    clock: Clock
    desk: Desk
    window: QMainWindow
    leading: Leading
    told: list[str] = field(default_factory=list)

    @property
    def room(self) -> Room:
        return self.leading.room

    @property
    def capture(self) -> CaptureStep:
        assert isinstance(self.leading.view, CaptureStep)
        return self.leading.view

    @property
    def here(self) -> str:
        """The id of the step the group is in."""
        return self.room.step.id if self.room.step else ""

    @property
    def listed(self) -> list[str]:
        """The texts in the list, from the top."""
        return [one.text for one in self.capture.list.ideas.rows]

    @property
    def actions(self) -> list[Thing]:
        """The actions that have come out of the workshop."""
        return [one for one in self.room.actions if one["workshop"] == self.room.id]

    def idea(self, text: str) -> Thing:
        return next(one for one in self.room.things("idea") if one.text("title") == text)

    def at(self, step: str) -> CaptureStep:
        """Go to a step, and wait until the plan knows."""
        self.room.go(step)
        self.settle()
        assert isinstance(self.leading.view, CaptureStep)
        return self.leading.view

    @property
    def keys(self) -> QWidget:
        """Where the keys go now."""
        found = QApplication.activePopupWidget() or self.window.focusWidget()
        assert found is not None
        return found

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.keys, key, held)

    def type(self, text: str) -> None:
        """Type letters, those of the test library's alphabet and others."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.keys, QKeyEvent(kind, 0, NONE, letter))

    def write(self, text: str, key: Qt.Key | None = Qt.Key.Key_Return, held: object = NONE) -> None:
        """Type a text and a key after it, and wait until the plan has answered."""
        self.type(text)
        if key is not None:
            assert isinstance(held, Qt.KeyboardModifier)
            self.press(key, held)
            self.settle()

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=WAIT)

    def settle(self) -> None:
        """Wait until the plan has answered all that was asked, and what that led to."""
        for _ in range(2):
            answered: list[bool] = []
            self.desk.ask(lambda _: True, answered.append)
            self.until(partial(len, answered))

    def tick(self, *, minutes: float = 0, seconds: float = 0) -> None:
        """Let time go, and the clock be looked at."""
        self.clock.go(minutes=minutes, seconds=seconds)
        self.room._on_tick()

    def tick_through(self, minutes: int) -> None:
        """Let time go as it does when the computer is awake."""
        for _ in range(minutes * 2):
            self.tick(seconds=30)
        self.settle()

    def crash(self) -> None:
        """End as a killed program does: what is not on the disk is gone."""
        self.settle()
        self.room._timer.stop()
        dead: list[bool] = []
        self.desk._worker.do(self.desk._live.view.store.close, lambda _: dead.append(True))
        setattr(self.desk._worker, "do", lambda *_: None)  # noqa: B010 (nobody asks it any more)
        self.until(lambda: bool(dead))
        for timer in (self.desk._soon, self.desk._looking):
            timer.stop()
        for worker in (self.desk._looker, self.desk._publisher, self.desk._worker):
            worker.stop()
        self._put_away()

    def close(self) -> None:
        """Leave the plan as the window does."""
        self.leading.keep()
        self.room.close()
        with self.qtbot.waitSignal(self.desk.closed, timeout=WAIT):
            self.desk.finish()
        self._put_away()

    def _put_away(self) -> None:
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


Lead = Callable[..., Led]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def around(clock: Clock, home: Path) -> Surroundings:
    return Surroundings(now=clock.now, device="Piteå-datorn", home=lambda: home)


@pytest.fixture
def place(tmp_path: Path, around: Surroundings) -> Path:
    """Södra's plan, with a workshop that is planned."""
    place = Path(shutil.copy(SAMPLE_PLANS / "sodra.nvplan", tmp_path / "södra.nvplan"))
    session = sessions.open_plan(place, surroundings=around)
    for one in session.things("workshop"):
        remove_workshop(session, one.id)
    workshops.make(session, Planned("half_day", date="2027-05-14", parties=PARTIES))
    session.publish()
    session.close()
    return place


@pytest.fixture
def lead(qtbot: QtBot, theme: Theme, around: Surroundings, clock: Clock) -> Iterator[Lead]:
    """Open a plan and lead its workshop, in a window of 1280×720."""
    opened: list[Led] = []

    def _lead(place: Path, *, begin: bool = True) -> Led:
        window = QMainWindow()
        desk = Desk(place, around, window)
        with qtbot.waitSignal(desk.opened, timeout=WAIT):
            desk.open()
        actions = Actions(theme, window)
        actions.hold((PLAN, WRITE, ROOM, STEP, UNDO, REDO), ())
        window.addActions([actions[one] for one in actions.ids])
        room = Room(desk, next(iter(desk.rows["workshop"])), window, now=clock.seconds)
        led = Led(qtbot, clock, desk, window, Leading(room, actions, theme, window))
        led.leading.told.connect(led.told.append)
        for command, by in (("room.next", 1), ("room.previous", -1)):
            actions[command].triggered.connect(lambda _=False, by=by: room.go_by(by))
        actions["room.pause"].triggered.connect(room.pause)
        actions["edit.undo"].triggered.connect(desk.undo)
        opened.append(led)
        window.setCentralWidget(led.leading)
        window.resize(1280, 720)
        window.show()
        window.activateWindow()
        if begin and not desk.read_only:
            room.begin()
        led.leading.open()
        led.leading.focus()
        led.settle()
        return led

    yield _lead
    for led in opened:
        if led.desk._worker._thread.is_alive():
            led.close()


@pytest.fixture
def led(lead: Lead, place: Path) -> Led:
    """The workshop, begun."""
    return lead(place)
