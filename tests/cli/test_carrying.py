"""Copies to carry or send, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Nv


@pytest.fixture
def plan(nv: Nv, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    nv("new", "södra.nvplan", "--county-part", "sodra")
    nv("add", "södra.nvplan", "participant", "function=rektor", "name=Namnet")
    Path("lösen.txt").write_text("snö på fjället i maj\n", encoding="utf-8")
    return "södra.nvplan"


def test_a_copy_is_locked_and_unlocked(nv: Nv, plan: str) -> None:
    assert nv("copy", plan, "kopia.age", "--password-file", "lösen.txt").code == 0
    assert nv("unlock", "kopia.age", "hemma.nvplan", "--password-file", "lösen.txt").code == 0
    assert "Namnet" in nv("show", "hemma.nvplan", "--kind", "participant").out
    Path("fel.txt").write_text("något annat än det\n", encoding="utf-8")
    wrong = nv("unlock", "kopia.age", "igen.nvplan", "--password-file", "fel.txt")
    assert (wrong.code, "Lösenordet öppnar inte" in wrong.err) == (2, True)


def test_names_stay_at_home(nv: Nv, plan: str) -> None:
    assert "Utelämnat: 1 ändring" in nv("copy", plan, "ut.nvplan", "--without", "names").err
    assert b"Namnet" not in Path("ut.nvplan").read_bytes()
    told = json.loads(nv("privacy", plan, "--json").out)
    assert told[0] == {"what": "Namn på deltagare och kontaktpersoner", "now": 1, "in_history": 0}


@pytest.mark.parametrize(
    ("command", "why"),
    [
        ("copy {plan} ut.nvplan --without allt", "går inte att utelämna"),
        ("copy {plan} {plan}", "finns redan"),
        ("copy {plan} ut.age --password-file saknas.txt", "går inte att läsa"),
        ("unlock {plan} ut.nvplan --password-file lösen.txt", "ingen kopia med lösenord"),
        ("unlock saknas.age ut.nvplan --password-file lösen.txt", "går inte att läsa"),
    ],
)
def test_what_can_not_be_done_is_told(nv: Nv, plan: str, command: str, why: str) -> None:
    said = nv(*command.format(plan=plan).split())
    assert (said.code, why in said.err) == (2, True), said
