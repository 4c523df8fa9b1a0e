"""What the page about own templates says is there, and its example works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nvworkshop.model.guarded import as_markdown
from nvworkshop.places import ROOT
from nvworkshop.reports.prose import write_document
from nvworkshop.reports.prose.registry import kind_of
from nvworkshop.reports.prose.sandbox import FILTERS
from nvworkshop.reports.prose.views import VIEWS
from tests.reports.plans import action, data_of, local_plan, period

PAGE = (ROOT / "docs" / "egna-rapportmallar.md").read_text("utf-8")
EXAMPLE = re.search(r"```jinja\n(.*?)```", PAGE, re.DOTALL)
NAMES = sorted(set(re.findall(r"`((?:plan|row)\.\w+(?:\([^`]*\))?)`", PAGE)))
LATE = period("i juni", "2026-06-01", "2026-06-30")
DATA = data_of(local_plan("sodra"), action("Sen", shift="R1", principal="2581", end=LATE))


def _made(folder: Path, text: str) -> str:
    (folder / "egen.md").write_text(text, "utf-8")
    return as_markdown(write_document(kind_of("egen"), DATA, folders=[folder]).markdown)


def test_the_example_works(tmp_path: Path) -> None:
    assert EXAMPLE
    made = _made(tmp_path, EXAMPLE[1])
    assert made.startswith("# Till ledningsgruppen\n")
    assert "- **Sen** skulle vara klar i juni. Piteå kommun\n" in made
    assert (
        "### Piteå kommun\n\n| Åtgärd | Klart | Status |\n|---|---|---|\n| Sen | i juni | – |"
        in made
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_name_is_there(tmp_path: Path, name: str) -> None:
    text = "{% set row = plan.rows[0] %}\n{% set it = " + name + " %}\nja{{ it and '' or '' }}"
    assert _made(tmp_path, text) == "ja\n"


def test_every_view_and_filter_is_told() -> None:
    assert len(NAMES) > 20
    told = (*VIEWS, *FILTERS, "national", "cell", "or_none", "text")
    assert [one for one in told if f"`{one}`" not in PAGE] == []
