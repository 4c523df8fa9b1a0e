"""SQLite's own part holds even for files that the look before it would have refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from nvworkshop.outside.refusal import Deadline, RefusedError
from nvworkshop.planfile.reading.refusal import BrokenError
from nvworkshop.planfile.reading.sandbox import Sandbox
from tests import hostile

CODE = ["trigger", "view", "view_as_log", "generated_column", "check_bomb", "expression_index"]


@contextmanager
def opened(path: Path, make: Callable[[Path], object], seconds: float = 20) -> Iterator[Sandbox]:
    make(path)
    sandbox = Sandbox(bytearray(path.read_bytes()), Deadline(seconds))
    try:
        yield sandbox
    finally:
        sandbox.close()


@pytest.mark.parametrize("name", CODE)
def test_program_code_is_refused(tmp_path: Path, name: str) -> None:
    with opened(tmp_path / "p", hostile.HOSTILE[name]) as sandbox, pytest.raises(RefusedError):
        sandbox.check(1)


def test_a_view_in_the_place_of_the_log_gives_nothing(tmp_path: Path) -> None:
    with opened(tmp_path / "p", hostile.HOSTILE["view_as_log"]) as sandbox:
        assert sandbox.meta() == {"plan": hostile.PLAN, "changes": "30"}
        with pytest.raises(BrokenError):
            list(sandbox.log())


def test_a_view_over_our_own_tables_is_not_followed(tmp_path: Path) -> None:
    view = ["DROP TABLE meta", "CREATE VIEW meta AS SELECT kind AS key, value FROM change"]

    def make(path: Path) -> None:
        hostile.write_plan(path, [hostile.one_change(kind="plan")], more=view)

    with opened(tmp_path / "p", make) as sandbox, pytest.raises(BrokenError):
        sandbox.meta()


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM change",
        "PRAGMA query_only=off",
        "ATTACH ':memory:' AS other",
        "SELECT hex(id) FROM change",
        "SELECT id FROM action",
        "CREATE TEMP TABLE t (x)",
    ],
)
def test_nothing_but_reading_the_log_is_allowed(tmp_path: Path, sql: str) -> None:
    with opened(tmp_path / "p", hostile.good_plan) as sandbox, pytest.raises(BrokenError):
        list(sandbox._rows(sql))


def test_the_deadline_stops_a_statement(tmp_path: Path) -> None:
    def make(path: Path) -> None:
        hostile.good_plan(path, 3000)

    with opened(tmp_path / "p", make, seconds=0) as sandbox, pytest.raises(RefusedError):
        list(sandbox.log())
