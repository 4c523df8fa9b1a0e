from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from tests.ui.workshop.conftest import ALT, Led


def _states(led: Led) -> dict[str, str]:
    return {one.id: one.state for one in led.leading.rail.steps.rows}


def test_the_steps_tell_which_are_done_and_which_goes_on(led: Led) -> None:
    led.at("shift-R1")
    states = _states(led)
    assert (states["rating"], states["shift-R1"], states["shift-R2"]) == ("done", "now", "coming")
    led.room.go("close")
    led.room.end()
    led.settle()
    assert set(_states(led).values()) == {"done"}


def test_enter_on_a_step_goes_there_and_gives_the_keys_back(led: Led) -> None:
    view = led.leading.rail.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_Down, delay=-1)
    QTest.keyClick(view, Qt.Key.Key_Return)
    led.settle()
    assert led.here == "vision"
    assert led.window.focusWidget() is led.capture.line


def test_a_press_goes_there_and_leaves_the_keys_in_the_line(led: Led) -> None:
    led.at("shift-R1")
    view = led.leading.rail.view
    index = led.leading.rail.steps.index(2)
    place = view.visualRect(index).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert led.here == "flows"
    assert led.window.focusWidget() is led.capture.line


def test_there_is_a_way_back_to_all_workshops(led: Led) -> None:
    leave = next(one for one in led.window.actions() if "workshopens" in one.text())
    with led.qtbot.waitSignal(leave.triggered):
        led.leading.rail.back.click()


def test_the_parking_lot_stands_last_with_its_count(led: Led) -> None:
    led.at("shift-R1")
    for text in ("Ett", "Två"):
        led.write(text)
        led.press(Qt.Key.Key_Down)
        led.press(Qt.Key.Key_P, ALT)
        led.settle()
    row = led.leading.rail.steps.rows[-1]
    assert (row.title, row.count) == ("Parkering", 2)
    assert row.spoken == "Parkering, 2 förslag"
    assert led.capture.count.isHidden()


def test_a_row_says_its_state_to_a_screen_reader(led: Led) -> None:
    led.at("vision")
    view = led.leading.rail.view
    told = QAccessible.queryAccessibleInterface(view)
    said = [told.child(n).text(QAccessible.Text.Name) for n in range(3)]
    assert said == [
        "Välkomna, 10 min, klart",
        "Målbilden, 10 min, pågår",
        "Nuläge och flöden, 15 min",
    ]


def test_five_minutes_more_are_shown(led: Led) -> None:
    led.room.more()
    led.settle()
    assert led.leading.rail.steps.rows[0].minutes == 15


def test_every_row_has_room_for_its_title(led: Led) -> None:
    view, steps = led.leading.rail.view, led.leading.rail.steps
    for high in (720, 400, 1080):
        led.window.resize(1280, high)
        led.settle()
        for n in range(len(steps.rows)):
            rect, wanted = view.visualRect(steps.index(n)), view.sizeHintForIndex(steps.index(n))
            assert rect.height() == wanted.height()
            if n:
                assert rect.top() >= view.visualRect(steps.index(n - 1)).bottom()
