"""A frozen version reads the same, whatever happens to the plan afterwards."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given

from nvworkshop.errors import InputError
from nvworkshop.session.comparing import compare
from nvworkshop.session.fingerprint import fingerprint
from nvworkshop.session.following_up import follow_up
from nvworkshop.session.merge import merge_contents, undo_merge
from nvworkshop.session.reporting import Asked, take
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create, open_plan
from nvworkshop.session.versions import (
    freeze,
    thaw,
    told_of,
    version_called,
    version_view,
    versions,
)
from nvworkshop.workshop.following import Occasion
from tests.laptops import content, content_of, join, laptop, surroundings
from tests.session.test_laws import Edit, play, relaxed, scripts


@pytest.fixture
def session(tmp_path: Path) -> Session:
    around = surroundings("kansliet", tmp_path)
    session = create(tmp_path / "länet.nvplan", surroundings=around)
    session.add("action", {"title": "Mobilt team", "goal": "Trygg hemma"}, entity="a1")
    return session


class Stood(NamedTuple):
    """What is read in a version, its code, and why it doesn't read as it did."""

    actions: dict[str, dict[str, Any]]
    plan: dict[str, Any]
    code: str
    odd: str


def stands(session: Session, version: str) -> Stood:
    thing = session.thing(version)
    with version_view(session, thing) as then:
        actions = {one.id: dict(one.values) for one in then.things("action")}
        plan = then.plan
        assert plan
        return Stood(actions, dict(plan.values), fingerprint(then), told_of(session, thing, then))


def neighbour(tmp_path: Path) -> Session:
    other = laptop("granne", tmp_path, plan="1" * 32)
    other.add("action", {"title": "SIP i tid"}, entity="b1")
    return other


def test_freezing_sets_the_plans_state_and_version_and_is_undone_in_one_step(
    session: Session,
) -> None:
    version = freeze(session, "1.0", state="Fastställd", note="Inför POLSAM").entity
    plan = session.plan
    assert plan
    assert (plan["state"], plan["version"]) == ("adopted", "1.0")
    assert [one.id for one in versions(session)] == [version]
    session.undo()
    plan = session.plan
    assert plan
    assert (plan["state"], plan["version"], versions(session)) == ("draft", None, [])
    session.redo()
    assert [one.text("title") for one in versions(session)] == ["1.0"]


def test_a_version_says_of_itself_which_it_is(session: Session) -> None:
    version = freeze(session, "1.0", state="adopted").entity
    stood = stands(session, version)
    assert (stood.plan["version"], stood.plan["state"], stood.odd) == ("1.0", "adopted", "")
    assert stood.code == session.thing(version)["fingerprint"]


@pytest.mark.parametrize(
    "later",
    [
        lambda one, _: one.set("a1", {"title": "Annat"}),
        lambda one, _: one.remove("a1"),
        lambda one, _: freeze(one, "2.0", state="review"),
        lambda one, other: merge_contents(one, [(Path("s"), content_of(other))]),
    ],
)
def test_a_version_reads_the_same_after(
    session: Session, tmp_path: Path, later: Callable[[Session, Session], object]
) -> None:
    version = freeze(session, "1.0").entity
    before = stands(session, version)
    later(session, neighbour(tmp_path))
    assert stands(session, version) == before
    session.undo()
    assert stands(session, version) == before


def test_a_merge_taken_back_later_stands_in_the_version(session: Session, tmp_path: Path) -> None:
    merge_contents(session, [(Path("s"), content_of(neighbour(tmp_path)))])
    version = freeze(session, "1.0").entity
    before = stands(session, version)
    undo_merge(session)
    assert stands(session, version) == before
    assert "b1" in before.actions
    assert [one.id for one in session.things("action")] == ["a1"]


def test_a_merge_taken_back_before_is_not_in_the_version(session: Session, tmp_path: Path) -> None:
    source = [(Path("s"), content_of(neighbour(tmp_path)))]
    merge_contents(session, source)
    undo_merge(session)
    version = freeze(session, "1.0").entity
    before = stands(session, version)
    merge_contents(session, source)
    assert stands(session, version) == before
    assert "b1" not in before.actions


def test_a_version_reads_the_same_in_a_copy_and_in_another_plan(
    session: Session, tmp_path: Path
) -> None:
    version = freeze(session, "1.0").entity
    before = stands(session, version)
    session.set("a1", {"goal": "Annat"})
    session.publish()
    shutil.copy(tmp_path / "länet.nvplan", tmp_path / "kopia.nvplan")
    with closing(open_plan(tmp_path / "kopia.nvplan")) as copy:
        assert stands(copy, version) == before
    other = neighbour(tmp_path)
    merge_contents(other, [(Path("länet"), content_of(session))])
    assert stands(other, version) == before
    assert versions(other) == []
    assert [one.id for one in versions(other, session.store.plan)] == [version]


