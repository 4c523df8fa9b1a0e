"""Publishing away from the thread that edits: a copy of the plan is written, then told back."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from nvworkshop.planfile.publish import Published
from nvworkshop.planfile.reading.content import PlanContent
from nvworkshop.planfile.store import Store
from nvworkshop.session.session import Session, refuse_other_plan
from nvworkshop.session.target import Target


@dataclass(frozen=True, slots=True)
class PlanCopy:
    """The plan as it was when `writes` was the session's number of writes."""

    connection: sqlite3.Connection
    target: Target
    writes: int
    published: Published | None

    def publish(self) -> Result:
        """Join what has come into the file with the copy, write it, and say what happened.

        A file that holds the same as the copy is left alone. Raises PublishError, PlanFileError.
        """
        store = Store(self.connection)
        try:
            with self.target.locked():
                return self._publish(store)
        finally:
            store.close()

    def _publish(self, store: Store) -> Result:
        content = self.target.read() if self.target.changed() else None
        if content is not None:
            refuse_other_plan(content, store.plan)
            with store.transaction():
                store.append(content.changes)
            if content.clean and store.count() == len(content.changes):
                return Result(Published(content.path, content.sha256, store.count()), content)
        if content is None and self.published and self.target.place.exists():
            return Result(self.published, None)
        return Result(self.target.write(store), content)


@dataclass(frozen=True, slots=True)
class Result:
    """What was published, and what had come into the file meanwhile."""

    published: Published
    content: PlanContent | None


def copied(session: Session) -> PlanCopy:
    """Return a copy of the plan to publish in another thread; `took` ends it."""
    target = session.needed_target
    return PlanCopy(
        session.store.copied(), target, session.store.writes, session.current_publication
    )


def took(session: Session, copy: PlanCopy, result: Result) -> None:
    """Join what the file had, and remember the publication unless more was written since."""
    same = session.store.writes == copy.writes
    if result.content is not None:
        session.join_content(result.content)
    if same:
        session.published(result.published)
