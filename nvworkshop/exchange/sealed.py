"""A file with a password around it, in the age format: other programs that know age open it too.

The password is stretched by scrypt, and what is inside is encrypted and authenticated by
ChaCha20-Poly1305 (age-encryption.org/v1), so a file that has been tampered with does not open.
A child process does it (`sealing`): it takes seconds, in which nothing else could be done here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from nvworkshop.durable import write
from nvworkshop.errors import CancelledError, NotAPlanError, PlanError, PlanFileError
from nvworkshop.exchange import sealing
from nvworkshop.exchange.placing import differs, placing
from nvworkshop.exchange.sealing_sentences import failure
from nvworkshop.language import said
from nvworkshop.outside.child import Child, command_of, never

SUFFIX = ".age"
SECONDS = 120.0
"""How long the locking or unlocking of one copy may take, in processor time."""

_MARK = b"age-encryption.org/v1"
_WORK = re.compile(rb"^-> scrypt \S+ (\d+)", re.MULTILINE)
_MOST_WORK = 21
"""The password is stretched in 2 to this power of steps, a KiB each: here 2 GiB, some seconds."""
_HEADERS_END = b"\n--- "

Tell = Callable[[str], object]
"""Told each time a part is done, in words of the child."""


def write_sealed(
    data: bytes,
    place: Path,
    password: str,
    *,
    tell: Tell = len,
    cancelled: Callable[[], bool] = never,
) -> None:
    """Write bytes with a password around them, and read them back.

    Raises ExportError, and CancelledError when `cancelled()`: nothing is left of it then.
    """
    with placing(place) as temporary:
        locked = _done(_Errand(sealing.LOCK, data, password, place), tell, cancelled)
        if _asks_too_much(locked):
            raise failure("strong", sealing.LOCK, place)
        write(temporary, locked)
        if temporary.read_bytes() != locked:
            raise differs(place, said("innehållet är ett annat"))
        if cancelled():
            raise _stopped()


def read_sealed(
    place: Path, password: str, *, tell: Tell = len, cancelled: Callable[[], bool] = never
) -> bytes:
    """Return what is inside; nothing is written.

    Raises InputError for a wrong password, CancelledError when `cancelled()`, else PlanFileError.
    """
    data = _sealed_bytes(place)
    return _done(_Errand(sealing.UNLOCK, data, password, place), tell, cancelled)


def is_sealed(place: Path) -> bool:
    """Tell whether a file has a password around it, by how it begins."""
    if not place.is_file():
        return False
    try:
        with place.open("rb") as file:
            return file.read(len(_MARK)) == _MARK
    except OSError:
        return False


def command() -> list[str]:
    """Return the command line of the child."""
    import pyrage

    libraries = [str(Path(pyrage.__file__).resolve().parents[1])]
    return command_of("nvworkshop.exchange.sealing", "--seal", libraries)


class _Errand(NamedTuple):
    """What a child is to do: lock or unlock the bytes of a place."""

    do: str
    data: bytes
    password: str
    place: Path


def _done(errand: _Errand, tell: Tell, cancelled: Callable[[], bool]) -> bytes:
    """Let a child do it; however that ends, the child is gone afterwards."""
    try:
        child = Child(command())
    except OSError as error:
        raise failure("not_started", errand.do, errand.place) from error
    status, made = "crashed", b""
    try:
        with child.given(_asked(errand), errand.data, seconds=SECONDS, cancelled=cancelled) as out:
            for told in sealing.receive(out):
                status, made = told
                tell(status)
    except (OSError, ValueError, KeyError, TypeError):
        status = "crashed"
    finally:
        child.close()
    if status == "ok":
        return made
    raise _why(status, child, errand)


def _asked(errand: _Errand) -> bytes:
    word = unicodedata.normalize("NFC", errand.password)
    return sealing.question(errand.do, word, len(errand.data), SECONDS)


def _why(status: str, child: Child, errand: _Errand) -> PlanError:
    if child.unwanted:
        return _stopped()
    return failure("slow" if child.expired else status, errand.do, errand.place)


def _stopped() -> CancelledError:
    return CancelledError(said("Det avbröts. Inget har skrivits."))


def _sealed_bytes(place: Path) -> bytes:
    if place.exists() and not place.is_file():  # reading one could wait forever
        raise NotAPlanError(said("{name} är ingen vanlig fil.").format(name=place.name))
    try:
        if place.stat().st_size > sealing.MOST:
            raise PlanFileError(
                said("{name} är för stor för att vara en plan.").format(name=place.name)
            )
        data = place.read_bytes()
    except OSError as error:
        raise PlanFileError(said("{name} går inte att läsa.").format(name=place.name)) from error
    if not data.startswith(_MARK):
        raise NotAPlanError(
            said("{name} är ingen kopia med lösenord.").format(name=place.name),
            hint=said("Är det en vanlig planfil öppnar du den som den är."),
        )
    if _asks_too_much(data):
        raise failure("strong", sealing.UNLOCK, place)
    return data


def _asks_too_much(locked: bytes) -> bool:
    """Tell whether a file asks for more work than any program of ours would make of a password."""
    header = locked.partition(_HEADERS_END)[0]
    return any(int(one.lstrip(b"0")[:9] or 0) > _MOST_WORK for one in _WORK.findall(header))
