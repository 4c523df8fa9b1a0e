from __future__ import annotations

import os
from typing import Any

from nvworkshop.model.changes import REMOVED, Change, new_change
from nvworkshop.model.conflicts import conflicts_of
from nvworkshop.model.heads import (
    base,
    conflicting_fields,
    heads,
    is_conflict,
    is_removed,
    unseen_by_removal,
)
from nvworkshop.model.kinds import ACTION, WORKSHOP
from nvworkshop.model.things import thing_of


def change(field: str, data: Any, *replaces: Change, at: int = 0, kind: str = "action") -> Change:
    target = (kind, "a1", field)
    replaced = tuple(one.id for one in replaces)
    return new_change(
        os.urandom(16), 1, at, target, salt=os.urandom(16), data=data, replaces=replaced
    )


def test_one_head_is_the_value() -> None:
    first = change("title", "a")
    second = change("title", "b", first)
    assert heads([second, first])["title"] == (second,)


def test_two_who_did_not_know_of_each_other_conflict_and_the_newest_shows() -> None:
    first = change("title", "a")
    older = change("title", "b", first, at=1)
    newer = change("title", "c", first, at=2)
    of = heads([older, first, newer])
    thing = thing_of(ACTION, "a1", of)
    assert thing.conflicts == {"title"}
    assert thing["title"] == "c"
    assert base(of["title"], {one.id: one for one in (first, older, newer)}) == first


def test_the_same_value_twice_is_no_conflict() -> None:
    assert conflicting_fields(heads([change("title", "a"), change("title", "a")])) == set()


def test_of_where_the_group_is_the_newest_stands_and_nobody_is_asked() -> None:
    older = change("position", {"step": "a"}, at=1, kind="workshop")
    newer = change("position", {"step": "b"}, at=2, kind="workshop")
    of = heads([newer, older])
    thing = thing_of(WORKSHOP, "a1", of)
    assert of["position"] == (newer, older)
    assert not is_conflict(of["position"])
    assert thing.conflicts == set()
    assert thing["position"] == {"step": "b"}
    assert conflicts_of("workshop", "a1", [newer, older], {}) == []


def test_a_removal_that_has_not_seen_where_the_group_is_waits_for_somebody() -> None:
    title = change("title", "a", kind="workshop")
    removal = change(REMOVED, True, title, kind="workshop")
    of = heads([title, removal, change("position", {"step": "b"}, kind="workshop")])
    assert conflicting_fields(of) == {REMOVED}
    assert not is_removed(of)


def test_different_fields_never_conflict() -> None:
    assert conflicting_fields(heads([change("title", "a"), change("goal", "b")])) == set()


def test_one_more_change_that_replaces_all_heads_decides() -> None:
    one, other = change("title", "a"), change("title", "b")
    decided = change("title", "c", one, other)
    assert conflicting_fields(heads([decided, other, one])) == set()


def test_a_removal_that_saw_everything_removes() -> None:
    title = change("title", "a")
    removal = change(REMOVED, True, title)
    of = heads([title, removal])
    assert is_removed(of)
    assert of["title"] == (title,)


def test_a_removal_against_an_edit_it_never_saw_is_a_conflict_and_the_thing_stays() -> None:
    title = change("title", "a")
    removal = change(REMOVED, True, title)
    edit = change("title", "b", title)
    of = heads([title, removal, edit])
    assert not is_removed(of)
    assert conflicting_fields(of) == {REMOVED}
    assert unseen_by_removal(of) == (edit,)


def test_two_removals_see_together() -> None:
    title, goal = change("title", "a"), change("goal", "b")
    of = heads([title, goal, change(REMOVED, True, title), change(REMOVED, True, goal)])
    assert is_removed(of)


def test_a_restored_thing_is_there() -> None:
    title = change("title", "a")
    removal = change(REMOVED, True, title)
    of = heads([title, removal, change(REMOVED, False, removal)])
    assert not is_removed(of)
    assert conflicting_fields(of) == set()


def test_a_change_that_comes_before_what_replaces_it_is_no_head() -> None:
    first = change("title", "a")
    second = change("title", "b", first)
    assert heads([second])["title"] == (second,)
    assert heads([second, first])["title"] == (second,)


def test_an_erased_head_gives_way_to_one_with_a_value() -> None:
    erased = change("title", "hemligt", at=2).erased()
    kept = change("title", "a", at=1)
    thing = thing_of(ACTION, "a1", heads([erased, kept]))
    assert thing["title"] == "a"
    assert thing.conflicts == set()


def test_no_common_base_is_none() -> None:
    one, other = change("title", "a"), change("title", "b")
    assert base((one, other), {one.id: one, other.id: other}) is None


def test_a_thing_shows_what_another_program_wrote_wrongly_as_text_or_nothing() -> None:
    odd = [change("title", 12), change("effect", "mycket"), change("contributors", "region")]
    thing = thing_of(ACTION, "a1", heads([*odd, change("end", ["2027"]), change("unknown", 1)]))
    assert thing["title"] == "12"
    assert thing["effect"] is None
    assert thing["contributors"] == ["region"]
    assert thing["end"]["first"] is None
    assert "unknown" not in thing.values


def test_an_erased_removal_leaves_the_other_in_force() -> None:
    title = change("title", "a")
    removals = [change(REMOVED, True, title), change(REMOVED, True, title).erased()]
    assert is_removed(heads([title, *removals]))
    assert not is_removed(heads([title, removals[1]]))
