"""What must hold of every screen, looked up in its widgets: for tests and for pictures."""

from __future__ import annotations

from ui.checks.order import unnamed
from ui.checks.pixels import faint_edges, faint_text, unseen_focus
from ui.checks.plain import rich_text
from ui.checks.room import clipped
from ui.checks.spoken import untranslated
from ui.checks.targets import small_targets

__all__ = [
    "clipped",
    "faint_edges",
    "faint_text",
    "rich_text",
    "small_targets",
    "unnamed",
    "unseen_focus",
    "untranslated",
]
