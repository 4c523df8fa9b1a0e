"""Opening a plan only to read: when another window writes in it, or a newer program has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from nvworkshop.errors import InUseError, PlanFileError
from nvworkshop.language import marked, said
from nvworkshop.planfile.owner import Owner, owner_of
from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.planfile.schema import FORMAT
from nvworkshop.planfile.workfiles import files_for
from nvworkshop.session.files import view_of
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.unpublished import told_number, unpublished
from nvworkshop.session.view import PlanView

_ONLY_READ = marked("Här kan du läsa, men inte ändra.")


def open_to_read(
    place: Path, around: Surroundings, refused: PlanFileError
) -> tuple[PlanView, str, bool]:
    """Return the plan as its file is, why it can only be read, and whether the file is too new.

    `refused` is why it can't be written. Raises it when the file can't be read either.
    """
    try:
        content = read_plan(place, newer=True)
    except PlanFileError:
        raise refused from None
    view = view_of(content, around)
    newer = content.format > FORMAT
    view.notes[:0] = _left_out(place, around) if newer else content.notes
    if not isinstance(refused, InUseError):
        return view, f"{refused.title} {said(_ONLY_READ)}", newer
    owner = owner_of(files_for(around.home() / "work", place, view.store.plan).owner)
    return view, _in_use(owner, around.now()), newer


def _left_out(place: Path, around: Surroundings) -> Iterator[str]:
    """Yield what to say of own work that the file doesn't hold, and that isn't shown."""
    for one in unpublished(around.home()):
        if one.place == place.resolve():
            yield said(
                "Du har skrivit mer än det som står i filen ({number}). Det finns kvar på datorn: "
                "spara det i en egen fil från startsidan."
            ).format(number=told_number(one.changes))


def _in_use(owner: Owner | None, now: datetime) -> str:
    since = said(" sedan {clock}").format(clock=_clock(owner.since, now)) if owner else ""
    return said("Planen är öppen i ett annat fönster på den här datorn{since}. {only_read}").format(
        since=since, only_read=said(_ONLY_READ)
    )


def _clock(then: datetime, now: datetime) -> str:
    """Return the local time, with the date unless it is today's."""
    then, now = then.astimezone(), now.astimezone()
    return then.strftime("%H:%M" if then.date() == now.date() else "%Y-%m-%d %H:%M")
