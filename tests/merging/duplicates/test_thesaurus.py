"""Ideas read out of Swedish words."""

from __future__ import annotations

from importlib.resources import files

import pytest

from nvworkshop.merging.duplicates.thesaurus import Thesaurus, load, parse
from nvworkshop.merging.duplicates.words import new_stemmer, split

LINES = """
# a remark: not an idea
[who]
chefer: chef
[what]
utbildning: utbild*
omsorg: *vård
mätning: *monitor*
länk: =teams
en väg in: en väg in, ett nummer*
[filler]
small: och, att
""".splitlines()


@pytest.fixture(scope="module")
def real() -> Thesaurus:
    return load(new_stemmer())


def ideas(thesaurus: Thesaurus, text: str) -> set[str]:
    words = split(text)
    found = {idea for word in words for idea in thesaurus.of_word(word)}
    found.update(idea for idea, _ in thesaurus.of_phrases(words))
    return {thesaurus.names[idea] for idea in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("chefen", {"chefer"}),
        ("utbildningar", {"utbildning"}),
        ("Chefsutbildning", {"utbildning"}),
        ("tandvården", {"omsorg"}),
        ("hemmonitorering", {"mätning"}),
        ("Teams", {"länk"}),
        ("team", set()),
        ("En väg in", {"en väg in"}),
        ("ett nummer", {"en väg in"}),
        ("väg in", set()),
    ],
)
def test_patterns_show_their_ideas(text: str, expected: set[str]) -> None:
    assert ideas(parse(LINES, new_stemmer()), text) == expected


@pytest.mark.parametrize(
    ("one", "other", "idea"),
    [
        ("BUP", "ungdomspsykiatrin", "psykisk ohälsa"),
        ("HC", "vårdcentralen", "hälsocentral"),
        ("egenmonitorering", "hemmonitorering", "egenmonitorering"),
        ("SÄBO", "särskilda boenden", "särskilt boende"),
        ("medicingenomgång", "läkemedelsgenomgångar", "läkemedelsgenomgång"),
        ("FaR", "fysisk aktivitet på recept", "fysisk aktivitet på recept"),
        ("närstående", "anhöriga", "anhöriga"),
    ],
)
def test_different_words_show_the_same_idea(
    real: Thesaurus, one: str, other: str, idea: str
) -> None:
    assert idea in ideas(real, one) & ideas(real, other)


def test_every_line_of_the_thesaurus_has_a_known_facet_and_its_own_name(real: Thesaurus) -> None:
    assert set(real.facets) == {"who", "about", "what", "place", "job"}
    assert len(real.names) == len(set(real.names))


def test_no_pattern_of_the_thesaurus_is_empty() -> None:
    text = files("resources").joinpath("language").joinpath("thesaurus.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if ":" in line and not line.startswith("#")]
    patterns = [p.strip() for line in lines for p in line.partition(":")[2].split(",")]
    assert all(pattern.strip("*=") for pattern in patterns)


def test_split_gives_parts_and_wholes() -> None:
    assert split("E-hälsa på HC/PV, 80+!") == ("e", "hälsa", "ehälsa", "på", "hc", "pv", "80+")
