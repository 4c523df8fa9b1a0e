from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from icalendar import Calendar, Event

from nvworkshop.errors import InputError
from nvworkshop.followup.year import Sort
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.year import add_event, reminder, save_calendar, wheel
from tests.session.desks import MORNING


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    around = Surroundings(now=lambda: MORNING, home=lambda: tmp_path / "hem")
    made = create(tmp_path / "plan.nvplan", county_part="sodra", surroundings=around)
    made.add("assignment", {"title": "Sent", "due": "2026-11-01"})
    made.add("assignment", {"title": "Oläsligt", "due": "när det passar"})
    made.add("event", {"title": "RS; möte, nr 1", "time": "2026-12-01", "note": "Rad 1\nRad 2"})
    made.add("event", {"title": "Vår", "time": "våren 2027"})
    made.add("event", {"title": "Budget", "time": "2024-02-29", "yearly": "ja"})
    yield made
    made.close()


def read(place: Path) -> dict[str, Event]:
    found = Calendar.from_ical(place.read_bytes())
    events = [cast("Event", one) for one in found.walk("VEVENT")]
    return {str(one["summary"]): one for one in events}


def test_a_calendar_file_is_read_by_another_program(session: Session, tmp_path: Path) -> None:
    saved = save_calendar(session, tmp_path / "år.ics")
    events = read(saved.place)
    assert saved.count == len(events) == 4
    meeting = events["RS; möte, nr 1"]
    assert (meeting.start, meeting.end) == (date(2026, 12, 1), date(2026, 12, 2))
    assert meeting["description"] == "Rad 1\nRad 2"
    assert (events["Vår"].start, events["Vår"].end) == (date(2027, 1, 1), date(2027, 7, 1))
    assert events["Uppdrag att redovisa: Sent"].start == date(2026, 11, 1)
    assert events["Budget"]["rrule"] == {"FREQ": ["YEARLY"], "BYMONTH": [2], "BYMONTHDAY": [-1]}
    assert saved.left_out == ("Inte med: Oläsligt (”när det passar” är ingen dag).",)


def test_lines_end_and_fold_as_they_should(session: Session, tmp_path: Path) -> None:
    session.add("event", {"title": "Å" * 300, "time": "2026-12-03"})
    data = save_calendar(session, tmp_path / "år.ics").place.read_bytes()
    assert data.replace(b"\r\n", b"").count(b"\n") == 0
    assert max(len(one) for one in data.split(b"\r\n")) <= 75
    assert b"DTSTAMP:20261122T090000Z" in data
    assert b"DTSTART;VALUE=DATE:20261201" in data
    assert "Å" * 300 in read(tmp_path / "år.ics")


def test_the_same_thing_is_the_same_event_next_time(session: Session, tmp_path: Path) -> None:
    first = {one["uid"] for one in read(save_calendar(session, tmp_path / "1.ics").place).values()}
    session.add("event", {"title": "Ny", "time": "2026-12-04"})
    again = {one["uid"] for one in read(save_calendar(session, tmp_path / "2.ics").place).values()}
    assert first < again


def test_one_year_has_what_comes_back_that_year(session: Session, tmp_path: Path) -> None:
    events = read(save_calendar(session, tmp_path / "år.ics", year=2027).place)
    assert set(events) == {"Vår", "Budget"}
    assert events["Budget"].start == date(2027, 2, 28)
    assert "rrule" not in events["Budget"]


@pytest.mark.parametrize(("name", "year"), [("år.txt", None), ("år.ics", 1999), ("år.ics", 0)])
def test_what_cannot_be_written_leaves_no_file(
    session: Session, tmp_path: Path, name: str, year: int | None
) -> None:
    with pytest.raises(InputError):
        save_calendar(session, tmp_path / name, year=year)
    assert not (tmp_path / name).exists()


def test_the_strategy_offers_what_comes_every_year(session: Session) -> None:
    entity = add_event(session, "nationell_matdag", year=2026).entity
    found = session.thing(entity)
    assert (found["occasion"], found["yearly"]) == ("national", True)
    assert found["time"]["last"] == "2026-12-31"
    budget = session.thing(add_event(session, "budget", year=2026).entity)
    assert budget["time"] is None
    assert Sort.NATIONAL in {one.sort for one in wheel(session, 2030).entries}


def test_what_is_late_and_what_comes_soon_is_told(session: Session) -> None:
    found = reminder(session)
    assert (
        found.sentence == "Försenat: Sent (2026-11-01). Inom 14 dagar: RS; möte, nr 1 (2026-12-01)."
    )


def test_an_empty_plan_reminds_of_nothing(tmp_path: Path) -> None:
    made = create(tmp_path / "tom.nvplan", county_part="sodra")
    assert reminder(made).sentence == ""
    made.close()
