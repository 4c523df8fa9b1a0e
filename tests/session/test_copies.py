"""Copies of the plan beside it are found by what is in them, and taken in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nvworkshop.errors import CancelledError, PlanFileError
from nvworkshop.planfile.reading.pool import ReaderPool
from nvworkshop.session import copies
from nvworkshop.session.live import LivePlan
from nvworkshop.session.receipts import receipts
from nvworkshop.session.sessions import create, open_plan
from nvworkshop.session.surroundings import Surroundings
from tests.session.desks import Clock, add, publish, titles, window

NAMES = [
    "södra (1).nvplan",
    "södra-DESKTOP-7F3.nvplan",
    "södra (konfliktkopia 2026-11-20).nvplan",
    "kopia av den gamla.NVPLAN",
]


@pytest.fixture
def live(place: Path, home: Path) -> LivePlan:
    live = window(place, home)
    live.open()
    return live


def copy_with(place: Path, name: str, title: str) -> Path:
    """Return a copy of the plan in which another computer has added an action."""
    copy = Path(shutil.copy(place, place.with_name(name)))
    around = Surroundings(device="DESKTOP-7F3", now=Clock())
    session = open_plan(copy, surroundings=around)
    session.add("action", {"title": title})
    session.publish()
    session.close()
    return copy


def reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return the list that every file a pool reads is put on from now."""
    read: list[Path] = []
    whole = ReaderPool._read

    def told(pool: ReaderPool, path: Path, seconds: float) -> object:
        read.append(path)
        return whole(pool, path, seconds)

    monkeypatch.setattr(ReaderPool, "_read", told)
    return read


@pytest.mark.parametrize("name", NAMES)
def test_a_conflict_copy_is_found_whatever_it_is_called(
    live: LivePlan, place: Path, name: str
) -> None:
    copy = copy_with(place, name, "Deras")
    (found,) = live.copies()
    assert (found.place, found.device) == (copy, "DESKTOP-7F3")
    of_people = [one for one in open_plan(copy).store.changes() if one.kind == "action"]
    assert found.changes == len(of_people) - len(list(live.session.store.changes("kind='action'")))
    assert found.actions == len({one.entity for one in of_people[-found.changes :]})
    assert found.at.timestamp() * 1000 == open_plan(copy).store.latest
    live.close()


def test_what_is_no_copy_with_anything_new_is_passed_over(live: LivePlan, place: Path) -> None:
    shutil.copy(place, place.with_name("likadan.nvplan"))
    create(place.with_name("norra.nvplan"), county_part="norra").close()
    place.with_name("skräp.nvplan").write_bytes(b"en helt annan fil")
    place.with_name("tom.nvplan").write_bytes(b"")
    place.with_name("mapp.nvplan").mkdir()
    place.with_name("borta.nvplan").symlink_to(place.with_name("finns inte"))
    place.with_name("länk.nvplan").symlink_to(place)
    copy_with(place, "a.nvplan", "x").rename(place.with_name("södra.nvplan.skadad"))
    copy_with(place, "b.nvplan", "x").rename(place.with_name(".södra.nvplan"))
    assert live.copies() == ()
    live.close()


def test_a_copy_that_is_taken_in_is_not_offered_again(live: LivePlan, place: Path) -> None:
    copy = copy_with(place, NAMES[0], "Deras")
    data = copy.read_bytes()
    delta = live.take_in(copy)
    assert set(titles(live)) == {"Mobilt team", "Deras"}
    assert len(delta.rows["action"]) == 1
    assert "är med nu" in " ".join(delta.notes)
    assert live.copies() == ()
    assert copy.read_bytes() == data
    assert len(receipts(live.session)) == 1
    live.close()


def test_a_copy_taken_back_is_gone_from_the_rows_and_offered_again(
    live: LivePlan, place: Path
) -> None:
    copy = copy_with(place, NAMES[0], "Deras")
    (first,) = live.copies()
    (theirs,) = live.take_in(copy).rows["action"]
    undone = live.edit(lambda session: session.undo())
    assert undone.rows["action"] == {theirs: None}
    assert titles(live) == ["Mobilt team"]
    assert live.copies() == (first,)
    redone = live.edit(lambda session: session.redo())
    assert list(redone.rows["action"]) == [theirs]
    assert redone.rows["action"][theirs] is not None
    assert live.copies() == ()
    live.edit(lambda session: session.undo())
    assert list(live.take_in(copy).rows["action"]) == [theirs]
    assert set(titles(live)) == {"Mobilt team", "Deras"}
    live.close()


def test_what_undoing_a_taken_in_copy_touches_is_told(live: LivePlan, place: Path) -> None:
    copy = Path(shutil.copy(place, place.with_name(NAMES[1])))
    other = open_plan(copy)
    other.set("a1", {"title": "Deras"})
    other.publish()
    live.edit(lambda session: session.set("a1", {"title": "Mitt"}))
    live.take_in(copy)
    row = live.edit(lambda session: session.undo()).rows["action"]["a1"]
    assert row is not None
    assert (row.thing.text("title"), row.thing.conflicts) == ("Mitt", frozenset())
    live.close()


