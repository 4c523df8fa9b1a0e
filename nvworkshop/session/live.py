"""A plan kept open for a window: its session, its rows, and what each edit changed of them.

Everything here runs in one thread, the plan's own; only what is returned is shown elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from nvworkshop.errors import InputError
from nvworkshop.model.things import Thing
from nvworkshop.planfile.store import Key
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.publishing import PlanCopy, Result, copied, took
from nvworkshop.session.rows import Row, RowBuilder
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import open_plan
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.view import PlanView
from nvworkshop.strategy import Strategy

T = TypeVar("T")
TABLES = ("action", "joint_action")
"""The kinds shown as tables, whose rows are kept."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a window is told of a plan that has been opened. `read_only` says why, "" if not."""

    plan: Thing | None
    strategy: Strategy
    rows: dict[str, dict[str, Row]]
    notes: tuple[str, ...]
    read_only: str = ""
    published_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Delta:
    """What an edit changed: rows by kind and id (None = gone), and the names of the steps.

    `entity` is what the edit made, if it made one thing.
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


class LivePlan:
    """One plan open for a window."""

    def __init__(self, place: Path, surroundings: Surroundings) -> None:
        """Remember the place; `open` opens it."""
        self.place = place
        self.surroundings = surroundings
        self._view: PlanView | None = None
        self._session: Session | None = None
        self._rows: RowBuilder | None = None
        self._outcomes: list[Outcome] = []

    @property
    def view(self) -> PlanView:
        """The open plan."""
        if self._view is None:
            raise RuntimeError("the plan is not open")
        return self._view

    @property
    def session(self) -> Session:
        """The open plan to write in. Raises InputError when it is open for reading alone."""
        if self._session is None:
            raise InputError(
                "Planen är öppen bara för läsning.", hint="Spara en kopia att ändra i."
            )
        return self._session

    @property
    def rows(self) -> RowBuilder:
        """The maker of rows."""
        if self._rows is None:
            raise RuntimeError("the plan is not open")
        return self._rows

    def open(self) -> Opened:
        """Open the plan and make its rows. Raises PlanError."""
        session = open_plan(self.place, surroundings=self.surroundings, on_disk=True)
        session.listen(self._outcomes.append)
        self._view = self._session = session
        self._rows = RowBuilder(session)
        rows = {kind: {one.thing.id: one for one in self.rows.all_of(kind)} for kind in TABLES}
        now = self.surroundings.now()
        at = now if session.current_publication else None
        return Opened(session.plan, session.strategy, rows, self._notes(), "", at)

    def ask(self, question: Callable[[PlanView], T]) -> T:
        """Answer a question about the plan."""
        return question(self.view)

    def edit(self, change: Callable[[Session], Outcome]) -> Delta:
        """Make a change and return what it did. Raises PlanError; then nothing has changed."""
        return self._delta(change(self.session))

    def copied(self) -> PlanCopy:
        """Return a copy to publish in another thread."""
        return copied(self.session)

    def took(self, copy: PlanCopy, result: Result) -> Delta:
        """Take in what publishing found in the file; return what it changed."""
        took(self.session, copy, result)
        return self._delta(Outcome(label="Planfilen hade ändrats"))

    def looks_changed(self) -> bool:
        """Tell whether the plan file has been changed by another; callable from any thread."""
        return self.session.needed_target.changed()

    def close(self) -> None:
        """Publish what is not published, and close. Raises PublishError; closed all the same."""
        if self._view is None:
            return
        try:
            if self._session is not None:
                self._session.publish()
        finally:
            self._view.store.close()

    def _delta(self, outcome: Outcome) -> Delta:
        told, self._outcomes[:] = tuple(self._outcomes), []
        touched = frozenset(key for one in (outcome, *told) for key in one.touched)
        notes = dict.fromkeys(note for one in (outcome, *told) for note in one.notes)
        return Delta(
            outcome.label,
            self.surroundings.now(),
            self._touched_rows(touched),
            self.session.plan,
            touched,
            (*notes, *self._notes()),
            self.session.undo_label,
            self.session.redo_label,
            outcome.entity,
        )

    def _touched_rows(self, touched: Iterable[Key]) -> dict[str, dict[str, Row | None]]:
        rows: dict[str, dict[str, Row | None]] = {kind: {} for kind in TABLES}
        for kind, entity in touched:
            if kind in TABLES:
                thing = self.view.current(kind, entity)
                rows[kind][entity] = self.rows.row(thing) if thing else None
        return rows

    def _notes(self) -> tuple[str, ...]:
        """Take the sentences the session has for the person."""
        notes, self.view.notes[:] = tuple(self.view.notes), []
        return notes
