"""Takes the symbols out of the libraries of a frozen program on Linux: nobody reads them there."""

from __future__ import annotations

import subprocess
from pathlib import Path

_ELF = b"\x7fELF"
_COMMAND = ("strip", "--strip-unneeded", "--preserve-dates")


def strip_symbols(folder: Path) -> int:
    """Strip every library under the folder; return how many bytes it made the folder smaller.

    Those that came with a wheel in a folder of their own (`numpy.libs`) were moved about when it
    was made, and are spoilt by stripping.
    """
    places = [one for one in folder.rglob("*.so*") if _is_library(one)]
    before = sum(one.stat().st_size for one in places)
    if places:
        subprocess.run([*_COMMAND, *places], check=True)  # noqa: S603 - our own files
    return before - sum(one.stat().st_size for one in places)


def _is_library(place: Path) -> bool:
    if place.is_symlink() or not place.is_file() or place.parent.suffix == ".libs":
        return False
    with place.open("rb") as file:
        return file.read(len(_ELF)) == _ELF
