"""A working copy that can't be written tells so in Swedish, and goes on as it was."""

from __future__ import annotations

import errno
import random
import sqlite3
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

import pytest

from nvworkshop.errors import PlanFileError, PublishError
from nvworkshop.session.live import LivePlan
from nvworkshop.session.sessions import create
from nvworkshop.session.surroundings import Surroundings
from tests.faults.broken import Breaker, breaking
from tests.faults.limits import files_of_at_most
from tests.faults.oracle import rows_of
from tests.faults.whole import is_plain_swedish

pytest.importorskip("resource")


@pytest.fixture
def live(tmp_path: Path) -> LivePlan:
    create(tmp_path / "plan.nvplan", county_part="sodra").close()
    live = LivePlan(tmp_path / "plan.nvplan", Surroundings())
    live.open()
    live.edit(lambda session: session.add("action", {"title": "Mobilt team"}, entity="a1"))
    return live


def failed(live: LivePlan, size: int) -> int:
    """Edit, undo and ask while writes fail; return how often that was told."""
    told: list[str] = []
    with files_of_at_most(size):
        for text in ("Buss", "Båt " * 400, "SIP"):
            for call in (
                lambda: live.edit(lambda session: session.set("a1", {"goal": text})),  # noqa: B023
                lambda: live.edit(lambda session: session.undo()),
                lambda: live.ask(lambda view: view.things("action")),
            ):
                try:
                    call()
                except PlanFileError as error:
                    told.append(error.sentence)
    assert all(map(is_plain_swedish, told))
    return len(told)


def test_a_failing_write_is_told_and_nothing_is_half_done(live: LivePlan) -> None:
    chance = random.Random(1)
    told = sum(failed(live, chance.randrange(0, 300_000, 512)) for _ in range(60))
    assert told > 60
    live.edit(lambda session: session.set("a1", {"goal": "Sist"}))
    store = live.session.store
    known = {one.id for one in store.changes()}
    assert all(known.issuperset(one.replaced) for one in store.changes())
    before = rows_of(store)
    with store.transaction():
        store.rebuild()
    assert rows_of(store) == before
    live.close()


@pytest.mark.parametrize("call", range(6))
def test_publishing_what_is_published_already_on_a_dying_disk(live: LivePlan, call: int) -> None:
    live.session.publish()
    old = live.place.read_bytes()
    breaker = Breaker(live.place.parent, call, errno.EIO, lasting=True)
    with breaking(breaker), suppress(PublishError):
        live.session.publish()
    assert live.place.read_bytes() == old
    live.close()


class KeptAllTheSame:
    """A connection whose next commit is kept though the disk says no."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._once = True

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        done = self._connection.execute(sql, *values)
        if sql == "COMMIT" and self._once:
            self._once = False
            raise sqlite3.OperationalError("disk I/O error")
        return done

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


def test_a_commit_that_was_kept_though_it_failed_gives_no_number_twice(live: LivePlan) -> None:
    live.session.pen.seq, store = 0, live.session.store
    live.session.pen.writer = bytes(16)
    store.connection = cast("sqlite3.Connection", KeptAllTheSame(store.connection))
    with pytest.raises(PlanFileError):
        live.edit(lambda session: session.set("a1", {"goal": "Först"}))
    live.edit(lambda session: session.set("a1", {"goal": "Sedan"}))
    numbers = Counter((one.writer, one.seq) for one in store.changes())
    assert max(numbers.values()) == 1
    assert live.ask(lambda view: view.thing("a1"))["goal"] == "Sedan"
    assert not live.ask(lambda view: view.thing("a1")).conflicts
    live.close()
