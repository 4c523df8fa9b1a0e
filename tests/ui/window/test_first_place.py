from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize

from ui.window.first_place import first_place


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
    place = first_place(QSize(*screen), free)
    assert place is not None
    assert place.size().toTuple() == window
    assert free.contains(place)
    assert (place.center() - free.center()).manhattanLength() <= 2


@pytest.mark.parametrize("screen", [(1366, 768), (1280, 720), (1024, 768)])
def test_a_small_screen_is_filled(screen: tuple[int, int]) -> None:
    assert first_place(QSize(*screen), QRect(QPoint(0, 0), QSize(*screen))) is None
