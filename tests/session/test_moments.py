"""Points in time: what was known at each, and what differs between two."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given

from nvworkshop.errors import InputError
from nvworkshop.session.merge import merge_contents, undo_merge
from nvworkshop.session.moments import (
    NOW,
    At,
    Moment,
    called,
    compare_at,
    moment_of,
    points,
    view_at,
)
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create
from nvworkshop.session.versions import freeze
from tests.laptops import BEGIN, content, content_of, join, laptop, surroundings
from tests.session.test_laws import Edit, play, relaxed, scripts


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """A plan with an action of its own, one from a merge, and one after it."""
    session = create(tmp_path / "länet.nvplan", surroundings=surroundings("kansliet", tmp_path))
    session.add("action", {"title": "Före"}, entity="a1")
    source = laptop("granne", tmp_path, plan="1" * 32, begin=BEGIN - timedelta(days=3))
    source.add("action", {"title": "Grannens"}, entity="b1")
    merge_contents(session, [(Path("granne.nvplan"), content_of(source))])
    session.add("action", {"title": "Efter"}, entity="a2")
    return session


def receipt(session: Session) -> str:
    (one,) = session.things("receipt")
    return one.id


def actions(session: Session, moment: Moment) -> set[str]:
    with view_at(session, moment) as then:
        return {one.id for one in then.things("action")}


def test_before_and_after_a_merge_is_what_the_plan_knew_then(session: Session) -> None:
    merge = receipt(session)
    assert actions(session, Moment(At.BEFORE, entity=merge)) == {"a1"}
    assert actions(session, Moment(At.AFTER, entity=merge)) == {"a1", "b1"}
    assert actions(session, NOW) == {"a1", "b1", "a2"}


def test_a_merge_taken_back_still_stands_after_it(session: Session) -> None:
    merge = receipt(session)
    undo_merge(session)
    assert actions(session, NOW) == {"a1", "a2"}
    assert actions(session, Moment(At.AFTER, entity=merge)) == {"a1", "b1"}


def test_a_date_is_by_the_clock_of_who_wrote(session: Session) -> None:
    day = (BEGIN - timedelta(days=1)).date().isoformat()
    assert actions(session, moment_of(session, day)) == {"b1"}
    assert actions(session, moment_of(session, BEGIN.date().isoformat())) == {"a1", "b1", "a2"}


def test_a_clock_goes_to_the_end_of_its_minute(session: Session) -> None:
    local = BEGIN.astimezone()
    moment = moment_of(session, f"{local:%Y-%m-%d %H.%M}")
    end = datetime.fromtimestamp(moment.time / 1000, UTC)
    assert BEGIN < end < BEGIN + timedelta(minutes=1)
    assert called(session, moment) == f"{local:%Y-%m-%d} kl. {local:%H.%M}"


def test_points_are_named_as_people_say_them(session: Session) -> None:
    version = freeze(session, "1.0", state="adopted").entity
    merge = receipt(session)
    for said, moment in (
        ("", NOW),
        ("nu", NOW),
        ("1.0", Moment(At.VERSION, entity=version)),
        ("version 1.0", Moment(At.VERSION, entity=version)),
        (version[:8], Moment(At.VERSION, entity=version)),
        (merge[:8], Moment(At.AFTER, entity=merge)),
        (f"före {merge}", Moment(At.BEFORE, entity=merge)),
        (f"before:{merge[:8]}", Moment(At.BEFORE, entity=merge)),
    ):
        assert moment_of(session, said) == moment


@pytest.mark.parametrize("said", ["i framtiden", "9.9", "före 9999", "2026-13-01", "a1"])
def test_what_is_no_point_in_time_is_refused(session: Session, said: str) -> None:
    with pytest.raises(InputError):
        moment_of(session, said)


def test_what_another_copy_had_merged_is_known_from_the_merge_of_the_copy(
    session: Session, tmp_path: Path
) -> None:
    copy = laptop("kopia", tmp_path, plan=session.store.plan)
    copy.add("action", {"title": "Kopians"}, entity="k1")
    merge_contents(copy, [(Path("länet.nvplan"), content_of(session))])
    (_, merge) = copy.things("receipt")
    assert actions(copy, Moment(At.BEFORE, entity=merge.id)) == {"k1"}
    assert actions(copy, Moment(At.AFTER, entity=merge.id)) == {"k1", "a1", "a2", "b1"}


@pytest.mark.parametrize("said", ["{id}", "före {id}"])
def test_a_merge_of_another_plan_is_no_point_of_this(
    session: Session, tmp_path: Path, said: str
) -> None:
    source = laptop("granne", tmp_path, plan="1" * 32)
    merge_contents(source, [(Path("länet.nvplan"), content_of(session))])
    merge_contents(session, [(Path("granne.nvplan"), content_of(source))])
    (foreign,) = (one for one in session.things("receipt") if one["plan"] == "1" * 32)
    with pytest.raises(InputError, match="annan plan"):
        moment_of(session, said.format(id=foreign.id))
    with pytest.raises(InputError, match="annan plan"):
        undo_merge(session, foreign.id)


def test_points_to_choose_are_now_the_versions_and_around_merges(session: Session) -> None:
    freeze(session, "1.0", state="adopted")
    labels = [one.label for one in points(session)]
    day = f"{BEGIN.astimezone():%Y-%m-%d}"
    assert labels[:2] == ["Nu", f"Version 1.0 · Fastställd · {day}"]
    assert [label.split(" kl.")[0] for label in labels[2:]] == [
        f"Efter sammanslagningen {day}",
        f"Före sammanslagningen {day}",
    ]
    assert labels[2].endswith("av granne.nvplan")


def test_two_moments_are_compared(session: Session) -> None:
    merge = receipt(session)
    found = compare_at(session, Moment(At.BEFORE, entity=merge), Moment(At.AFTER, entity=merge))
    assert [(one.what.value, one.title) for one in found] == [("added", "Grannens")]
    assert [one.title for one in compare_at(session, Moment(At.AFTER, entity=merge), NOW)] == [
        "Efter"
    ]


def test_what_is_erased_is_nowhere_to_be_read(session: Session) -> None:
    session.set("a1", {"goal": "HEMLIGHETEN"})
    version = Moment(At.VERSION, entity=freeze(session, "1.0").entity)
    session.erase("a1", "goal")
    assert "HEMLIGHETEN" not in str(compare_at(session, NOW, version))


@relaxed
@given(before=scripts, theirs=scripts, later=scripts)
def test_around_any_merge_stands_what_stood(
    tmp_path: Path, before: list[Edit], theirs: list[Edit], later: list[Edit]
) -> None:
    ours, other = laptop("ours", tmp_path), laptop("other", tmp_path, plan="1" * 32)
    play(ours, before)
    join(other, ours.store.changes())
    play(other, theirs)
    stood = content(ours)
    report = merge_contents(ours, [(Path("other"), content_of(other))])
    joined = content(ours)
    play(ours, later)
    if report.receipt:
        with view_at(ours, Moment(At.BEFORE, entity=report.receipt)) as then:
            assert content(then) == stood
        with view_at(ours, Moment(At.AFTER, entity=report.receipt)) as then:
            assert content(then) == joined
