from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from nvworkshop.errors import NewerFileError, PlanFileError
from nvworkshop.model.changes import REDACT, REMOVED, Change, new_change
from nvworkshop.model.kinds import KINDS
from nvworkshop.planfile import derived, schema
from nvworkshop.planfile.publish import publish
from nvworkshop.planfile.store import Store
from nvworkshop.planfile.workcopy import working_copy
from nvworkshop.session.session import Session
from nvworkshop.strategy import load_shipped
from tests.laptops import laptop
from tests.session.test_laws import tables


@pytest.fixture
def session(tmp_path: Path) -> Session:
    one = laptop("one", tmp_path)
    one.strategy = load_shipped("norrbotten")
    one.add("action", {"title": "Mobilt team", "end": "Q3 2027", "contributors": ["region"]})
    return one


def append(store: Store, *changes: Change) -> None:
    with store.transaction():
        store.append(changes)


def redaction(target: Change) -> Change:
    key = (REDACT, target.id.hex(), REDACT)
    return new_change(b"r" * 16, 1, 0, key, salt=b"s" * 16, data="", replaces=())


def test_any_sqlite_tool_reads_the_current_values(session: Session, tmp_path: Path) -> None:
    publish(session.store, tmp_path / "a.nvplan")
    with sqlite3.connect(tmp_path / "a.nvplan") as reader:
        row = reader.execute('SELECT title, "end", end_last, contributors FROM action').fetchone()
        mark = reader.execute("PRAGMA application_id").fetchone()[0]
    reader.close()
    assert row == ("Mobilt team", "Q3 2027", "2027-09-30", '["region"]')
    assert mark == schema.APPLICATION_ID


def test_nothing_is_appended_outside_a_transaction(session: Session) -> None:
    with pytest.raises(RuntimeError, match="transaction"):
        session.store.append([])


def test_an_error_inside_leaves_everything_as_it_was(session: Session, tmp_path: Path) -> None:
    before = tables(session.store)
    other = laptop("other", tmp_path)
    other.add("action", {"title": "Annat"})

    def fail() -> None:
        with session.store.transaction():
            session.store.append(list(other.store.changes()))
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert tables(session.store) == before
    append(session.store, *other.store.changes())
    assert len(session.things("action")) == 2


@pytest.mark.parametrize("erasure_first", [True, False])
def test_an_erasure_wins_whichever_comes_first(session: Session, erasure_first: bool) -> None:
    log = list(session.store.changes())
    title = next(one for one in log if one.field == "title")
    erased = Store.create(None, plan="p")
    first, second = ([redaction(title)], log) if erasure_first else (log, [redaction(title)])
    append(erased, *first)
    append(erased, *second)
    append(erased, *log)
    kept = next(one for one in erased.changes("field = 'title'"))
    assert (kept.value, kept.salt) == (None, None)
    assert erased.things(KINDS["action"])[0]["title"] is None


@pytest.mark.parametrize("spelt", [str.upper, lambda name: f"{name[:2]} {name[2:]}"])
@pytest.mark.parametrize("erasure_first", [True, False])
def test_an_erasure_must_name_its_target_exactly_in_any_order(
    session: Session, spelt: Callable[[str], str], erasure_first: bool
) -> None:
    log = list(session.store.changes())
    title = next(one for one in log if one.field == "title")
    key = (REDACT, spelt(title.id.hex()), REDACT)
    odd = new_change(b"r" * 16, 1, 0, key, salt=b"s" * 16, data="", replaces=())
    store = Store.create(None, plan="p")
    append(store, *([odd, *log] if erasure_first else [*log, odd]))
    assert store.things(KINDS["action"])[0]["title"] == "Mobilt team"


def test_an_erasure_holds_though_it_is_removed_and_the_plan_reopened(
    session: Session, tmp_path: Path
) -> None:
    log = list(session.store.changes())
    title = next(one for one in log if one.field == "title")
    target = title.id.hex()
    key = (REDACT, target, REDACT)
    first = new_change(b"r" * 16, 1, 0, key, salt=b"s" * 16, data="", replaces=())
    key = (REDACT, target, REMOVED)
    gone = new_change(b"r" * 16, 2, 0, key, salt=b"s" * 16, data=True, replaces=(first.id,))
    store = working_copy(tmp_path, tmp_path / "a.nvplan", "p")
    append(store, first, gone)
    store.close()
    again = working_copy(tmp_path, tmp_path / "a.nvplan", "p")
    append(again, *log)
    assert next(one for one in again.changes("field = 'title'")).value is None
    again.close()


