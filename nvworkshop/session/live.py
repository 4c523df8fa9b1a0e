"""A plan kept open for a window: its session, its rows, and what each edit changed of them.

Everything here runs in one thread, the plan's own; only what is returned is shown elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from nvworkshop.errors import InputError, InUseError, NewerFileError, PublishError
from nvworkshop.language import said
from nvworkshop.planfile.connection import answering
from nvworkshop.planfile.store import Key
from nvworkshop.session import copies, moving
from nvworkshop.session.autobackup import AutoBackup
from nvworkshop.session.collecting import uncollected
from nvworkshop.session.copies import CopyFinder, FoundCopy, Holds
from nvworkshop.session.drafts import At, Drafts, Leftover
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.publishing import PlanCopy, Result, copied, took, waiting
from nvworkshop.session.rows import Row, RowBuilder
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import open_plan
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.told import Delta, Opened
from nvworkshop.session.view import PlanView

__all__ = ["KEPT", "Delta", "LivePlan", "Opened"]

T = TypeVar("T")
KEPT = (
    "action",
    "joint_action",
    "workshop",
    "participant",
    "idea",
    "note",
    "self_rating",
    "follow_up",
)
"""The kinds whose rows are kept for what shows them."""


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
        self._drafts: Drafts | None = None
        self._backups: AutoBackup | None = None
        self._finder: CopyFinder | None = None
        self._too_new = False

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
            raise _only_read()
        return self._session

    @property
    def drafts(self) -> Drafts:
        """The texts of open fields. Raises InputError when the plan is open for reading alone."""
        if self._drafts is None:
            raise _only_read()
        return self._drafts

    @property
    def rows(self) -> RowBuilder:
        """The maker of rows."""
        if self._rows is None:
            raise RuntimeError("the plan is not open")
        return self._rows

    def open(self) -> Opened:
        """Open the plan and make its rows; only to read when it can't be written. Raises PlanError.

        What an earlier crash left of texts in open fields is set, as one step.
        """
        with uncollected():
            return self._open()

    def _open(self) -> Opened:
        try:
            session = open_plan(self.place, surroundings=self.surroundings, on_disk=True)
        except (InUseError, NewerFileError) as error:
            from nvworkshop.session.reading import open_to_read  # seldom needed, slow to import

            view, reason, self._too_new = open_to_read(self.place, self.surroundings, error)
            return self._opened(view, read_only=reason)
        try:
            return self._opened_to_write(session)
        except BaseException:
            session.close()  # it would hold the working copy
            raise

    def _opened_to_write(self, session: Session) -> Opened:
        at = self.surroundings.now() if session.current_publication else None
        self._session = session
        self._backups = AutoBackup(session)
        self._drafts = Drafts(session)
        leftovers = self._drafts.take_up()
        self._find_beside(session)
        session.listen(self._outcomes.append)
        return self._opened(session, at=at, leftovers=leftovers)

    def _opened(
        self,
        view: PlanView,
        *,
        read_only: str = "",
        at: datetime | None = None,
        leftovers: tuple[Leftover, ...] = (),
    ) -> Opened:
        self._view = view
        self._rows = RowBuilder(view)
        rows = {kind: {one.thing.id: one for one in self.rows.all_of(kind)} for kind in KEPT}
        undo = self._session.undo_label if self._session else ""
        protected = bool(self._session and self._session.needed_target.is_protected)
        notes = self._notes()
        return Opened(
            view.plan, view.strategy, rows, notes, read_only, at, leftovers, undo, protected
        )

    def _find_beside(self, session: Session) -> None:
        if session.work:
            self._finder = CopyFinder(self.place, Holds(session.store), session.work.files.seen)

    @answering()
    def ask(self, question: Callable[[PlanView], T]) -> T:
        """Answer a question about the plan."""
        return question(self.view)

    @answering()
    def edit(self, change: Callable[[Session], Outcome]) -> Delta:
        """Make a change and return what it did. Raises PlanError; then nothing has changed."""
        return self._delta(change(self.session))

    @answering()
    def draft(self, kind: str, entity: str, field: str, text: str | None) -> None:
        """Keep what stands in an open field, for good; None when it is set or taken back.

        Raises PlanError when it can't be kept.
        """
        if text is None:
            self.drafts.clear((kind, entity), field)
        else:
            self.drafts.put((kind, entity), field, text)

    def dismiss_leftovers(self) -> None:
        """Forget the texts of an earlier crash that could not be set."""
        self.drafts.dismiss()

    @answering()
    def copied(self) -> PlanCopy:
        """Return a copy to publish in another thread."""
        return copied(self.session, self._backups.due() if self._backups else None)

    @answering()
    def took(self, copy: PlanCopy, result: Result) -> Delta:
        """Take in what publishing found in the file; return what it changed."""
        took(self.session, copy, result)
        if copy.backup and self._backups:
            self._backups.made(copy.backup)
        return self._delta(Outcome(label=said("Planfilen hade ändrats")))

    def waiting(self) -> int:
        """Return how many of people's changes are not in the plan file."""
        return waiting(self.session)

    def looks_changed(self) -> bool:
        """Tell whether publishing would find the file changed, gone or out of reach.

        Callable from any thread.
        """
        if self._session is None:
            return False
        target = self._session.needed_target
        try:
            return target.changed() or target.gone()
        except PublishError:
            return True

    def save_copy(self, place: Path) -> None:
        """Write a copy of the plan to a new file. Raises PlanError."""
        if self._too_new:
            moving.save_bytes(self.place, place)
        else:
            moving.save_copy(self.view, place)

    def move(self, place: Path) -> Delta:
        """Move the plan file to a new place and go on there. Raises PlanError; then it is not."""
        self.session.warnings += moving.move(self.session, place)
        self.place = place
        self._find_beside(self.session)
        return self._delta(Outcome(label=said("Flytta planfilen")))

    def copies(self, cancel: Callable[[], bool] | None = None) -> tuple[FoundCopy, ...]:
        """Return the copies of the plan beside it with changes it lacks; callable from any thread.

        Raises CancelledError when `cancel` says so.
        """
        return self._finder.look(cancel) if self._finder else ()

    def take_in(self, place: Path) -> Delta:
        """Merge a copy of the plan into it. Raises PlanError."""
        return self.edit(lambda session: copies.take_in(session, place))

    def leave_copy(self, place: Path) -> None:
        """Say no to a copy: it is not found again until somebody writes in it."""
        if self._finder:
            self._finder.leave(place)

    def close(self) -> None:
        """Publish what is not published, and close. Raises PublishError; closed all the same."""
        if self._view is None:
            return
        session, self._session = self._session, None
        try:
            if session is not None:
                _publish_last(session)
        finally:
            if session is not None:
                session.close()
            else:
                self._view.store.close()
            self._view = None

    def _delta(self, outcome: Outcome) -> Delta:
        told, self._outcomes[:] = tuple(self._outcomes), []
        touched = frozenset(key for one in (outcome, *told) for key in one.touched)
        self._forget_drafts(at for one in (outcome, *told) for at in one.erased)
        notes = dict.fromkeys(note for one in (outcome, *told) for note in one.notes)
        warnings = dict.fromkeys(note for one in (outcome, *told) for note in one.warnings)
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
            (*warnings, *self._warnings()),
        )

    def _forget_drafts(self, erased: Iterable[At]) -> None:
        """Let no text of a field outlive that it was erased."""
        if (fields := frozenset(erased)) and self._drafts:
            self._drafts.forget(fields)

    def _touched_rows(self, touched: Iterable[Key]) -> dict[str, dict[str, Row | None]]:
        rows: dict[str, dict[str, Row | None]] = {kind: {} for kind in KEPT}
        for kind, entity in touched:
            if kind in KEPT:
                thing = self.view.current(kind, entity)
                there = thing is not None and not self.view.is_ground(thing)
                rows[kind][entity] = self.rows.row(thing) if thing and there else None
        return {kind: self._in_order(kind, of) for kind, of in rows.items()}

    def _in_order(self, kind: str, rows: dict[str, Row | None]) -> dict[str, Row | None]:
        """Return rows oldest first: what was made in one step comes in the order it was made."""
        if len(rows) <= 1:
            return rows
        places = {one.id: n for n, one in enumerate(self.view.things(kind))}
        return dict(sorted(rows.items(), key=lambda row: places.get(row[0], -1)))

    def _warnings(self) -> tuple[str, ...]:
        warnings, self.view.warnings[:] = tuple(self.view.warnings), []
        return warnings

    def _notes(self) -> tuple[str, ...]:
        """Take the sentences the session has for the person."""
        notes, self.view.notes[:] = tuple(self.view.notes), []
        return notes


def _only_read() -> InputError:
    instead = said("Spara en kopia att ändra i.")
    return InputError(said("Planen är öppen bara för läsning."), hint=instead)


def _publish_last(session: Session) -> None:
    """Publish; a file out of reach is no trouble when it holds everything."""
    try:
        session.publish()
    except PublishError:
        if session.current_publication is None:
            raise
