from __future__ import annotations

from pathlib import Path

import pytest

from nvworkshop.errors import InputError
from nvworkshop.session.duplicating import duplicate
from nvworkshop.session.joining import join as gather
from nvworkshop.session.session import Session
from tests.laptops import content, join, laptop


@pytest.fixture
def session(tmp_path: Path) -> Session:
    session = laptop("Piteå", tmp_path)
    session.add("plan", {"title": "Södra"}, entity=session.store.plan)
    return session


def test_a_copy_is_the_same_work_not_begun(session: Session) -> None:
    idea = session.add("idea", {"title": "Buss"}).entity
    first = session.add(
        "action",
        {
            "title": "Mobilt team",
            "goal": "Alla",
            "milestones": "a\nb",
            "ideas": [idea],
            "status": "Klar",
            "lesson": "Det gick",
            "comment": "I mål",
            "decision_ref": "KS § 1",
        },
    ).entity
    copy = session.thing(duplicate(session, first).entity)
    assert copy.values == {
        "title": "Mobilt team (kopia)",
        "goal": "Alla",
        "milestones": ["a", "b"],
        "ideas": [idea],
        "status": "not_started",
        "number": 2,
        "plan": session.store.plan,
    }


def test_a_copy_is_one_step(session: Session) -> None:
    first = session.add("action", {"title": "Mobilt team", "goal": "Alla"}).entity
    stood = content(session)
    outcome = duplicate(session, first)
    assert (outcome.label, session.undo_label) == ("Kopiera åtgärd", "Kopiera åtgärd")
    session.undo()
    assert content(session) == stood


@pytest.mark.parametrize(
    ("title", "copied"),
    [
        ("a (kopia)", "a (kopia 2)"),
        ("a (kopia 9)", "a (kopia 10)"),
        ("ej aktuellt", "(kopia)"),
        ("x" * 2000, "x" * 1992 + " (kopia)"),
    ],
)
def test_a_copy_is_called_a_copy(session: Session, title: str, copied: str) -> None:
    first = session.add("action", {"title": title}).entity
    assert session.thing(duplicate(session, first).entity)["title"] == copied


def test_a_copied_joint_action_gathers_nothing(session: Session) -> None:
    ids = [session.add("action", {"title": one}).entity for one in ("a", "b")]
    joint = gather(session, ids, title="Gemensam").entity
    outcome = duplicate(session, joint)
    assert len(session.links()) == 2
    assert "samlar inga" in outcome.notes[0]


def test_a_copy_has_the_values_that_show(session: Session, tmp_path: Path) -> None:
    other = laptop("en annan", tmp_path)
    first = session.add("action", {"title": "a", "goal": "x"}).entity
    join(other, session.store.changes())
    other.set(first, {"goal": "deras"})
    session.set(first, {"goal": "vårt"})
    join(session, other.store.changes())
    outcome = duplicate(session, first)
    assert "1 fält" in outcome.notes[0]
    copy = session.thing(outcome.entity)
    assert copy["goal"] == session.thing(first)["goal"]
    assert not copy.conflicts


def test_other_things_are_not_copied(session: Session) -> None:
    with pytest.raises(InputError, match="åtgärd"):
        duplicate(session, session.store.plan)
