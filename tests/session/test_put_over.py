"""Another copy's file put over one's own, after a merge of ours was taken back in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nvworkshop.session import publishing
from nvworkshop.session.merge import merge, undo_merge
from nvworkshop.session.receipts import receipts, sources_of
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create, open_plan
from tests.laptops import content, surroundings

OWN = {"Gemensam", "Egen"}


def place(session: Session) -> Path:
    assert session.target
    session.publish()
    return session.target.place


def titles(session: Session) -> set[str]:
    return {one.text("title") for one in session.things("action")}


@pytest.fixture
def one(tmp_path: Path) -> Session:
    session = create(tmp_path / "länet.nvplan", surroundings=surroundings("kansli", tmp_path))
    session.add("action", {"title": "Gemensam"})
    return session


@pytest.fixture(params=[False, True], ids=["in memory", "on disk"])
def other(one: Session, tmp_path: Path, request: pytest.FixtureRequest) -> Session:
    """A copy of the plan on another laptop, with an action of its own that the first has seen."""
    copy = tmp_path / "annan dator" / "länet.nvplan"
    copy.parent.mkdir()
    shutil.copy(place(one), copy)
    around = surroundings("annan", tmp_path)
    session = open_plan(copy, surroundings=around, on_disk=request.param)
    session.add("action", {"title": "Egen"})
    merge(one, [place(session)])
    return session


OLDER = "Planfilen hade bytts mot en äldre."


def test_an_older_file_put_over_is_told_of(one: Session, other: Session, tmp_path: Path) -> None:
    older = tmp_path / "äldre.nvplan"
    shutil.copy(place(other), older)
    other.add("action", {"title": "Nyare"})
    shutil.copy(older, place(other))
    if other.work is None:
        return  # what is in memory alone has no file it was known to hold
    copy = publishing.copied(other)
    publishing.took(other, copy, copy.publish())
    assert [OLDER in told for told in other.warnings] == [True]
    assert titles(other) == {*OWN, "Nyare"}
    shutil.copy(older, other.needed_target.place)
    other.close()
    again = open_plan(other.needed_target.place, surroundings=other.surroundings, on_disk=True)
    assert [OLDER in told for told in again.notes] == [True]
    assert titles(again) == {*OWN, "Nyare"}
    again.close()


def put_over(one: Session, other: Session) -> None:
    shutil.copy(place(one), other.needed_target.place)


def test_own_work_stays_when_the_file_is_published(one: Session, other: Session) -> None:
    undo_merge(one)
    put_over(one, other)
    other.publish()
    assert titles(other) == OWN
    merge(one, [place(other)])
    assert content(one) == content(other)


def test_own_work_stays_when_the_file_is_published_in_another_thread(
    one: Session, other: Session
) -> None:
    undo_merge(one)
    put_over(one, other)
    for _ in range(2):  # what was joined is told back first, then written
        copy = publishing.copied(other)
        publishing.took(other, copy, copy.publish())
    assert titles(other) == OWN
    assert titles(open_plan(other.needed_target.place, surroundings=one.surroundings)) == OWN


def test_own_work_stays_when_the_merge_is_taken_back_later(one: Session, other: Session) -> None:
    put_over(one, other)
    other.publish()
    undo_merge(one)
    put_over(one, other)
    other.publish()
    assert titles(other) == OWN


def test_own_work_stays_when_the_plan_is_opened(one: Session, other: Session) -> None:
    if other.work is None:
        pytest.skip("nothing is left of it without a working copy")
    undo_merge(one)
    around = other.surroundings
    other.close()
    put_over(one, other)
    again = open_plan(other.needed_target.place, surroundings=around, on_disk=True)
    assert titles(again) == OWN
    assert titles(open_plan(place(again), surroundings=one.surroundings)) == OWN


def test_the_receipt_names_the_file_and_why(one: Session, other: Session) -> None:
    undo_merge(one)
    put_over(one, other)
    other.publish()
    (source,) = sources_of(receipts(other)[0])
    assert source.file == "länet.nvplan"
    assert source.notes == ("Filen låg på planens plats. Den var en annan kopia av planen.",)


def test_a_file_that_takes_nothing_back_needs_no_receipt(one: Session, tmp_path: Path) -> None:
    copy = tmp_path / "kopia.nvplan"
    shutil.copy(place(one), copy)
    later = open_plan(copy, surroundings=surroundings("annan", tmp_path))
    later.add("action", {"title": "Ny"})
    shutil.copy(place(later), one.needed_target.place)
    one.publish()
    assert titles(one) == {"Gemensam", "Ny"}
    assert not receipts(one)
