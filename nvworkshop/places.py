"""Where things lie on this computer: shipped resources and the program's own folder."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).parent.parent
"""The folder that holds `resources/` and `sample_plans/`."""

RESOURCES = ROOT / "resources"
SAMPLE_PLANS = ROOT / "sample_plans"
SCREENS = ROOT / "docs" / "screens"
"""The pictures of the guide; a program may come without them."""


def home() -> Path:
    """Return the program's own folder for working copies and backups, made if missing."""
    folder = home_place()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def home_place() -> Path:
    """Return where the program's own folder is to be.

    NVWORKSHOP_HOME in the environment puts it elsewhere, for example on a stick.
    """
    chosen = os.environ.get("NVWORKSHOP_HOME")
    if chosen:
        return Path(chosen)
    import platformdirs  # only needed when nobody chose

    return Path(platformdirs.user_data_dir("nvworkshop", appauthor=False))
