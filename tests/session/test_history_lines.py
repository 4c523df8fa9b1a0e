from __future__ import annotations

from pathlib import Path

import pytest

from nvworkshop.session.following_up import follow_up
from nvworkshop.session.history_lines import ERASED, history_lines
from nvworkshop.session.session import Session
from nvworkshop.workshop.following import Occasion
from tests.laptops import join, laptop


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return laptop("Piteå", tmp_path)


def test_the_newest_change_comes_first_as_people_read_it(session: Session) -> None:
    entity = session.add("action", {"title": "Mobilt team", "status": "Pågår"}).entity
    session.set(entity, {"status": "Klar"})
    line = history_lines(session, entity).lines[0]
    assert (line.who, line.label, line.before, line.after) == ("Piteå", "Status", "Pågår", "Klar")
    assert line.title == "Åtgärd 1: Mobilt team"
    assert line.at > 0
    assert "pågår" in line.found_by


def test_the_history_of_one_thing_is_its_own(session: Session) -> None:
    first, second = (session.add("action", {"title": one}).entity for one in ("a", "b"))
    assert {one.entity for one in history_lines(session, first).lines} == {first}
    assert {one.entity for one in history_lines(session).lines} == {first, second}


def test_the_programs_own_changes_are_left_out(session: Session) -> None:
    entity = session.add("action", {"title": "a"}).entity
    assert [one.label for one in history_lines(session, entity).lines] == [
        "Nr",
        "Status",
        "Åtgärd",
    ]


def test_no_more_than_asked_for_are_told_and_all_are_counted(session: Session) -> None:
    entity = session.add("action", {"title": "a"}).entity
    for text in "bcdef":
        session.set(entity, {"title": text})
    found = history_lines(session, newest=3)
    assert [one.after for one in found.lines] == ["f", "e", "d"]
    assert found.lines[-1].before == "c"
    assert found.count == 8


def test_a_decided_conflict_has_all_the_values_before(session: Session, tmp_path: Path) -> None:
    other = laptop("en annan", tmp_path)
    entity = session.add("action", {"title": "a"}).entity
    join(other, session.store.changes())
    other.set(entity, {"goal": "deras"})
    session.set(entity, {"goal": "vårt"})
    join(session, other.store.changes())
    session.resolve(entity, "goal", data="bådas")
    line = history_lines(session, entity).lines[0]
    assert set(line.before.split("\n")) == {"deras", "vårt"}


def test_a_removed_thing_keeps_its_name(session: Session) -> None:
    entity = session.add("action", {"title": "Mobilt team"}).entity
    session.remove(entity)
    line = history_lines(session, entity).lines[0]
    assert (line.title, line.label, line.after) == (
        "Åtgärd 1: Mobilt team",
        "Borttagen",
        "tas bort",
    )


def test_what_is_erased_says_so(session: Session) -> None:
    entity = session.add("action", {"title": "a", "situation": "HEMLIGHETEN"}).entity
    session.erase(entity, "situation")
    found = history_lines(session, entity)
    assert ERASED in [one.after for one in found.lines]
    assert "HEMLIGHETEN" not in str(found)


def test_the_history_of_an_action_has_what_was_told_when_it_was_followed_up(
    session: Session,
) -> None:
    entity, other = (session.add("action", {"title": one}).entity for one in ("a", "b"))
    follow_up(session, entity, {"comment": "Igång i två kommuner"}, Occasion(date="2026-10-05"))
    follow_up(session, other, {"comment": "Inte begonnen"}, Occasion(date="2026-10-05"))
    found = history_lines(session, entity)
    assert found.count == len(found.lines)
    line = next(one for one in found.lines if one.label == "Uppföljd 2026-10-05")
    assert (line.who, line.after) == ("Piteå", "Ej påbörjad. Igång i två kommuner")
    assert line.entity == entity
    assert sum("Uppföljd" in one.label for one in found.lines) == 1
