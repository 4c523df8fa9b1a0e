"""`python -m ui.screenshots FOLDER [SCREEN…]`: draw the screens; 1 when something is wrong."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from ui.screenshots import platform


def main() -> int:
    """Draw the screens named, or all, into the folder named."""
    if len(sys.argv) < 2:  # noqa: PLR2004 (the folder)
        sys.stderr.write(f"{__doc__}\n")
        return 2
    os.environ["QT_QPA_PLATFORM"] = platform()
    from PySide6.QtWidgets import QApplication

    from ui.screenshots.screens import SCREENS
    from ui.screenshots.taking import LOOKS, take

    app = QApplication.instance() or QApplication(sys.argv[:1])
    app.setApplicationName("NV Workshop")
    chosen = {name: SCREENS[name] for name in sys.argv[2:]} or SCREENS
    wrong = take(chosen, LOOKS, Path(sys.argv[1]))
    for line in wrong:
        sys.stderr.write(f"{line}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
