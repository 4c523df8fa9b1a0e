"""Full, read-only and vanished media, for real."""

from __future__ import annotations

import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from nvworkshop.errors import PlanError, PublishError
from nvworkshop.session.live import LivePlan
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create, open_plan
from nvworkshop.session.surroundings import Surroundings
from tests.faults import ext4, media
from tests.faults.whole import ids_in, ids_of, is_plain_swedish, litter


@pytest.fixture(scope="module", autouse=True)
def _root(tmp_path_factory: pytest.TempPathFactory) -> None:
    reason = media.why_not(tmp_path_factory.mktemp("media"))
    if reason:
        pytest.skip(reason)


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    with media.memory(tmp_path / "stick", "600k") as folder:
        (folder / "planer").mkdir()
        yield folder


@pytest.fixture
def place(stick: Path) -> Path:
    place = stick / "planer" / "plan.nvplan"
    create(place, county_part="sodra").close()
    return place


@pytest.fixture
def session(place: Path) -> Iterator[Session]:
    session = open_plan(place, on_disk=True)
    session.add("action", {"title": "Mobilt team"})
    yield session
    session.close()


def refused(session: Session) -> str:
    with pytest.raises(PublishError) as told:
        session.publish()
    assert is_plain_swedish(told.value.sentence)
    return told.value.sentence


def published(place: Path, session: Session) -> bool:
    session.publish()
    return ids_in(place.read_bytes()) == ids_of(session) and litter(place.parent) == []


def test_a_full_stick_keeps_the_old_file(stick: Path, place: Path, session: Session) -> None:
    old = place.read_bytes()
    (stick / "annat").write_bytes(bytes(600_000 - 2 * len(old)))
    for number in range(40):
        session.add("action", {"title": f"Rad {number} " * 100})
    assert "Disken är full" in refused(session)
    assert place.read_bytes() == old
    assert litter(place.parent) == []
    media.remount(stick, "size=2m")
    assert published(place, session)


def test_a_read_only_stick_keeps_the_old_file(stick: Path, place: Path, session: Session) -> None:
    old = place.read_bytes()
    media.remount(stick, "ro")
    assert "skrivskyddad" in refused(session)
    assert place.read_bytes() == old
    media.remount(stick, "rw")
    assert published(place, session)


def test_opening_on_a_read_only_stick_changes_nothing(stick: Path, place: Path) -> None:
    media.remount(stick, "ro")
    before = place.read_bytes(), place.stat().st_mtime_ns
    session = open_plan(place, on_disk=True)
    session.add("action", {"title": "Mobilt team"})
    session.close()
    assert (place.read_bytes(), place.stat().st_mtime_ns) == before
    again = open_plan(place, on_disk=True)
    assert [one["title"] for one in again.things("action")] == ["Mobilt team"]
    again.close()


def test_a_pulled_stick_keeps_the_work(
    tmp_path: Path, stick: Path, place: Path, session: Session
) -> None:
    old = place.read_bytes()
    media.pull(stick)
    assert "urdraget" in refused(session)
    session.add("action", {"title": "SIP i tid"})
    media.do("mount", "-t", "tmpfs", "tmpfs", str(stick))
    place.parent.mkdir()
    place.write_bytes(old)
    assert published(place, session)


@pytest.fixture
def on_top(stick: Path) -> Path:
    """Return a plan that lies in the stick's own folder, which is there without the stick."""
    place = stick / "plan.nvplan"
    create(place, county_part="sodra").close()
    return place


def test_the_empty_folder_of_a_pulled_stick_is_not_written_in(stick: Path, on_top: Path) -> None:
    old = on_top.read_bytes()
    session = open_plan(on_top, on_disk=True)
    session.add("action", {"title": "Mobilt team"})
    media.pull(stick)
    for _ in range(2):
        assert "urdraget" in refused(session)
    assert list(stick.iterdir()) == []
    media.do("mount", "-t", "tmpfs", "tmpfs", str(stick))
    on_top.write_bytes(old)
    assert published(on_top, session)
    session.close()


def test_a_file_gone_from_a_stick_that_is_there_is_written_again(on_top: Path) -> None:
    session = open_plan(on_top, on_disk=True)
    on_top.unlink()
    assert published(on_top, session)
    assert session.warnings == ["Planfilen låg inte kvar i mappen. Den är skriven igen."]
    session.close()