def test_a_number_no_table_holds_stops_nothing(session: Session) -> None:
    key = ("action", session.things("action")[0].id, "effect")
    append(
        session.store, new_change(b"n" * 16, 1, 0, key, salt=b"s" * 16, data=10**30, replaces=())
    )
    assert session.things("action")[0]["effect"] is None


def test_a_value_that_one_copy_lacks_comes_back_from_another(session: Session) -> None:
    log = list(session.store.changes())
    store = Store.create(None, plan="p")
    append(store, *(one.erased() if one.field == "title" else one for one in log))
    assert store.things(KINDS["action"])[0]["title"] is None
    append(store, *log)
    assert store.things(KINDS["action"])[0]["title"] == "Mobilt team"


def test_what_this_program_does_not_know_travels_on(session: Session, tmp_path: Path) -> None:
    action = session.things("action")[0].id
    keys = [("action", action, "colour"), ("dream", "d1", "title")]
    odd = [
        new_change(b"n" * 16, n, 0, key, salt=b"s" * 16, data="?", replaces=())
        for n, key in enumerate(keys)
    ]
    append(session.store, *odd)
    publish(session.store, tmp_path / "a.nvplan")
    with sqlite3.connect(tmp_path / "a.nvplan") as reader:
        count = reader.execute("SELECT count(*) FROM change WHERE value = '\"?\"'").fetchone()[0]
    reader.close()
    assert count == 2
    assert session.things("action")[0]["title"] == "Mobilt team"


def test_a_new_field_in_the_program_appears_in_an_old_working_copy(tmp_path: Path) -> None:
    store = working_copy(tmp_path, tmp_path / "a.nvplan", "p")
    change = new_change(
        b"w" * 16, 1, 0, ("idea", "i1", "title"), salt=b"s" * 16, data="x", replaces=()
    )
    append(store, change)
    with store.transaction():
        store.connection.execute('DROP TABLE "idea"')
        store.connection.execute('CREATE TABLE "idea" ("id" TEXT PRIMARY KEY) STRICT')
    store.close()
    again = working_copy(tmp_path, tmp_path / "a.nvplan", "p")
    assert [one["title"] for one in again.things(KINDS["idea"])] == ["x"]
    again.close()


def test_a_damaged_working_copy_is_salvaged_and_kept_beside(tmp_path: Path) -> None:
    store = working_copy(tmp_path, tmp_path / "a.nvplan", "p")
    for n in range(50):
        key = ("idea", f"i{n}", "title")
        append(
            store,
            new_change(b"w" * 16, n, 0, key, salt=b"s" * 16, data=f"förslag {n}", replaces=()),
        )
    store.close()
    place = next(tmp_path.glob("*.db"))
    data = bytearray(place.read_bytes())
    at = data.find('"förslag 30"'.encode()) + 1
    data[at] ^= 1
    place.write_bytes(data)
    again = working_copy(tmp_path, tmp_path / "a.nvplan", "p")
    assert 40 <= again.count() < 50
    assert list(tmp_path.glob("*.damaged"))
    again.close()


def test_a_second_window_on_the_same_plan_is_told_at_once(tmp_path: Path) -> None:
    first = working_copy(tmp_path, tmp_path / "a.nvplan", "p")
    with pytest.raises(PlanFileError, match="annat fönster"):
        working_copy(tmp_path, tmp_path / "a.nvplan", "p")
    first.close()


def test_every_derived_table_is_plain_names_and_types() -> None:
    import re

    for kind in KINDS.values():
        assert re.fullmatch(schema.DERIVED_SQL, derived.create_sql(kind))


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_a_row_gives_back_the_thing(kind: object, tmp_path: Path) -> None:
    from nvworkshop.model.fields import Kind

    assert isinstance(kind, Kind)
    one = laptop("rows", tmp_path)
    values = {field.name: {"answer": "undecided"} for field in kind.fields}
    one.add_many("x", [(kind.name, "e1", values)])
    sql = f"SELECT * FROM \"{kind.name}\" WHERE id = 'e1'"
    row = one.store.connection.execute(sql).fetchone()
    assert derived.thing_of_row(kind, row).values == values


def test_a_working_copy_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    working_copy(tmp_path, tmp_path / "a.nvplan", "p").close()
    place = next(tmp_path.glob("*.db"))
    data = bytearray(place.read_bytes())
    data[60:64] = (9).to_bytes(4, "big")
    place.write_bytes(data)
    with pytest.raises(NewerFileError, match="nyare version"):
        working_copy(tmp_path, tmp_path / "a.nvplan", "p")
    assert place.read_bytes() == data
