"""The texts of the source that somebody reads on the screen, found by the calls they stand in."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping

from nvworkshop.places import ROOT

PACKAGES = ("nvworkshop", "ui")
CALLS = {"tr": 0, "said": 0, "marked": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}
"""What translates or marks a text, and which of its arguments the text is."""

OF_DECLARED = {"several": 0}
"""What translates a text that is declared elsewhere."""

_COMMANDS = ("command", "group")
"""What makes a function a command, with a help page."""


def gathered() -> dict[str, list[str]]:
    """Return every text in a call that translates or marks it, with the files it stands in."""
    found: dict[str, list[str]] = defaultdict(list)
    for package in PACKAGES:
        for file in sorted((ROOT / package).rglob("*.py")):
            tree = ast.parse(file.read_text("utf-8"))
            said = {*(str(one.value) for one in texts(tree)), *help_pages(tree)}
            for text in sorted(said):
                found[text].append(file.relative_to(ROOT).as_posix())
    return found


def texts(tree: ast.AST, calls: Mapping[str, int] = CALLS) -> Iterator[ast.Constant]:
    """Yield the texts of a module that such calls have."""
    for one in ast.walk(tree):
        if isinstance(one, ast.Call):
            place = calls.get(_name(one.func), len(one.args))
            for argument in one.args[place : place + 1]:
                yield from _constants(argument)


def help_pages(tree: ast.AST) -> Iterator[str]:
    """Yield what the commands of a module say of themselves: their docstrings."""
    for one in ast.walk(tree):
        if isinstance(one, ast.FunctionDef) and any(map(_is_command, one.decorator_list)):
            yield ast.get_docstring(one) or ""


def _is_command(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Call) and _name(decorator.func) in _COMMANDS


def _name(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def _constants(given: ast.expr) -> Iterator[ast.Constant]:
    if isinstance(given, ast.IfExp):
        yield from _constants(given.body)
        yield from _constants(given.orelse)
    elif isinstance(given, ast.Constant) and isinstance(given.value, str) and given.value.strip():
        yield given
