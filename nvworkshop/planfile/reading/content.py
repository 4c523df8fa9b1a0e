"""What reading a plan file gives."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nvworkshop.errors import NewerFileError
from nvworkshop.model.changes import Change


@dataclass(frozen=True)
class PlanContent:
    """The content of a plan file: every change in it verified by its hash."""

    path: Path
    sha256: str
    """Hex, of exactly the bytes that were read."""
    size: int
    """Bytes."""
    format: int
    plan: str
    """The id of the plan the file is; "" when that is lost."""
    changes: list[Change]
    """In the order of the file."""
    expected: int
    """About how many changes the file should hold."""
    damaged: int
    """How many of them are missing or did not verify."""
    salvaged: bool
    """Whether the file's structure was damaged and the changes were collected from its pages."""
    notes: tuple[str, ...]
    """Swedish sentences for the person who chose the file."""

    @property
    def clean(self) -> bool:
        """Tell whether nothing at all is wrong with the file."""
        return not self.salvaged and self.damaged == 0


class NewerPlanError(NewerFileError):
    """The file was written by a newer program; `version` is its format."""

    version = 0
