"""The catalogue says what the source says, and all of it."""

import gettext
import re

import pytest
from babel.messages.catalog import Catalog

from nvworkshop import language
from ui.catalogue.files import FOLDER, left, read, renewed, write

FILES = sorted(FOLDER.glob("*.po"))
_FACTS = re.compile(r"\{[^}]*\}")


@pytest.fixture(scope="module", params=FILES, ids=lambda file: file.stem)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    return read(request.param)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_make_language_would_change_nothing(file, tmp_path) -> None:
    again = tmp_path / file.name
    write(renewed(file), again)
    assert again.read_text("utf-8") == file.read_text("utf-8")
    assert again.with_suffix(".mo").read_bytes() == file.with_suffix(".mo").read_bytes()


def test_everything_is_translated(catalogue: Catalog) -> None:
    assert list(left(catalogue)) == []
    assert [one.id for one in catalogue if one.id and one.fuzzy] == []


def test_facts_are_the_same_in_both(catalogue: Catalog) -> None:
    differ = [
        one.id
        for one in catalogue
        if one.id and sorted(_FACTS.findall(one.id)) != sorted(_FACTS.findall(one.string))
    ]
    assert differ == []


def test_spaces_and_lines_at_the_ends_are_the_same(catalogue: Catalog) -> None:
    differ = [one.id for one in catalogue if one.id and _ends(one.id) != _ends(one.string)]
    assert differ == []


def _ends(text: str) -> tuple[str, str, bool]:
    bare = text.strip()
    before, after = text.split(bare)[0], text.split(bare)[-1]
    return before, after, bare.endswith("…")


def test_words_alike_for_one_and_several_are_told_apart() -> None:
    language.choose("en")
    assert (language.said("förslag"), language.several("förslag")) == ("idea", "ideas")
    language.choose(language.SOURCE)
    assert (language.said("förslag"), language.several("förslag")) == ("förslag", "förslag")


def test_program_reads_what_people_wrote() -> None:
    with (FOLDER / "en.mo").open("rb") as opened:
        assert gettext.GNUTranslations(opened).gettext("Start") == "Start"
