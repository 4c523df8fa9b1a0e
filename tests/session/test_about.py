from __future__ import annotations

import re
import tomllib
from pathlib import Path

from nvworkshop.places import ROOT
from nvworkshop.session.about import PACKAGES, facts, folders, packages


def test_versions_are_told() -> None:
    told = dict(facts())
    assert set(told) == {"NV Workshop", "Python", "SQLite", "System"}
    assert told["SQLite"].startswith("3.")


def test_folders_lie_in_the_programs_own(home: Path) -> None:
    assert all(home in (place, place.parent) for _, place in folders())


def test_the_list_of_packages_is_the_projects() -> None:
    said = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    needed = [re.split(r"[<>=~!]", one)[0] for one in said["project"]["dependencies"]]
    assert sorted(PACKAGES, key=str.casefold) == sorted(needed, key=str.casefold)


def test_every_package_has_a_licence() -> None:
    found = packages()
    assert [one.name for one in found] == list(PACKAGES)
    assert all(one.licence and one.version for one in found)
