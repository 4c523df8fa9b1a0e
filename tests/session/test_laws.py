"""The laws of merging and undo, on any history."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nvworkshop.model.changes import Change, is_intact
from nvworkshop.model.kinds import KINDS
from nvworkshop.planfile.store import Store
from nvworkshop.session import review
from nvworkshop.session.merge import merge_contents, undo_merge
from nvworkshop.session.session import Session
from tests.laptops import PLAN, content, content_of, join, laptop

relaxed = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

FIELDS = ("title", "goal", "function", "contributors", "end")
VALUES = {
    "title": st.sampled_from(["Mobilt team", "Fast vårdkontakt", "SIP i tid", ""]),
    "goal": st.text(max_size=20),
    "function": st.sampled_from(["enhetschef", "rektor"]),
    "contributors": st.sampled_from(["", "ej aktuellt"]),
    "end": st.sampled_from(["Q3 2027", "våren 2027", "2027-01-31", "när tjänsten är tillsatt"]),
}
edits = st.one_of(
    st.tuples(st.just("add"), st.just(0), st.just("title"), VALUES["title"]),
    *(st.tuples(st.just("set"), st.integers(0, 3), st.just(name), VALUES[name]) for name in FIELDS),
    st.tuples(st.just("remove"), st.integers(0, 3), st.just(""), st.just("")),
    st.tuples(st.just("undo"), st.just(0), st.just(""), st.just("")),
    st.tuples(st.just("restore"), st.integers(0, 3), st.just(""), st.just("")),
    st.tuples(st.just("resolve"), st.integers(0, 3), st.just(""), st.just("")),
)
Edit = tuple[str, int, str, str]
scripts = st.lists(edits, max_size=12)


def play(session: Session, script: list[Edit]) -> None:
    """Do the edits that make sense where the plan stands."""
    for what, number, name, value in script:
        actions = session.things("action")
        if what == "add":
            session.add("action", {"title": value or "Ny"})
        elif what == "undo" and session.undo_label:
            session.undo()
        elif actions and what == "set":
            session.set(actions[number % len(actions)].id, {name: value})
        elif actions and what == "remove":
            session.remove(actions[number % len(actions)].id)
        elif what == "restore":
            bring_back(session, number)
        elif what == "resolve":
            decide(session, number)


def bring_back(session: Session, number: int) -> None:
    """Restore one of the things that are removed, if any is."""
    removals = session.store.changes("field = 'removed' AND value = 'true'")
    gone = sorted({one.entity for one in removals if not session.current(one.kind, one.entity)})
    if gone:
        session.restore(gone[number % len(gone)])


def decide(session: Session, number: int) -> None:
    """Decide one of the conflicts, if there is any."""
    if several := review.conflicts(session):
        one = several[number % len(several)]
        review.resolve(session, one.entity, one.field, use=number % len(one.values) + 1)


def replicas(tmp_path: Path, common: list[Edit], own: list[list[Edit]]) -> list[list[Change]]:
    """Return the logs of laptops that went their own ways from a common beginning.

    Every other one has met the one before, and so may decide its conflicts.
    """
    first = laptop("first", tmp_path)
    play(first, [("add", 0, "title", "SIP i tid"), *common])
    logs: list[list[Change]] = []
    for number, script in enumerate(own):
        other = laptop(f"laptop {number}", tmp_path)
        join(other, first.store.changes())
        if number % 2:
            play(other, script[::2])
            join(other, logs[-1])
        play(other, script)
        logs.append(list(other.store.changes()))
    return logs


def merged(tmp_path: Path, logs: list[list[Change]]) -> Session:
    session = laptop("merger", tmp_path)
    for log in logs:
        join(session, log)
    return session


def tables(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Return the derived tables, in an order of their own."""
    return {
        name: sorted(store.connection.execute(f'SELECT * FROM "{name}"'), key=repr)
        for name in KINDS
    }


@relaxed
@given(common=scripts, own=st.lists(scripts, min_size=2, max_size=3))
def test_merging_does_not_depend_on_order(
    tmp_path: Path, common: list[Edit], own: list[list[Edit]]
) -> None:
    logs = replicas(tmp_path, common, own)
    results = [merged(tmp_path, list(order)) for order in permutations(logs)]
    assert all(content(one) == content(results[0]) for one in results)
    assert all(tables(one.store) == tables(results[0].store) for one in results)