def test_a_copy_of_a_plan_that_took_back_a_merge_brings_nothing(
    live: LivePlan, place: Path
) -> None:
    taken = copy_with(place, NAMES[0], "Deras")
    live.take_in(taken)
    live.edit(lambda session: session.undo())
    taken.unlink()
    live.save_copy(place.with_name("likadan.nvplan"))
    assert live.copies() == ()
    live.close()


def test_both_values_of_a_conflict_are_kept(live: LivePlan, place: Path) -> None:
    copy = Path(shutil.copy(place, place.with_name(NAMES[1])))
    other = open_plan(copy)
    other.set("a1", {"title": "Deras"})
    other.publish()
    live.edit(lambda session: session.set("a1", {"title": "Mitt"}))
    notes = live.take_in(copy).notes
    assert live.view.thing("a1").conflicts == {"title"}
    assert "1 fält har nu två värden" in notes[0]
    live.close()


def test_another_plan_is_not_taken_in(live: LivePlan, place: Path) -> None:
    other = place.with_name("norra.nvplan")
    create(other, county_part="norra").close()
    with pytest.raises(PlanFileError, match="annan plan"):
        live.take_in(other)
    with pytest.raises(PlanFileError):
        live.take_in(place.with_name("finns inte.nvplan"))
    live.close()


def test_each_file_is_read_once(
    live: LivePlan, place: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    useless = Path(shutil.copy(place, place.with_name("likadan.nvplan")))
    copy = copy_with(place, NAMES[0], "Deras")
    read = reads(monkeypatch)
    for _ in range(3):
        assert [one.place for one in live.copies()] == [copy]
    assert sorted(read) == sorted([copy, useless])
    live.close()
    read.clear()
    again = window(place, home)
    again.open()
    for _ in range(2):
        assert len(again.copies()) == 1
    assert read == [copy]
    again.close()


def test_a_copy_somebody_writes_in_is_read_again(live: LivePlan, place: Path) -> None:
    copy = copy_with(place, NAMES[0], "Deras")
    live.take_in(copy)
    assert live.copies() == ()
    copy_with(copy, NAMES[1], "Mer").replace(copy)
    (found,) = live.copies()
    live.leave_copy(found.place)
    assert live.copies() == ()
    live.leave_copy(place)
    live.close()


def test_a_copy_said_no_to_is_not_offered_at_the_next_opening(
    live: LivePlan, place: Path, home: Path
) -> None:
    live.leave_copy(copy_with(place, NAMES[0], "Deras"))
    (found,) = live.copies()
    live.leave_copy(found.place)
    live.close()
    again = window(place, home)
    again.open()
    assert again.copies() == ()
    again.close()


def test_what_the_plan_gets_in_another_way_is_not_offered(live: LivePlan, place: Path) -> None:
    copy = copy_with(place, NAMES[0], "Deras")
    assert len(live.copies()) == 1
    place.write_bytes(copy.read_bytes())
    publish(live)
    assert live.copies() == ()
    live.close()


def test_one_look_reads_so_many_files(
    live: LivePlan, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "MOST_FILES", 2)
    for number in range(3):
        copy_with(place, f"kopia {number}.nvplan", f"Deras {number}")
    assert len(live.copies()) == 2
    assert len(live.copies()) == 3
    monkeypatch.setattr(copies, "MOST_BYTES", 10)
    assert live.copies() == ()
    live.close()


def test_a_look_can_be_cancelled(live: LivePlan, place: Path) -> None:
    copy_with(place, NAMES[0], "Deras")
    with pytest.raises(CancelledError):
        live.copies(lambda: True)
    assert len(live.copies(lambda: False)) == 1
    live.close()


@pytest.mark.parametrize("data", [b"", b"{}", b'[["a"], [1, 2, 3, 4], ["a", "b", "c", "d"], 7]'])
def test_a_damaged_memory_is_no_memory(
    live: LivePlan, place: Path, home: Path, data: bytes
) -> None:
    copy_with(place, NAMES[0], "Deras")
    live.close()
    next((home / "work").glob("*.db")).with_suffix(".seen.json").write_bytes(data)
    again = window(place, home)
    again.open()
    assert len(again.copies()) == 1
    again.close()


def test_a_folder_that_is_gone_has_no_copies(live: LivePlan, place: Path) -> None:
    shutil.rmtree(place.parent)
    assert live.copies() == ()
    live.close()


def test_a_window_that_reads_is_offered_nothing(live: LivePlan, place: Path, home: Path) -> None:
    copy_with(place, NAMES[0], "Deras")
    second = window(place, home)
    second.open()
    assert second.copies() == ()
    second.close()
    live.edit(add("x"))
    live.close()
