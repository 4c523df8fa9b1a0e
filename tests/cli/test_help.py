"""Help: every command has it, in Swedish, and every promised command is there."""

from __future__ import annotations

import os
import subprocess
import sys

import click
import pytest

from nvworkshop.cli.help import SwedishHelp
from nvworkshop.cli.main import main
from nvworkshop.cli.table import TABLE
from tests.cli.conftest import ENGLISH, Nv

PROMISED = {
    *("demo", "new", "add", "set", "remove", "show", "history", "merge", "undo-merge"),
    *("conflicts", "resolve", "duplicates", "join", "split", "distinct"),
    *("export", "import", "handback", "own", "share"),
    *("sources", "news", "receipts", "resolve-all", "leave"),
    *("check", "salvage", "strategy", "paper", "purge", "overall", "standing", "indicators"),
    *("fingerprint", "freeze", "thaw", "versions", "compare", "anchoring", "followup"),
    *("copy", "unlock", "privacy", "assignments", "calendar"),
}
OPTIONS = {
    "add": ["--allow-personal-number"],
    "set": ["--allow-personal-number"],
    "purge": ["--names", "--workshop-log", "--yes", "--json"],
    "demo": ["--out"],
    "new": ["--county-part", "--title", "--overall"],
    "show": ["--kind", "--at", "--json"],
    "fingerprint": ["--json"],
    "freeze": ["--state", "--note"],
    "versions": ["--json"],
    "compare": ["--from", "--to", "--json"],
    "anchoring": ["--json"],
    "indicators": ["--json"],
    "history": ["--json"],
    "merge": ["--into", "--dry-run", "--json"],
    "conflicts": ["--json"],
    "resolve": ["--use", "--value"],
    "duplicates": ["--json"],
    "sources": ["--json"],
    "news": ["--json"],
    "receipts": ["--json", "--out"],
    "resolve-all": ["--rule", "--name"],
    "join": ["--title", "--set"],
    "export": ["--report", "--principal", "--at"],
    "import": ["--dry-run", "--json"],
    "handback": ["--county-part"],
    "own": ["--principal", "--out", "--json"],
    "share": ["--out", "--dry-run", "--json"],
    "check": ["--json"],
    "strategy": ["--json"],
    "overall": ["--principal", "--body", "--json"],
    "standing": ["--since", "--until", "--by", "--json"],
    "paper": ["--what", "--workshop", "--json"],
}


def loaded(name: str) -> click.Command:
    command = main.get_command(click.Context(main), name)
    assert command
    return command


@pytest.mark.parametrize("name", sorted(TABLE))
def test_the_table_says_what_the_command_says(name: str) -> None:
    assert TABLE[name][1] == loaded(name).get_short_help_str(200)


@pytest.mark.parametrize("name", sorted(PROMISED))
def test_every_promised_command_exists_with_its_options(name: str) -> None:
    command = loaded(name)
    known = {text for parameter in command.params for text in parameter.opts}
    assert known >= set(OPTIONS.get(name, ()))


@pytest.mark.parametrize("name", sorted(TABLE))
def test_every_command_has_a_help_page_in_swedish(nv: Nv, name: str) -> None:
    result = nv(name, "--help")
    assert result.code == 0
    assert result.out.startswith(f"Skriv: nvworkshop {name} ")
    assert "Visa den här hjälpen." in result.out
    assert not ENGLISH.search(result.out)
    assert isinstance(loaded(name), SwedishHelp)


@pytest.mark.parametrize("name", sorted(TABLE))
def test_every_option_says_what_it_is_for(name: str) -> None:
    for parameter in loaded(name).params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{name} {parameter.opts[0]}"
        else:
            assert parameter.metavar, f"{name} {parameter.name}"


def test_the_front_page_lists_the_commands_in_the_order_people_need_them(nv: Nv) -> None:
    result = nv("--help")
    assert result.code == 0
    places = [result.out.index(f"\n  {name} ") for name in ("new", "add", "merge", "export")]
    assert places == sorted(places)
    assert all(f"\n  {name} " in result.out for name in PROMISED)
    assert not ENGLISH.search(result.out)


def test_the_short_flag_and_the_version_work(nv: Nv) -> None:
    assert nv("merge", "-h").out == nv("merge", "--help").out
    assert nv("--version").out.startswith("nvworkshop ")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="has always a screen")
@pytest.mark.parametrize("arguments", [[], ["plan.nvplan"], ["./mapp/plan"]])
def test_without_a_screen_the_window_is_refused_in_a_sentence(
    nv: Nv, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    result = nv(*arguments)
    assert result.code == 2
    assert "ingen skärm" in result.err


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 is Linux's")
def test_what_the_screen_lacks_is_said_instead_of_a_core_dump(
    nv: Nv, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr("nvworkshop.cli.desktop._CURSOR", "libxcb-borta.so.0")
    result = nv()
    assert result.code == 2
    assert "libxcb-borta.so.0 saknas" in result.err
    assert "apt-get install" in result.err


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="has always a screen")
def test_the_program_itself_says_why_there_is_no_window() -> None:
    without = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in without}
    ended = subprocess.run(
        [sys.executable, "-m", "nvworkshop", "plan.nvplan"],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert ended.returncode == 2
    assert "ingen skärm" in ended.stderr
