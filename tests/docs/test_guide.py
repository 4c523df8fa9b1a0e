"""The guide leads to every page, and what it calls by name or key is in the program."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from nvworkshop.places import RESOURCES, ROOT
from ui.actions import COMMANDS, Command

HELP = sorted((RESOURCES / "help").glob("*.md"))
PAGES = [*HELP, ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_CODE = re.compile(r"```.*?```|`[^`\n]+`|^    .*$", re.MULTILINE | re.DOTALL)
_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_KEYS = re.compile(r"`((?:(?:Ctrl|Alt|Shift)\+)+[^`\s]+|F\d+|[A-Z])`")
_CALLED = {
    "↑": "Up",
    "↓": "Down",
    "←": "Left",
    "→": "Right",
    "Retur": "Return",
    **dict.fromkeys("23456789", "1"),
}
"""Keys as the pages call them, and as Qt does; a digit is watched for as a range."""
_RESOURCES_READ = {".toml", ".json", ".md", ".typ"}


def _named(page: Path) -> str:
    return str(page.relative_to(ROOT))


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}


@cache
def _literals() -> str:
    """Return every text in the program's source and in what it ships, but for the help."""
    found: list[object] = []
    for folder in ("ui", "nvworkshop"):
        for place in sorted((ROOT / folder).rglob("*.py")):
            parts = ast.walk(ast.parse(place.read_text("utf-8")))
            found += [one.value for one in parts if isinstance(one, ast.Constant)]
    shipped = [one for one in RESOURCES.rglob("*") if one.suffix in _RESOURCES_READ]
    found += [one.read_text("utf-8") for one in shipped if one not in HELP]
    return "\n".join(one for one in found if isinstance(one, str))


@cache
def _sources() -> str:
    return "\n".join(one.read_text("utf-8") for one in sorted((ROOT / "ui").rglob("*.py")))


@pytest.mark.parametrize("page", PAGES, ids=_named)
def test_every_link_and_picture_is_there(page: Path) -> None:
    for link in _LINK.findall(_CODE.sub("", page.read_text("utf-8"))):
        if "://" in link:
            continue
        name, _, anchor = link.partition("#")
        place = (page.parent / name).resolve() if name else page
        assert place.exists(), link
        assert not anchor or anchor in _anchors(place), link


def test_the_index_leads_to_every_page_written_in_swedish() -> None:
    handbook = ROOT / "docs" / "handbok.md"
    led = {(handbook.parent / one).resolve() for one in _LINK.findall(handbook.read_text("utf-8"))}
    own = {ROOT / "docs" / f"{one}.md" for one in ("kommandoraden", "felkoder", "it")}
    assert led >= {*HELP, *own}


@pytest.mark.parametrize("page", HELP, ids=_named)
def test_what_is_in_bold_is_called_so_in_the_program(page: Path) -> None:
    known = _literals().replace("&", "").casefold()
    named = (" ".join(one.split()) for one in _BOLD.findall(page.read_text("utf-8")))
    lacking = [
        one
        for one in named
        if not re.search(rf"(?<!\w){re.escape(one.casefold().strip('….:?! '))}(?!\w)", known)
    ]
    assert lacking == []


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: one.id)
def test_every_command_of_the_window_is_told(command: Command) -> None:
    told = " ".join("\n".join(one.read_text("utf-8") for one in HELP).split())
    keys = [one.replace("Up", "↑").replace("Down", "↓") for one in command.keys]
    seen = [f"`{one}`" for one in (*keys, *command.keys)]
    assert command.text.strip("…").casefold() in told.casefold() or any(one in told for one in seen)


@pytest.mark.parametrize("page", [*HELP, ROOT / "docs/handbok.md", ROOT / "README.md"], ids=_named)
def test_every_key_is_one_of_the_program(page: Path) -> None:
    named = set(_KEYS.findall(page.read_text("utf-8")))
    assert [one for one in sorted(named) if not _is_key(one)] == []


def _is_key(keys: str) -> bool:
    """Tell whether keys are a command's, a letter with a line under it, or watched for."""
    if keys in {one for command in COMMANDS for one in command.keys}:
        return True
    last = keys.rpartition("+")[2]
    letter = f"&{last}" if keys.startswith("Alt+") else f"({last})"
    return any(one in _sources() for one in (f"Key_{_CALLED.get(last, last)}", f'"{keys}"', letter))
