"""The sentences for a copy that could not be locked or unlocked."""

from __future__ import annotations

from pathlib import Path

from nvworkshop.errors import ExportError, InputError, PlanError, PlanFileError
from nvworkshop.exchange.sealing import LOCK
from nvworkshop.language import marked, said

_NO_LOCK = marked("{name} gick inte att låsa.")
_NO_OPENING = marked("{name} gick inte att låsa upp.")
_NEW_COPY = marked("Be om en ny kopia från den som gjorde den.")
_AGAIN = marked("Försök igen.")
_ROOM = marked("Stäng andra program och försök igen.")

_WHY = {
    "memory": (marked("Datorns minne räckte inte."), _ROOM),
    "crashed": (
        marked("Den del av programmet som gör det stannade. Minnet kan ha tagit slut."),
        _ROOM,
    ),
    "slow": (marked("Det tog för lång tid och avbröts."), _ROOM),
    "not_started": (
        marked("Den del av programmet som gör det gick inte att starta."),
        marked("Starta om programmet och försök igen."),
    ),
    "differs": (marked("Det som låstes gick inte att låsa upp till samma sak."), _AGAIN),
}


def failure(code: str, do: str, place: Path) -> PlanError:
    """Return the error for a code of the child; never more of the path than the name."""
    name = place.name
    if code == "password":
        return InputError(
            said("Lösenordet öppnar inte {name}.").format(name=name),
            hint=said("Se efter stora och små bokstäver."),
        )
    if code == "damaged" and do != LOCK:
        return PlanFileError(
            said("{name} är skadad eller ändrad, och öppnas därför inte.").format(name=name),
            hint=said(_NEW_COPY),
        )
    if code == "strong":
        return _too_strong(do, name)
    detail, hint = _WHY.get(code, _WHY["crashed"])
    if do == LOCK:
        return ExportError(said(_NO_LOCK).format(name=name), said(detail), said(hint))
    return PlanFileError(said(_NO_OPENING).format(name=name), said(detail), said(hint))


def _too_strong(do: str, name: str) -> PlanError:
    if do == LOCK:
        return ExportError(
            said("{name} blev låst så hårt att andra datorer inte orkar öppna den.").format(
                name=name
            ),
            hint=said(_AGAIN),
        )
    return PlanFileError(
        said("{name} är låst så att det tar all kraft ur datorn att öppna den.").format(name=name),
        hint=said(_NEW_COPY),
    )
