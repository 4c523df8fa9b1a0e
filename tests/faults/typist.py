"""A person at the real window who types without end, and says every key before it is pressed."""

from __future__ import annotations

import json
import os
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

FIELDS = ("title", "description", "goal", "function", "situation", "resources", "risk", "place")
WORDS = "vård hemma nära team kväll rutin plan möte SIP läkare åtgärd öppen ö ä å".split()
_PAUSE = 12
"""Milliseconds between keys: faster than anyone types."""


def main(place: Path, seed: int) -> None:
    """Open the plan in the window and type until killed."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from nvworkshop.places import home
    from ui.app import build

    app = QApplication([])
    window = build(home())
    window.show()
    window.begin(place)
    keys = _typing(window, random.Random(seed))
    timer = QTimer(interval=_PAUSE)
    timer.timeout.connect(lambda: next(keys))
    timer.start()
    app.exec()


def _typing(window: object, chance: random.Random) -> Iterator[None]:
    """Yield between keys, so that the window lives as it does under a person's hands."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    view = window.view  # type: ignore[attr-defined]
    while not view.desk.rows["action"]:
        yield
    _say(what="ready", pid=os.getpid())
    while True:
        entity = chance.choice(sorted(view.desk.rows["action"]))
        field = chance.choice(FIELDS)
        view.page.show_thing("action", entity)
        yield
        view.page.editor.show_field(field)
        yield
        target = QApplication.focusWidget()
        QTest.keyClick(target, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        text = ""
        for word in chance.choices(WORDS, k=chance.randint(2, 12)):
            for letter in f"{word} ":
                text += letter
                QTest.keyClick(target, letter)
                _say(what="typed", entity=entity, field=field, text=text)
                yield
        if chance.random() < 0.7:
            QTest.keyClick(target, Qt.Key.Key_Tab)
            _say(what="left", entity=entity, field=field, text=text)
        yield


def _say(**told: object) -> None:
    sys.stdout.write(json.dumps({**told, "at": time.monotonic()}) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
