"""Opening a plan to work in for long: from its file and from the working copy on this computer."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from nvworkshop.errors import DamagedFileError, NewerFileError, NotAPlanError, PlanFileError
from nvworkshop.language import marked, said
from nvworkshop.planfile.owner import claim
from nvworkshop.planfile.publish import Published, held_by, newest_in
from nvworkshop.planfile.reading.content import PlanContent
from nvworkshop.planfile.store import Appended, Store
from nvworkshop.planfile.work import Work, title_of
from nvworkshop.planfile.workcopy import working_copy
from nvworkshop.planfile.workfiles import Card, cards_at, files_for
from nvworkshop.session.put_over import is_older, keep_own
from nvworkshop.session.sentences import PUT_BACK
from nvworkshop.session.session import Session
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.target import Target
from nvworkshop.session.unpublished import left_behind

_FROM_COPY = marked("Planen är öppnad från kopian på den här datorn.")


@dataclass(frozen=True, slots=True)
class _Found:
    """What lies at a plan's place.

    `content` is None when the file is as the card says, or can't be read now; `known` tells which.
    """

    plan: str
    content: PlanContent | None = None
    known: bool = False
    notes: tuple[str, ...] = ()


def open_on_disk(place: Path, around: Surroundings) -> Session:
    """Open the plan at `place` with its working copy; the file may be gone if there is one.

    A file that is as it was last seen is not read again. Raises InUseError when another window has
    the working copy.
    """
    target = Target(place, around.home())
    folder = around.home() / "work"
    found = _found(target, cards_at(folder, place))
    files = files_for(folder, place, found.plan)
    card = files.card() or Card(found.plan, place.resolve())
    if not files.database.exists():  # one without a card couldn't be told from lost work
        Work(files, card).keep()
    notes: list[str] = []
    store = working_copy(folder, place, found.plan, notes)
    try:
        content = found.content
        if found.known and not _follows(store, card):
            content = target.read()
        now, before = around.now(), store.aside
        appended = _appended(store, content)
        session = Session(store, target, around)
        if content is not None:
            with session.writing():
                keep_own(session, content, before, appended)
            if is_older(content, min(card.published, store.count()), appended.new):
                notes.append(said(PUT_BACK))
        session.work = Work(files, replace(card, place=place.resolve(), opened=now.isoformat()))
        notes += left_behind(around.home(), found.plan, place)
        session.notes[:0] = [*found.notes, *notes, *(content.notes if content else ())]
        _remember(session, session.work, _whole(store, card, content, found), content)
        claim(files.owner, now)
    except BaseException:
        store.close()
        raise
    return session


def _appended(store: Store, content: PlanContent | None) -> Appended:
    with store.transaction():
        return store.append(content.changes if content else ())


def _found(target: Target, cards: list[Card]) -> _Found:
    for card in cards:
        if target.recognise(card):
            return _Found(card.plan, known=True)
    try:
        content = target.read()
        return _Found(own_plan(content), content)
    except NewerFileError:
        raise
    except PlanFileError as error:
        if not cards:
            raise
        return _without_file(target, cards[0], error)


def _without_file(target: Target, card: Card, error: PlanFileError) -> _Found:
    """Return what to open when the file is gone or can't be read, but there is a working copy."""
    target.recall(card)
    content = None
    if isinstance(error, DamagedFileError | NotAPlanError) and target.place.is_file():
        with suppress(PlanFileError):  # as the plan's own it counts as damaged: to be kept beside
            content = target.read()
    return _Found(card.plan, content, notes=(f"{error.title} {said(_FROM_COPY)}",))


def _follows(store: Store, card: Card) -> bool:
    """Tell whether the working copy is at least as new as its card."""
    with suppress(ValueError):
        return store.count() >= card.published and store.knows(bytes.fromhex(card.newest))
    return False


def _whole(
    store: Store, card: Card, content: PlanContent | None, found: _Found
) -> Published | None:
    """Return the publication that lies there, if it holds just what the working copy does."""
    if content is not None:
        return held_by(store, content)
    if found.known and store.count() == card.published:
        return Published(card.place, card.sha256, card.published, size=card.size)
    return None


def _remember(
    session: Session, work: Work, whole: Published | None, content: PlanContent | None
) -> None:
    """Write on the card how much of the working copy the plan file holds."""
    if whole is not None:
        session.published(whole)
    elif content is not None:
        work.keep(
            title=title_of(session.store),
            published=len(content.changes),
            newest=newest_in(session.store),
            sha256=content.sha256 if content.clean else "",
            size=content.size,
            disk=session.needed_target.disk,
        )
    else:
        work.keep()


def own_plan(content: PlanContent) -> str:
    """Return the id of the plan a file is; a damaged file that lost its mark is its first plan."""
    if content.plan:
        return content.plan
    found = next((one.entity for one in content.changes if one.kind == "plan"), "")
    if not found:
        raise DamagedFileError(
            said("{name} är skadad: det går inte att se vilken plan det är.").format(
                name=content.path.name
            ),
            hint=said("Slå samman den i en annan plan, så följer det som gick att läsa med."),
        )
    return found
