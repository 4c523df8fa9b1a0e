"""A merge taken back in one copy of a plan, and what the other copy wrote by itself."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nvworkshop.session.merge import merge, undo_merge
from nvworkshop.session.receipts import receipts
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create, open_plan
from tests.laptops import content, surroundings


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


@pytest.fixture
def other(one: Session, tmp_path: Path) -> Session:
    """A copy of the plan on another laptop, with an action of its own."""
    copy = tmp_path / "annan dator" / "länet.nvplan"
    copy.parent.mkdir()
    shutil.copy(place(one), copy)
    session = open_plan(copy, surroundings=surroundings("annan", tmp_path))
    session.add("action", {"title": "Egen"})
    return session


def test_a_copy_keeps_its_own_work_when_a_merge_of_it_was_taken_back(
    one: Session, other: Session
) -> None:
    merge(one, [place(other)])
    undo_merge(one)
    assert titles(one) == {"Gemensam"}
    merge(other, [place(one)])
    assert titles(other) == {"Gemensam", "Egen"}
    merge(one, [place(other)])
    assert content(one) == content(other)
    assert titles(one) == {"Gemensam", "Egen"}


def test_what_was_kept_stands_also_when_its_merge_is_undone(one: Session, other: Session) -> None:
    merge(one, [place(other)])
    undo_merge(one)
    stood = content(other)
    merge(other, [place(one)])
    other.undo()
    assert content(other) == stood


def test_it_is_kept_also_when_the_merge_was_known_before_it_was_taken_back(
    one: Session, other: Session
) -> None:
    merge(one, [place(other)])
    merge(other, [place(one)])
    undo_merge(one, receipts(one)[-1].id)
    merge(other, [place(one)])
    assert titles(other) == {"Gemensam", "Egen"}


def test_what_comes_again_can_be_taken_back_again(one: Session, other: Session) -> None:
    merge(one, [place(other)])
    undo_merge(one)
    merge(other, [place(one)])
    merge(one, [place(other)])
    undo_merge(one)
    assert titles(one) == {"Gemensam"}
    merge(other, [place(one)])
    assert titles(other) == {"Gemensam", "Egen"}


def test_a_merge_that_was_in_both_copies_is_taken_back_in_both(
    one: Session, tmp_path: Path
) -> None:
    third = create(tmp_path / "södra.nvplan", surroundings=surroundings("södra", tmp_path))
    third.add("action", {"title": "Från Södra"})
    merge(one, [place(third)])
    later = shutil.copy(place(one), tmp_path / "senare.nvplan")
    other = open_plan(Path(later), surroundings=surroundings("annan", tmp_path))
    undo_merge(one)
    merge(other, [place(one)])
    assert titles(other) == {"Gemensam"}


def test_merging_there_and_back_comes_to_rest(one: Session, other: Session) -> None:
    merge(one, [place(other)])
    undo_merge(one)
    for _ in range(3):
        merge(other, [place(one)])
        merge(one, [place(other)])
    counts = one.store.count(), other.store.count()
    merge(other, [place(one)])
    merge(one, [place(other)])
    assert (one.store.count(), other.store.count()) == counts
    assert content(one) == content(other)


def test_what_came_with_another_copy_goes_with_that_merge(
    one: Session, other: Session, tmp_path: Path
) -> None:
    third = create(tmp_path / "södra.nvplan", surroundings=surroundings("södra", tmp_path))
    third.add("action", {"title": "Från Södra"})
    stood = content(one)
    merge(other, [place(third)])
    merge(one, [place(other)])
    assert titles(one) == {"Gemensam", "Egen", "Från Södra"}
    undo_merge(one)
    assert content(one) == stood
    merge(other, [place(one)])
    assert titles(other) == {"Gemensam", "Egen", "Från Södra"}
    merge(one, [place(other)])
    assert content(one) == content(other)


def test_a_copy_of_a_plan_with_such_a_merge_taken_back_brings_nothing(
    one: Session, other: Session, tmp_path: Path
) -> None:
    third = create(tmp_path / "södra.nvplan", surroundings=surroundings("södra", tmp_path))
    third.add("action", {"title": "Från Södra"})
    merge(other, [place(third)])
    merge(one, [place(other)])
    undo_merge(one)
    copy = Path(shutil.copy(place(one), tmp_path / "kopia.nvplan"))
    merge(one, [copy])
    assert titles(one) == {"Gemensam"}