def test_a_pulled_stick_is_remembered_at_the_next_opening(stick: Path, on_top: Path) -> None:
    old = on_top.read_bytes()
    session = open_plan(on_top, on_disk=True)
    session.add("action", {"title": "Mobilt team"})
    session.close()
    media.pull(stick)
    again = open_plan(on_top, on_disk=True)
    assert "urdraget" in refused(again)
    assert list(stick.iterdir()) == []
    again.close()
    media.do("mount", "-t", "tmpfs", "tmpfs", str(stick))
    on_top.write_bytes(old)
    last = open_plan(on_top, on_disk=True)
    assert [one["title"] for one in last.things("action")] == ["Mobilt team"]
    assert published(on_top, last)
    last.close()


def test_a_plan_moves_between_disks(tmp_path: Path, on_top: Path) -> None:
    live = LivePlan(on_top, Surroundings())
    live.open()
    live.edit(lambda session: session.add("action", {"title": "Mobilt team"}))
    live.move(tmp_path / "flyttad.nvplan")
    assert not on_top.exists()
    assert ids_in((tmp_path / "flyttad.nvplan").read_bytes()) == ids_of(live.session)
    live.close()


def test_a_stick_pulled_while_a_plan_is_moved_to_it_leaves_the_plan(
    tmp_path: Path, stick: Path
) -> None:
    place = tmp_path / "plan.nvplan"
    create(place, county_part="sodra").close()
    live = LivePlan(place, Surroundings())
    live.open()
    live.edit(lambda session: session.add("action", {"title": "Mobilt team"}))
    media.remount(stick, "ro")
    with pytest.raises(PublishError) as told:
        live.move(stick / "flyttad.nvplan")
    assert is_plain_swedish(told.value.sentence)
    live.close()
    assert b"Mobilt team" in place.read_bytes()


def test_a_write_protected_stick_can_be_worked_on(stick: Path, on_top: Path) -> None:
    media.remount(stick, "ro")
    live = LivePlan(on_top, Surroundings())
    assert not live.open().read_only
    live.edit(lambda session: session.add("action", {"title": "Mobilt team"}))
    copy = live.copied()
    with pytest.raises(PublishError, match="skrivskyddad"):
        copy.publish()
    with pytest.raises(PublishError, match="skrivskyddad"):
        live.close()
    media.remount(stick, "rw")
    again = LivePlan(on_top, Surroundings())
    again.open()
    again.close()
    assert b"Mobilt team" in on_top.read_bytes()


def test_a_dying_disk_gives_a_sentence(tmp_path: Path, home: Path) -> None:
    if ext4.why_not():
        pytest.skip(ext4.why_not())
    with ext4.room() as room:
        disk = ext4.Disk(Path(room))
        place = disk.folder / "plan.nvplan"
        create(place, county_part="sodra").close()
        session = open_plan(place, on_disk=True)
        session.add("action", {"title": "Mobilt team"})
        disk.cut()
        refused(session)
        disk.unmount()
        disk.mount()
        assert published(place, session)
        session.close()
        disk.unmount()


def test_a_full_computer_loses_no_edit_that_was_saved(tmp_path: Path) -> None:
    with media.memory(tmp_path / "small", "900k") as small:
        around = Surroundings(home=lambda: small)
        place = tmp_path / "plan.nvplan"
        create(place, county_part="sodra", surroundings=around).close()
        session = open_plan(place, on_disk=True, surroundings=around)
        saved = _until_full(session)
        assert {one["title"] for one in session.things("action")} == saved
        media.remount(small, "size=4m")
        session.add("action", {"title": "Sist"})
        session.close()
        again = open_plan(place, on_disk=True, surroundings=around)
        assert {one["title"] for one in again.things("action")} == saved | {"Sist"}
        again.close()


def _until_full(session: Session) -> set[str]:
    saved: set[str] = set()
    for number in range(2000):
        title = f"Rad {number} " + "å" * 900
        try:
            session.add("action", {"title": title})
        except (sqlite3.OperationalError, PlanError):
            return saved
        saved.add(title)
    raise AssertionError("the disk never filled up")


def test_a_full_computer_at_opening_gives_a_sentence(tmp_path: Path) -> None:
    with media.memory(tmp_path / "small", "100k") as small:
        around = Surroundings(home=lambda: small)
        place = tmp_path / "plan.nvplan"
        create(place, county_part="sodra", surroundings=around).close()
        with pytest.raises(PlanError) as told:
            open_plan(place, on_disk=True, surroundings=around)
        assert is_plain_swedish(told.value.sentence)


def test_unmounting_is_possible_afterwards(tmp_path: Path) -> None:
    with media.memory(tmp_path / "free", "2m") as folder:
        place = folder / "plan.nvplan"
        create(place, county_part="sodra").close()
        session = open_plan(place, on_disk=True)
        session.add("action", {"title": "Mobilt team"})
        session.publish()
        subprocess.run(["umount", str(folder)], check=True)
        session.close()
