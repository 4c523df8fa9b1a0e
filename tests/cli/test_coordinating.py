"""What a coordinator asks for after a merge, by the command line alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nvworkshop.places import SAMPLE_PLANS
from tests.cli.conftest import Desk, Nv

NAMES = ("sodra", "sodra-annan-dator", "ostra")


@pytest.fixture
def merged(nv: Nv, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        shutil.copy(SAMPLE_PLANS / f"{name}.nvplan", f"{name}.nvplan")
    nv("new", "länet.nvplan", "--overall")
    assert nv("merge", *(f"{one}.nvplan" for one in NAMES), "--into", "länet.nvplan").code == 1


def test_sources_tell_whose_plans_they_are(nv: Nv, merged: None) -> None:
    told = nv("sources", "länet.nvplan", "--json").json
    assert [(one["name"], one["copies"]) for one in told] == [("Södra", 2), ("Östra", 1)]
    assert "Södra" in nv("sources", "länet.nvplan").out


def test_news_tell_each_thing_with_its_file(nv: Nv, merged: None) -> None:
    told = nv("news", "länet.nvplan", "--json").json
    assert {one["what"] for one in told} == {"added"}
    assert any(one["joined"] for one in told)
    assert {file for one in told for file in one["files"]} == {f"{n}.nvplan" for n in NAMES}
    assert "ny" in nv("news", "länet.nvplan").out


def test_a_rule_decides_all_and_the_receipt_tells(nv: Nv, merged: None) -> None:
    nv("resolve-all", "länet.nvplan", "--rule", "latest")
    assert nv("conflicts", "länet.nvplan", "--json").json == []
    (receipt,) = nv("receipts", "länet.nvplan", "--json").json
    assert len(receipt["decisions"]) == 7
    nv("receipts", "länet.nvplan", "--out", "kvitto.md")
    assert "## Beslut efteråt: 7" in Path("kvitto.md").read_text("utf-8")


def test_a_rule_with_a_name_nobody_has_changes_nothing(nv: Nv, merged: None) -> None:
    assert nv("resolve-all", "länet.nvplan", "--rule", "device", "--name", "ingen").code == 2
    assert len(nv("conflicts", "länet.nvplan", "--json").json) == 7


def test_a_left_conflict_is_passed_over_by_a_rule(nv: Nv, merged: None) -> None:
    first = nv("conflicts", "länet.nvplan", "--json").json[0]
    nv("leave", "länet.nvplan", first["entity"], first["field"])
    nv("resolve-all", "länet.nvplan", "--rule", "latest")
    (left,) = nv("conflicts", "länet.nvplan", "--json").json
    assert left["entity"] == first["entity"]


def test_a_plan_without_receipts_says_so(nv: Nv, tmp_path: Path) -> None:
    place = str(tmp_path / "ny.nvplan")
    nv("new", place, "--overall")
    assert nv("news", place).code == 2
    assert nv("receipts", place, "--json").json == []
    assert nv("sources", place, "--json").json == []


def test_a_receipt_tells_of_a_name_that_was_chosen_but_not_which(nv: Nv, desk: Desk) -> None:
    nv("set", "sodra.nvplan", desk.team, "name=Ett namn")
    nv("set", "kopia.nvplan", desk.team, "name=Annat namn")
    nv("merge", "kopia.nvplan", "--into", "sodra.nvplan")
    assert nv("resolve", "sodra.nvplan", desk.team, "name", "--use", "1").code == 0
    nv("receipts", "sodra.nvplan", "--out", "kvitto.md")
    told = Path("kvitto.md").read_text("utf-8")
    assert "Konflikt avgjord: Kontaktperson i ”Mobilt närsjukvårdsteam”\n" in told
    assert " namn" not in told
