"""Backups that nobody asks for: at the first opening of a day, and now and then while editing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from nvworkshop.errors import PublishError
from nvworkshop.model.changes import REDACT
from nvworkshop.planfile import backups
from nvworkshop.planfile.store import Store
from nvworkshop.session.session import Session

REASON = "dagens"
AT_OPENING = timedelta(hours=12)
"""A backup older than this is followed by one before the first edit of an opening."""

WHILE_EDITING = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Due:
    """A backup to make of a copy of the plan, in any thread.

    `redactions` is how many erasures the copy knows, `of` the plan file.
    """

    folder: Path
    now: datetime
    redactions: int
    of: Path | None

    def make(self, store: Store) -> str:
        """Make it; return a sentence when that can't be done, "" when it is."""
        try:
            backups.keep(store, self.folder, reason=REASON, now=self.now, of=self.of)
        except PublishError as error:
            return error.sentence
        return ""


class AutoBackup:
    """When a backup of an open plan is due."""

    def __init__(self, session: Session) -> None:
        """Begin with an opening."""
        self._session = session
        self._last: datetime | None = None
        self._written = session.store.writes

    def due(self) -> Due | None:
        """Return the backup that is due now, if any; it is taken for made, even if it fails."""
        session = self._session
        now = session.surroundings.now()
        if not self._is_due(now):
            return None
        self._last, self._written = now, session.store.writes
        return Due(session.backup_folder, now, len(session.things(REDACT)), session.file)

    def _is_due(self, now: datetime) -> bool:
        if self._last is not None:
            edited = self._session.store.writes != self._written
            return edited and now - self._last >= WHILE_EDITING
        self._last = now
        newest = max((one.at for one in backups.kept(self._session.backup_folder)), default=None)
        if newest is None:
            return True
        changed = self._session.store.latest > newest.timestamp() * 1000
        return changed and now - newest > AT_OPENING

    def made(self, due: Due) -> None:
        """Erase in the backup what was erased while it was made."""
        session = self._session
        if len(session.things(REDACT)) > due.redactions:
            session.warnings += session.forget(session.store.changes("kind = ?", (REDACT,)))
