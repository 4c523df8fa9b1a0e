"""What is known of where a plan is kept: two facts, told apart always."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from nvworkshop.errors import PlanError


@dataclass(slots=True)
class SaveState:
    """The two facts: when the last change was kept on this computer, and in the plan file."""

    kept_at: datetime | None = None
    published_at: datetime | None = None
    waiting: bool = False
    problem: PlanError | None = None
