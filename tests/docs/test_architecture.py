"""The pages for developers name files, targets and modules that are there."""

from __future__ import annotations

import re

import pytest

from nvworkshop.places import ROOT

ARCHITECTURE = (ROOT / "docs" / "ARCHITECTURE.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
TARGETS = re.findall(r"^([a-z]+):[^=\n]*##", MAKEFILE, re.MULTILINE)
_FILE = re.compile(r"`([\w./-]+(?:\.(?:py|md|toml|txt|json|po|spec)|/))(?:: [^`]+)?`")
_WHERE = ("", "nvworkshop", "ui", "docs")
_RECIPES = (
    *("A field", "A kind of thing", "A report", "A place in the window"),
    *("A command in the terminal", "A step of a workshop", "A format to import", "An error"),
    "A text in another language",
)


@pytest.mark.parametrize("page", [ARCHITECTURE, README], ids=["architecture", "readme"])
def test_every_file_it_names_is_there(page: str) -> None:
    named = set(_FILE.findall(page))
    made = {one for one in named if one.startswith("build/")}
    lacking = [
        one
        for one in sorted(named - made)
        if not any((ROOT / where / one).exists() for where in _WHERE)
        and not any(place for part in _WHERE[1:3] for place in ROOT.glob(f"{part}/*/{one}"))
    ]
    assert lacking == []


def test_every_recipe_is_there_and_ends_with_what_holds_it() -> None:
    for recipe in _RECIPES:
        told = ARCHITECTURE.split(f"\n**{recipe}.** ")[1].split("\n\n")[0]
        assert re.search(r"\*[^*]*`tests/", told), recipe


def test_every_layer_of_the_program_is_in_the_drawing() -> None:
    drawing = ARCHITECTURE.split("```")[1]
    folders = [one for one in (ROOT / "nvworkshop").iterdir() if (one / "__init__.py").exists()]
    assert [one.name for one in folders if not re.search(rf"\b{one.name}\b", drawing)] == []


def test_the_readme_says_what_every_target_does() -> None:
    assert len(TARGETS) > 10
    assert [one for one in TARGETS if not re.search(rf"make {one}\b", README)] == []
    named = set(re.findall(r"\bmake ([a-z]+)\b", README)) - {"the"}
    assert named <= set(TARGETS)
