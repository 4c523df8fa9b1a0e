"""What a purge does not reach is told by name where it lies on this computer."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nvworkshop.session.drafts import Drafts
from nvworkshop.session.merge import merge
from nvworkshop.session.purging import purge
from nvworkshop.session.remaining import remaining
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create, open_plan

NAME = "NAMNLAPPEN"


@pytest.fixture
def session(place: Path) -> Session:
    session = open_plan(place, on_disk=True)
    session.set("a1", {"name": NAME})
    session.publish()
    return session


def test_nothing_found_is_nothing_told(session: Session) -> None:
    assert remaining(session) == ()
    purge(session, names=True)
    assert remaining(session) == ()
    session.close()


def test_other_plans_on_the_computer_that_hold_it_are_named(
    session: Session, tmp_path: Path
) -> None:
    assert session.target
    overall = create(tmp_path / "länet.nvplan")
    overall.close()
    overall = open_plan(tmp_path / "länet.nvplan", on_disk=True)
    merge(overall, [session.target.place])
    overall.close()
    purge(session, names=True)
    (told,) = remaining(session)
    assert "länet.nvplan har kvar det, tills den slås samman" in told
    session.close()


def test_the_programs_own_copy_is_named_when_the_file_alone_was_purged(
    session: Session, place: Path
) -> None:
    session.close()
    alone = open_plan(place)
    purge(alone, names=True)
    (told,) = remaining(alone)
    assert "arbetskopia av" in told
    alone.publish()
    again = open_plan(place, on_disk=True)
    assert remaining(again) == ()
    again.close()


def test_files_laid_aside_are_named(session: Session, place: Path) -> None:
    work = session.surroundings.home() / "work"
    laid = [place.with_name(f"{place.name}.skadad"), place.with_name(f".{place.name}.1a2b.tmp")]
    for one in (*laid, work / "0123.damaged"):
        shutil.copy(place, one)
    purge(session, names=True)
    told = " ".join(remaining(session))
    assert all(str(one) in told for one in laid)
    assert "0123.damaged" in told
    session.close()


def test_text_that_was_never_saved_is_told_of(session: Session, place: Path) -> None:
    Drafts(session).put(("action", "a1"), "name", f"{NAME} två")
    session.close()
    alone = open_plan(place)
    purge(alone, names=True)
    alone.publish()
    assert any("inte hann sparas" in one for one in remaining(alone))
