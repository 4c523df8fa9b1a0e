"""No word reaches the screen past the catalogue."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from nvworkshop.places import ROOT
from ui.catalogue.files import FOLDER, read
from ui.catalogue.gathered import CALLS, OF_DECLARED, texts

_NO_SCREENS = ("catalogue", "checks", "freezing", "screenshots", "selftest")
_SWEDISH = re.compile(r"[åäöÅÄÖ]|^[A-Z][a-z]+ [a-z]+ [a-z]")
_NAMES = {"NV Workshop", "Text"}
"""The program's own, and one of Qt's."""

_KNOWN = {
    "editor/edits.py": {"Ändra "},  # names of steps are kept in the plan
    "merge/merging.py": {"Slå samman"},
    "merge/taking_back.py": {"Ta tillbaka sammanslagning"},
    "workshop/read_back_step.py": {"Nästa möte"},
    "room/follow_up.py": {"Klart"},  # compared with what is in the source
    "workshop/recalled.py": {"Klart"},
    "workshop/check_step.py": {"ö"},  # a key
    "plan/look.py": {"Gemensam rutin för hembesök, uppföljd varje månad"},  # measured, not shown
    "dialogs/settings.py": {"Språk / Language"},  # in both languages at once
}
"""What looks like words for the screen, and is not."""


def files() -> Iterator[Path]:
    for file in sorted((ROOT / "ui").rglob("*.py")):
        if file.relative_to(ROOT / "ui").parts[0] not in _NO_SCREENS:
            yield file


@pytest.fixture(scope="module")
def said() -> set[str]:
    """All that the catalogue knows, without what is one word in small letters: names in code."""
    known = (str(one.id) for one in read(FOLDER / "en.po") if one.id)
    return {one for one in known if not re.fullmatch(r"[a-z_]+|\W*", one)}


def test_words_on_the_screen_are_said(said: set[str]) -> None:
    found = {
        file.relative_to(ROOT / "ui").as_posix(): {
            text for text in unsaid(file) if _SWEDISH.search(text) or text in said
        }
        for file in files()
    }
    left = {name: texts - _KNOWN.get(name, set()) - _NAMES for name, texts in found.items()}
    assert {name: texts for name, texts in left.items() if texts} == {}


def unsaid(file: Path) -> Iterator[str]:
    """Yield the texts of a module that neither are translated nor tell of the code."""
    tree = ast.parse(file.read_text("utf-8"))
    fine = {id(one) for one in (*texts(tree, CALLS | OF_DECLARED), *docstrings(tree))}
    for one in ast.walk(tree):
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in fine:
            yield one.value


def docstrings(tree: ast.AST) -> Iterator[ast.Constant]:
    for one in ast.walk(tree):
        if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant):
            yield one.value
