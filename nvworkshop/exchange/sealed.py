"""A file with a password around it, in the age format: other programs that know age open it too.

The password is stretched by scrypt, and what is inside is encrypted and authenticated by
ChaCha20-Poly1305 (age-encryption.org/v1), so a file that has been tampered with does not open.
"""

from __future__ import annotations

import re
from pathlib import Path

from nvworkshop.durable import write
from nvworkshop.errors import InputError, NotAPlanError, PlanFileError
from nvworkshop.exchange.placing import differs, placing
from nvworkshop.language import said

SUFFIX = ".age"
_MARK = b"age-encryption.org/v1"
_MOST = 320 << 20
"""Bytes: more than the largest plan file that is read."""
_WORK = re.compile(rb"^-> scrypt \S+ (\d+)", re.MULTILINE)
_MOST_WORK = 20
"""The password is stretched in 2 to this power of steps, a KiB each: here a GiB, some seconds."""
_HEADERS_END = b"\n--- "


def write_sealed(data: bytes, place: Path, password: str) -> None:
    """Write bytes with a password around them, and read them back. Raises ExportError."""
    from pyrage import passphrase

    with placing(place) as temporary:
        write(temporary, passphrase.encrypt(data, password))
        if passphrase.decrypt(temporary.read_bytes(), password) != data:
            raise differs(place, said("innehållet är ett annat"))


def read_sealed(place: Path, password: str) -> bytes:
    """Return what is inside. Raises InputError for a wrong password, PlanFileError otherwise."""
    from pyrage import DecryptError, passphrase

    data = _sealed_bytes(place)
    try:
        return bytes(passphrase.decrypt(data, password))
    except DecryptError as error:
        raise _refusal(place, str(error)) from error


def is_sealed(place: Path) -> bool:
    """Tell whether a file has a password around it, by how it begins."""
    try:
        with place.open("rb") as file:
            return file.read(len(_MARK)) == _MARK
    except OSError:
        return False


def _sealed_bytes(place: Path) -> bytes:
    try:
        if place.stat().st_size > _MOST:
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
    _refuse_work(place, data.partition(_HEADERS_END)[0])
    return data


def _refuse_work(place: Path, header: bytes) -> None:
    """Refuse a file that asks for more work than any program of ours would make of a password."""
    if any(int(one.lstrip(b"0")[:9] or 0) > _MOST_WORK for one in _WORK.findall(header)):
        raise PlanFileError(
            said("{name} är låst så att det tar all kraft ur datorn att öppna den.").format(
                name=place.name
            ),
            hint=said("Be om en ny kopia från den som gjorde den."),
        )


def _refusal(place: Path, spoken: str) -> InputError | PlanFileError:
    if spoken == "Decryption failed":  # the header didn't open: nothing else gives this
        return InputError(
            said("Lösenordet öppnar inte {name}.").format(name=place.name),
            hint=said("Se efter stora och små bokstäver."),
        )
    return PlanFileError(
        said("{name} är skadad eller ändrad, och öppnas därför inte.").format(name=place.name),
        hint=said("Be om en ny kopia från den som gjorde den."),
    )
