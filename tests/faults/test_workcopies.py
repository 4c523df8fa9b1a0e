"""Working copies and backups that are damaged, held or can't be written never stop the plan."""

from __future__ import annotations

import errno
import os
import random
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from nvworkshop.errors import PlanFileError, PublishError
from nvworkshop.planfile import backups, connection, publish
from nvworkshop.planfile.store import Store
from nvworkshop.planfile.workcopy import working_copy
from nvworkshop.session.sessions import create, open_plan
from tests.faults.whole import ids_in, ids_of, is_plain_swedish
from tests.laptops import PLAN, laptop

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a plan whose working copy holds one action more than its file."""
    place = tmp_path / "plan.nvplan"
    create(place, county_part="sodra").close()
    session = open_plan(place, on_disk=True)
    session.add("action", {"title": "Mobilt team"})
    session.close()
    return place


def copy_of(home: Path) -> Path:
    (found,) = (home / "work").glob("*.db")
    return found


def titles(place: Path) -> list[str]:
    session = open_plan(place, on_disk=True)
    found = [one.text("title") for one in session.things("action")]
    session.close()
    return found


def first_page_gone(data: bytes) -> bytes:
    return bytes(4096) + data[4096:]


def a_flipped_letter(data: bytes) -> bytes:
    return data.replace(b"Mobilt team", b"Mobilt teem")


HARMS: list[tuple[Callable[[bytes], bytes], list[str]]] = [
    (first_page_gone, ["Mobilt team"]),
    (a_flipped_letter, [""]),
    (lambda _: b"", []),
    (lambda data: bytes(len(data)), []),
    (lambda _: b"en helt annan fil", []),
]


@pytest.mark.parametrize(("harm", "kept"), HARMS)
def test_a_damaged_working_copy_gives_what_it_can_and_is_kept(
    home: Path, place: Path, harm: Callable[[bytes], bytes], kept: list[str]
) -> None:
    damaged = harm(copy_of(home).read_bytes())
    copy_of(home).write_bytes(damaged)
    assert titles(place) == kept
    assert [one.read_bytes() for one in (home / "work").glob("*.damaged")] == [damaged]
    assert titles(place) == kept


def spoiled(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    spoil: Callable[[], bytes] = chance.choice(
        [
            lambda: data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :],
            lambda: data[: at // 4096 * 4096] + chance.randbytes(4096) + data[at + 4096 :],
            lambda: data[: at // 512 * 512] + bytes(512) + data[at // 512 * 512 + 512 :],
            lambda: data[:at],
        ]
    )
    return spoil()


@pytest.mark.parametrize("seed", range(12))
def test_no_damage_to_a_working_copy_stops_the_plan(home: Path, place: Path, seed: int) -> None:
    copy_of(home).write_bytes(spoiled(copy_of(home).read_bytes(), random.Random(seed)))
    titles(place)
    session = open_plan(place, on_disk=True)
    session.publish()
    assert ids_in(place.read_bytes()) == ids_of(session)
    session.close()


def test_every_damaged_working_copy_is_kept(home: Path, place: Path) -> None:
    for _ in range(3):
        copy_of(home).write_bytes(b"skadad")
        assert titles(place) == []
    names = sorted(one.suffix for one in (home / "work").glob("*.damaged*"))
    assert names == [".damaged", ".damaged2", ".damaged3"]


def test_a_lost_databases_journal_spoils_nothing(home: Path, place: Path) -> None:
    copy = copy_of(home)
    journal = copy.with_name(f"{copy.name}-journal")
    _leave_hot_journal(copy)
    assert journal.stat().st_size > 0
    copy.unlink()
    assert titles(place) == []
    assert titles(place) == []


def _leave_hot_journal(copy: Path) -> None:
    """Put a journal beside the copy that SQLite would roll back."""
    writer = sqlite3.connect(copy, isolation_level=None)
    writer.execute("PRAGMA cache_size=1")
    writer.execute("BEGIN")
    writer.execute("CREATE TABLE filler AS SELECT randomblob(50000) FROM change")
    journal = copy.with_name(f"{copy.name}-journal")
    hot = journal.read_bytes()
    writer.close()
    journal.write_bytes(hot)


def test_a_half_made_working_copy_is_made_anew(home: Path, tmp_path: Path) -> None:
    folder = home / "work"
    working_copy(folder, tmp_path / "plan.nvplan", PLAN).close()
    place = copy_of(home)
    making = place.with_suffix(".new")
    _leave_hot_journal(place)
    place.replace(making)
    place.with_name(f"{place.name}-journal").replace(f"{making}-journal")
    working_copy(folder, tmp_path / "plan.nvplan", PLAN).close()
    assert sorted(one.suffix for one in folder.iterdir()) == [".db"]


def test_a_second_window_is_told_at_once(place: Path) -> None:
    first = open_plan(place, on_disk=True)
    began = datetime.now(UTC)
    with pytest.raises(PlanFileError, match="redan öppen") as told:
        open_plan(place, on_disk=True)
    assert datetime.now(UTC) - began < timedelta(seconds=3)
    assert is_plain_swedish(told.value.sentence)
    first.close()
    open_plan(place, on_disk=True).close()


def test_a_disk_that_wont_write_durably_is_refused(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "_PRAGMAS", ("journal_mode=WAL", "synchronous=FULL"))
    with pytest.raises(PlanFileError, match="går inte att läsa") as told:
        connection.connect(home / "x.db")
    assert is_plain_swedish(told.value.sentence)


def test_a_home_that_cant_be_written_gives_a_sentence(home: Path, tmp_path: Path) -> None:
    (home / "work").write_text("en fil i vägen")
    with pytest.raises(PlanFileError) as told:
        working_copy(home / "work", tmp_path / "plan.nvplan", PLAN)
    assert is_plain_swedish(told.value.sentence)


def test_a_database_folder_gives_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "x.db").mkdir()
    with pytest.raises(PlanFileError):
        connection.connect(tmp_path / "x.db")


def test_what_is_no_database_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(b"en helt annan fil")
    with pytest.raises(sqlite3.DatabaseError):
        connection.connect(tmp_path / "x.db")


def test_a_clock_far_ahead_leaves_the_last_backups(tmp_path: Path) -> None:
    store = Store.create(None, plan=PLAN)
    for minute in range(12):
        backups.keep(store, tmp_path, reason="merge", now=NOW + timedelta(minutes=minute))
    backups.keep(store, tmp_path, reason="merge", now=NOW + timedelta(days=3650))
    assert len(backups.kept(tmp_path)) == backups.KEEP_LAST
    store.close()


def test_backups_are_never_thinned_when_a_new_one_fails(tmp_path: Path) -> None:
    session = laptop("dator", tmp_path)
    folder = tmp_path / "backups"
    for day in range(40):
        backups.keep(session.store, folder, reason="merge", now=NOW + timedelta(days=day))
    before = backups.kept(folder)
    session.store.connection.execute("DROP TABLE meta")
    with pytest.raises(PublishError):
        backups.keep(session.store, folder, reason="merge", now=NOW + timedelta(days=4000))
    assert backups.kept(folder) == before
    assert all(ids_in(one.place.read_bytes()) is not None for one in before)


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, errno.EROFS, errno.ENAMETOOLONG])
def test_a_failed_backup_is_called_a_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def fail(_: Path) -> None:
        raise OSError(code, os.strerror(code))

    session = laptop("dator", tmp_path)
    monkeypatch.setattr(publish, "sync", fail)
    with pytest.raises(PublishError, match=r"[Ss]äkerhetskopian") as told:
        backups.keep(session.store, tmp_path / "backups", reason="merge", now=NOW)
    assert is_plain_swedish(told.value.sentence)
    assert not any(word in told.value.sentence for word in ("gamla", "nvplan", "annan plats"))


def test_a_backup_folder_that_cant_be_made_gives_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("en fil i vägen")
    session = laptop("dator", tmp_path)
    with pytest.raises(PublishError, match="säkerhetskopian") as told:
        backups.keep(session.store, tmp_path / "backups", reason="merge", now=NOW)
    assert is_plain_swedish(told.value.sentence)
