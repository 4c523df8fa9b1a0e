"""What the core says to people passes the door to the catalogue, so that it can be translated."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from nvworkshop import errors
from nvworkshop.places import ROOT

_SAYING = {name for name in vars(errors) if name.endswith("Error")} | {"UnusableError", "say"}
"""What is called with sentences for people."""

_DOORS = {"said", "marked", "several"}
_WORDS = re.compile(r"[A-Za-zÅÄÖåäö]{2,}[ .,:]|[åäöÅÄÖ]")
_FILES = sorted((ROOT / "nvworkshop").rglob("*.py"))


def _called(one: ast.AST) -> str:
    if not isinstance(one, ast.Call):
        return ""
    return getattr(one.func, "attr", "") or getattr(one.func, "id", "")


def _bare(given: ast.AST) -> Iterator[str]:
    """Yield the words in an argument that no door is asked for."""
    if _called(given) in _DOORS:
        return
    if isinstance(given, ast.Constant) and isinstance(given.value, str):
        yield from [given.value] if _WORDS.search(given.value) else []
    for inside in ast.iter_child_nodes(given):
        yield from _bare(inside)


def _past_the_door(file: Path) -> Iterator[str]:
    for one in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(one, ast.Call) and _called(one) in _SAYING:
            for given in (*one.args, *(each.value for each in one.keywords)):
                yield from (f"{file.name}:{one.lineno}: {text}" for text in _bare(given))


def test_no_sentence_goes_past_the_door() -> None:
    assert [one for file in _FILES for one in _past_the_door(file)] == []


def test_a_sentence_past_the_door_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "fel.py"
    file.write_text('raise InputError(f"Filen {name} finns inte.", hint=said("Välj en annan."))')
    assert list(_past_the_door(file)) == ["fel.py:1: Filen ", "fel.py:1:  finns inte."]
