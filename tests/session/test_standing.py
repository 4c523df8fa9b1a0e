from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from nvworkshop.errors import InputError
from nvworkshop.followup.moved import Move
from nvworkshop.session.looking_back import day_at, things_at
from nvworkshop.session.moments import NOW, At, Moment, moment_of, view_at
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create
from nvworkshop.session.standing import (
    PART,
    Scope,
    compare_standing,
    overview,
    since_last,
    standing_of,
)
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.versions import freeze

_MORNING = datetime(2026, 8, 20, 9, tzinfo=UTC)


class Clock:
    """A clock that stands until it is put forward."""

    def __init__(self) -> None:
        self.now = _MORNING

    def wait(self, days: int) -> None:
        self.now += timedelta(days=days)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(tmp_path: Path, clock: Clock) -> Iterator[Session]:
    around = Surroundings(now=lambda: clock.now, home=lambda: tmp_path / "hem")
    made = create(tmp_path / "plan.nvplan", surroundings=around, county_part="sodra")
    yield made
    made.close()


Adder = Callable[..., str]


@pytest.fixture
def add(session: Session) -> Adder:
    def _add(title: str, **values: str) -> str:
        given = {"title": title, "principal": "Piteå", "function": "enhetschef", **values}
        return session.add("action", given).entity

    return _add


def test_every_figure_is_its_rows(session: Session, add: Adder) -> None:
    late = add("Sen", end="2026-08-01", status="ongoing")
    said = add("Sagd sen", status="delayed", function="")
    done = add("Klar", end="2026-08-01", status="done")
    of = standing_of(session)
    assert of.now.late == (late, said)
    assert of.now.late_unowned == (said,)
    assert of.now.in_time == (done,)
    assert of.now.percent_in_time == 33
    assert of.now.parts["delayed"] == (late, said)
    assert of.now.parts["ongoing"] == ()
    assert [one.id for one in of.groups[PART]] == ["sodra"]


def test_a_huvudman_has_what_it_answers_for(session: Session, add: Adder) -> None:
    own, other = add("Egen"), add("Annans", principal="Älvsbyn")
    of, choices = overview(session, Scope(principal="2581"))
    assert of.now.rows == (own,)
    assert other in standing_of(session).now.rows
    assert [one.label for one in choices] == ["Södra", "Piteå kommun", "Älvsbyns kommun"]


def test_a_scope_that_is_no_more_is_the_whole(session: Session, add: Adder) -> None:
    only = add("Egen")
    of, _ = overview(session, Scope(principal="2580"))
    assert of.scope == Scope()
    assert of.now.rows == (only,)


def test_the_last_time_is_before_the_present(session: Session, add: Adder, clock: Clock) -> None:
    action = add("Egen")
    for day in ("2026-08-19", "2026-08-20"):
        session.add("follow_up", {"action": action, "date": day, "status": "ongoing"})
    clock.wait(90)
    session.add("follow_up", {"action": action, "date": "2026-11-10", "status": "ongoing"})
    of = standing_of(session)
    assert of.followed == date(2026, 11, 10)
    assert of.last_time == date(2026, 8, 20)


def test_what_moved_since_last_time(session: Session, add: Adder, clock: Clock) -> None:
    moves, gone, stays = add("Flyttar", end="2026-12-01"), add("Borta"), add("Kvar")
    session.add("follow_up", {"action": stays, "date": "2026-08-20"})
    clock.wait(90)
    session.set(moves, {"status": "delayed", "end": "2027-02-01"})
    session.remove(gone)
    new = add("Ny")
    last = since_last(standing_of(session))
    assert last is not None
    of = compare_standing(session, last).compared
    assert of.moved.moves == (Move(moves, "not_started", "delayed"),)
    assert (of.moved.new, of.moved.gone, of.moved.later) == ((new,), (gone,), (moves,))
    assert of.titles[gone] == "Borta"
    assert (of.before.percent_in_time, of.after.percent_in_time, of.points) == (100, 67, -33)


def test_what_was_in_time_then_is_judged_by_its_own_day(
    session: Session, add: Adder, clock: Clock
) -> None:
    add("Nu sen", end="2026-09-01")
    clock.wait(30)
    of = compare_standing(session, moment_of(session, "2026-08-20")).compared
    assert len(of.before.in_time) == 1
    assert len(of.after.late) == 1


def test_a_moment_read_from_the_log_is_as_a_whole_plan_of_it(
    session: Session, add: Adder, clock: Clock
) -> None:
    first = add("Först")
    freeze(session, "1.0")
    clock.wait(2)
    session.set(first, {"title": "Sedan"})
    session.remove(add("Borta"))
    for said in ("2026-08-20", "1.0", "2026-08-21"):
        moment = moment_of(session, said)
        found = things_at(session, moment, "action", "plan")
        with view_at(session, moment) as then:
            assert found == {kind: then.things(kind) for kind in ("action", "plan")}
            assert day_at(session, moment) == then.surroundings.today()
    assert things_at(session, NOW, "action")["action"][0]["title"] == "Sedan"


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("2030-01-01", "nu", "har inte varit än"),
        ("2026-08-20", "2026-08-01", "efter den andra"),
    ],
)
def test_days_that_can_not_be_compared_are_refused(
    session: Session, first: str, second: str, said: str
) -> None:
    then, later = (moment_of(session, one) for one in (first, second))
    with pytest.raises(InputError, match=said):
        compare_standing(session, then, later)


def test_today_can_be_compared_with_now(session: Session, add: Adder) -> None:
    add("Egen")
    end = int((_MORNING + timedelta(hours=12)).timestamp() * 1000)
    assert len(compare_standing(session, Moment(At.TIME, end)).compared.before.rows) == 1


def test_the_earliest_that_is_not_reported_is_next(session: Session) -> None:
    for title, due in (("B", "2026-12-11"), ("A", "2026-12-11"), ("C", "2027-01-31")):
        session.add("assignment", {"title": title, "due": due, "body": "lansstyrgruppen"})
    done = {"title": "D", "due": "2026-09-01", "reported": "2026-08-30"}
    session.add("assignment", done)
    next_ = standing_of(session).reporting
    assert next_ is not None
    assert (next_.titles, next_.last) == (("B", "A"), date(2026, 12, 11))
    assert next_.bodies == ("Länsstyrgruppen",)
    assert not next_.late
