"""Indicators of an open plan: listed, judged, started from a list, shared, written and pasted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from nvworkshop.errors import InputError
from nvworkshop.followup.series import Standing
from nvworkshop.session.indicators import detail, overview
from nvworkshop.session.measurements import paste, read_cell, write_cell
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create
from nvworkshop.session.sharing import keep_apart, part, share
from nvworkshop.session.starting import add_starters, starters

SIP = {"title": "SIP", "unit": "antal", "direction": "up", "baseline": "10", "target": "20"}


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = create(tmp_path / "p.nvplan", county_part="sodra")
    yield made
    made.close()


@pytest.fixture
def overall(tmp_path: Path) -> Iterator[Session]:
    made = create(tmp_path / "lan.nvplan")
    for entity in ("i1", "i2"):
        made.add("indicator", SIP, entity=entity)
    yield made
    made.close()


def measure(session: Session, indicator: str, day: str, value: str, area: str = "") -> str:
    """Write a value cell by cell, as a person does."""
    entity = session.surroundings.new_id()
    write_cell(session, indicator, entity, "date", day)
    write_cell(session, indicator, entity, "value", value)
    if area:
        write_cell(session, indicator, entity, "area", area)
    return entity


def test_starters_are_offered_without_ids_and_never_twice(session: Session) -> None:
    add_starters(session, ["kontinuitetsindex", "fallskador"])
    there = {one.id: one.there for one in starters(session)}
    assert there["fallskador"]
    assert not there["tillganglighet"]
    (first, *_) = session.things("indicator")
    assert first.text("source") == "SKR: Indikatorer Nära vård"
    assert first["kolada"] is None
    with pytest.raises(InputError, match="finns redan"):
        add_starters(session, ["fallskador"])
    session.undo()
    assert session.things("indicator") == []


def test_an_indicator_without_values_says_so(session: Session) -> None:
    session.add("indicator", {"title": "SIP"})
    (one,) = overview(session).listed
    assert (one.baseline, one.now, one.judged.word) == ("saknas", "saknas", "Saknar mätvärde")


def test_two_values_say_nothing_of_where_it_is_heading(session: Session) -> None:
    entity = session.add("indicator", SIP).entity
    measure(session, entity, "2026-01-31", "12")
    measure(session, entity, "2026-02-28", "14")
    (one,) = overview(session).listed
    assert one.judged.standing is Standing.ON_WAY
    assert one.judged.cautions == ("Två värden säger inget om riktningen.",)
    assert one.now == "14"


def test_a_new_value_goes_on_from_the_one_before(session: Session) -> None:
    entity = session.add("indicator", {**SIP, "source": "egen räkning"}).entity
    first = measure(session, entity, "2026", "12", "Piteå")
    second = measure(session, entity, "Q1 2027", "13,5")
    assert session.thing(first)["date"] == "2026-12-31"
    carried = session.thing(second)
    assert (carried["area"], carried["area_level"]) == ("2581", "municipality")
    assert (carried["gender"], carried["source"]) == ("T", "egen räkning")
    assert carried["value"] == 13.5


def test_an_area_elsewhere_is_refused(session: Session) -> None:
    for text in ("Stockholm", "0180"):
        with pytest.raises(InputError, match="finns inte i Norrbotten"):
            read_cell(session.strategy, "area", text, session.context)
    assert read_cell(session.strategy, "area", "0025", session.context).values["area"] == "25"


def test_an_area_is_the_same_however_its_value_was_written(session: Session) -> None:
    entity = session.add("indicator", SIP).entity
    for value, area in ((10, "Piteå"), (12, "2581"), (14, "Piteå kommun")):
        session.add("measurement", {"indicator": entity, "value": value, "area": area})
    found = {(one["area"], one["area_level"]) for one in session.things("measurement")}
    assert found == {("2581", "municipality")}
    with pytest.raises(InputError, match="finns inte i Norrbotten"):
        session.add("measurement", {"indicator": entity, "area": "Stockholm"})


def test_missing_is_never_zero(session: Session) -> None:
    entity = session.add("indicator", SIP).entity
    measure(session, entity, "2026-01-31", "..")
    (one,) = overview(session).listed
    assert (one.values, one.judged.standing) == (0, Standing.UNMEASURED)


def test_paste_tells_of_bad_cells_and_is_one_step(session: Session) -> None:
    entity = session.add("indicator", SIP).entity
    text = "2026-01-31\t12\tPiteå\r\n2026-02-28\tabc\tPiteå\r\n2026-03-31\t-\t\r\n2026\t9\tLuleå"
    outcome = paste(session, entity, text)
    assert outcome.notes[0] == "Klistrade in 2 nya värden."
    assert "rad 2, Värde ”abc” (Det är inget tal)" in outcome.notes[1]
    assert outcome.label == "Klistra in 2 mätvärden"
    session.undo()
    assert session.things("measurement") == []


def test_paste_with_headings_in_any_order_changes_what_is_there(session: Session) -> None:
    entity = session.add("indicator", SIP).entity
    paste(session, entity, "Värde\tKommun\tÅr\n12\tPiteå\t2025\n3\tPiteå\t2026")
    outcome = paste(session, entity, "År\tKommun\tVärde\n2025\t2581\t13\n2026\tPiteå\t3")
    assert outcome.notes[0] == "Klistrade in 0 nya värden, 1 ändrade, 1 som fanns redan."
    assert [one["value"] for one in session.things("measurement")] == [13, 3]


def test_nothing_to_paste_is_told(session: Session) -> None:
    entity = session.add("indicator", SIP).entity
    with pytest.raises(InputError, match="inga värden att klistra in"):
        paste(session, entity, "hej\nhopp")


def test_twins_are_asked_about_and_shared_without_moving_anything(overall: Session) -> None:
    (question,) = overview(overall).questions
    assert question.ids == ("i1", "i2")
    measure(overall, "i2", "2026-01-31", "15", "Kalix")
    share(overall, "i1", ["i2"])
    found = overview(overall)
    assert found.questions == ()
    (one,) = found.listed
    assert (one.id, one.values, one.same[0][0]) == ("i1", 1, "i2")
    assert overall.things("measurement")[0]["indicator"] == "i2"
    seen = detail(overall, "i2")
    assert seen is not None
    assert seen.listed.id == "i1"
    part(overall, "i2")
    assert len(overview(overall).listed) == 2


def test_no_is_remembered(overall: Session) -> None:
    keep_apart(overall, ["i1", "i2"])
    assert overview(overall).questions == ()
    overall.undo()
    assert len(overview(overall).questions) == 1


def test_different_units_are_not_shared(overall: Session) -> None:
    overall.set("i2", {"unit": "procent"})
    with pytest.raises(InputError, match="olika enheter: antal, procent"):
        share(overall, "i1", ["i2"])


def test_a_sum_is_given_when_every_part_has_measured(overall: Session) -> None:
    overall.set("i1", {"aggregation": "sum", "area_level": "county_part", "target": "40"})
    for area in ("Södra", "Östra", "Norra"):
        measure(overall, "i1", "2026-01-31", "10", area)
    one = overview(overall).listed[0]
    assert one.judged.standing is Standing.UNKNOWN
    assert one.judged.why == "Summan går inte att ge: alla områden har inte mätt."
    assert one.judged.totals[0].days[0][1].missing == ("lulea_boden",)
    measure(overall, "i1", "2026-01-31", "12", "Luleå/Boden")
    judged = overview(overall).listed[0].judged
    assert (judged.now, judged.of, judged.word) == (42, "hela länet", "Nått")


def test_the_actions_that_point_at_it_are_told(session: Session) -> None:
    entity = session.add("indicator", SIP).entity
    session.add("action", {"title": "Mer SIP", "indicator_ref": entity}, entity="a1")
    seen = detail(session, entity)
    assert seen is not None
    assert [one.id for one in seen.actions] == ["a1"]
    assert seen.picture().head[0] == "Serie"


def test_two_sources_stand_apart_and_the_indicators_own_is_judged(session: Session) -> None:
    entity = session.add("indicator", {**SIP, "source": "journal"}).entity
    paste(session, entity, "Datum\tVärde\tKälla\n2026-01-31\t25\tenkät\n2026-01-31\t12\tjournal")
    seen = detail(session, entity)
    assert seen is not None
    assert [name for name, _ in seen.series] == ["Södra, enkät", "Södra, journal"]
    assert (seen.listed.judged.now, seen.listed.judged.word) == (12, "På väg")
    assert "Flera källor" in seen.listed.judged.cautions[-1]
