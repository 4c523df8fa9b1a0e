"""A huvudman's own plan on the command line: made, filled in, let out, merged, and again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nvworkshop.places import SAMPLE_PLANS
from tests.cli.conftest import Nv


@pytest.fixture
def whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    shutil.copy(SAMPLE_PLANS / "overgripande.nvplan", "länet.nvplan")
    return "länet.nvplan"


def test_the_whole_way_and_again_with_changes(nv: Nv, whole: str) -> None:
    assert nv("own", whole, "--principal", "Piteå kommun", "--out", "piteå.nvplan").code == 0
    joint = next(one for one in nv("own", "piteå.nvplan", "--json").json if one["title"])["id"]
    row = nv("add", "piteå.nvplan", "action", "title=Egen rad", f"part_of={joint}").last
    assert nv("set", "piteå.nvplan", row, "shared=ja", "status=pågår").code == 0
    nv("add", "piteå.nvplan", "action", "title=Hemligt", f"part_of={joint}", "status=klar")
    before = Path("piteå.nvplan").read_bytes()
    assert "2 egna rader" in nv("share", "piteå.nvplan", "--out", "delat.nvplan").out
    assert Path("piteå.nvplan").read_bytes() == before
    assert b"Hemligt" not in Path("delat.nvplan").read_bytes()
    assert nv("merge", "delat.nvplan", "--into", whole).code == 0
    said = "2 egna rader hos Piteå kommun: 1 klar, 1 pågår"
    assert said in nv("overall", whole, "--principal", "Piteå").out
    nv("set", "piteå.nvplan", row, "status=klar")
    nv("share", "piteå.nvplan", "--out", "igen.nvplan")
    assert nv("merge", "igen.nvplan", "delat.nvplan", "--into", whole).code == 0
    assert "2 egna rader hos Piteå kommun: 2 klar" in nv("overall", whole).out


def test_the_own_plan_itself_is_refused_and_nothing_changes(nv: Nv, whole: str) -> None:
    nv("own", whole, "--principal", "Piteå", "--out", "piteå.nvplan")
    before = nv("fingerprint", whole).out
    result = nv("merge", "piteå.nvplan", "--into", whole)
    assert result.code != 0
    assert "huvudmans egen plan" in result.err
    assert nv("fingerprint", whole).out == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("own", "länet.nvplan", "--principal", "Piteå"),
        ("own", "länet.nvplan", "--principal", "Månen", "--out", "x.nvplan"),
        ("own", "länet.nvplan"),
        ("share", "länet.nvplan", "--out", "x.nvplan"),
        ("share", "länet.nvplan"),
    ],
)
def test_what_cannot_be_done_is_said_and_writes_nothing(
    nv: Nv, whole: str, arguments: tuple[str, ...]
) -> None:
    assert nv(*arguments).code == 2
    assert not Path("x.nvplan").exists()


def test_a_dry_run_shows_what_would_go_out(nv: Nv, whole: str) -> None:
    nv("own", whole, "--principal", "Piteå", "--out", "piteå.nvplan")
    result = nv("share", "piteå.nvplan", "--dry-run", "--json")
    assert result.json["shared"] == 0
    assert result.json["held_back"] == ["resources", "risk", "comment"]
