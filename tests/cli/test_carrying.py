"""Copies to carry or send, from the command line."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from nvworkshop.exchange.sealed import is_sealed
from tests.cli.conftest import ENGLISH, Nv, start


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
    assert "Namn på deltagare och kontaktpersoner: 1\n" in nv("privacy", plan).out


@pytest.mark.parametrize(
    ("command", "why"),
    [
        ("copy {plan} ut.nvplan --without allt", "går inte att utelämna"),
        ("copy {plan} {plan}", "finns redan"),
        ("copy {plan} ut.age --password-file saknas.txt", "går inte att läsa"),
        ("copy {plan} ut.age --password-file tom.txt", "på första raden"),
        ("unlock {plan} ut.age --password-file tom.txt", "på första raden"),
        ("copy {plan} ut.age --password-file lång.txt", "på första raden"),
        ("unlock rör ut.age --password-file lösen.txt", "ingen vanlig fil"),
        ("unlock {plan} ut.nvplan --password-file lösen.txt", "ingen kopia med lösenord"),
        ("unlock saknas.age ut.nvplan --password-file lösen.txt", "går inte att läsa"),
    ],
)
def test_what_can_not_be_done_is_told(nv: Nv, plan: str, command: str, why: str) -> None:
    Path("tom.txt").write_text("\nsnö på fjället i maj\n", encoding="utf-8")
    Path("lång.txt").write_text("x" * 100_000, encoding="utf-8")
    os.mkfifo("rör") if hasattr(os, "mkfifo") else Path("rör").mkdir()
    said = nv(*command.format(plan=plan).split())
    assert (said.code, why in said.err) == (2, True), said
    assert not Path("ut.age").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows asks the console itself")
def test_a_password_is_not_asked_for_where_nobody_can_answer(plan: str) -> None:
    with start("copy", plan, "ut.age", "--password", detached=True) as process:
        out, err = (one.decode() for one in process.communicate(timeout=60))
    assert (process.returncode, out, "--password-file" in err) == (2, "", True)
    assert not ENGLISH.search(err.replace("--password-file", "")), err


def test_a_new_password_is_asked_for_twice(
    nv: Nv, plan: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    typed = ["snö på fjället", "snö på fjäll", "snö på fjället i maj", "snö på fjället i maj"]

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return typed[len(asked) - 1]

    monkeypatch.setattr("click.termui.hidden_prompt_func", answer)
    told = nv("copy", plan, "ut.age", "--password")
    assert (told.code, asked) == (0, ["Lösenord: ", "En gång till: "] * 2)
    assert "Det var inte samma lösenord." in told.err
    assert is_sealed(Path("ut.age"))
