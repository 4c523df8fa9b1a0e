"""Pictures of every screen in every look, with the sample plans: for the guide and for eyes."""

from __future__ import annotations

import os
from pathlib import Path


def platform() -> str:
    """Return the name of a platform nobody sees, with a screen of each size in the pictures."""
    monitors = str(Path(__file__).with_name("monitors.json"))
    named = os.path.relpath(monitors) if ":" in monitors else monitors  # a colon ends the name
    return f"offscreen:configfile={named}"
