"""Publishing away from the thread that edits: a copy of the plan is written, then told back."""

from __future__ import annotations

from dataclasses import dataclass

from nvworkshop.language import said
from nvworkshop.model.kinds import KINDS
from nvworkshop.planfile.publish import Published, held_by, newest_in
from nvworkshop.planfile.reading.content import PlanContent
from nvworkshop.planfile.store import Copy, Store
from nvworkshop.planfile.work import Work, title_of
from nvworkshop.session.autobackup import Due
from nvworkshop.session.put_over import is_older
from nvworkshop.session.sentences import PUT_BACK, WRITTEN_AGAIN
from nvworkshop.session.session import Session, refuse_other_plan
from nvworkshop.session.target import Target


@dataclass(frozen=True, slots=True)
class PlanCopy:
    """The plan as it was when `writes` was the session's number of writes."""

    connection: Copy
    target: Target
    writes: int
    published: Published | None
    work: Work | None = None
    backup: Due | None = None

    def publish(self) -> Result:
        """Join what has come into the file with the copy, write it, and say what happened.

        A file that holds the same as the copy is left alone, and so is one the plan has moved
        away from. Raises PublishError, PlanFileError.
        """
        try:
            warnings = self._back_up()
            with self.target.locked():
                return self._publish(warnings)
        finally:
            self.connection.close()

    def _back_up(self) -> tuple[str, ...]:
        """Make the backup that is due; the file can wait for it, for it may be the last whole."""
        if self.backup is None:
            return ()
        told = self.backup.make(Store(self.connection))
        return (told,) if told else ()

    def _publish(self, warnings: tuple[str, ...]) -> Result:
        target = self.target
        if target.left:
            return Result(None, None, warnings)
        content = target.read() if target.changed() else None
        if content is None and self.published and not target.gone():
            return Result(self.published, None, warnings)
        store = Store(self.connection)
        mine, newest = store.count(), newest_in(store)
        published = None
        if content is not None:
            refuse_other_plan(content, store.plan)
            with store.transaction():
                brought = store.append(content.changes).new
            if self.work and is_older(content, self.work.card.published, brought):
                warnings += (said(PUT_BACK),)
            published = held_by(store, content)
        published = published or target.write(store)
        target.ahead = content is not None  # until `took`, the session lacks what the file had
        if self.work and content is None:
            self.work.published(store, published, target.disk)
        elif self.work:
            self.work.keep(
                title=title_of(store), published=mine, newest=newest, sha256="", disk=target.disk
            )
        warnings += (said(WRITTEN_AGAIN),) if published.again else ()
        warnings += (*(content.notes if content else ()), *warned_of(published))
        return Result(published, content, warnings)


@dataclass(frozen=True, slots=True)
class Result:
    """What was published, and what had come into the file meanwhile.

    `published` is None when the plan had moved to another place. `warnings` are sentences that
    somebody should read.
    """

    published: Published | None
    content: PlanContent | None
    warnings: tuple[str, ...] = ()


def warned_of(published: Published) -> tuple[str, ...]:
    """Return a sentence about a damaged file that lay where the plan was written."""
    if not published.kept:
        return ()
    kept = said("Den skadade filen finns kvar som {name}").format(name=published.kept.name)
    return (
        said("Planfilen var skadad. {kept}, och en hel är skriven i dess ställe.").format(
            kept=kept
        ),
    )


def copied(session: Session, backup: Due | None = None) -> PlanCopy:
    """Return a copy of the plan to publish in another thread; `took` ends it."""
    return PlanCopy(
        session.store.copied(),
        session.needed_target,
        session.store.writes,
        session.current_publication,
        session.work,
        backup,
    )


def took(session: Session, copy: PlanCopy, result: Result) -> None:
    """Join what the file had, and remember the publication unless more was written since."""
    session.warnings += result.warnings
    same = session.store.writes == copy.writes
    if result.content is not None:
        session.join_content(result.content)
        copy.target.ahead = False
    if result.published is None or copy.target is not session.target:
        return
    if (
        same and session.store.count() == result.published.changes
    ):  # joining may have added a receipt
        session.published(result.published)
    elif result.content is not None and session.work:
        session.work.keep(
            published=result.published.changes,
            newest=newest_in(session.store),
            sha256=result.published.sha256,
            size=result.published.size,
        )


def waiting(session: Session) -> int:
    """Return how many changes of people's the plan file lacks."""
    if session.current_publication is not None or session.work is None:
        return 0
    later = session.store.changes("n > ?", (session.work.card.published,))
    return sum(not (one.kind in KINDS and KINDS[one.kind].system) for one in later)
