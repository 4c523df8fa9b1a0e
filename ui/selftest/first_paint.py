"""`nvworkshop --first-paint`: start as usual, end when the window is painted. For measuring."""

from __future__ import annotations

import os
import sys

from nvworkshop.places import home


def run() -> int:
    """Show the window and end; the process's own time is the answer."""
    from ui import app

    program = app.Program([*sys.argv[:1], "-style", "Fusion"])
    window = app.build(home())
    window.seen.connect(lambda: os._exit(0))
    window.appear()
    return program.exec()