@relaxed
@given(common=scripts, own=st.lists(scripts, min_size=3, max_size=3))
def test_merging_does_not_depend_on_grouping(
    tmp_path: Path, common: list[Edit], own: list[list[Edit]]
) -> None:
    a, b, c = replicas(tmp_path, common, own)
    left = merged(tmp_path, [list(merged(tmp_path, [a, b]).store.changes()), c])
    right = merged(tmp_path, [a, list(merged(tmp_path, [b, c]).store.changes())])
    assert content(left) == content(right)
    assert tables(left.store) == tables(right.store)


@relaxed
@given(common=scripts, own=st.lists(scripts, min_size=2, max_size=2))
def test_merging_again_changes_nothing(
    tmp_path: Path, common: list[Edit], own: list[list[Edit]]
) -> None:
    logs = replicas(tmp_path, common, own)
    session = merged(tmp_path, logs)
    before = tables(session.store)
    for log in logs:
        join(session, log)
    assert tables(session.store) == before


@relaxed
@given(common=scripts, own=st.lists(scripts, min_size=2, max_size=2))
def test_any_part_of_a_log_merges_and_the_rest_later(
    tmp_path: Path, common: list[Edit], own: list[list[Edit]]
) -> None:
    logs = replicas(tmp_path, common, own)
    whole = merged(tmp_path, logs)
    halves = merged(tmp_path, [log[1::2] for log in logs] + [log[::2] for log in logs])
    assert tables(halves.store) == tables(whole.store)


@relaxed
@given(common=scripts, own=st.lists(scripts, min_size=2, max_size=2))
def test_rebuilt_tables_are_the_kept_ones(
    tmp_path: Path, common: list[Edit], own: list[list[Edit]]
) -> None:
    session = merged(tmp_path, replicas(tmp_path, common, own))
    kept = tables(session.store)
    with session.store.transaction():
        session.store.rebuild()
    assert tables(session.store) == kept


@relaxed
@given(before=scripts, edit=edits, other=scripts)
def test_undo_gives_back_what_stood(
    tmp_path: Path, before: list[Edit], edit: Edit, other: list[Edit]
) -> None:
    session = merged(tmp_path, replicas(tmp_path, before, [other, other[::-1]]))
    stood = content(session)
    count = len(session._undoing.done)
    play(session, [edit])
    done = content(session)
    if len(session._undoing.done) > count:
        session.undo()
        assert content(session) == stood
        session.redo()
        assert content(session) == done
        session.undo()
        assert content(session) == stood


@relaxed
@given(common=scripts, own=st.lists(scripts, min_size=2, max_size=2))
def test_a_merge_taken_back_gives_back_what_stood_and_merging_again_brings_it_back(
    tmp_path: Path, common: list[Edit], own: list[list[Edit]]
) -> None:
    logs = replicas(tmp_path, common, own)
    ours, theirs = (merged(tmp_path, [log]) for log in logs)
    stood = content(ours)
    source = [(Path("theirs.nvplan"), content_of(theirs))]
    report = merge_contents(ours, source)
    joined = content(ours)
    assert joined == content(merged(tmp_path, logs))
    if report.receipt:
        undo_merge(ours)
        assert content(ours) == stood
        assert merge_contents(ours, source).receipt
        assert content(ours) == joined
        ours.undo()
        assert content(ours) == stood
        ours.redo()
        assert content(ours) == joined


@relaxed
@given(common=scripts, own=st.lists(scripts, min_size=2, max_size=2))
def test_merging_there_and_back_comes_to_rest(
    tmp_path: Path, common: list[Edit], own: list[list[Edit]]
) -> None:
    one, other = (merged(tmp_path, [log]) for log in replicas(tmp_path, common, own))
    for _ in range(3):
        merge_contents(one, [(Path("other"), content_of(other))])
        merge_contents(other, [(Path("one"), content_of(one))])
    counts = one.store.count(), other.store.count()
    again = merge_contents(one, [(Path("other"), content_of(other))])
    assert not again.receipt
    assert (one.store.count(), other.store.count()) == counts
    assert content(one) == content(other)


@relaxed
@given(script=scripts)
def test_undoing_everything_gives_back_the_beginning(tmp_path: Path, script: list[Edit]) -> None:
    session = laptop("one", tmp_path)
    play(session, [edit for edit in script if edit[0] != "undo"])
    done = content(session)
    steps = len(session._undoing.done)
    for _ in range(steps):
        session.undo()
    assert content(session) == {}
    for _ in range(steps):
        session.redo()
    assert content(session) == done


@relaxed
@given(script=scripts)
def test_every_change_verifies(tmp_path: Path, script: list[Edit]) -> None:
    session = laptop("one", tmp_path)
    play(session, script)
    assert all(is_intact(one) for one in session.store.changes())
    assert session.store.plan == PLAN
