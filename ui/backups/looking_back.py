"""Reads backups away from the window: lists them, opens one, compares it, restores from it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from nvworkshop.errors import PlanError
from nvworkshop.session import comparing, keeping
from nvworkshop.session.comparing import Difference
from nvworkshop.session.keeping import Exported, Kept, Reader, ToKeep
from nvworkshop.session.live import Delta
from nvworkshop.session.restoring import restore_to
from nvworkshop.session.view import PlanView
from ui.background import Worker
from ui.desk import Desk

T = TypeVar("T")
_SOON = 200
"""Milliseconds after a change of the plan until it is compared again."""


class LookingBack(QObject):
    """One plan's backups; `read` shows one of them, and what was asked for before is forgotten.

    Files are read and written in a thread of its own, so that the plan's thread is free to edit.
    """

    listed = Signal(object)  # list[Kept]
    compared = Signal(object, str)  # list[Difference], and what differs in a sentence
    unreadable = Signal(object)  # PlanError: the backup asked for can't be read
    kept = Signal(object)  # Kept: a backup was made
    exported = Signal(object)  # Exported
    restored = Signal(object)  # Delta
    failed = Signal(object)  # PlanError

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Look back on the desk's plan."""
        super().__init__(parent)
        self._desk = desk
        self._worker = Worker("backups", self)
        self._wanted: Kept | None = None
        self._then: PlanView | None = None
        self._stopped = False
        self._again = QTimer(self, singleShot=True, interval=_SOON)
        self._again.timeout.connect(self._compare)
        desk.changed.connect(self._on_changed)
        desk.saved.connect(self._on_saved)

    def refresh(self) -> None:
        """List the backups; `listed` follows."""
        self._desk.ask(keeping.backups_of, self._if_wanted(self.listed.emit), self._fail)

    def read(self, backup: Kept) -> None:
        """Read a backup and compare; `compared` or `unreadable` follows."""
        self._wanted = backup
        self._let_go()
        self._with_reader(partial(self._open, backup))

    def restore(self, keys: Collection[tuple[str, str]] | None) -> None:
        """Make the plan, or some things of it, read as the backup; `restored` follows."""
        then = self._then
        if then is not None:
            self._desk.edit(
                lambda session: restore_to(session, then, keys),
                self._if_wanted(self._on_restored),
                self._fail,
            )

    def keep_now(self) -> None:
        """Make a backup of the plan as it is; `kept` follows."""
        self._desk.ask(keeping.copied, self._if_wanted(self._on_copied), self._fail)

    def export(self, backup: Kept, place: Path) -> None:
        """Write a backup as a plan file; `exported` follows."""

        def _export(reader: Reader) -> None:
            self._worker.do(lambda: reader.export(backup, place), self._on_exported, self._fail)

        self._with_reader(_export)

    def stop(self) -> None:
        """Let go of the backup; what is being written is written all the same."""
        self._stopped = True
        self._again.stop()
        self._wanted = None
        self._desk.changed.disconnect(self._on_changed)
        self._desk.saved.disconnect(self._on_saved)
        self._let_go()
        self._worker.stop(0)

    @property
    def ready(self) -> bool:
        """Whether a backup has been read and can be restored from."""
        return self._then is not None

    def _with_reader(self, use: Callable[[Reader], None]) -> None:
        self._desk.ask(keeping.reader_of, self._if_wanted(use), self._fail)

    def _if_wanted(self, call: Callable[[T], None]) -> Callable[[T], None]:
        """Return a call that does nothing once the screen is closed and nobody waits for it."""
        return lambda answer: None if self._stopped else call(answer)

    def _fail(self, error: PlanError) -> None:
        if not self._stopped:
            self.failed.emit(error)

    def _open(self, backup: Kept, reader: Reader) -> None:
        if backup == self._wanted:
            self._worker.do(
                lambda: reader.open(backup),
                partial(self._on_opened, backup),
                partial(self._on_unreadable, backup),
            )

    def _on_opened(self, backup: Kept, then: PlanView) -> None:
        if backup != self._wanted:
            self._worker.do(then.store.close)
            return
        self._then = then
        self._compare()

    def _on_unreadable(self, backup: Kept, error: PlanError) -> None:
        if backup == self._wanted:
            self.unreadable.emit(error)

    def _compare(self) -> None:
        then = self._then
        if then is not None:
            self._desk.ask(
                lambda view: _compared(view, then),
                self._if_wanted(partial(self._on_compared, then)),
                self._fail,
            )

    def _on_compared(self, then: PlanView, found: tuple[list[Difference], str]) -> None:
        if then is self._then:
            self.compared.emit(*found)

    def _on_changed(self, _: Delta) -> None:
        self._again.start()

    def _on_saved(self, _: object) -> None:
        """List anew: a backup may have been made on the way to the plan file."""
        self.refresh()

    def _on_restored(self, delta: Delta) -> None:
        self.restored.emit(delta)
        self.refresh()

    def _on_copied(self, copy: ToKeep) -> None:
        self._worker.do(copy.keep, self._on_kept, self._fail)

    def _on_kept(self, kept: Kept) -> None:
        self.kept.emit(kept)
        self.refresh()

    def _on_exported(self, exported: Exported) -> None:
        self.exported.emit(exported)

    def _let_go(self) -> None:
        """Close the backup that was read, after what the plan's thread does with it."""
        then, self._then = self._then, None
        if then is not None:
            self._desk.ask(lambda _: then.store.close(), lambda _: None, lambda _: None)


def _compared(now: PlanView, then: PlanView) -> tuple[list[Difference], str]:
    differences = comparing.compare(now, then)
    return differences, comparing.said(differences)
