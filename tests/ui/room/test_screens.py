from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.room.screens import RoomScreens, plain_place, screen_for_room
from ui.room.window import RoomWindow

LAPTOP = QRect(0, 0, 1_366, 768)
PROJECTOR = QRect(1_366, 0, 1_280, 800)
LARGE = QRect(0, -2_160, 3_840, 2_160)


@pytest.mark.parametrize(
    ("screens", "recorder", "expected"),
    [
        ([LAPTOP], LAPTOP, None),
        ([LAPTOP, PROJECTOR], LAPTOP, 1),
        ([LAPTOP, PROJECTOR], PROJECTOR, 0),
        ([PROJECTOR, LAPTOP], LAPTOP, 0),
        ([LAPTOP, PROJECTOR, LARGE], LAPTOP, 2),
        ([LAPTOP, LAPTOP], LAPTOP, None),  # both show the same
        ([LAPTOP, QRect(0, 0, 1_024, 768)], LAPTOP, None),  # the same, cut
        ([], LAPTOP, None),
    ],
)
def test_the_room_has_the_largest_screen_the_recorder_is_not_on(
    screens: list[QRect], recorder: QRect, expected: int | None
) -> None:
    assert screen_for_room(screens, recorder) == expected


@pytest.mark.parametrize(
    "window", [QRect(0, 0, 1_280, 720), PROJECTOR, QRect(-900, 5_000, 3_000, 40), QRect(9, 9, 1, 1)]
)
def test_a_plain_window_is_whole_on_the_screen(window: QRect) -> None:
    place = plain_place(window, LAPTOP, LAPTOP)
    assert LAPTOP.contains(place)
    assert place.width() < LAPTOP.width()


def test_a_plain_window_stays_where_it_was() -> None:
    was = QRect(200, 100, 800, 450)
    assert plain_place(was, LAPTOP, LAPTOP) == was


@pytest.mark.parametrize(
    "recorder", [QRect(0, 0, 800, 768), QRect(566, 0, 800, 768), QRect(100, 0, 900, 450)]
)
def test_a_window_that_had_no_place_stands_beside_the_recorder(recorder: QRect) -> None:
    place = plain_place(QRect(0, 0, 1_280, 720), LAPTOP, recorder)
    assert LAPTOP.contains(place)
    assert not place.intersects(recorder)
    assert place.width() >= 480


@dataclass
class Room:
    recorder: QWidget
    line: QLineEdit
    window: RoomWindow
    there: list[QScreen] = field(default_factory=list)

    def plug(self, screens: list[QScreen]) -> None:
        """A cable comes or goes."""
        self.there[:] = screens
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenAdded.emit(screens[0])

    @property
    def full(self) -> bool:
        return bool(self.window.windowState() & Qt.WindowState.WindowFullScreen)


@pytest.fixture
def screens() -> list[QScreen]:
    found = QApplication.screens()
    assert len(found) == 2
    return found


@pytest.fixture
def room(window: RoomWindow, screens: list[QScreen], qtbot: QtBot) -> Iterator[Room]:
    window.hide()
    recorder = QWidget()
    line = QLineEdit(recorder)
    QVBoxLayout(recorder).addWidget(line)
    recorder.setScreen(screens[0])
    recorder.setGeometry(QRect(screens[0].geometry().topLeft(), line.sizeHint() * 4))
    recorder.show()
    recorder.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    made = Room(recorder, line, window)
    yield made
    recorder.close()
    recorder.deleteLater()


@pytest.fixture
def follow(room: Room) -> Iterator[Callable[[list[QScreen]], RoomScreens]]:
    made: list[RoomScreens] = []

    def begin(there: list[QScreen]) -> RoomScreens:
        room.there[:] = there
        made.append(RoomScreens(room.window, room.recorder, lambda: room.there))
        made[0].show()
        return made[0]

    yield begin
    made[0].close()


Follow = Callable[[list[QScreen]], RoomScreens]


def test_it_fills_the_other_screen(room: Room, follow: Follow, screens: list[QScreen]) -> None:
    follow(screens)
    assert room.full
    assert room.window.screen() is screens[1]


def test_with_one_screen_it_is_plain(room: Room, follow: Follow, screens: list[QScreen]) -> None:
    follow(screens[:1])
    assert room.window.isVisible()
    assert not room.full
    assert room.window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_with_one_screen_the_recorder_stays_in_front(
    room: Room, follow: Follow, screens: list[QScreen], monkeypatch: pytest.MonkeyPatch
) -> None:
    raised: list[bool] = []
    monkeypatch.setattr(room.recorder, "raise_", lambda: raised.append(room.window.isVisible()))
    room.recorder.setGeometry(screens[0].availableGeometry())
    assert follow(screens[:1]).is_behind
    assert raised == [True]  # after the window has come
    assert room.line.hasFocus()


def test_a_window_that_fills_another_screen_is_not_behind(
    room: Room, follow: Follow, screens: list[QScreen]
) -> None:
    assert not follow(screens).is_behind


def test_a_cable_that_comes_goes_and_comes_back(
    room: Room, follow: Follow, screens: list[QScreen], qtbot: QtBot
) -> None:
    follow(screens[:1])
    before = room.window.geometry()
    for _ in range(2):
        room.plug(screens)
        qtbot.waitUntil(lambda: room.full)
        assert room.window.geometry() == screens[1].geometry()
        room.plug(screens[:1])
        qtbot.waitUntil(lambda: not room.full)
        assert room.window.isVisible()
        assert room.window.geometry() == before


def test_a_plain_window_by_choice_stays_when_a_third_screen_comes(
    room: Room, follow: Follow, screens: list[QScreen], qtbot: QtBot
) -> None:
    made = follow(screens)
    QTest.keyClick(room.window, Qt.Key.Key_F11)
    assert not room.full
    made.place()
    assert not room.full
    QTest.keyClick(room.window, Qt.Key.Key_F11)
    assert room.full


def test_what_is_pressed_and_typed_there_goes_to_the_recorder(
    room: Room, follow: Follow, screens: list[QScreen], qtbot: QtBot
) -> None:
    follow(screens)
    room.window.activateWindow()
    qtbot.waitUntil(room.window.isActiveWindow)
    QTest.mouseClick(room.window, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(room.recorder.isActiveWindow)
    room.window.activateWindow()
    qtbot.waitUntil(room.window.isActiveWindow)
    QTest.keyClicks(room.window, "fast")
    qtbot.waitUntil(lambda: room.line.text() == "fast")
    qtbot.waitUntil(room.recorder.isActiveWindow)


def test_it_follows_no_more_when_closed(
    room: Room, follow: Follow, screens: list[QScreen], qtbot: QtBot
) -> None:
    made = RoomScreens(room.window, room.recorder, lambda: room.there)
    room.there[:] = screens[:1]
    made.show()
    made.close()
    room.plug(screens)
    QTest.qWait(1)
    assert not made._soon.isActive()
    follow(screens[:1])
