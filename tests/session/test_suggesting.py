"""Suggestions as a coordinator reviews them: what is judged goes, and comes back by undo."""

from __future__ import annotations

import pytest

from nvworkshop.session.joining import distinct_all, join, split
from nvworkshop.session.session import Session
from nvworkshop.session.suggesting import Group, asked, compared, grouped, groups_in
from tests.session.joint_plans import ids_of, joint_plan


@pytest.fixture
def session() -> Session:
    return joint_plan()


def found(session: Session) -> list[Group]:
    return groups_in(asked(session))


def test_groups_come_most_certain_first_and_say_whose_the_actions_are(session: Session) -> None:
    groups = found(session)
    assert [one.score for one in groups] == sorted((one.score for one in groups), reverse=True)
    heart = next(one for one in groups if "s1" in one.ids)
    assert [one.where for one in heart.candidates] == ["Norra", "Södra", "Östra"]
    assert "hjärtsvikt" in heart.shared
    assert not set(heart.shared) & set(heart.differing)


def test_a_judged_pair_goes_without_comparing_again_and_comes_back_by_undo(
    session: Session,
) -> None:
    made = compared(asked(session))
    before = {one.ids for one in grouped(asked(session), made)}
    distinct_all(session, ["n1", "s1", "o1"])
    after = asked(session)
    assert made.holds_for(after)
    assert {one.ids for one in grouped(after, made)} == before - {ids_of(before, "s1")}
    session.undo()
    assert {one.ids for one in grouped(asked(session), made)} == before


def test_the_third_of_a_group_is_suggested_for_the_joint_action_of_the_others(
    session: Session,
) -> None:
    joint = join(session, ["s1", "n1"]).entity
    heart = next(one for one in found(session) if "s1" in one.ids)
    assert heart.joint is not None
    assert heart.joint.joint == joint
    assert [one.joint for one in heart.candidates if one.thing.id == "o1"] == [""]
    join(session, [joint, "o1"])
    assert not any("s1" in one.ids for one in found(session))


def test_taking_one_out_suggests_it_again(session: Session) -> None:
    joint = join(session, ["s1", "n1", "o1"]).entity
    split(session, joint, ["o1"])
    assert any({"o1", "s1"} <= set(one.ids) for one in found(session))


def test_an_action_that_is_gone_is_in_no_group(session: Session) -> None:
    made = compared(asked(session))
    session.remove("o1")
    groups = grouped(asked(session), made)
    assert not made.holds_for(asked(session))
    assert not any("o1" in one.ids for one in groups)
    assert any({"s1", "n1"} <= set(one.ids) for one in groups)


def test_comparing_stops_when_asked_to(session: Session) -> None:
    def stop(_done: int, _of: int) -> None:
        raise StopIteration

    with pytest.raises(StopIteration):
        compared(asked(session), stop)
