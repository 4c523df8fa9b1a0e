"""Whether a new file can be made at a place, told before anything is done for it."""

from __future__ import annotations

from pathlib import Path

from nvworkshop.errors import InputError
from nvworkshop.language import said
from nvworkshop.planfile.publish import as_publish_error


def refuse_taken(place: Path) -> None:
    """Raise InputError when something lies there, PublishError when that can't be seen."""
    try:
        taken = place.exists()
    except OSError as error:  # a name no disk takes, or a folder nobody may look in
        raise as_publish_error(error, place, "") from error
    if taken:
        raise InputError(
            said("{name} finns redan.").format(name=place.name), hint=said("Välj ett annat namn.")
        )


def refuse_place(place: Path) -> None:
    """Do so also when the folder isn't there."""
    refuse_taken(place)
    if not place.parent.is_dir():
        raise InputError(
            said("Mappen {name} finns inte.").format(name=place.parent.name),
            hint=said("Gör mappen först."),
        )
