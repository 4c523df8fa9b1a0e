"""Texts that would reach out, in every text of the sample plans, on every screen, under strace.

Run with FOLDER SEED SECONDS it draws screens in any order while there is time, with every tooltip
said once; `run` watches which files and addresses that asks for.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.faults.reaching import BAIT, TEXTS, impossible, watched
from tests.faults.result import Result

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PLANTED = "--planted"
_NOT_TYPED = {"strategy", "strategy_version"}


def run(seconds: float, seed: int, *more: str) -> Result:
    """Draw screens for so long, at least one; `more` is for what is planted."""
    if impossible():
        return Result(impossible=impossible())
    result = Result()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        module = ["tests.faults.looking", str(folder), str(seed), str(seconds), *more]
        drawn, failed = map(int, watched(module, folder / "calls", result).split()[-2:])
    result.faults = drawn
    result.count("screens that waited in vain", failed)
    return result


def draw(folder: Path, seed: int, seconds: float) -> tuple[int, int]:
    """Draw screens with such texts; return how many, and how many never found what they seek."""
    from PySide6.QtWidgets import QApplication

    _baited(folder / "plans")
    from ui.screenshots.scene import Look
    from ui.screenshots.screens import SCREENS
    from ui.screenshots.taking import ready

    app = QApplication([])
    app.setApplicationName("NV Workshop")
    names, end, drawn, failed = sorted(SCREENS), time.monotonic() + seconds, 0, 0
    random.Random(seed).shuffle(names)
    for name in names:
        try:
            with ready(SCREENS[name], Look("light", (1280, 720))) as (screen, _):
                _see(screen)
            drawn += 1
        except Exception:  # noqa: BLE001 (it seeks a word that is another now)
            failed += 1
        if drawn and time.monotonic() > end:
            break
    return drawn, failed


def _baited(folder: Path) -> None:
    """Copy the sample plans with such a text in every text, and let the screens use them."""
    from nvworkshop import places
    from nvworkshop.errors import InputError
    from nvworkshop.model.kinds import KINDS
    from nvworkshop.session.sessions import open_plan

    folder.mkdir()
    for number, sample in enumerate(sorted(places.SAMPLE_PLANS.glob("*.nvplan"))):
        place = folder / sample.name
        place.write_bytes(sample.read_bytes())
        session = open_plan(place)
        changes = [
            (thing.id, values)
            for kind in KINDS
            for thing in session.things(kind)
            if (values := _spoilt(kind, thing, number))
        ]
        for entity, values in changes:
            with suppress(InputError):  # what was reported is not changed afterwards
                session.set(entity, values)
        session.publish()
        session.close()
    places.SAMPLE_PLANS = folder


def _spoilt(kind: str, thing: Any, number: int) -> dict[str, Any]:
    from nvworkshop.model.fields import FieldType
    from nvworkshop.model.kinds import KINDS

    texts = {
        field.name: thing[field.name]
        for field in KINDS[kind].fields
        if field.type in (FieldType.TEXT, FieldType.LONG)
        and field.name not in _NOT_TYPED
        and isinstance(thing[field.name], str)
    }
    baits = (TEXTS[(number + n) % len(TEXTS)] for n in range(len(texts)))
    return {name: f"{text} {bait}" for (name, text), bait in zip(texts.items(), baits, strict=True)}


def _see(screen: QWidget) -> None:
    """Draw it, and say every tooltip."""
    from PySide6.QtWidgets import QApplication, QToolTip, QWidget

    screen.grab()
    for one in screen.findChildren(QWidget):
        if one.toolTip():
            QToolTip.showText(screen.pos(), one.toolTip(), one)
            QApplication.processEvents()
    QToolTip.hideText()


def _plant() -> None:
    """Show such a text as Qt would by itself."""
    from PySide6.QtWidgets import QApplication, QLabel

    app = QApplication([])
    QLabel(f"<img src='/tmp/{BAIT}.png'>").grab()
    del app


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if PLANTED in sys.argv:
        _plant()
        sys.stdout.write("1 0")
    else:
        done = draw(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]))
        sys.stdout.write(" ".join(map(str, done)))
