from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from nvworkshop import language
from nvworkshop.errors import InputError, PersonalNumberError
from nvworkshop.session.assignments import Order, Stage, register, take_states
from nvworkshop.session.export import export
from nvworkshop.session.reported import report_back, report_days
from nvworkshop.session.reporting import offers
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create
from nvworkshop.session.surroundings import Surroundings
from tests.session.desks import MORNING


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    around = Surroundings(now=lambda: MORNING, home=lambda: tmp_path / "hem")
    made = create(tmp_path / "plan.nvplan", county_part="sodra", surroundings=around)
    made.add("action", {"title": "Mobilt team", "status": "ongoing"}, entity="a1")
    told = {"action": "a1", "date": "2026-11-17", "comment": "Kör i två kommuner"}
    made.add("follow_up", told)
    yield made
    made.close()


def asked(session: Session, title: str, **values: object) -> str:
    return session.add("assignment", {"title": title, **values}).entity


def test_assignments_stand_by_body_in_the_strategys_order(session: Session) -> None:
    asked(session, "Ingen")
    asked(session, "Andra", body="regionstyrelsen", reference="RS 190130 § 9")
    asked(session, "Första", body="regionstyrelsen", reference="RS 181031 § 202")
    asked(session, "Länet", body="Länsstyrgruppen")
    found = register(session)
    assert [one.name for one in found.bodies] == [
        "Länsstyrgruppen",
        "Regionstyrelsen",
        "Utan organ",
    ]
    assert [one.thing["title"] for one in found.bodies[1].rows] == ["Första", "Andra"]
    by_title = register(session, Order.TITLE).bodies[1].rows
    assert [one.thing["title"] for one in by_title] == ["Andra", "Första"]


@pytest.mark.parametrize(
    ("due", "stage", "days"),
    [
        ("2026-11-21", Stage.OVERDUE, -1),
        ("2026-12-06", Stage.SOON, 14),
        ("våren 2027", Stage.OPEN, 220),
        ("när det passar", Stage.UNDATED, None),
    ],
)
def test_how_far_one_has_come(session: Session, due: str, stage: Stage, days: int | None) -> None:
    asked(session, "Uppdrag", due=due)
    (row,) = register(session).rows
    assert (row.stage, row.days) == (stage, days)


def test_an_impossible_day_is_refused_and_one_in_a_reference_is_told(session: Session) -> None:
    with pytest.raises(InputError, match="Ska redovisas"):
        asked(session, "Uppdrag", due="31 februari 2027")
    asked(session, "Uppdrag", reference="RS 181331 § 2")
    (row,) = register(session).rows
    assert row.thing["reference"] == "RS 181331 § 2"
    assert "månad 13 finns inte" in row.reference.problem


def test_the_state_of_actions_is_added_after_what_is_written(session: Session) -> None:
    entity = asked(session, "Uppdrag", actions=["a1"], report="Inledning.")
    take_states(session, entity)
    text = session.thing(entity).text("report")
    said = "Mobilt team – pågår. Uppföljning 2026-11-17: Kör i två kommuner."
    assert text == f"Inledning.\n\n{said}"
    assert take_states(session, entity).notes
    assert session.thing(entity).text("report") == text
    session.undo()
    assert session.thing(entity).text("report") == "Inledning."


def test_what_is_kept_in_the_plan_is_in_the_source(session: Session) -> None:
    entity = asked(session, "Uppdrag", actions=["a1"])
    language.choose("en")
    outcome = take_states(session, entity)
    language.choose(language.SOURCE)
    assert "pågår. Uppföljning" in session.thing(entity).text("report")
    assert outcome.label == "Fetch the status from the actions"


def test_without_actions_there_is_nothing_to_take(session: Session) -> None:
    with pytest.raises(InputError, match="inga åtgärder"):
        take_states(session, asked(session, "Uppdrag"))


def test_what_was_reported_stays_when_the_text_goes_on(session: Session) -> None:
    entity = asked(session, "Uppdrag", body="polsam", report="Första läget.")
    report_back(session, entity, {"date": "2026-06-01", "body": "polsam", "reference": "§ 4"})
    session.set(entity, {"report": "Andra läget."})
    report_back(session, entity, {"date": "2026-11-20", "body": "regionstyrelsen"})
    (row,) = register(session).rows
    assert [one.text("text") for one in row.history] == ["Andra läget.", "Första läget."]
    assert row.stage is Stage.REPORTED
    with pytest.raises(InputError, match="ändras inte i efterhand"):
        session.set(row.history[0].id, {"text": "Något annat"})
    assert report_days(session) == [("2026-11-20", 1), ("2026-06-01", 1)]


def test_reporting_is_one_step_to_undo(session: Session) -> None:
    entity = asked(session, "Uppdrag", report="Läget.", reported="2026-01-01")
    report_back(session, entity, {"date": "2026-11-20"})
    session.undo()
    assert session.things("report_back") == []
    assert session.thing(entity)["reported"] == "2026-01-01"
    session.redo()
    assert session.thing(entity)["reported"] == "2026-11-20"


@pytest.mark.parametrize("values", [{}, {"date": "våren 2027"}, {"date": "2026-02-30"}])
def test_a_day_is_needed(session: Session, values: dict[str, str]) -> None:
    entity = asked(session, "Uppdrag", report="Läget.")
    with pytest.raises(InputError, match="Datum"):
        report_back(session, entity, values)
    assert session.things("report_back") == []


def test_no_text_and_personal_numbers_are_stopped(session: Session) -> None:
    entity = asked(session, "Uppdrag")
    with pytest.raises(InputError, match="ingen text"):
        report_back(session, entity, {"date": "2026-11-20"})
    session.set(entity, {"report": "Läget."})
    with pytest.raises(PersonalNumberError):
        report_back(session, entity, {"date": "2026-11-20", "reference": "Gäller 19121212-1212"})


def test_the_report_of_a_day_tells_what_was_said_then(session: Session, tmp_path: Path) -> None:
    entity = asked(session, "Uppdraget", body="polsam", report="Så | var det.")
    report_back(session, entity, {"date": "2026-06-01", "body": "polsam"})
    session.set(entity, {"report": "Så är det nu."})
    out = tmp_path / "ut.md"
    export(session, out, report="aterrapportering", subject="2026-06-01")
    assert "Så \\| var det." in out.read_text("utf-8")
    assert "Så är det nu." not in out.read_text("utf-8")
    export(session, out, report="aterrapportering")
    assert "Så är det nu." in out.read_text("utf-8")
    with pytest.raises(InputError, match="Redovisat är: 2026-06-01"):
        export(session, out, report="aterrapportering", subject="2026-06-02")
    offer = next(one for one in offers(session) if one.name == "aterrapportering")
    assert [one for one, _ in offer.choices] == ["", "2026-06-01"]


def test_a_state_that_the_text_tells_is_not_told_twice(session: Session, tmp_path: Path) -> None:
    session.add("action", {"title": "Rond"}, entity="a2")
    entity = asked(session, "Uppdraget", body="polsam", actions=["a1"])
    take_states(session, entity)
    session.set(entity, {"actions": ["a1", "a2"]})
    out = tmp_path / "ut.md"
    export(session, out, report="aterrapportering")
    text = out.read_text("utf-8")
    assert text.count("Kör i två kommuner") == 1
    assert "**Rond**" in text
    session.set("a1", {"status": "done"})
    export(session, out, report="aterrapportering")
    assert "**Mobilt team**: ✓ Klar" in out.read_text("utf-8")
