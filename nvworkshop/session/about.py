"""What this program is made of and where it keeps things, for people who ask or help."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from nvworkshop import __version__
from nvworkshop.language import marked, said
from nvworkshop.places import ROOT, home
from nvworkshop.planfile.engine import sqlite_version

PACKAGES = (
    "click",
    "defusedxml",
    "filelock",
    "icalendar",
    "jinja2",
    "markdown",
    "matplotlib",
    "nh3",
    "openpyxl",
    "platformdirs",
    "pyrage",
    "PySide6-Essentials",
    "python-docx",
    "qtawesome",
    "snowballstemmer",
    "sqlite-utils",
    "typst",
)
"""What the program is built on; the same as the dependencies in pyproject.toml."""

LICENCES = "licences.txt"
"""The licences of all the program is built on, whole; made when it is frozen."""

_UNSAID = marked("licensen står i paketet")


@dataclass(frozen=True, slots=True)
class Package:
    """A package the program uses: name, version and licence, as the package says itself."""

    name: str
    version: str
    licence: str


def facts() -> list[tuple[str, str]]:
    """Return what helps when something is asked about: labels in Swedish, and values."""
    return [
        ("NV Workshop", __version__),
        ("Python", platform.python_version()),
        ("SQLite", sqlite_version()),
        ("System", platform.platform(aliased=True)),
    ]


def folders() -> list[tuple[str, Path]]:
    """Return where things lie on this computer: labels in Swedish, and folders."""
    return [
        (said("Programmets mapp"), home()),
        (said("Arbetskopior"), home() / "work"),
        (said("Säkerhetskopior"), home() / "backups"),
    ]


def packages() -> list[Package]:
    """Return the packages that can be found."""
    found = []
    for name in PACKAGES:
        try:
            found.append(package(name))
        except metadata.PackageNotFoundError:  # a frozen program may leave the papers out
            continue
    return found


def package(name: str) -> Package:
    """Return what a package says of itself. Raises PackageNotFoundError."""
    spoken = metadata.metadata(name)
    told = [*(spoken.get_all("License-Expression") or ()), *(spoken.get_all("License") or ()), ""]
    first = str(told[0]).strip().partition("\n")[0]
    return Package(name, str(spoken["Version"]), first or said(_UNSAID))


def licences() -> Path | None:
    """Return the file with every licence whole; None where the program is not frozen."""
    place = ROOT / "papers" / LICENCES
    return place if place.is_file() else None
