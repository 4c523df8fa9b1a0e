"""What a window is told of its plan: all of it once, then what each edit changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from nvworkshop.model.things import Thing
from nvworkshop.planfile.store import Key
from nvworkshop.session.drafts import Leftover
from nvworkshop.session.rows import Row
from nvworkshop.strategy import Strategy


@dataclass(frozen=True, slots=True)
class Opened:
    """What a window is told of a plan that has been opened. `read_only` says why, "" if not.

    `leftovers` are texts of an earlier crash that could not be set; those that could be are, and
    `undo_label` names that step. `protected` tells that nothing will be written in the plan file.
    """

    plan: Thing | None
    strategy: Strategy
    rows: dict[str, dict[str, Row]]
    notes: tuple[str, ...]
    read_only: str = ""
    published_at: datetime | None = None
    leftovers: tuple[Leftover, ...] = ()
    undo_label: str = ""
    protected: bool = False


@dataclass(frozen=True, slots=True)
class Delta:
    """What an edit changed: rows by kind and id (None = gone), and the names of the steps.

    `entity` is what the edit made, if it made one thing. `notes` only tell; the `warnings` somebody
    should read.
    """

    label: str
    at: datetime
    rows: dict[str, dict[str, Row | None]]
    plan: Thing | None
    touched: frozenset[Key]
    notes: tuple[str, ...] = ()
    undo_label: str = ""
    redo_label: str = ""
    entity: str = ""
    warnings: tuple[str, ...] = ()
