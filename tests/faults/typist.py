"""A person at the real window who types without end, and says every key before it is pressed."""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPlainTextEdit

    from ui.window.main_window import MainWindow

FIELDS = ("title", "description", "goal", "function", "situation", "resources", "risk", "place")
WORDS = ("vård", "hemma", "nära", "team", "kväll", "rutin", "möte", "SIP", "läkare", "ö", "ä", "å")
_LEAVING = 0.7
"""How often a field is left when its text is written."""
PAUSE = 12
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
    keys = typing_in(window, random.Random(seed), _say)
    timer = QTimer()
    timer.setInterval(PAUSE)
    timer.timeout.connect(lambda: next(keys))
    timer.start()
    app.exec()


def typing_in(
    window: MainWindow, chance: random.Random, say: Callable[..., object]
) -> Iterator[None]:
    """Yield between keys, so that the window lives as it does under a person's hands."""
    from PySide6.QtCore import Qt

    while window.view is None or not window.view.desk.rows["action"]:
        yield
    page = window.view.page
    say(what="ready")
    while True:
        entity = chance.choice(sorted(window.view.desk.rows["action"]))
        field = chance.choice(FIELDS)
        page.show_thing("action", entity)
        yield from _pause(20)
        page.editor.show_field(field)
        yield from _pause(20)
        target = _text_with_focus()
        if target is None:
            continue
        target.selectAll()
        for word in chance.choices(WORDS, k=chance.randint(2, 12)):
            for letter in f"{word} ":
                _press(target, letter)
                say(what="typed", entity=entity, field=field, text=target.toPlainText())
                yield
        if chance.random() < _LEAVING:
            _press(target, "", Qt.Key.Key_Tab)
        yield


def _pause(keys: int) -> Iterator[None]:
    for _ in range(keys):
        yield


def _text_with_focus() -> QPlainTextEdit | None:
    from PySide6.QtWidgets import QApplication, QPlainTextEdit

    focused = QApplication.focusWidget()
    return focused if isinstance(focused, QPlainTextEdit) else None


def _press(target: QPlainTextEdit, letter: str, key: int = 0) -> None:
    """Send a key with its letter; the test library's own sends only what Latin-1 has."""
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    none = Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key, none, letter))


def _say(**told: object) -> None:
    sys.stdout.write(json.dumps({**told, "at": time.monotonic()}) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
