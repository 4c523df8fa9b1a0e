from __future__ import annotations

import json
from pathlib import Path

import pytest

from nvworkshop.session import about
from nvworkshop.session.papers import BILL, packages_with, write_papers


def test_packages_are_found_by_what_they_hold() -> None:
    found = packages_with(["docx.api", "openpyxl", "nvworkshop.errors", "sys", "PySide6.QtCore"])
    assert [one.casefold() for one in found] == ["openpyxl", "pyside6_essentials", "python-docx"]


def test_licences_are_told_whole(tmp_path: Path) -> None:
    write_papers(tmp_path, ["click", "PySide6_Essentials"])
    told = (tmp_path / about.LICENCES).read_text("utf-8")
    for wanted in ("GNU LESSER GENERAL PUBLIC LICENSE", "Python 3.", "click 8", "Redistribution"):
        assert wanted in told


def test_the_bill_names_versions_and_licences(tmp_path: Path) -> None:
    write_papers(tmp_path, ["click"])
    bill = json.loads((tmp_path / BILL).read_text("utf-8"))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert [one["name"] for one in bill["components"]] == ["Python", "SQLite", "click"]
    click = bill["components"][-1]
    assert click["purl"] == f"pkg:pypi/click@{click['version']}"
    assert click["licenses"] == [{"license": {"name": "BSD-3-Clause"}}]


def test_a_program_that_is_not_frozen_has_no_file_of_licences(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert about.licences() is None
    monkeypatch.setattr(about, "ROOT", tmp_path)
    write_papers(tmp_path / "papers", ["click"])
    assert about.licences() == tmp_path / "papers" / about.LICENCES
