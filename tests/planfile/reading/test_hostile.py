"""Crafted files, and files that are something else."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from nvworkshop.errors import DamagedFileError, HostileFileError, NotAPlanError, PlanError
from nvworkshop.planfile.reading.pool import ReaderPool, Result, read_plan
from nvworkshop.planfile.schema import CHANGE_ID, LOG_COLUMNS
from tests import hostile

ALL = hostile.HOSTILE | hostile.OTHER
Results = dict[str, Result]


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    """Read every crafted file, with a good one after each, in one pool."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, make in ALL.items():
        make(folder / name)
        hostile.write_plan(folder / f"after_{name}", hostile.make_changes(3))
    with ReaderPool(workers=2) as pool:
        paths = sorted(folder.glob("[!.]*"), key=lambda path: path.name.removeprefix("after_"))
        return {path.name: result for path, result in pool.read_all(paths)}


@pytest.mark.parametrize("name", hostile.HOSTILE)
def test_a_hostile_file_is_refused(results: Results, name: str) -> None:
    assert isinstance(results[name], HostileFileError)
    assert f"”{name}”" in str(results[name])


@pytest.mark.parametrize("name", hostile.OTHER)
def test_something_else_is_no_plan(results: Results, name: str) -> None:
    assert isinstance(results[name], NotAPlanError)


@pytest.mark.parametrize("name", ALL)
def test_a_bad_file_does_not_touch_the_next(results: Results, name: str) -> None:
    result = results[f"after_{name}"]
    assert not isinstance(result, PlanError)
    assert result.changes == hostile.make_changes(3)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("empty", "är tom"),
        ("excel", "Excelfil"),
        ("old_excel", "äldre eller lösenordsskyddad"),
        ("pdf", "PDF"),
        ("html", "webbsida"),
        ("text", "textfil"),
        ("database", "annat program"),
        ("folder", "mapp"),
        ("fifo", "ingen vanlig fil"),
    ],
)
def test_the_sentence_guesses_what_it_is(results: Results, name: str, words: str) -> None:
    assert words in str(results[name])


def test_a_crafted_journal_reaches_neither_plan_nor_neighbour(tmp_path: Path) -> None:
    plan, neighbour = tmp_path / "plan", tmp_path / "neighbour"
    data = hostile.raw(plan)
    neighbour.write_text("mine")
    hostile.crafted_journal(plan, neighbour)
    assert read_plan(plan).clean
    assert plan.read_bytes() == data
    assert neighbour.read_text() == "mine"


def test_the_crafted_journal_does_work_on_who_opens_the_file(tmp_path: Path) -> None:
    plan, neighbour = tmp_path / "plan", tmp_path / "neighbour"
    data = hostile.raw(plan)
    neighbour.write_text("mine")
    hostile.crafted_journal(plan, neighbour)
    with closing(sqlite3.connect(plan)) as db, suppress(sqlite3.DatabaseError):
        db.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    assert plan.read_bytes() != data


def test_a_giant_value_is_left_out(tmp_path: Path) -> None:
    giant = "UPDATE change SET value = CAST(zeroblob(20000000) AS TEXT) WHERE n = 2"
    path = hostile.write_plan(tmp_path / "p", hostile.make_changes(9), more=[giant])
    content = read_plan(path)
    assert (len(content.changes), content.expected, content.damaged) == (8, 9, 1)


def test_a_changed_value_is_left_out_and_counted(tmp_path: Path) -> None:
    forged = """UPDATE change SET value = '"forged"' WHERE n = 2"""
    path = hostile.write_plan(tmp_path / "p", hostile.make_changes(9), more=[forged])
    content = read_plan(path)
    assert content.changes == [c for n, c in enumerate(hostile.make_changes(9)) if n != 1]
    assert (content.expected, content.damaged, content.salvaged) == (9, 1, False)
    assert "8 av omkring 9" in content.notes[0]


def test_a_log_where_nothing_verifies_is_damaged(tmp_path: Path) -> None:
    forged = "UPDATE change SET seq = seq + 1"
    path = hostile.write_plan(tmp_path / "p", hostile.make_changes(9), more=[forged])
    with pytest.raises(DamagedFileError):
        read_plan(path)


def test_a_change_that_is_there_twice_comes_once(tmp_path: Path) -> None:
    twice = [
        "DROP INDEX change_id",
        f"INSERT INTO change SELECT n + 9, {LOG_COLUMNS} FROM change",
        "CREATE INDEX change_id ON change (id)",
        "PRAGMA writable_schema=on",
        f"UPDATE sqlite_schema SET sql='{CHANGE_ID}' WHERE name='change_id'",
    ]
    path = hostile.write_plan(tmp_path / "p", hostile.make_changes(9), more=twice)
    assert read_plan(path).changes == hostile.make_changes(9)


def test_missing_rows_are_counted(tmp_path: Path) -> None:
    path = hostile.write_plan(tmp_path / "p", hostile.make_changes(9), stated=12)
    assert read_plan(path).damaged == 3


def test_an_absurd_count_is_not_believed(tmp_path: Path) -> None:
    path = hostile.write_plan(tmp_path / "p", hostile.make_changes(9), stated=10**15)
    assert read_plan(path).damaged == 0


def test_a_file_with_two_plans_glued_together_reads_once(tmp_path: Path) -> None:
    path = hostile.good_plan(tmp_path / "p")
    path.write_bytes(path.read_bytes() * 2)
    content = read_plan(path)
    assert content.changes == hostile.make_changes(60)
    assert content.salvaged
