"""What the page for IT departments says is so."""

from __future__ import annotations

import re

from nvworkshop.__main__ import READ_BOOKS, READ_PLANS, SEAL, SELFTEST
from nvworkshop.importing.remembered import NAME as LAYOUTS
from nvworkshop.places import ROOT
from nvworkshop.planfile.backups import KEEP_LAST
from nvworkshop.session.about import LICENCES
from nvworkshop.session.papers import BILL
from nvworkshop.session.recents import NAME as RECENTS

PAGE = (ROOT / "docs" / "it.md").read_text("utf-8")
WORKFLOW = (ROOT / ".github" / "workflows" / "frozen.yml").read_text("utf-8")
INSTALLER = (ROOT / ".github" / "workflows" / "nvworkshop.wxs").read_text("utf-8")


def test_options_and_files_are_those_of_the_program() -> None:
    options = (READ_BOOKS, READ_PLANS, SEAL, SELFTEST)
    wanted = (*options, LICENCES, BILL, "NVWORKSHOP_HOME", "bugs.txt")
    assert [one for one in wanted if one not in PAGE] == []
    assert KEEP_LAST == 10
    assert "alltid de senaste tio" in PAGE


def test_every_place_in_the_programs_folder_is_told() -> None:
    sources = [
        one.read_text("utf-8")
        for folder in ("nvworkshop", "ui")
        for one in (ROOT / folder).rglob("*.py")
    ]
    joined = {name for text in sources for name in re.findall(r'home\(\) / "([^"]+)"', text)}
    assert joined >= {"work", "backups", "exempel", "look", "pictures", "rapportmallar"}
    known = joined | {LAYOUTS, RECENTS, "bugs.txt", "settings.json", "locks"}
    assert [one for one in sorted(known) if f"`{one}`" not in PAGE] == []


def test_what_is_handed_out_is_what_is_built() -> None:
    named = re.findall(r"nvworkshop-(?:windows|linux)-[\w.]+", PAGE)
    assert len(set(named)) == 3
    assert [one for one in named if one not in WORKFLOW] == []
    assert "nvworkshop-macos-${{ matrix.name }}.zip" in WORKFLOW


def test_the_installer_needs_no_administrator_and_knows_plan_files() -> None:
    assert 'Scope="perUserOrMachine"' in INSTALLER
    assert r"Software\Classes\.nvplan" in INSTALLER
    reg = (ROOT / "resources" / "desktop" / "nvplan.reg").read_text("utf-8")
    for key in ("NVWorkshop.Plan", "Handlingsplan (NV Workshop)", r"shell\open\command"):
        assert key in reg
        assert key in INSTALLER
