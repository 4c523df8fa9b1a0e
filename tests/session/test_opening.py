"""Opening a plan whose file is gone or can't be read, from the working copy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nvworkshop.errors import PlanError, PlanFileError, PublishError
from nvworkshop.session.sessions import create, open_plan
from nvworkshop.session.unpublished import rescue, unpublished
from tests.faults.whole import ids_in, ids_of, is_plain_swedish
from tests.session.desks import add, die, publish, the_files, titles, window


@pytest.fixture
def waiting(place: Path, home: Path) -> Path:
    """Return the place of a plan whose working copy holds an action its file lacks."""
    live = window(place, home)
    live.open()
    live.edit(add("SIP i tid"))
    die(live)
    return place


def test_a_plan_whose_file_is_gone_is_opened_and_written_again(waiting: Path, home: Path) -> None:
    waiting.unlink()
    live = window(waiting, home)
    opened = live.open()
    assert opened.published_at is None
    assert any("kopian på den här datorn" in note for note in opened.notes)
    assert titles(live) == ["Mobilt team", "SIP i tid"]
    assert publish(live).warnings == ("Planfilen låg inte kvar i mappen. Den är skriven igen.",)
    assert ids_in(waiting.read_bytes()) == ids_of(live.session)
    live.close()


def test_work_left_behind_when_the_file_was_moved_is_told_of(waiting: Path, home: Path) -> None:
    moved = waiting.with_name("flyttad.nvplan")
    waiting.rename(moved)
    live = window(moved, home)
    (told,) = [one for one in live.open().notes if "mer i planen" in one]
    assert str(waiting) in told
    assert titles(live) == ["Mobilt team"]
    (left,) = [one for one in unpublished(home) if one.place == waiting]
    rescue(home, left, moved)
    publish(live)
    assert titles(live) == ["Mobilt team", "SIP i tid"]
    live.close()
    live = window(moved, home)
    assert not [one for one in live.open().notes if "mer i planen" in one]
    live.close()


def test_a_plan_whose_folder_is_gone_waits_for_it(waiting: Path, home: Path) -> None:
    old = waiting.read_bytes()
    shutil.rmtree(waiting.parent)
    live = window(waiting, home)
    opened = live.open()
    assert all(map(is_plain_swedish, opened.notes))
    live.edit(add("Utan minne"))
    copy = live.copied()
    with pytest.raises(PublishError, match="går inte att nå"):
        copy.publish()
    waiting.parent.mkdir()
    waiting.write_bytes(old)
    publish(live)
    assert ids_in(waiting.read_bytes()) == ids_of(live.session)
    live.close()


@pytest.mark.parametrize("data", [b"", bytes(9000), b"en helt annan fil"])
def test_a_file_in_which_nothing_can_be_read_is_kept_beside(
    waiting: Path, home: Path, data: bytes
) -> None:
    waiting.write_bytes(data)
    live = window(waiting, home)
    assert any("kopian på den här datorn" in note for note in live.open().notes)
    assert titles(live) == ["Mobilt team", "SIP i tid"]
    publish(live)
    assert ids_in(waiting.read_bytes()) == ids_of(live.session)
    assert not data or next(waiting.parent.glob("*.skadad")).read_bytes() == data
    live.close()


def test_a_folder_in_the_files_place_is_left_alone(waiting: Path, home: Path) -> None:
    waiting.unlink()
    waiting.mkdir()
    live = window(waiting, home)
    live.open()
    with pytest.raises(PlanError, match="mapp"):
        live.close()
    assert waiting.is_dir()


def test_a_damaged_file_gives_what_the_working_copy_lacks(waiting: Path, home: Path) -> None:
    other = open_plan(waiting)
    other.add("action", {"title": "Deras"})
    other.publish()
    data = waiting.read_bytes()
    waiting.write_bytes(data[:4096] + bytes(4096) + data[8192:])
    live = window(waiting, home)
    live.open()
    assert {"Mobilt team", "SIP i tid"} <= set(titles(live))
    publish(live)
    assert ids_in(waiting.read_bytes()) == ids_of(live.session)
    live.close()


def test_another_plan_in_the_place_is_opened_as_itself(waiting: Path, home: Path) -> None:
    waiting.unlink()
    create(waiting, county_part="norra").close()
    live = window(waiting, home)
    live.open()
    assert titles(live) == []
    live.close()
    assert len(list((home / "work").glob("*.db"))) == 2


def test_a_plan_that_was_never_here_is_not_found(tmp_path: Path, home: Path) -> None:
    with pytest.raises(PlanFileError, match="finns inte"):
        window(tmp_path / "x.nvplan", home).open()


def test_a_crafted_card_gives_no_plan(waiting: Path, home: Path) -> None:
    files = the_files(home)
    card = files.card()
    assert card is not None
    files.database.unlink()
    waiting.unlink()
    live = window(waiting, home)
    live.open()
    assert titles(live) == []
    live.close()


def test_the_plan_is_closed_when_opening_it_fails(
    waiting: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("nvworkshop.session.live.Drafts", broken)
        with pytest.raises(RuntimeError):
            window(waiting, home).open()
    live = window(waiting, home)
    assert not live.open().read_only
    live.close()
