from __future__ import annotations

import random
from time import thread_time

from PySide6.QtWidgets import QApplication

from tests.ui.editor.conftest import Room

_SWITCHES = 100
_LIMIT = 0.060
"""Seconds of work: twice what it takes here, for slower machines."""


def test_another_row_is_shown_without_anybody_waiting(room: Room) -> None:
    room.show(1)
    ids = list(room.desk.rows["action"])
    chance = random.Random(1)
    took = []
    for _ in range(_SWITCHES):
        begun = thread_time()
        room.editor.show_things("action", [chance.choice(ids)])
        took.append(thread_time() - begun)
        QApplication.processEvents()
    assert sorted(took)[int(_SWITCHES * 0.95)] < _LIMIT
