"""What must not be loaded before the window is seen: it would be waited for at every start."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_SEEN = """
import os, sys
from ui.window import main_window

class Window(main_window.MainWindow):
    def paintEvent(self, event):
        print(*sys.modules)
        sys.stdout.flush()
        os._exit(0)

main_window.MainWindow = Window
from ui import app
app.run()
"""
_LATER = (
    "nvworkshop.model.kinds",
    "nvworkshop.planfile",
    "nvworkshop.reports",
    "nvworkshop.session.live",
    "nvworkshop.strategy",
    "click",
    "filelock",
    "sqlite3",
    "subprocess",
    "ui.desk",
    "ui.help.pages",
    "ui.theme.icons",
    "ui.window.plan_view",
)


def test_the_window_is_seen_before_the_plan_is_known(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SEEN],
        env=os.environ | {"NVWORKSHOP_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = done.stdout.split()
    assert "ui.start.page" in loaded
    assert [one for one in _LATER if one in loaded] == []
