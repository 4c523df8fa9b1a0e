"""The catalogue says what the source says, and all of it."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from nvworkshop import language
from ui.catalogue.files import FOLDER, left, read, renewed, write

FILES = sorted(FOLDER.glob("*.po"))
_FACTS = re.compile(r"\{[^}]*\}")


@pytest.fixture(scope="module", params=FILES, ids=lambda file: file.stem)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    return read(request.param)


@pytest.fixture
def pairs(catalogue: Catalog) -> list[tuple[str, str]]:
    """Each text beside its translation."""
    return [(str(one.id), str(one.string)) for one in catalogue if one.id]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_make_language_would_change_nothing(file: Path, tmp_path: Path) -> None:
    again = tmp_path / file.name
    write(renewed(file), again)
    assert again.read_text("utf-8") == file.read_text("utf-8")
    assert again.with_suffix(".mo").read_bytes() == file.with_suffix(".mo").read_bytes()


def test_everything_is_translated(catalogue: Catalog) -> None:
    assert list(left(catalogue)) == []
    assert [one.id for one in catalogue if one.id and one.fuzzy] == []


def test_facts_are_the_same_in_both(pairs: list[tuple[str, str]]) -> None:
    assert [pair for pair in pairs if len({_facts(one) for one in pair}) > 1] == []


def test_ends_are_the_same_in_both(pairs: list[tuple[str, str]]) -> None:
    """Parts of sentences are put together, and "…" says that more is asked for."""
    assert [pair for pair in pairs if len({_ends(one) for one in pair}) > 1] == []


def _facts(text: str) -> str:
    return " ".join(sorted(_FACTS.findall(text)))


def _ends(text: str) -> tuple[str, str, bool]:
    before, after = len(text) - len(text.lstrip()), len(text) - len(text.rstrip())
    return text[:before], text[len(text) - after :], text.strip().endswith("…")


def test_words_alike_for_one_and_several_are_told_apart(spoken: str) -> None:
    assert (language.said("förslag"), language.several("förslag")) == ("idea", "ideas")


def test_source_says_itself() -> None:
    assert (language.said("förslag"), language.several("förslag")) == ("förslag", "förslag")


def test_language_without_a_catalogue_is_refused() -> None:
    with pytest.raises(OSError, match=r"xx\.mo"):
        language.choose("xx")
