"""The page on the command line has every command and option, and its examples are true."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
from pathlib import Path

import click
import pytest

from nvworkshop.cli.main import main
from nvworkshop.cli.run import run
from nvworkshop.cli.table import TABLE
from nvworkshop.places import RESOURCES, ROOT, SAMPLE_PLANS
from tests.docs.shell import Shell, exchanges, fits

PAGE = (ROOT / "docs" / "kommandoraden.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^### (\S+)\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL))
MAY_END_OTHERWISE = {"add", "merge", "conflicts", "purge", "check", "salvage"}
"""Commands with an example that doesn't end with 0; the page says so."""


def _context(name: str) -> click.Context:
    group = click.Context(main, info_name="nvworkshop", **main.context_settings)
    command = main.get_command(group, name)
    assert command
    return click.Context(command, info_name=name, parent=group)


def test_every_command_has_its_section_and_no_other() -> None:
    assert sorted(SECTIONS) == sorted(TABLE)


@pytest.mark.parametrize("name", sorted(TABLE))
def test_a_section_says_what_the_command_says(name: str) -> None:
    context = _context(name)
    usage = " ".join(["nvworkshop", name, *context.command.collect_usage_pieces(context)])
    assert f"\n    {usage}\n" in SECTIONS[name]
    assert " ".join(SECTIONS[name].split()).startswith(TABLE[name][1])


@pytest.mark.parametrize("name", sorted(TABLE))
def test_a_section_has_every_option_with_its_words(name: str) -> None:
    context = _context(name)
    options = [one for one in context.command.params if isinstance(one, click.Option)]
    rows = dict(re.findall(r"^\| `(--[\w-]+)[^`]*` \| (.+) \|$", SECTIONS[name], re.MULTILINE))
    told = {one.opts[0]: " ".join(str(one.help).split()) for one in options}
    assert {key: text.removesuffix(" Måste anges.") for key, text in rows.items()} == told
    assert {key for key in rows if rows[key].endswith("Måste anges.")} == {
        one.opts[0] for one in options if one.required
    }


def test_the_page_has_the_options_of_the_program_itself() -> None:
    for option in ("--help", "-h", "--version", "--selftest", "--first-paint"):
        assert option in PAGE


TYPED = re.compile(r"(?:^    |`)nvworkshop ([a-z][a-z-]+)((?: [^`\n]+)?)", re.MULTILINE)
ELSEWHERE = [ROOT / "README.md", *(ROOT / "docs").glob("*.md"), *RESOURCES.rglob("help/*.md")]


@pytest.mark.parametrize("page", ELSEWHERE, ids=lambda one: one.stem)
def test_commands_on_other_pages_are_commands_with_such_options(page: Path) -> None:
    for name, rest in TYPED.findall(page.read_text("utf-8")):
        assert name in TABLE, name
        known = {text for one in _context(name).command.params for text in one.opts}
        typed = re.findall(r"(?<= )--[a-z][\w-]*", rest.partition(" #")[0])
        assert set(typed) <= known | {"--help"}, f"{name}{rest}"


def _ran(words: list[str]) -> tuple[int, str, str]:
    out, seen = io.StringIO(), io.StringIO()
    out.write = lambda text: seen.write(text) and io.StringIO.write(out, text)  # type: ignore[method-assign]
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(seen):
        code = run(words)
    return code, out.getvalue(), seen.getvalue()


def test_every_example_answers_as_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for plan in SAMPLE_PLANS.glob("*.nvplan"):
        shutil.copy(plan, tmp_path)
    (tmp_path / "lista.csv").write_text("Åtgärd;Ansvarig;Klart\nNy träffpunkt;Piteå;Q3 2027\n")
    (tmp_path / "lösenord.txt").write_text("sju gula älgar vid sjön\n")
    monkeypatch.chdir(tmp_path)
    shell = Shell(_ran)
    for command, told in exchanges(PAGE):
        said = shell.answer(command)
        assert fits(told, said), f"{command}\n{said}"
        assert not shell.code or command.split()[1] in MAY_END_OTHERWISE | {"$?"}, command


@pytest.mark.parametrize("name", sorted(TABLE))
def test_a_section_has_an_example(name: str) -> None:
    assert re.search(rf"^\$ .*\bnvworkshop {name}\b", SECTIONS[name], re.MULTILINE)
