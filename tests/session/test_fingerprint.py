"""The fingerprint: the same content, the same code, however it came together."""

from __future__ import annotations

import random
from contextlib import closing
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.model.changes import Change
from nvworkshop.session.fingerprint import ALPHABET, GROUPS, fingerprint
from nvworkshop.session.merge import merge_contents, undo_merge
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create
from nvworkshop.session.versions import freeze
from tests.laptops import content, content_of, join, laptop, surroundings
from tests.session.test_laws import Edit, play, relaxed, replicas, scripts


def gathered(tmp_path: Path, logs: list[list[Change]], chance: random.Random) -> Session:
    """Merge logs shuffled, some in groups of their own first, some twice."""
    order = [*logs, *chance.sample(logs, chance.randint(0, len(logs)))]
    chance.shuffle(order)
    cut = chance.randint(0, len(order))
    group = laptop("group", tmp_path, plan="9" * 32)
    overall = laptop("overall", tmp_path, plan="8" * 32)
    for session, some in ((group, order[:cut]), (overall, order[cut:])):
        for number, log in enumerate(some):
            other = laptop(f"source {number}", tmp_path, plan=str(number) * 32)
            join(other, log)
            merge_contents(session, [(Path("s"), content_of(other))])
    merge_contents(overall, [(Path("group"), content_of(group))])
    return overall


@relaxed
@given(common=scripts, own=st.lists(scripts, min_size=2, max_size=3), seed=st.integers())
def test_order_grouping_and_repetition_of_merges_do_not_matter(
    tmp_path: Path, common: list[Edit], own: list[list[Edit]], seed: int
) -> None:
    logs = replicas(tmp_path, common, own)
    chance = random.Random(seed)
    first, second = (gathered(tmp_path, logs, chance) for _ in range(2))
    assert fingerprint(first) == fingerprint(second)


@relaxed
@given(script=scripts, other=scripts)
def test_the_same_code_means_the_same_content(
    tmp_path: Path, script: list[Edit], other: list[Edit]
) -> None:
    one, two = laptop("one", tmp_path), laptop("two", tmp_path)
    play(one, [("add", 0, "title", "x"), *script])
    join(two, one.store.changes())
    play(two, other)
    assert (fingerprint(one) == fingerprint(two)) == (content(one) == content(two))


def test_it_is_groups_of_characters_that_are_not_mixed_up(tmp_path: Path) -> None:
    code = fingerprint(laptop("one", tmp_path))
    assert tuple(map(len, code.split("-"))) == GROUPS
    assert set(code) <= {*ALPHABET, "-"}
    assert not set(ALPHABET) & set("01IOLUBSZ")


def test_undo_and_a_merge_taken_back_give_the_code_before(tmp_path: Path) -> None:
    ours, theirs = laptop("ours", tmp_path), laptop("theirs", tmp_path, plan="1" * 32)
    ours.add("action", {"title": "x"})
    theirs.add("action", {"title": "y"})
    before = fingerprint(ours)
    merge_contents(ours, [(Path("t"), content_of(theirs))])
    joined = fingerprint(ours)
    undo_merge(ours)
    assert fingerprint(ours) == before != joined
    ours.add("action", {"title": "z"})
    ours.undo()
    assert fingerprint(ours) == before


def test_what_overall_plans_say_of_themselves_does_not_count(tmp_path: Path) -> None:
    codes = []
    source = laptop("source", tmp_path, plan="1" * 32)
    source.add("action", {"title": "x"})
    for name in ("a", "b"):
        around = surroundings(name, tmp_path)
        place = tmp_path / f"{name}.nvplan"
        with closing(create(place, title=f"Plan {name}", surroundings=around)) as plan:
            merge_contents(plan, [(Path("s"), content_of(source))])
            freeze(plan, name, state="adopted")
            codes.append(fingerprint(plan))
            merge_contents(source, [(place, content_of(plan))])
    assert codes == [fingerprint(source)] * 2


def test_a_value_against_an_emptied_field_counts(tmp_path: Path) -> None:
    one, two = laptop("one", tmp_path), laptop("two", tmp_path)
    entity = one.add("action", {"title": "x", "goal": "y"}).entity
    join(two, one.store.changes())
    one.set(entity, {"goal": ""})
    two.set(entity, {"goal": "z"})
    alone = fingerprint(two)
    join(two, one.store.changes())
    assert fingerprint(two) != alone
