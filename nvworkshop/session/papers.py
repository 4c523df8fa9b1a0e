"""The papers of the program: the licences of all it is built on, and a bill of materials.

Both are made of what the packages say of themselves, when the program is frozen.
"""

from __future__ import annotations

import json
import platform
import sys
import sysconfig
from collections.abc import Iterable, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

from nvworkshop import __version__
from nvworkshop.places import RESOURCES
from nvworkshop.planfile.engine import sqlite_version
from nvworkshop.session.about import LICENCES, Package, package

BILL = "sbom.cdx.json"
"""The bill of materials, as CycloneDX 1.6."""

_OWN = "nvworkshop"
_LICENCE_FILES = ("LICEN", "COPYING", "NOTICE", "AUTHORS")
_RULE = "\n" + "=" * 78 + "\n"


def packages_with(modules: Iterable[str]) -> list[str]:
    """Return the packages that the modules came in, sorted, without the program's own."""
    tops = {one.partition(".")[0] for one in modules}
    found = metadata.packages_distributions()
    names = {name for top in tops for name in found.get(top, ())}
    return sorted(names - {_OWN}, key=str.casefold)


def licences(names: Sequence[str]) -> str:
    """Return the licences of Python, Qt and the packages named, whole."""
    parts = [_said_of(package(name), _texts_of(name)) for name in names]
    python = Package("Python", platform.python_version(), "PSF-2.0")
    lesser = [(RESOURCES / "licences" / f"{one}.txt") for one in ("LGPL-3.0", "GPL-3.0")]
    qt = Package("Qt", package("PySide6-Essentials").version, "LGPL-3.0-only")
    first = [_said_of(python, _python_licence()), _said_of(qt, lesser)]
    return _RULE.join([*first, *parts])


def _said_of(one: Package, texts: Sequence[Path]) -> str:
    read = [text.read_text("utf-8", errors="replace").strip() for text in texts]
    return "\n\n".join([f"{one.name} {one.version}\n{one.licence}", *read]) + "\n"


def _texts_of(name: str) -> list[Path]:
    """Return the files of a package's papers that are licences."""
    files = metadata.files(name) or ()
    papers = (one for one in files if one.parts[0].endswith(".dist-info"))
    named = (one for one in papers if one.name.upper().startswith(_LICENCE_FILES))
    return [Path(str(one.locate())) for one in named]


def _python_licence() -> list[Path]:
    folders = (sysconfig.get_path("stdlib"), sys.base_prefix)
    places = (Path(folder) / "LICENSE.txt" for folder in folders)
    return [one for one in places if one.is_file()][:1]


def bill(names: Sequence[str]) -> dict[str, Any]:
    """Return the bill of materials: the program, Python, SQLite and the packages named."""
    said = [package(name) for name in names]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": _OWN, "version": __version__}},
        "components": [
            _component("Python", platform.python_version(), "PSF-2.0", "pkg:generic/python"),
            _component("SQLite", sqlite_version(), "blessing", "pkg:generic/sqlite"),
            *(
                _component(one.name, one.version, one.licence, f"pkg:pypi/{one.name.lower()}")
                for one in said
            ),
        ],
    }


def _component(name: str, version: str, licence: str, url: str) -> dict[str, Any]:
    return {
        "type": "library",
        "bom-ref": f"{url}@{version}",
        "name": name,
        "version": version,
        "licenses": [{"license": {"name": licence}}],
        "purl": f"{url}@{version}",
    }


def write_papers(folder: Path, names: Sequence[str]) -> None:
    """Write both about the packages named into a folder, made if missing."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / LICENCES).write_text(licences(names), "utf-8")
    (folder / BILL).write_text(json.dumps(bill(names), ensure_ascii=False, indent=1), "utf-8")
