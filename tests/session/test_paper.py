"""Prints of a real plan, as the command line and the window make them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from nvworkshop.errors import InputError
from nvworkshop.session import ideas, workshops
from nvworkshop.session.paper import PRINTS, write_paper
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create
from nvworkshop.workshop.clock import Progress
from nvworkshop.workshop.steps import StepType, changed, named

DAY = workshops.Planned(
    "half_day", date="2026-05-14", starts="13.00", place="Folkets Hus", functions=(("Chef", ""),)
)


@pytest.fixture
def plan(tmp_path: Path) -> Iterator[Session]:
    session = create(tmp_path / "a.nvplan", county_part="ostra")
    yield session
    session.close()


def text_of(place: Path) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(place).pages)


@pytest.mark.parametrize("what", PRINTS)
def test_every_print_has_its_name_the_part_and_the_day_on_every_page(
    plan: Session, tmp_path: Path, what: str
) -> None:
    workshops.make(plan, DAY)
    result = write_paper(plan, what, tmp_path / "ut.pdf")
    pages = [page.extract_text() for page in PdfReader(tmp_path / "ut.pdf").pages]
    assert result.pages == len(pages)
    for n, page in enumerate(pages, start=1):
        assert PRINTS[what][0] in page
        assert "Länsdel: Östra · 2026-05-14" in page
        assert f"sida {n} av {len(pages)}" in page


@pytest.mark.parametrize("what", PRINTS)
def test_a_plan_without_a_workshop_gets_the_half_day(
    plan: Session, tmp_path: Path, what: str
) -> None:
    result = write_paper(plan, what, tmp_path / "ut.pdf")
    assert (result.workshop, len(result.notices)) == ("", 1)
    assert "Personcentrering" in text_of(tmp_path / "ut.pdf")


def test_a_workshop_without_an_agenda_gets_the_half_day(plan: Session, tmp_path: Path) -> None:
    made = plan.add("workshop", {"title": "Från förr"}).entity
    result = write_paper(plan, "agenda", tmp_path / "ut.pdf")
    assert (result.workshop, result.pages) == (made, 1)
    assert result.notices == ("Workshopen har ingen dagordning: det blir en halvdags.",)


def test_ideas_are_voted_on_by_the_number_they_have_in_the_room(
    plan: Session, tmp_path: Path
) -> None:
    made = workshops.make(plan, DAY).entity
    step = named(workshops.agenda(plan.thing(made)), "shift-R3")
    assert step
    for text in ("Gemensam rutin för SIP", '*Fast* #vårdkontakt "nu"'):
        ideas.keep(plan, text, step, made)
    write_paper(plan, "votes", tmp_path / "ut.pdf")
    told = text_of(tmp_path / "ut.pdf")
    assert "1 Gemensam rutin för SIP" in told
    assert '2 *Fast* #vårdkontakt "nu"' in told
    assert write_paper(plan, "cards", tmp_path / "kort.pdf").pages == 11
    assert "Kort 3" in text_of(tmp_path / "kort.pdf")


def test_the_names_of_who_comes_are_on_no_print(plan: Session, tmp_path: Path) -> None:
    made = workshops.make(plan, DAY).entity
    plan.add("participant", {"function": "Chef", "name": "Hemligt Namn", "workshop": made})
    for what in PRINTS:
        write_paper(plan, what, tmp_path / "ut.pdf")
        assert "Hemligt" not in text_of(tmp_path / "ut.pdf")


def test_the_workshop_going_on_is_printed_before_a_later_one(plan: Session, tmp_path: Path) -> None:
    first = workshops.make(plan, DAY).entity
    later = workshops.make(plan, workshops.Planned("full_day", date="2026-09-01")).entity
    assert write_paper(plan, "agenda", tmp_path / "ut.pdf").workshop == later
    workshops.set_progress(plan, first, Progress(step="welcome", since=1.0))
    assert write_paper(plan, "agenda", tmp_path / "ut.pdf").workshop == first
    assert write_paper(plan, "agenda", tmp_path / "ut.pdf", later[:8]).workshop == later


def test_nothing_to_print_is_said(plan: Session, tmp_path: Path) -> None:
    made = workshops.make(plan, DAY).entity
    agenda = workshops.agenda(plan.thing(made))
    for step in agenda:
        if step.type is not StepType.BREAK:
            agenda = changed(agenda, step.id, skipped=True)
    workshops.set_agenda(plan, made, agenda)
    with pytest.raises(InputError, match="inget att skriva ut: Arbetsblad"):
        write_paper(plan, "worksheets", tmp_path / "ut.pdf")


def test_what_can_not_be_asked_for_is_refused(plan: Session, tmp_path: Path) -> None:
    plan.publish()
    action = plan.add("action", {"title": "x"}).entity
    for what, name, workshop, told in (
        ("affisch", "ut.pdf", "", "agenda, worksheets, cards, votes"),
        ("agenda", "ut.docx", "", "är en PDF"),
        ("agenda", "ut.pdf", action, "ingen workshop"),
        ("agenda", "ut.pdf", "finns-inte", "finns inget med id"),
    ):
        with pytest.raises(InputError, match=told):
            write_paper(plan, what, tmp_path / name, workshop)
    assert [one.name for one in tmp_path.glob("ut*")] == []


def test_a_plan_file_is_never_written_over(plan: Session, tmp_path: Path) -> None:
    plan.publish()
    kept = (tmp_path / "a.nvplan").rename(tmp_path / "a.pdf")
    with pytest.raises(InputError, match="är en planfil"):
        write_paper(plan, "agenda", kept)
