from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, QSize

from ui.window.first_place import first_place, is_small
from ui.window.main_window import MainWindow


@pytest.mark.parametrize(
    ("screen", "window"),
    [
        ((1920, 1080), (1536, 832)),
        ((2560, 1440), (1600, 1000)),
        ((3840, 2160), (1600, 1000)),
        ((1440, 900), (1280, 720)),
        ((1366, 1024), (1280, 787)),
    ],
)
def test_the_first_window_takes_most_of_a_screen(
    screen: tuple[int, int], window: tuple[int, int]
) -> None:
    free = QRect(QPoint(100, 40), QSize(*screen) - QSize(0, 40))
    place = first_place(free)
    assert not is_small(QSize(*screen))
    assert place.size().toTuple() == window
    assert free.contains(place)
    assert (place.center() - free.center()).manhattanLength() <= 2


@pytest.mark.parametrize("screen", [(1366, 768), (1280, 720), (1024, 768)])
def test_a_small_screen_is_filled(screen: tuple[int, int]) -> None:
    assert is_small(QSize(*screen))


def test_a_window_fills_a_small_screen_only_the_first_time(
    make_window: Callable[[], MainWindow],
) -> None:
    first = make_window()
    first._fills = is_small(QSize(1366, 768))
    first.appear()
    assert first.isMaximized()
    first.showNormal()
    first.close()
    again = make_window()
    again.appear()
    assert not again.isMaximized()
