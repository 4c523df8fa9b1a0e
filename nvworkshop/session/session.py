"""The open plan: everything a person can do to one, whether by window or by command line."""

from __future__ import annotations

from pathlib import Path

from nvworkshop.errors import InputError, PlanFileError
from nvworkshop.language import said
from nvworkshop.planfile import backups
from nvworkshop.planfile.owner import release
from nvworkshop.planfile.publish import Published, held_by
from nvworkshop.planfile.reading.content import PlanContent
from nvworkshop.planfile.store import Store
from nvworkshop.planfile.work import Work
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.put_over import keep_own
from nvworkshop.session.sentences import WRITTEN_AGAIN
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.target import Target
from nvworkshop.session.writing import NewThing, Writing

__all__ = ["NewThing", "Session", "refuse_other_plan"]


class Session(Writing):
    """One open plan: what is written in it, and the plan file that is published."""

    def __init__(self, store: Store, target: Target | None, surroundings: Surroundings) -> None:
        """Wrap an open store; use `sessions.create` and `sessions.open` instead."""
        super().__init__(store, surroundings)
        self.target = target
        self.work: Work | None = None
        self._published: Published | None = None
        self._written = 0

    def publish(self) -> Published:
        """Write the plan file: what has come into it meanwhile is joined with ours first."""
        target = self.needed_target
        with target.locked():
            published = self.current_publication
            if target.changed():
                content = target.read()
                self.join_content(content)
                target.ahead = False
                published = held_by(self.store, content)
            if published is None or target.missing():
                published = target.write(self.store)
                self.warnings += (said(WRITTEN_AGAIN),) if published.again else ()
            self.published(published)
            return published

    @property
    def file(self) -> Path | None:
        """The plan file that is written, None when there is none."""
        return self.target.place if self.target else None

    @property
    def needed_target(self) -> Target:
        """Where the plan is published; InputError when it has no file."""
        if self.target is None:
            raise InputError(said("Planen har ingen fil att skriva till."))
        return self.target

    @property
    def current_publication(self) -> Published | None:
        """What was published last, if nothing was written since."""
        return self._published if self._written == self.store.writes else None

    def published(self, published: Published) -> None:
        """Remember that the plan file holds everything until the next change."""
        self._published = published
        self._written = self.store.writes
        if self.work and self.target:
            self.work.published(self.store, published, self.target.disk)

    def join_content(self, content: PlanContent) -> None:
        """Join what was read of the plan's own file."""
        refuse_other_plan(content, self.store.plan)
        with self.writing():
            before = self.store.aside
            appended = self.store.append(content.changes)
            appended = keep_own(self, content, before, appended)
        self.warnings += self.forget(appended.new)
        if appended.new:
            self.notes.append(_joined_note(len(appended.new)))
            self._tell(Outcome(appended.touched, said("Planfilen hade ändrats")))

    def backup(self, reason: str) -> backups.Backup:
        """Keep a verified copy of the plan as it is now."""
        now = self.surroundings.now()
        return backups.keep(self.store, self.backup_folder, reason=reason, now=now, of=self.file)

    def close(self) -> None:
        """Close the database; nothing more is written."""
        if self.work:
            release(self.work.files.owner)
        self.store.close()


def refuse_other_plan(content: PlanContent, plan: str) -> None:
    """Raise PlanFileError when the file at the plan's place is another plan."""
    if content.plan and content.plan != plan:
        raise PlanFileError(
            said("{name} är en annan plan än den du skriver på.").format(name=content.path.name),
            hint=said("Spara din plan under ett annat namn."),
        )


def _joined_note(new: int) -> str:
    if new == 1:
        return said("Planfilen hade en ändring till. Den är med nu.")
    return said("Planfilen hade {new} ändringar till. De är med nu.").format(new=new)
