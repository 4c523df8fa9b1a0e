"""The page on the plan file against a file that the program has just written."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from nvworkshop.model.fields import FieldType
from nvworkshop.model.kinds import KINDS
from nvworkshop.places import ROOT
from nvworkshop.planfile.schema import FORMAT
from nvworkshop.session.sessions import create

PAGE = (ROOT / "docs" / "file_format.md").read_text("utf-8")
WRITTEN = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
OTHERS = {"change", "meta", "_sqlite_migrations"}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("format") / "ny.nvplan"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NVWORKSHOP_HOME", str(tmp_path_factory.mktemp("home")))
        session = create(place, county_part="sodra")
        session.add("action", {"title": "Prov", "end": "Q3 2027"})
        session.publish()
        session.close()
    return place


@pytest.fixture(scope="module")
def plan(place: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"{place.as_uri()}?immutable=1", uri=True)) as connection:
        yield connection


def _columns(plan: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in plan.execute(f'PRAGMA table_info("{table}")')]


def test_the_header_is_as_told(place: Path, plan: sqlite3.Connection) -> None:
    assert tuple(place.read_bytes()[18:20]) == (1, 1)
    application = plan.execute("PRAGMA application_id").fetchone()[0]
    assert f"0x{application:08X}" in PAGE
    assert application.to_bytes(4, "big") == b"NVPL"
    assert plan.execute("PRAGMA user_version").fetchone() == (FORMAT,)
    assert f"# The plan file, format {FORMAT}\n" in PAGE
    assert plan.execute("PRAGMA encoding").fetchone() == ("UTF-8",)


def test_the_create_texts_are_those_told(plan: sqlite3.Connection) -> None:
    block = re.search(r"```sql\n(.*?)```", PAGE, re.DOTALL)
    assert block
    told = {one.strip() for one in re.split(r"^(?=CREATE )", block[1], flags=re.MULTILINE)}
    log = {sql for name, sql in plan.execute(WRITTEN) if name.partition("_")[0] in OTHERS}
    assert log == told - {""}


def test_every_column_of_the_log_is_told_and_no_other(plan: sqlite3.Connection) -> None:
    told = PAGE.split("| column | meaning |")[1].split("\n\n")[0]
    assert re.findall(r"^\| `(\w+)` \|", told, re.MULTILINE) == _columns(plan, "change")


def test_the_metadata_is_what_is_told(plan: sqlite3.Connection) -> None:
    meta = dict(plan.execute("SELECT key, value FROM meta"))
    told = re.findall(r"`(\w+)` \(", PAGE.split("\n`meta` has ")[1].split("\n\n")[0])
    assert list(meta) == told
    assert int(meta["changes"]) == plan.execute("SELECT count(*) FROM change").fetchone()[0]


def test_there_is_one_table_for_each_kind_with_the_columns_told(plan: sqlite3.Connection) -> None:
    names = {row[0] for row in plan.execute("SELECT name FROM sqlite_master WHERE type='table'")}
    assert names - OTHERS == set(KINDS)
    for kind in KINDS.values():
        wanted = {"id", "conflicts", "created", "updated", *(one.name for one in kind.fields)}
        periods = [one.name for one in kind.fields if one.type is FieldType.PERIOD]
        wanted |= {f"{name}_{edge}" for name in periods for edge in ("first", "last")}
        assert set(_columns(plan, kind.name)) == wanted


def test_every_format_has_its_row_and_every_special_kind_is_one() -> None:
    rows = re.findall(r"^\| (\d+) \|", PAGE.split("\n## Versions\n")[1], re.MULTILINE)
    assert [int(one) for one in rows] == list(range(1, FORMAT + 1))
    special = PAGE.split("\n## Special kinds\n")[1].split("\n## ")[0]
    named = re.findall(r"^- (`[^:]+):", special, re.MULTILINE)
    assert {one for line in named for one in re.findall(r"`(\w+)`", line)} <= set(KINDS)
