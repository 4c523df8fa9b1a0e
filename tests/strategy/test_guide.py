"""Guide texts: sections parsed, mistakes named, nothing read outside the folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvworkshop.errors import StrategyError
from nvworkshop.strategy import Strategy, load, load_shipped

GOOD = """# Namn

## Fråga till rummet

Vad gör vi
först?

## Vad det handlar om

Ett stycke.

## Stöd till processledaren

- En sak
  på två rader
- En till

## Exempel

- Ett exempel

## Fallgropar

- En grop
"""


def test_guide_gives_its_sections(folder: Path) -> None:
    (folder / "guide" / "R1.md").write_text(GOOD, encoding="utf-8")
    guide = load(folder).guide("R1")
    assert (guide.id, guide.title, guide.about) == ("R1", "Namn", "Ett stycke.")
    assert guide.question == "Vad gör vi först?"
    assert guide.hints == ("En sak på två rader", "En till")
    assert (guide.examples, guide.pitfalls) == (("Ett exempel",), ("En grop",))


def test_guide_with_windows_line_ends_is_the_same(folder: Path) -> None:
    path = folder / "guide" / "R1.md"
    path.write_text(GOOD, encoding="utf-8")
    guide = load(folder).guide("R1")
    path.write_bytes(GOOD.replace("\n", "\r\n").encode())
    assert load(folder).guide("R1") == guide


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("# Namn\n", "Namn\n", "rubriken (# Namn) saknas på första raden"),
        ("## Exempel", "## Exemplar", "avsnittet ”Exempel” saknas"),
        ("## Exempel", "## Exemplar", "avsnittet ”Exemplar” är okänt"),
        ("- En grop", "", "avsnittet ”Fallgropar” saknas"),
        ("- En grop", "En grop", "avsnittet ”Fallgropar” ska vara en lista"),
        ("först?", "först", "ska vara exakt en fråga"),
        ("först?", "först? Och sedan?", "ska vara exakt en fråga"),
        ("## Fallgropar", "## Exempel\n\n- x\n\n## Fallgropar", "samma avsnitt står två gånger"),
    ],
)
def test_wrong_guide_is_named_when_loading(
    folder: Path, before: str, after: str, expected: str
) -> None:
    (folder / "guide" / "F2.md").write_text(GOOD.replace(before, after), encoding="utf-8")
    with pytest.raises(StrategyError) as caught:
        load(folder)
    assert "norrbotten/guide/F2.md: " in str(caught.value)
    assert expected in str(caught.value)


@pytest.mark.parametrize("read_guides", [True, False])
def test_missing_guide_is_named_when_loading(folder: Path, *, read_guides: bool) -> None:
    (folder / "guide" / "M0.md").unlink()
    with pytest.raises(StrategyError, match=r"norrbotten/guide/M0\.md: filen saknas"):
        load(folder, read_guides=read_guides)


def test_guide_text_is_read_first_when_asked_for(folder: Path) -> None:
    (folder / "guide" / "R1.md").write_text("inte klar", encoding="utf-8")
    strategy = load_shipped("norrbotten", root=folder.parent)
    assert strategy.guide("R2").id == "R2"
    with pytest.raises(StrategyError, match="avsnittet"):
        strategy.guide("R1")


@pytest.mark.parametrize("item_id", ["R9", "../strategy", "2560", ""])
def test_guide_of_anything_else_is_refused(norrbotten: Strategy, item_id: str) -> None:
    with pytest.raises(StrategyError, match="Det finns ingen vägledning"):
        norrbotten.guide(item_id)


def test_bare_strategy_has_no_guides() -> None:
    with pytest.raises(StrategyError, match="Det finns ingen vägledning"):
        Strategy.bare("varmland").guide("R1")
