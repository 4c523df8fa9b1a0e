"""The backups of a plan: which there are, what one holds, and one more when asked for."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from nvworkshop.errors import DamagedFileError, PlanFileError
from nvworkshop.language import marked, said
from nvworkshop.model.changes import Change
from nvworkshop.model.kinds import REDACT
from nvworkshop.planfile import backups
from nvworkshop.planfile.publish import publish
from nvworkshop.planfile.reading.content import PlanContent
from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.planfile.store import Store
from nvworkshop.session.files import store_of
from nvworkshop.session.opening import own_plan
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.taken import refuse_taken
from nvworkshop.session.view import PlanView

REASON = "egen"
_REASONS = {
    "merge": marked("före sammanslagning"),
    "undo-merge": marked("före återtagen sammanslagning"),
    "restore": marked("före återställning"),
    "import": marked("före inläsning"),
    "dagens": marked("automatisk"),
    REASON: marked("gjord för hand"),
}


@dataclass(frozen=True, slots=True)
class Kept:
    """One backup: when (milliseconds since 1970 UTC), before what, its bytes and its place.

    `of` is the plan file it was made of, None when that isn't known.
    """

    at: int
    reason: str
    size: int
    place: Path
    of: Path | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """A backup written as a plan file: how many changes it holds, and how many were damaged."""

    place: Path
    changes: int
    damaged: int


@dataclass(frozen=True, slots=True)
class ToKeep:
    """A copy of a plan that is to become a backup."""

    store: Callable[[], Store]
    folder: Path
    now: datetime
    of: Path | None

    def keep(self) -> Kept:
        """Write a verified backup, in any thread, and let go of the copy. Raises PublishError."""
        with closing(self.store()) as store:
            made = backups.keep(store, self.folder, reason=REASON, now=self.now, of=self.of)
            return _kept(made)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the backups of one plan, in any thread: it needs nothing of the open plan."""

    plan: str
    surroundings: Surroundings
    redactions: tuple[Change, ...]

    def open(self, backup: Kept) -> PlanView:
        """Return the plan as it was; what has been erased for good since is not in it.

        Raises PlanFileError: a damaged backup lacks changes, and nobody can tell which.
        """
        content = read_plan(backup.place)
        self._refuse_other(content)
        if not content.clean:
            raise _damaged(content)
        store = store_of(self.plan, [*content.changes, *self.redactions])
        return PlanView(store, self.surroundings)

    def export(self, backup: Kept, out: Path) -> Exported:
        """Write a backup as a plan file of its own and read it back; a damaged one as it can be.

        Raises InputError when `out` exists, PlanFileError and PublishError.
        """
        refuse_taken(out)
        content = read_plan(backup.place)
        self._refuse_other(content)
        changes = [*content.changes, *self.redactions]
        with closing(store_of(own_plan(content), changes)) as store:
            published = publish(store, out)
        return Exported(out, published.changes, content.damaged)

    def _refuse_other(self, content: PlanContent) -> None:
        if content.plan not in ("", self.plan):
            raise PlanFileError(
                said("Säkerhetskopian är av en annan plan."), hint=said("Välj en annan kopia.")
            )


def _damaged(content: PlanContent) -> DamagedFileError:
    lost = said("{damaged} av {expected} ändringar gick inte att läsa.").format(
        damaged=content.damaged, expected=content.expected
    )
    return DamagedFileError(
        said("Säkerhetskopian är skadad."),
        lost if content.damaged else said("Filen är trasig, så något kan saknas i den."),
        said("Välj en annan kopia, eller spara det som gick att läsa som fil."),
    )


def reader_of(view: PlanView) -> Reader:
    """Return what reads this plan's backups."""
    redactions = view.store.changes("kind = ?", (REDACT.name,))
    return Reader(view.store.plan, view.surroundings, tuple(redactions))


def backups_of(view: PlanView) -> list[Kept]:
    """Return the backups of a plan, newest first."""
    return [_kept(one) for one in backups.kept(view.backup_folder)]


def copied(view: PlanView) -> ToKeep:
    """Return a copy of the plan as it is now, to be kept in another thread."""
    store, now = partial(Store, view.store.copied()), view.surroundings.now()
    return ToKeep(store, view.backup_folder, now, view.file)


def _kept(backup: backups.Backup) -> Kept:
    try:
        size = backup.place.stat().st_size
    except OSError:  # it may have been thinned away just now
        size = 0
    at = round(backup.at.timestamp() * 1000)
    return Kept(at, said(_REASONS.get(backup.reason, backup.reason)), size, backup.place, backup.of)
