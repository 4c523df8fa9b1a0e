"""The page on errors has every class and code of the program, with the sentence people see."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest

from nvworkshop.cli.trouble import system_error, usage_error
from nvworkshop.errors import PlanError
from nvworkshop.exchange.incoming import sentences as of_books
from nvworkshop.places import ROOT
from nvworkshop.planfile.reading import sentences as of_plans

PAGE = (ROOT / "docs" / "felkoder.md").read_text("utf-8")
FILE = Path("En fil.nvplan")
READERS = {"planfil": of_plans, "arbetsbok": of_books}
_CODE = re.compile(r'^    "(\w+)": _?\w*Sentence\(', re.MULTILINE)


def _rows(heading: str) -> dict[str, str]:
    section = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return dict(re.findall(r"^\| `?([^`|]+?)`? \| (.+) \|$", section, re.MULTILINE))


def _classes(kind: type[PlanError]) -> Iterator[str]:
    if kind.__module__ == PlanError.__module__:
        yield kind.__name__
    for one in kind.__subclasses__():
        yield from _classes(one)


def test_every_class_of_error_is_told_and_no_other() -> None:
    told = set(_rows("Slag av fel")) - {"Klass", "---"}
    assert told == set(_classes(PlanError))


@pytest.mark.parametrize("reader", sorted(READERS))
def test_every_code_is_told_with_its_sentence(reader: str) -> None:
    module = READERS[reader]
    failure: Callable[[str, Path], PlanError] = module.failure
    told = _rows(f"När en {reader} inte går att läsa")
    codes = _CODE.findall(Path(str(module.__file__)).read_text("utf-8"))
    assert set(told) - {"Kod", "---"} == set(codes)
    for code in codes:
        title = re.sub(rf"[”\"]?{FILE}[”\"]?", "…", failure(code, FILE).title)
        assert told[code].startswith(title), code
        assert told[code].count("|") == 1, code


@pytest.mark.parametrize(
    "number", [errno.ENOSPC, errno.EACCES, errno.ENAMETOOLONG, errno.ENOENT, 5]
)
def test_what_the_system_refuses_is_told(number: int) -> None:
    title = system_error(OSError(number, "", str(FILE))).title.replace(str(FILE), "…")
    assert title in _rows("När datorn säger nej")


@pytest.mark.parametrize(
    "error",
    [
        click.MissingParameter(param=click.Option(["--x"])),
        click.BadOptionUsage("--x", ""),
        click.BadParameter("", param=click.Option(["--x"], type=int)),
        click.BadParameter("", param=click.Option(["--x"])),
    ],
)
def test_what_is_typed_wrong_is_told(error: click.UsageError) -> None:
    title = usage_error(error, [], "nvworkshop").title.replace("--x", "…")
    assert title in _rows("När kommandot inte går att förstå")
