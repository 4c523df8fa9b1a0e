"""Work that is on this computer and in no plan file: found, and put in a file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from nvworkshop.errors import InputError, PublishError
from nvworkshop.language import marked, said
from nvworkshop.planfile.peek import Peek, peek
from nvworkshop.planfile.publish import Published
from nvworkshop.planfile.store import Store
from nvworkshop.planfile.work import Work
from nvworkshop.planfile.workcopy import open_copy
from nvworkshop.planfile.workfiles import Card, WorkFiles, all_in, files_for
from nvworkshop.session.session import refuse_other_plan
from nvworkshop.session.target import Target

GONE = marked("planfilen är borta")
OUT_OF_REACH = marked("mappen går inte att nå")
NOT_WRITTEN = marked("planfilen kunde inte skrivas")
UNKNOWN = marked("det går inte att se var planfilen ligger")


@dataclass(frozen=True, slots=True)
class Unpublished:
    """A working copy with changes that its plan file lacks.

    `place` is where the plan file lies or lay, None when that is lost. `at` is when the last change
    was made, `changes` how many of people's the plan file lacks, `why` the end of a sentence.
    """

    key: str
    place: Path | None
    plan: str
    title: str
    at: datetime
    changes: int
    why: str


def unpublished(home: Path) -> tuple[Unpublished, ...]:
    """Return the work that is in no plan file, last changed first; what is open is passed over."""
    found = (_looked(files) for files in all_in(home / "work"))
    return tuple(sorted(filter(None, found), key=lambda one: one.at, reverse=True))


def left_behind(home: Path, plan: str, place: Path) -> Iterator[str]:
    """Yield what to say of work on a plan that never came into its file before that was moved."""
    for files in all_in(home / "work"):
        card = files.card()
        if card is None or card.plan != plan or card.place == place.resolve():
            continue
        one = _looked(files)
        if one and one.why == said(GONE):
            yield said(
                "Du har skrivit mer i planen ({number}) när den låg här: {place}. Det finns kvar "
                "på datorn: spara det i den här filen från startsidan."
            ).format(number=told_number(one.changes), place=one.place)


def told_number(changes: int) -> str:
    """Return how many changes, in words."""
    return said("1 ändring") if changes == 1 else said("{number} ändringar").format(number=changes)


def _looked(files: WorkFiles) -> Unpublished | None:
    card = files.card()
    seen = peek(files.database, card.published if card else 0)
    if seen is None or not seen.waiting:
        return None
    title = seen.title or (card.title if card else "")
    place = card.place if card else None
    changes = max(1, seen.written)
    return Unpublished(files.key, place, seen.plan, title, _at(seen), changes, _why(card))


def _at(seen: Peek) -> datetime:
    try:
        return datetime.fromtimestamp(seen.latest / 1000, UTC)
    except (OverflowError, ValueError, OSError):
        return datetime.fromtimestamp(0, UTC)


def _why(card: Card | None) -> str:
    if card is None:
        return said(UNKNOWN)
    target = Target(card.place, card.place.parent)
    target.recall(card)
    try:
        return said(GONE) if target.gone() else said(NOT_WRITTEN)
    except PublishError:
        return said(OUT_OF_REACH)


def rescue(home: Path, work: Unpublished, place: Path) -> Published:
    """Put the work in a plan file at `place`, read back; from then on the plan is opened there.

    A file of the same plan that lies there gets the work too. Raises PlanFileError when another
    plan or something else lies there, InUseError when a window has the work open, PublishError
    when the file can't be written, InputError when the work is no longer there.
    """
    files = WorkFiles(home / "work", work.key)
    if not files.database.exists():
        raise InputError(said("Arbetet finns inte kvar på den här datorn."))
    with closing(open_copy(files.database, work.plan)) as store:
        target = Target(place, home)
        with target.locked():
            if target.changed():
                content = target.read()
                refuse_other_plan(content, store.plan)
                with store.transaction():
                    store.append(content.changes)
            published = target.write(store)
        _settle(files, store, published, target)
    return published


def _settle(files: WorkFiles, store: Store, published: Published, target: Target) -> None:
    """Remember on the card that nothing waits any more."""
    place = target.place
    known = files.card() or Card(store.plan, place.resolve())
    others = files_for(files.folder, place, store.plan)
    mine = others.key == files.key or others.card() is None
    card = replace(known, place=place.resolve()) if mine else known
    Work(files, card).published(store, published, target.disk)
