"""`python -m ui.screenshots.chosen FOLDER`: draw the guide's pictures, small."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from ui.screenshots import platform

CHOSEN = (
    "start", "workshop-preparing", "leading-shift", "room-cards", "leading-actions", "plan",
    "coverage", "merge", "joining-suggestions", "followup", "leading-follow-up", "reports",
)  # fmt: skip
"""The screens that the readme and the help show."""

MOST = 120 * 1024
"""Bytes that a picture may have: they are part of the program that is handed out."""


def shrink(drawn: Path, out: Path) -> int:
    """Write a picture with a palette of its own instead of all colours; return its bytes."""
    from PIL import Image  # comes with matplotlib

    with Image.open(drawn) as picture:
        few = picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)
    few.save(out, optimize=True)
    return out.stat().st_size


def main() -> int:
    """Draw the chosen screens into the folder named; 1 when something is wrong in one."""
    os.environ["QT_QPA_PLATFORM"] = platform()
    from PySide6.QtWidgets import QApplication

    from ui.screenshots.screens import SCREENS
    from ui.screenshots.taking import LOOKS, take

    app = QApplication.instance() or QApplication(sys.argv[:1])
    app.setApplicationName("NV Workshop")
    with tempfile.TemporaryDirectory() as folder:
        wrong = take({name: SCREENS[name] for name in CHOSEN}, LOOKS[:1], Path(folder))
        for name in CHOSEN:
            drawn = Path(folder, f"{name}-{LOOKS[0].name}.png")
            if shrink(drawn, Path(sys.argv[1], f"{name}.png")) > MOST:
                wrong.append(f"{name}: more than {MOST} bytes")
    for line in wrong:
        sys.stderr.write(f"{line}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
