"""Reading one good, odd or missing file."""

from __future__ import annotations

import hashlib
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from nvworkshop.errors import NewerFileError, NotAPlanError, PlanFileError
from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.planfile.schema import FORMAT
from tests import hostile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Piteå.nvplan"


def test_every_change_comes_back_in_order(path: Path) -> None:
    changes = hostile.make_changes(200)
    changes[7] = changes[7].erased()
    content = read_plan(hostile.write_plan(path, changes))
    assert content.changes == changes
    assert (content.plan, content.format) == (hostile.PLAN, FORMAT)
    assert (content.expected, content.damaged, content.salvaged) == (200, 0, False)
    assert (content.clean, content.notes) == (True, ())


def test_hash_and_size_are_those_of_the_file(path: Path) -> None:
    data = hostile.raw(path)
    content = read_plan(path)
    assert (content.sha256, content.size) == (hashlib.sha256(data).hexdigest(), len(data))


def test_a_plan_without_changes_is_clean(path: Path) -> None:
    content = read_plan(hostile.write_plan(path, []))
    assert content.clean
    assert content.changes == []


def test_reading_leaves_file_and_folder_as_they_were(path: Path) -> None:
    before = hostile.raw(path)
    stamp = path.stat().st_mtime_ns
    read_plan(path)
    assert path.read_bytes() == before
    assert path.stat().st_mtime_ns == stamp
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("end", ["wal", "journal"])
def test_a_sidecar_is_ignored_and_told_of(path: Path, end: str) -> None:
    hostile.good_plan(path)
    beside = path.with_name(f"{path.name}-{end}")
    beside.write_bytes(b"newer")
    content = read_plan(path)
    assert content.clean
    assert f"-{end}" in content.notes[0]
    assert beside.read_bytes() == b"newer"


def test_an_empty_journal_is_not_worth_a_note(path: Path) -> None:
    hostile.good_plan(path)
    path.with_name(path.name + "-journal").touch()
    assert read_plan(path).notes == ()


def test_a_write_ahead_mark_is_read_past_and_told_of(path: Path) -> None:
    data = hostile.raw(path)
    data[18:20] = b"\2\2"
    path.write_bytes(data)
    content = read_plan(path)
    assert content.clean
    assert content.sha256 == hashlib.sha256(data).hexdigest()
    assert "nyare ändringar" in content.notes[0]


@pytest.mark.parametrize("size", [512, 1024, 8192, 65536])
def test_any_page_size_reads(path: Path, size: int) -> None:
    changes = hostile.make_changes(60, longest=3000)
    content = read_plan(hostile.write_plan(path, changes, pragmas=[f"page_size={size}"]))
    assert content.clean
    assert content.changes == changes


def test_a_newer_file_tells_its_format(path: Path) -> None:
    hostile.write_plan(path, [], more=["PRAGMA user_version=7"])
    with pytest.raises(NewerFileError, match=r"Piteå\.nvplan.*nyare.*format 7") as caught:
        read_plan(path)
    assert getattr(caught.value, "version", 0) == 7


def test_a_plan_that_lost_its_mark_is_salvaged(path: Path) -> None:
    changes = hostile.make_changes(20)
    hostile.write_plan(path, changes, more=["PRAGMA application_id=5"])
    content = read_plan(path)
    assert (content.changes, content.salvaged) == (changes, True)


def test_a_link_to_a_plan_is_read(path: Path, tmp_path: Path) -> None:
    hostile.good_plan(path)
    link = tmp_path / "link.nvplan"
    link.symlink_to(path)
    assert read_plan(link).clean


def test_a_link_to_itself_is_an_error(path: Path) -> None:
    path.symlink_to(path)
    with pytest.raises(PlanFileError):
        read_plan(path)


def test_a_missing_file_is_named_without_its_folder(path: Path) -> None:
    with pytest.raises(PlanFileError, match=r"Piteå\.nvplan” finns inte") as caught:
        read_plan(path)
    assert str(path.parent) not in caught.value.sentence


def test_a_name_that_is_no_text_can_be_shown(tmp_path: Path) -> None:
    path = Path(str(tmp_path) + "/pl\udcff\nan.nvplan")
    path.write_bytes(b"")
    with pytest.raises(NotAPlanError) as caught:
        read_plan(path)
    assert "\n" not in caught.value.sentence.encode().decode()


def test_a_plan_id_that_no_change_knows_is_told(path: Path) -> None:
    changes = [hostile.one_change(entity="other")]
    assert "vilken plan" in read_plan(hostile.write_plan(path, changes)).notes[0]


def test_reading_leaves_the_lock_of_an_open_plan_in_place(path: Path) -> None:
    hostile.good_plan(path)
    other = "import sqlite3, sys; sqlite3.connect(sys.argv[1], 0).execute('BEGIN IMMEDIATE')"
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        assert read_plan(path).clean
        done = subprocess.run([sys.executable, "-c", other, path], capture_output=True, check=False)
    assert b"database is locked" in done.stderr
