"""What must hold of every screen, looked up in its widgets: for tests and for pictures."""

from __future__ import annotations

from ui.checks.order import unnamed
from ui.checks.plain import rich_text
from ui.checks.room import clipped
from ui.checks.spoken import untranslated

__all__ = ["clipped", "rich_text", "unnamed", "untranslated"]
