"""The door all sentences pass: what is said knows what it is in the source."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from nvworkshop import language
from nvworkshop.errors import PlanFileError
from nvworkshop.language import as_source, choose, in_source, joined, said
from nvworkshop.planfile.reading import sentences


@pytest.fixture
def english() -> Iterator[None]:
    choose("en")
    yield
    choose(language.SOURCE)


def test_the_source_costs_nothing() -> None:
    text = "Filen {name} är tom."
    assert said(text) is text


@pytest.mark.usefixtures("english")
def test_what_is_said_is_kept_in_the_source_too() -> None:
    told = said("Planer finns för: {names}.").format(names=said("huvudman"))
    assert told == "There are plans for: principal."
    assert in_source(told) == "Planer finns för: huvudman."
    assert in_source(copy.deepcopy(told)) == in_source(told)
    assert json.dumps(told) == '"There are plans for: principal."'


@pytest.mark.usefixtures("english")
def test_an_error_has_its_sentence_in_both() -> None:
    error = sentences.failure("missing", Path("plan.nvplan"))
    assert isinstance(error, PlanFileError)
    assert error.sentence.startswith("There is no file ”plan.nvplan”. It may have been moved")
    assert in_source(error.sentence).startswith("Filen ”plan.nvplan” finns inte. Den kan ha")


@pytest.mark.usefixtures("english")
def test_a_document_is_made_in_the_source() -> None:
    with as_source():
        assert said("Länet") == "Länet"
        assert language.several("förslag") == "förslag"
    assert said("Länet") == "The county"


@pytest.mark.usefixtures("english")
def test_words_nobody_translates_are_as_they_are() -> None:
    assert said("Ingen har skrivit det här.") == "Ingen har skrivit det här."
    assert joined(["a", "b"], "; ") == "a; b"
    assert in_source(3) == 3


@pytest.mark.parametrize(
    ("named", "told"), [("en", "The county"), ("", "Länet"), ("xx", "Länet"), ("../en", "Länet")]
)
def test_the_environment_chooses(monkeypatch: pytest.MonkeyPatch, named: str, told: str) -> None:
    monkeypatch.setenv(language.VARIABLE, named)
    language.choose_by_environment()
    assert said("Länet") == told
    choose(language.SOURCE)
