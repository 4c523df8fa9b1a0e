from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.errors import PublishError
from nvworkshop.model.changes import is_intact
from nvworkshop.planfile import backups
from nvworkshop.session.comparing import compare
from nvworkshop.session.merge import merge_contents, undo_merge
from nvworkshop.session.restoring import restore_to
from nvworkshop.session.session import Session
from tests.laptops import content, content_of, join, laptop
from tests.session.test_comparing import kept
from tests.session.test_laws import Edit, edits, merged, play, relaxed, replicas, scripts


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return laptop("Piteå", tmp_path)


def test_the_plan_reads_as_it_did(session: Session) -> None:
    first = session.add("action", {"title": "Ett", "goal": "a"}).entity
    second = session.add("action", {"title": "Två"}).entity
    stood, then = content(session), kept(session)
    session.set(first, {"goal": "", "function": "rektor"})
    session.remove(second)
    session.add("action", {"title": "Tre"})
    outcome = restore_to(session, then)
    assert content(session) == stood
    assert {key[1] for key in outcome.touched} >= {first, second}
    assert session.undo_label == "Återställ från säkerhetskopia"


def test_only_what_was_chosen_is_restored(session: Session) -> None:
    first, second = (session.add("action", {"title": one}).entity for one in ("a", "b"))
    then = kept(session)
    session.set_many({first: {"title": "a2"}, second: {"title": "b2"}})
    restore_to(session, then, {("action", second)})
    assert [session.thing(one)["title"] for one in (first, second)] == ["a2", "b"]


def test_nothing_to_restore_is_no_step_and_no_backup(session: Session) -> None:
    session.add("action", {"title": "a"})
    label = session.undo_label
    assert not restore_to(session, kept(session)).touched
    assert session.undo_label == label
    assert not session.backup_folder.exists()


def test_the_plan_as_it_was_is_kept_first(session: Session) -> None:
    entity = session.add("action", {"title": "a"}).entity
    then = kept(session)
    session.set(entity, {"title": "b"})
    restore_to(session, then)
    (backup,) = backups.kept(session.backup_folder)
    assert backup.reason == "restore"


def test_without_a_backup_nothing_is_restored(session: Session, tmp_path: Path) -> None:
    entity = session.add("action", {"title": "a"}).entity
    then = kept(session)
    session.set(entity, {"title": "b"})
    (tmp_path / "backups").write_text("en fil i vägen")
    count = session.store.count()
    with pytest.raises(PublishError):
        restore_to(session, then)
    assert session.store.count() == count


def test_a_thing_removed_since_comes_back_with_what_it_held_then(session: Session) -> None:
    entity = session.add("action", {"title": "a", "goal": "x"}).entity
    then = kept(session)
    session.set(entity, {"goal": "y", "function": "rektor"})
    session.remove(entity)
    stood = content(session)
    restore_to(session, then)
    assert compare(session, then) == []
    session.undo()
    assert content(session) == stood
    assert session.things("action") == []
    session.redo()
    assert session.thing(entity)["goal"] == "x"


def test_a_thing_this_plan_has_never_heard_of_is_made(session: Session, tmp_path: Path) -> None:
    other = laptop("en annan", tmp_path)
    entity = other.add("action", {"title": "Borttappad", "goal": "x"}).entity
    restore_to(session, kept(other))
    assert session.thing(entity).values == other.thing(entity).values
    session.undo()
    assert session.things("action") == []
    session.redo()
    assert session.thing(entity)["title"] == "Borttappad"


def test_a_conflict_gets_the_value_that_was_shown_and_is_told(
    session: Session, tmp_path: Path
) -> None:
    other = laptop("en annan", tmp_path)
    entity = session.add("action", {"title": "a", "goal": "x"}).entity
    then = kept(session)
    join(other, session.store.changes())
    other.set(entity, {"goal": "deras"})
    session.set(entity, {"goal": "vårt"})
    join(session, other.store.changes())
    stood = content(session)
    assert "1 fält är i konflikt" in restore_to(session, then).notes[0]
    assert session.thing(entity)["goal"] == "x"
    session.undo()
    assert content(session) == stood


