"""The privacy guard: a person is asked before a text with a personal number is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from nvworkshop.errors import PersonalNumberError
from nvworkshop.language import marked, said
from nvworkshop.model.fields import Field, FieldType, Kind
from nvworkshop.model.personal_number import adds_personal_number
from nvworkshop.model.things import Thing

if TYPE_CHECKING:
    from nvworkshop.session.outcome import Outcome
    from nvworkshop.session.session import Session

_WRITTEN = (FieldType.TEXT, FieldType.LONG, FieldType.PERIOD, FieldType.DATA)
"""The fields that keep words people write; the others keep ids, days and numbers."""

_APART = "\n\n\n"
"""So far apart that no number is made of the end of one text and the beginning of the next."""

_ID = re.compile("[0-9a-f]{16,}")
"""An id of a thing inside a value of the program's own: no text."""

_WHY = marked("En plan ska inte ha uppgifter om patienter eller brukare.")


class Guard:
    """Stands where typed values enter one open plan; what is in files already passes."""

    def __init__(self) -> None:
        """Ask about every number."""
        self._lifted = False

    @contextmanager
    def lifted(self) -> Iterator[None]:
        """Let numbers in inside: a person has read the sentence and said so."""
        before, self._lifted = self._lifted, True
        try:
            yield
        finally:
            self._lifted = before

    def check(self, kind: Kind, values: Mapping[str, Any], stands: Thing | None = None) -> None:
        """Raise PersonalNumberError for a number that does not stand in its field already.

        `values` are as logged, and `stands` is the thing they are for.
        """
        for name, data in {} if self._lifted else values.items():
            field = kind.field(name)
            held = stands[name] if stands is not None else None
            if field is None:
                continue
            if adds_personal_number(text_in(field, data), text_in(field, held)):
                raise PersonalNumberError(
                    _sentence(field), said(_WHY), said("Ändra texten om det är så.")
                )


def kept_anyway(change: Callable[[Session], Outcome]) -> Callable[[Session], Outcome]:
    """Return the edit as a person has confirmed it: with whatever numbers there are in it."""

    def _kept(session: Session) -> Outcome:
        with session.guard.lifted():
            return change(session)

    return _kept


def remark(field: Field, data: Any) -> tuple[str, ...]:
    """Return the sentence about a number in a value that is shown before it is kept, if any."""
    if not adds_personal_number(text_in(field, data), ""):
        return ()
    return (f"{_sentence(field)} {said(_WHY)}",)


def _sentence(field: Field) -> str:
    return said("{field}: här verkar stå ett personnummer eller samordningsnummer.").format(
        field=said(field.sv)
    )


def text_in(field: Field, data: Any) -> str:
    """Return everything in a value that a person can have written, a line each."""
    if field.type is FieldType.NUMBER:
        return str(data)
    return _APART.join(_parts(data)) if field.type in _WRITTEN else ""


def _parts(data: Any) -> Iterator[str]:
    match data:
        case str():
            yield from () if _ID.fullmatch(data) else (data,)
        case dict():
            for one in data.values():
                yield from _parts(one)
        case list():
            for one in data:
                yield from _parts(one)
