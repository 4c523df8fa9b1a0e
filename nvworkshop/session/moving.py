"""Saving a copy of a plan, and moving its file to another place."""

from __future__ import annotations

from contextlib import closing, suppress
from pathlib import Path

from nvworkshop import durable
from nvworkshop.errors import PlanError, PublishError
from nvworkshop.language import said
from nvworkshop.planfile.publish import Published, as_publish_error, publish
from nvworkshop.planfile.store import Store
from nvworkshop.session.session import Session
from nvworkshop.session.taken import refuse_place
from nvworkshop.session.target import Target
from nvworkshop.session.view import PlanView


def save_copy(view: PlanView, place: Path) -> Published:
    """Write a copy of the plan to `place` and read it back; the plan goes on with its own file.

    Raises InputError when something lies there already, PublishError when it can't be written.
    """
    refuse_place(place)
    with closing(Store(view.store.copied())) as copy:
        return publish(copy, place, unchanged=lambda: not place.exists())


def save_bytes(source: Path, place: Path) -> None:
    """Copy a plan file as it is, to be used for one that this program can only read.

    Raises as `save_copy` does.
    """
    refuse_place(place)
    temporary = place.with_name(f".{place.name[:100]}.tmp")
    try:
        data = source.read_bytes()
        temporary.unlink(missing_ok=True)
        durable.write(temporary, data)
        durable.replace(temporary, place)
        durable.sync_folder(place.parent)
        same = place.read_bytes() == data
    except OSError as error:
        raise as_publish_error(error, place) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    if not same:
        raise PublishError(
            said("{name} lästes tillbaka med annat innehåll än det som skrevs.").format(
                name=place.name
            )
        )


def move(session: Session, place: Path) -> tuple[str, ...]:
    """Publish the plan at another place and go on there; return sentences about the old file.

    The old file is removed if it holds just what was last read or written there. Whenever this is
    cut short, what is in the working copy is found from the one place or the other. Raises
    InputError when something lies there, PublishError when it can't be written; then all is as
    it was.
    """
    old = session.needed_target
    refuse_place(place)
    with old.locked():
        notes = _join_old(session, old)
        new = Target(place, session.surroundings.home())
        with new.locked():
            refuse_place(place)
            published = new.write(session.store)
            _point_card(session, new, published)
        session.target = new
        session.published(published)
        old.left = True
        return (*notes, *_remove_old(old))


def _join_old(session: Session, old: Target) -> tuple[str, ...]:
    """Take in what has come into the old file; one that can't be read now is left where it is."""
    try:
        if old.changed():
            session.join_content(old.read())
            old.ahead = False
    except PlanError as error:
        return (error.title,)
    return ()


def _point_card(session: Session, new: Target, published: Published) -> None:
    """Let the working copy be found from the new place, or take the new file back."""
    if session.work is None:
        return
    try:
        session.work.keep_surely(
            place=new.place.resolve(),
            published=published.changes,
            sha256="",
            opened=session.surroundings.now().isoformat(),
        )
    except OSError as error:
        new.remove()
        raise PublishError(
            said("Planfilen kunde inte flyttas."),
            said("Programmets egen mapp går inte att skriva i: disken kan vara full."),
            said("Frigör utrymme och försök igen."),
        ) from error


def _remove_old(old: Target) -> tuple[str, ...]:
    name = old.place.name
    try:
        if old.gone() or old.remove():
            return ()
    except PublishError:
        return (
            said(
                "Den gamla filen {name} går inte att nå nu. Finns den kvar är den en äldre kopia."
            ).format(name=name),
        )
    return (
        said(
            "Den gamla filen {name} ligger kvar: den är ändrad, eller går inte att ta bort."
        ).format(name=name),
    )
