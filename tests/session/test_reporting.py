from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from nvworkshop.errors import CancelledError, ExportError, InputError, TemplateError
from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.session.reporting import (
    Asked,
    Subject,
    offers,
    ready_templates,
    take,
    take_all,
)
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create, open_plan
from nvworkshop.session.versions import freeze

PITEA = "2581"


@pytest.fixture
def plan(tmp_path: Path) -> Iterator[Session]:
    session = open_plan(Path(shutil.copy(SAMPLE_PLANS / "sodra.nvplan", tmp_path)))
    yield session
    session.close()


def own_template(name: str, text: str) -> Path:
    place = ready_templates() / f"{name}.md"
    place.write_text(text, "utf-8")
    return place


def test_reports_are_offered_with_what_they_can_be_of(plan: Session) -> None:
    offered = {one.name: one for one in offers(plan)}
    assert next(iter(offered)) == "handlingsplan"
    assert offered["handlingsplan"].choices == ()
    assert (PITEA, "Piteå kommun") in offered["huvudman"].choices
    assert (PITEA, "Piteå") in offered["kommun"].choices
    assert offered["minnesanteckningar"].subject is Subject.WORKSHOP


def test_a_local_plan_offers_its_own_and_those_it_names(plan: Session) -> None:
    (offered,) = [one for one in offers(plan) if one.name == "huvudman"]
    ids = {one for one, _ in offered.choices}
    named = {one["principal"] for one in plan.things("action")} - {None}
    assert named & ids == named
    assert len(ids) < len(plan.strategy.options("principal"))


def test_only_whole_plans_are_json_and_only_tables_are_books(plan: Session) -> None:
    formats = {one.name: one.formats for one in offers(plan)}
    assert set(formats["handlingsplan"]) >= {".docx", ".pdf", ".html", ".md", ".xlsx", ".json"}
    assert ".json" not in formats["huvudman"]
    assert ".xlsx" in formats["huvudman"]
    assert ".xlsx" not in formats["tjansteskrivelse"]


def test_own_templates_come_last_and_their_folder_has_the_programs_to_copy(plan: Session) -> None:
    own_template("Till nämnden", "# Till nämnden\n")
    last = offers(plan)[-1]
    assert (last.title, last.own, last.formats) == (
        "Till nämnden",
        True,
        (".docx", ".pdf", ".html", ".md"),
    )
    copies = {one.name for one in (ready_templates() / "Programmets mallar").iterdir()}
    assert {"handlingsplan.md", "delar.md", "nationell.toml"} <= copies


def test_a_preview_has_state_and_text_and_nothing_that_does_anything(plan: Session) -> None:
    action = plan.things("action")[0]
    plan.set(action.id, {"title": "<script>alert(1)</script> ![x](http://x) **fet**"})
    seen = take(plan, Asked("handlingsplan")).preview()
    assert seen.mark == "Utkast"
    assert "version 0.4" in seen.facts
    assert seen.whole
    assert "&lt;script&gt;alert(1)&lt;/script&gt; ![x](http://x) **fet**" in seen.html


def test_a_long_preview_is_cut_before_a_heading(plan: Session) -> None:
    report = take(plan, Asked("handlingsplan"))
    whole, seen = report.preview(), report.preview(5_000)
    assert not seen.whole
    assert 1_000 < len(seen.html) <= 5_000
    assert whole.html[len(seen.html) :].startswith("<h")


def test_names_are_left_out_until_they_are_asked_for(plan: Session) -> None:
    own_template(
        "namn", "# N\n\n{% for one in plan.actions %}{{ one.items('name')|join }}{% endfor %}\n"
    )
    plan.set(plan.things("action")[0].id, {"name": "Kontakt Ett"})
    assert "Kontakt Ett" not in take(plan, Asked("namn")).preview().html
    assert "Kontakt Ett" in take(plan, Asked("namn", names=True)).preview().html


def test_a_report_is_saved_under_a_name_that_says_what_it_is(plan: Session, tmp_path: Path) -> None:
    report = take(plan, Asked("handlingsplan"))
    today = plan.surroundings.today().isoformat()
    assert report.name.startswith("Handlingsplan – Södra")
    assert report.name.endswith(today)
    saved = report.save(tmp_path / f"{report.name}.docx")
    assert saved.read_back == saved.written > 10
    assert [one.name for one in tmp_path.glob("*.docx")] == [f"{report.name}.docx"]


def test_a_report_is_as_the_plan_was_in_a_version(plan: Session) -> None:
    version = freeze(plan, "1.0").entity
    action = plan.things("action")[0]
    plan.set(action.id, {"title": "Skrivet efteråt"})
    then = take(plan, Asked("handlingsplan", moment="1.0"))
    seen = then.preview()
    assert version
    assert "Skrivet efteråt" not in seen.html
    assert any(one.startswith("som planen var: Version 1.0") for one in seen.facts)
    assert "version 1.0" in then.name
    with pytest.raises(InputError, match="ingen tidpunkt"):
        take(plan, Asked("handlingsplan", moment="i förrgår kväll"))


def test_a_template_that_is_wrong_is_told_with_its_line(plan: Session) -> None:
    own_template("min", "# Hej\n\n{{ plan.finns_inte }}\n")
    with pytest.raises(TemplateError, match=r"min\.md, rad 3"):
        take(plan, Asked("min")).preview()


def test_printed_pages_are_pictures(plan: Session) -> None:
    pages = take(plan, Asked("handlingsplan")).pages()
    assert len(pages) > 5
    assert all(one.startswith(b"\x89PNG") for one in pages)


def everyones(plan: Session) -> int:
    return next(len(one.choices) for one in offers(plan) if one.name == "huvudman")


@pytest.fixture
def page_template(home: Path) -> None:
    own_template("huvudman", "# {{ plan.principal }}\n\n{{ plan.rows|length }}\n")


@pytest.mark.usefixtures("page_template")
def test_everyones_report_is_saved_in_a_folder_of_its_own(plan: Session, tmp_path: Path) -> None:
    out = tmp_path / "ut"
    out.mkdir()
    told: list[int] = []
    reports = take_all(plan, Asked("huvudman"), Subject.PRINCIPAL)
    first = reports.save(out, ".md", tell=told.append)
    second = reports.save(out, ".md")
    assert first.count == everyones(plan) == len(list(first.place.iterdir())) == len(told)
    assert second.place.name == f"{first.place.name} (2)"
    assert sorted(one.name for one in out.iterdir()) == [first.place.name, second.place.name]


@pytest.mark.usefixtures("page_template")
def test_nothing_is_left_of_what_was_stopped_or_went_wrong(plan: Session, tmp_path: Path) -> None:
    out = tmp_path / "ut"
    out.mkdir()
    told: list[int] = []
    reports = take_all(plan, Asked("huvudman"), Subject.PRINCIPAL)
    with pytest.raises(CancelledError):
        reports.save(out, ".md", tell=told.append, cancelled=lambda: len(told) > 1)
    with pytest.raises(InputError):
        reports.save(out, ".rtf")
    assert list(out.iterdir()) == []
    with pytest.raises(ExportError, match="Mappen finns inte"):
        reports.save(out / "borta", ".md")


def test_a_new_plan_has_no_workshop_and_no_receipt_to_report_on(tmp_path: Path) -> None:
    session = create(tmp_path / "ny.nvplan", county_part="ostra")
    choices = {one.name: one.choices for one in offers(session)}
    assert choices["minnesanteckningar"] == choices["kvitto"] == ()
    with pytest.raises(InputError):
        take_all(session, Asked("kvitto"), Subject.RECEIPT)
    session.close()