def test_what_is_erased_never_comes_back(session: Session) -> None:
    entity = session.add("action", {"title": "a", "situation": "HEMLIGHETEN"}).entity
    then = kept(session)
    session.erase(entity, "situation")
    session.set(entity, {"title": "b", "situation": "Nytt"})
    restore_to(session, then)
    assert (session.thing(entity)["title"], session.thing(entity)["situation"]) == ("a", "Nytt")
    session.remove(entity)
    restore_to(session, then)
    assert session.thing(entity)["situation"] == "Nytt"
    assert all("HEMLIGHETEN" not in (one.value or "") for one in session.store.changes())


def test_what_a_taken_back_merge_brought_can_be_restored(session: Session, tmp_path: Path) -> None:
    other = laptop("en annan", tmp_path)
    entity = other.add("action", {"title": "Deras"}).entity
    merge_contents(session, [(Path("b"), content_of(other))])
    then = kept(session)
    undo_merge(session)
    restore_to(session, then)
    assert session.thing(entity)["title"] == "Deras"
    assert compare(session, then) == []
    merge_contents(session, [(Path("b"), content_of(other))])
    assert len(session.things("action")) == 1


def test_a_removal_somebody_else_took_back_is_a_conflict_again_when_undone(
    session: Session, tmp_path: Path
) -> None:
    other = laptop("en annan", tmp_path)
    entity = session.add("action", {"title": "a"}).entity
    then = kept(session)
    join(other, session.store.changes())
    other.remove(entity)
    session.remove(entity)
    session.undo()
    join(session, other.store.changes())
    stood = content(session)
    restore_to(session, then)
    assert session.thing(entity).conflicts == frozenset()
    session.undo()
    assert content(session) == stood


def test_a_field_of_a_newer_program_is_left_as_it_is(session: Session) -> None:
    entity = session.add("action", {"title": "a"}).entity
    then = kept(session)
    with session.writing():
        session.store.append(session.pen.sets(("action", entity), "okänt", ("nytt",), {}))
    session.remove(entity)
    restore_to(session, then)
    heads = session.pen.heads(("action", entity))
    assert heads["okänt"][0].data == "nytt"


def test_nothing_leaves_the_log(session: Session) -> None:
    entity = session.add("action", {"title": "a"}).entity
    then = kept(session)
    session.set(entity, {"title": "b"})
    log = list(session.store.changes())
    restore_to(session, then)
    assert list(session.store.changes())[: len(log)] == log
    assert all(map(is_intact, session.store.changes()))


@relaxed
@given(
    common=scripts,
    own=st.lists(scripts, min_size=2, max_size=2),
    since=st.lists(edits, max_size=8),
    late=st.booleans(),
)
def test_restored_is_as_then_and_undone_is_as_before(
    tmp_path: Path, common: list[Edit], own: list[list[Edit]], since: list[Edit], late: bool
) -> None:
    logs = replicas(tmp_path, common, own)
    session = merged(tmp_path, logs[:1] if late else logs)
    then = kept(session)
    play(session, since)
    if late:
        join(session, logs[1])
    stood = content(session)
    outcome = restore_to(session, then)
    assert compare(session, then) == []
    restored = content(session)
    if not outcome.touched:
        return
    session.undo()
    assert content(session) == stood
    session.redo()
    assert content(session) == restored
    session.undo()
    assert content(session) == stood


@relaxed
@given(before=scripts, since=scripts, chosen=st.integers(0, 3))
def test_what_was_not_chosen_stays(
    tmp_path: Path, before: list[Edit], since: list[Edit], chosen: int
) -> None:
    session = laptop("one", tmp_path)
    play(session, before)
    then = kept(session)
    play(session, since)
    found = compare(session, then)
    keys = {one.key for one in found[:chosen]}
    restore_to(session, then, keys)
    left = compare(session, then)
    assert {one.key for one in left} == {one.key for one in found} - keys
