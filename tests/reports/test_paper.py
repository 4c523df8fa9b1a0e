"""What is printed for a workshop: times, numbers, questions, and nobody's name."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest

from nvworkshop.model.things import Thing
from nvworkshop.reports.paper import PaperSource, agenda_paper, worksheets_paper
from nvworkshop.reports.paper_cards import cards_paper, votes_paper
from nvworkshop.strategy import Strategy, load_shipped
from nvworkshop.workshop.steps import Agenda, StepType, changed
from nvworkshop.workshop.templates import template_agenda
from tests.reports.plans import MADE, NORRBOTTEN

HALF_DAY = template_agenda("half_day", NORRBOTTEN)


def source(
    *ideas: Thing, agenda: Agenda = HALF_DAY, strategy: Strategy = NORRBOTTEN, **values: Any
) -> PaperSource:
    known = {"title": "Workshop Östra", "date": "2026-05-14", "starts": "13.00"}
    workshop = Thing("workshop", "w", {**known, "county_part": "ostra", **values})
    return PaperSource(strategy, workshop, agenda, ideas, "", MADE)


def idea(number: int, step: str = "shift-R2", **values: Any) -> Thing:
    known = {"title": f"Förslag {number}", "number": number, "step": step, "workshop": "w"}
    return Thing("idea", f"i{number}", {**known, **values})


def test_the_agenda_has_the_clock_of_the_day() -> None:
    paper = agenda_paper(source(place="Folkets Hus"))
    assert paper.head.when == "torsdag 14 maj 2026 · 13.00–16.00 · Folkets Hus"
    assert [one.time for one in paper.rows][:3] == ["13.00", "13.10", "13.20"]
    assert (paper.ends, paper.total) == ("16.00", 180)
    assert paper.vision.startswith("Jag ")


def test_without_a_time_steps_stand_at_how_long_after_the_start() -> None:
    paper = agenda_paper(source(starts="efter lunch"))
    assert [one.time for one in paper.rows][:2] == ["+ 0 min", "+ 10 min"]
    assert (paper.time_label, paper.ends) == ("Från start", "+ 3 h")


def test_skipped_steps_are_not_printed_and_take_no_time() -> None:
    paper = agenda_paper(source(agenda=changed(HALF_DAY, "welcome", skipped=True)))
    assert (paper.rows[0].title, paper.rows[0].time) == ("Målbilden", "13.00")
    assert paper.ends == "15.50"


def test_the_invited_are_named_as_organisations() -> None:
    paper = agenda_paper(source(parties=["region", "2518"]))
    assert paper.facts == (("Inbjudna", "Region Norrbotten, Övertorneå kommun"),)


def test_a_worksheet_per_step_that_takes_ideas_asks_the_guides_question() -> None:
    paper = worksheets_paper(source())
    assert len(paper.sheets) == 10
    shift = next(one for one in paper.sheets if one.title == "Personcentrering")
    assert shift.question == NORRBOTTEN.guide("R2").question
    assert shift.label == "Riktningsförändring · Ökad personcentrering och delaktighet"
    assert shift.tone == "R2"


def test_the_groups_own_question_goes_first() -> None:
    agenda = changed(HALF_DAY, "shift-R2", question="Vad vill ni?")
    assert "Vad vill ni?" in [
        one.question for one in worksheets_paper(source(agenda=agenda)).sheets
    ]


def test_another_county_says_it_in_its_own_words() -> None:
    other = load_shipped("vasterbotten")
    agenda = template_agenda("half_day", other)
    sheets = worksheets_paper(source(agenda=agenda, strategy=other)).sheets
    assert {one.label.split(" · ")[0] for one in sheets} >= {"Uppföljningsmål", "Framgångsfaktor"}


def test_blank_cards_are_numbered_on_over_pages_and_stand_under_their_step() -> None:
    pages = cards_paper(source()).pages
    assert [one.number for page in pages for one in page] == list(range(1, 81))
    assert {len(page) for page in pages} == {8}
    assert all(len({one.title for one in page}) == 1 for page in pages)


def test_the_same_plan_gives_the_same_numbers_and_the_votes_have_the_cards() -> None:
    cards = [one.number for page in cards_paper(source()).pages for one in page]
    assert [one.number for group in votes_paper(source()).groups for one in group.rows] == cards
    assert cards_paper(source()) == cards_paper(source())


def test_blank_cards_go_on_where_numbers_in_use_end() -> None:
    pages = cards_paper(source(idea(3), idea(5, card=41), idea(9, workshop="annan"))).pages
    assert [(one.number, one.text) for one in pages[0]] == [(3, "Förslag 3"), (5, "Förslag 5")]
    assert pages[1][0].number == 42


def test_votes_list_ideas_under_their_step_without_parked_and_merged() -> None:
    kept = [idea(2), idea(1), idea(7, step="borttaget"), idea(4, step="flows", card=12)]
    gone = [idea(8, parked=True), idea(9, merged_into="i1"), idea(10, workshop="annan")]
    groups = votes_paper(source(*kept, *gone)).groups
    told = [(group.title, [one.number for one in group.rows]) for group in groups]
    assert told == [("Nuläge och flöden", [4]), ("Personcentrering", [1, 2]), ("Övrigt", [7])]
    assert groups[0].rows[0].card == 12


def test_an_idea_with_only_a_card_goes_by_it() -> None:
    of = source(idea(0, card=7), idea(12, card=3))
    rows = [one for group in votes_paper(of).groups for one in group.rows]
    assert [(one.number, one.card) for one in rows] == [(7, 0), (12, 3)]
    cards = cards_paper(of).pages[0]
    assert [(one.number_label, one.number) for one in cards] == [("Kort", 7), ("Nr", 12)]


def test_an_idea_of_no_step_stands_under_its_shift() -> None:
    groups = votes_paper(source(idea(1, step="", shift="R4"))).groups
    assert [one.title for one in groups] == ["Öppnare vårdformer"]


def test_ideas_of_a_step_skipped_since_are_still_voted_on() -> None:
    agenda = changed(HALF_DAY, "shift-R2", skipped=True)
    assert votes_paper(source(idea(1), agenda=agenda)).groups[0].title == "Personcentrering"


def test_an_agenda_of_breaks_has_nothing_to_write_on() -> None:
    rest = tuple(one for one in HALF_DAY if one.type is StepType.BREAK)
    assert not agenda_paper(source(agenda=rest)).empty
    for build in (worksheets_paper, cards_paper, votes_paper):
        assert build(source(agenda=rest)).empty


@pytest.mark.parametrize("build", [agenda_paper, worksheets_paper, cards_paper, votes_paper])
def test_texts_without_end_are_cut_to_the_page(build: Any) -> None:
    long = "ord " * 500
    agenda = changed(HALF_DAY, "shift-R2", title=long, question=long)
    paper = build(source(idea(1, title=long), agenda=agenda, title=long, place=long))
    assert max(map(len, _texts(asdict(paper)))) < 400


@pytest.mark.parametrize("build", [agenda_paper, worksheets_paper, cards_paper, votes_paper])
def test_a_plan_whose_strategy_is_not_here_can_be_printed(build: Any) -> None:
    bare = Strategy.bare("okänd")
    agenda = template_agenda("half_day", bare)
    paper = build(source(idea(1, step="shift-R2"), agenda=agenda, strategy=bare))
    assert paper.head.where == "Länsdel: ostra · 2026-05-14"


def _texts(data: Any) -> list[str]:
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, list | tuple):
        return [text for one in data for text in _texts(one)]
    return [str(data)]
