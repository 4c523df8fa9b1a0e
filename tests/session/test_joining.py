"""Joint actions: what they take from the originals, and how they are kept in step with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvworkshop.errors import InputError, PersonalNumberError
from nvworkshop.session.gathering import Gathered, gathered_in
from nvworkshop.session.joining import distinct_all, drifted, join, mark_read, split
from nvworkshop.session.merge import merge_contents
from nvworkshop.session.proposing import ProposedField, proposed
from nvworkshop.session.review import conflicts
from nvworkshop.session.session import Session
from tests.laptops import content_of, laptop
from tests.session.joint_plans import joint_plan


@pytest.fixture
def session() -> Session:
    return joint_plan()


@pytest.fixture
def joint(session: Session) -> str:
    return join(session, ["s1", "n1", "o1"], title="Mät hemma").entity


def gathered(session: Session) -> Gathered:
    (one,) = gathered_in(session)
    return one


def field(session: Session, name: str) -> ProposedField:
    fields = proposed(session, ["s1", "n1", "o1"])
    return next(one for one in fields if one.field.name == name)


def test_what_a_person_chose_goes_before_the_proposal(session: Session) -> None:
    session.set_many({"s1": {"goal": "A"}, "n1": {"goal": "B", "function": "chef"}})
    values = {"title": "Mät hemma", "goal": "C", "function": None}
    outcome = join(session, ["s1", "n1"], values=values)
    made = session.thing(outcome.entity)
    assert (made["title"], made["goal"], made["function"]) == ("Mät hemma", "C", None)


def test_a_field_left_empty_on_purpose_is_not_asked_for(session: Session) -> None:
    session.set_many({"s1": {"end": "2027"}, "n1": {"end": "2028"}})
    assert "Klart" in " ".join(join(session, ["s1", "n1"]).notes)
    session.undo()
    assert join(session, ["s1", "n1"], values={"end": None}).notes == ()


def test_one_step_of_undo_takes_the_joint_action_and_its_links(
    session: Session, joint: str
) -> None:
    session.undo()
    assert session.things("joint_action") == session.things("link") == []
    session.redo()
    assert len(gathered(session).originals) == 3


def test_a_personal_number_in_own_words_is_asked_about(session: Session) -> None:
    with pytest.raises(PersonalNumberError):
        join(session, ["s1", "n1"], values={"description": "Gäller 19121212-1212"})
    assert session.things("joint_action") == []


def test_the_title_is_first_then_what_differs_then_what_is_agreed(session: Session) -> None:
    session.set_many({"s1": {"goal": "A", "function": "chef"}, "n1": {"goal": "B"}})
    names = [one.field.name for one in proposed(session, ["s1", "n1"])]
    assert names[:4] == ["title", "description", "goal", "function"]


def test_each_value_says_whose_it_is_and_one_is_proposed(session: Session) -> None:
    session.set_many({"s1": {"end": "2027"}, "n1": {"end": "2028"}, "o1": {"end": "2027"}})
    end = field(session, "end")
    assert [(one.text, one.of) for one in end.choices] == [
        ("2027", ("Södra 1", "Östra 3")),
        ("2028", ("Norra 7",)),
    ]
    assert end.differs
    assert end.proposed == -1
    assert field(session, "title").proposed >= 0


def test_lists_are_proposed_together(session: Session) -> None:
    session.set_many({"s1": {"prerequisites": ["F1"]}, "n1": {"prerequisites": ["F2"]}})
    found = field(session, "prerequisites")
    assert found.choices[found.proposed].data == ["F1", "F2"]
    assert found.choices[found.proposed].of == ()


def test_a_field_nobody_has_filled_in_can_be_written_all_the_same(session: Session) -> None:
    last = proposed(session, ["s1", "n1"])[-1]
    assert last.is_empty
    assert not last.differs


@pytest.mark.parametrize(("values", "changed"), [({"goal": "Nytt"}, True), ({"risk": "X"}, False)])
def test_only_changes_in_what_they_share_are_told(
    session: Session, joint: str, values: dict[str, str], changed: bool
) -> None:
    session.set("s1", values)
    assert [one.action for one in drifted(session)] == ["s1"] * changed
    assert [one.called for one in gathered(session).changed] == ["Södra 1"] * changed


def test_reading_ends_the_warning_until_the_next_change(session: Session, joint: str) -> None:
    session.set("s1", {"goal": "Nytt"})
    mark_read(session, joint)
    assert drifted(session) == []
    session.undo()
    assert len(drifted(session)) == 1
    session.redo()
    session.set("s1", {"goal": "Nyare"})
    assert drifted(session)[0].fields == ("goal",)


def test_reading_on_two_computers_is_no_conflict(
    session: Session, joint: str, tmp_path: Path
) -> None:
    other = laptop("annan", tmp_path, plan=session.store.plan)
    merge_contents(other, [(Path("länet.nvplan"), content_of(session))])
    for one, goal in ((session, "Nytt"), (other, "Nyare")):
        one.set("s1", {"goal": goal})
        mark_read(one, joint)
    merge_contents(session, [(Path("annan.nvplan"), content_of(other))])
    assert [one.field for one in conflicts(session)] == ["goal"]
    assert [one.action for one in drifted(session)] == ["s1"]


def test_an_original_that_was_removed_is_told_until_it_is_read_or_taken_out(
    session: Session, joint: str
) -> None:
    session.remove("n1")
    gone = gathered(session).originals[0]
    assert (gone.removed, gone.called, gone.title) == (
        True,
        "Norra 7",
        "Hemmonitorering vid hjärtsvikt",
    )
    mark_read(session, joint)
    assert drifted(session) == []
    session.restore("n1")
    assert [one.action for one in drifted(session)] == ["n1"]


def test_a_removed_original_can_be_taken_out(session: Session, joint: str) -> None:
    session.remove("n1")
    split(session, joint, ["n1"])
    assert [one.id for one in gathered(session).originals] == ["s1", "o1"]
    assert drifted(session) == []


def test_taking_the_last_out_removes_the_joint_action(session: Session, joint: str) -> None:
    split(session, joint, ["s1", "n1"])
    split(session, joint, ["o1"])
    assert gathered_in(session) == []
    session.undo()
    assert [one.id for one in gathered(session).originals] == ["o1"]


def test_what_is_not_in_it_cannot_be_taken_out(session: Session, joint: str) -> None:
    with pytest.raises(InputError, match="inte samlad"):
        split(session, joint, ["s2"])


def test_those_that_are_gathered_stay_together_when_another_is_told_apart(
    session: Session,
) -> None:
    join(session, ["s1", "n1"])
    distinct_all(session, ["s1", "n1", "o1"])
    pairs = {one.items("actions") for one in session.things("distinct")}
    assert pairs == {("n1", "o1"), ("o1", "s1")}
    with pytest.raises(InputError, match="samlade"):
        distinct_all(session, ["s1", "n1"])