def test_what_is_erased_is_erased_in_versions_too(session: Session) -> None:
    version = freeze(session, "1.0").entity
    session.set("a1", {"goal": "Nytt"})
    session.erase("a1", "goal")
    stood = stands(session, version)
    assert "goal" not in stood.actions["a1"]
    assert "raderats" in stood.odd


def test_conflicts_are_noted_and_stand_in_the_version(tmp_path: Path) -> None:
    ours, theirs = laptop("ours", tmp_path), laptop("theirs", tmp_path)
    entity = ours.add("action", {"title": "x"}).entity
    join(theirs, ours.store.changes())
    for one, goal in ((ours, "a"), (theirs, "b")):
        one.set(entity, {"goal": goal})
    join(ours, theirs.store.changes())
    done = freeze(ours, "1.0")
    assert "1 konflikt" in done.notes[0]
    with version_view(ours, ours.thing(done.entity)) as then:
        assert then.things("action")[0].conflicts == {"goal"}


@pytest.mark.parametrize("title", ["", "  ", "1.0", "1.0 "])
def test_a_version_needs_a_name_of_its_own(session: Session, title: str) -> None:
    freeze(session, "1.0")
    count = session.store.count()
    with pytest.raises(InputError):
        freeze(session, title)
    assert session.store.count() == count


def test_reports_say_when_rows_have_changed_since_the_plan_was_adopted(session: Session) -> None:
    def state() -> str:
        return take(session, Asked("handlingsplan")).preview().facts[0]

    session.set("a1", {"goal": "Ännu ett utkast"})
    version = freeze(session, "1.0", state="adopted").entity
    session.add("decision", {"principal": "2581", "version": "1.0", "date": "2026-11-30"})
    follow_up(session, "a1", {"comment": "Två bilar."}, Occasion(date="2026-11-30"))
    assert state() == "Fastställd"
    session.set("a1", {"goal": "Trygg överallt"})
    assert state() == "Fastställd, ändrad sedan dess"
    with version_view(session, session.thing(version)) as then:
        assert take(then, Asked("handlingsplan")).preview().facts[0] == "Fastställd"
    session.undo()
    assert state() == "Fastställd"


def test_versions_are_left_out_of_what_differs(session: Session) -> None:
    freeze(session, "1.0", state="adopted")
    freeze(session, "1.1", state="adopted")
    first = version_called(session, "1.0")
    assert first
    with version_view(session, first) as then:
        (plan,) = compare(session, then)
    assert [(one.name, one.before, one.after) for one in plan.fields] == [("version", "1.0", "1.1")]


@relaxed
@given(before=scripts, later=scripts, theirs=scripts)
def test_a_version_is_what_stood_then_whatever_came_later(
    tmp_path: Path, before: list[Edit], later: list[Edit], theirs: list[Edit]
) -> None:
    ours, other = laptop("ours", tmp_path), laptop("other", tmp_path)
    play(ours, before)
    join(other, ours.store.changes())
    version = freeze(ours, "1.0").entity
    stood = content(ours)
    play(other, theirs)
    play(ours, later)
    merge_contents(ours, [(Path("other"), content_of(other))])
    with version_view(ours, ours.thing(version)) as then:
        assert content(then) == stood
        assert not told_of(ours, ours.thing(version), then)


def test_a_version_is_taken_back_also_after_reopening(session: Session, tmp_path: Path) -> None:
    freeze(session, "1.0", state="review")
    session.add("decision", {"principal": "2580", "version": "1.1", "sent": "2026-11-30"})
    freeze(session, "1.1")
    session.publish()
    again = open_plan(session.needed_target.place, surroundings=surroundings("kansliet", tmp_path))
    newest = versions(again)[0]
    outcome = thaw(again, newest.id)
    assert [one.text("title") for one in versions(again)] == ["1.0"]
    assert again.plan
    assert again.plan.text("version") == "1.0"
    assert outcome.notes == ("1 beslut gäller version 1.1. Besluten är kvar.",)
    with pytest.raises(InputError, match="redan tillbakatagen"):
        thaw(again, newest.id)
    again.undo()
    assert [one.text("title") for one in versions(again)] == ["1.1", "1.0"]
