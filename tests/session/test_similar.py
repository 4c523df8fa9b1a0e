from __future__ import annotations

from nvworkshop.session.joining import join
from nvworkshop.session.session import Session
from nvworkshop.session.similar import Near, near, other_places
from tests.session.joint_plans import joint_plan

SAID = "Mät vikt och puls hemma vid hjärtsvikt, egenmonitorering"


def found(session: Session, *, but: tuple[str, ...] = ()) -> list[Near]:
    things = [*session.things("action"), *session.things("joint_action")]
    places = other_places(session)
    return list(near(SAID, "", things, session.strategy, places=places, but=but))


def test_what_is_alike_in_other_plans_of_the_file_says_whose_it_is() -> None:
    assert {one.where for one in found(joint_plan())} <= {"Södra", "Norra", "Östra"}
    assert found(joint_plan())


def test_what_is_alike_in_the_own_plan_says_which_kommun() -> None:
    session = joint_plan()
    values = {"title": SAID, "municipalities": "Pajala"}
    own = session.add("action", values).entity
    first = found(session)[0]
    assert (first.id, first.where) == (own, "Pajala")


def test_without_a_kommun_it_says_whose_it_is_to_do() -> None:
    session = joint_plan()
    session.add("action", {"title": SAID, "principal": "Piteå kommun"})
    assert found(session)[0].where == "Piteå kommun"


def test_a_joint_action_is_found_too() -> None:
    session = joint_plan()
    joint = join(session, ["s1", "n1"], title=SAID).entity
    first = found(session, but=("o1",))[0]
    assert (first.id, first.kind, first.number) == (joint, "joint_action", 0)


def test_what_the_idea_has_become_is_not_news() -> None:
    assert not any(one.id == "o1" for one in found(joint_plan(), but=("o1",)))
