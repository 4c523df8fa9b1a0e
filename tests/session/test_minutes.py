from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nvworkshop.errors import InputError
from nvworkshop.model.guarded import as_markdown
from nvworkshop.session import ideas, workshops
from nvworkshop.session.documents import readable
from nvworkshop.session.following_up import follow_up
from nvworkshop.session.minutes import minutes_document, minutes_of
from nvworkshop.session.purging import purge
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import open_plan
from nvworkshop.session.workshops import Planned
from nvworkshop.workshop.clock import Progress
from nvworkshop.workshop.followed import Followed
from nvworkshop.workshop.following import Occasion
from nvworkshop.workshop.steps import named
from tests.laptops import surroundings

START = datetime(2027, 5, 14, 13, 0).astimezone().timestamp()


@pytest.fixture
def session(place: Path) -> Iterator[Session]:
    session = open_plan(place)
    yield session
    session.close()


@pytest.fixture
def workshop(session: Session) -> str:
    """A workshop that has been in two steps, with an idea, a parked one, an action and a note."""
    functions = (("enhetschef hemtjänst", "2581"),)
    made = workshops.make(session, Planned("half_day", date="2027-05-14", functions=functions))
    step = named(workshops.agenda(session.thing(made.entity)), "shift-R2")
    assert step is not None
    idea = ideas.keep(session, "Gemensam **rutin**", step, made.entity, ("2581",)).entity
    ideas.park(session, ideas.keep(session, "Vem betalar?", step, made.entity).entity, parked=True)
    ideas.become_action(session, idea)
    workshops.note(session, "Projektorn krånglade", "shift-R2", made.entity)
    workshops.rate(session, session.thing(made.entity), "R2", (0, 1, 2, 0, 0))
    progress = Progress().go("welcome", START)
    workshops.set_progress(session, made.entity, progress)
    workshops.set_progress(session, made.entity, progress.go("shift-R2", START + 600))
    workshops.set_progress(
        session, made.entity, progress.go("shift-R2", START + 600).end(START + 1500)
    )
    return made.entity


def test_minutes_say_when_which_step_and_what_came_of_it(session: Session, workshop: str) -> None:
    made = minutes_of(session, workshop)
    assert [(one.title, one.began, one.took) for one in made.steps] == [
        ("Välkomna", "13.00", 10),
        ("Personcentrering", "13.10", 15),
    ]
    assert made.steps[1].ideas == ("Gemensam **rutin**",)
    assert made.parked == ("Vem betalar?",)
    assert made.notes == ("Projektorn krånglade",)
    assert made.present == ("enhetschef hemtjänst, Piteå kommun",)
    assert "2,7 av 5 (3 svar)" in made.ratings[0]
    assert "Piteå kommun, tid saknas" in made.actions[0]


def test_who_did_not_come_is_not_among_those_present(session: Session, workshop: str) -> None:
    (invited,) = [one for one in session.things("participant") if one["workshop"] == workshop]

    session.set(invited.id, {"present": False})
    assert minutes_of(session, workshop).present == ()

    session.set(invited.id, {"present": True})
    assert minutes_of(session, workshop).present == ("enhetschef hemtjänst, Piteå kommun",)


@pytest.mark.parametrize(("votes", "said"), [(1, "1 röst"), (2, "2 röster")])
def test_votes_are_counted_in_words(session: Session, workshop: str, votes: int, said: str) -> None:
    (idea,) = [one for one in session.things("idea") if not one["parked"]]
    ideas.vote(session, idea.id, votes)
    assert minutes_of(session, workshop).steps[1].ideas == (f"Gemensam **rutin** – {said}",)


def test_what_people_wrote_is_no_markup(session: Session, workshop: str) -> None:
    assert r"Gemensam \*\*rutin\*\*" in as_markdown(minutes_document(session, workshop).markdown)


def test_thinned_out_the_ideas_stay(session: Session, workshop: str) -> None:
    purge(session, log=workshop)
    made = minutes_of(session, workshop)
    assert made.notes == ()
    assert [(one.title, one.began) for one in made.steps] == [("Personcentrering", "")]


def test_names_are_never_in_the_minutes(session: Session, workshop: str) -> None:
    person = session.things("participant")[0]
    session.set(person.id, {"name": "Hemligt Namn"})
    assert "Hemligt" not in as_markdown(minutes_document(session, workshop).markdown)


def test_only_a_workshop_has_minutes(session: Session, workshop: str) -> None:
    with pytest.raises(InputError):
        minutes_of(session, session.things("action")[0].id)


def test_minutes_tell_where_ideas_stand_and_what_was_agreed(
    session: Session, workshop: str
) -> None:
    (idea,) = [one for one in session.things("idea") if not one["parked"]]
    session.set(idea.id, {"effect": 5, "effort": 2})
    action = next(one for one in session.things("action") if one["workshop"] == workshop)
    session.set(action.id, {"goal": "Färre fall", "consensus": "agreed"})
    assert minutes_of(session, workshop).steps[1].ideas[0].endswith(" – effekt 5, insats 2")
    assert minutes_of(session, workshop).actions[0].endswith(". Mål: Färre fall. Alla är eniga")
    session.set(action.id, {"consensus": "dissent", "dissent": "Socialchef: pengar saknas."})
    assert (
        minutes_of(session, workshop)
        .actions[0]
        .endswith(". Avvikande mening: Socialchef: pengar saknas")
    )


def test_minutes_are_read_as_people_wrote_them(session: Session, workshop: str) -> None:
    session.set(session.store.plan, {"sample": True})
    shown = readable(minutes_document(session, workshop))
    assert "\nExempel: innehållet är påhittat, att öva på.\n" in shown
    assert "- Gemensam **rutin**\n" in shown
    assert "- Personcentrering (kl. 13.10, 15 min)\n" in shown


def test_a_step_in_which_nothing_was_written_stands_in_the_agenda_alone(
    session: Session, workshop: str
) -> None:
    shown = readable(minutes_document(session, workshop))
    silent, told = minutes_of(session, workshop).steps[:2]
    assert told.ideas
    assert not silent.ideas
    assert f"- {silent.title} (" in shown
    assert f"\n{silent.title}\n" not in shown
    assert f"\n{told.title}\n" in shown


def test_minutes_tell_what_was_followed_up_changed_and_decided(session: Session) -> None:
    session.set("a1", {"end": "våren 2027", "status": "ongoing"})
    session.add("action", {"title": "Ring hem"}, entity="a2")
    made = workshops.make(session, Planned("follow_up_30", date="2027-11-12")).entity
    occasion = Occasion(made, "2027-11-12")
    said = {"as_planned": "delvis", "comment": "Två enheter.", "effect_seen": "Färre fall"}
    follow_up(session, "a1", said, occasion)
    follow_up(session, "a1", {"decision": "change", "end": "hösten 2027"}, occasion)
    follow_up(session, "a1", {"status": "delayed", "lesson": "Börja mindre"}, occasion)
    follow_up(session, "a1", {"next_step": "Fler enheter", "still_right": "ja"}, occasion)
    session.set("a1", {"end": "2028", "status": "done"})  # later, which these minutes don't tell
    told = minutes_of(session, made).followed
    happened = "Försenad. Gjort: delvis. Två enheter. Effekt: Färre fall. Stämmer fortfarande: ja"
    assert told.gone_through == (f"1. Mobilt team – {happened}",)
    changed = "status Pågår → Försenad, klart våren 2027 → hösten 2027"
    assert told.changed == (f"1. Mobilt team – {changed}",)
    assert told.decided == ("1. Mobilt team – Ändra. Nästa steg: Fler enheter",)
    assert told.lessons == ("1. Mobilt team – Börja mindre",)
    assert told.left == ("2. Ring hem",)


def test_minutes_are_the_same_after_the_next_meeting(session: Session) -> None:
    session.add("action", {"title": "Ring hem", "status": "ongoing"}, entity="a2")
    made = workshops.make(session, Planned("follow_up_30", date="2027-05-14")).entity
    follow_up(session, "a1", {"comment": "Två enheter."}, Occasion(made, "2027-05-14"))
    first = minutes_of(session, made).followed
    assert first.left == ("2. Ring hem",)
    later = workshops.make(session, Planned("follow_up_30", date="2027-11-12")).entity
    follow_up(session, "a2", {"status": "tried"}, Occasion(later, "2027-11-12"))
    assert minutes_of(session, made).followed == first


def test_an_action_made_after_the_talk_was_not_left_by_it(place: Path, tmp_path: Path) -> None:
    may = datetime(2027, 5, 14, 13, 0, tzinfo=UTC)
    session = open_plan(place, surroundings=surroundings("Piteå", tmp_path, begin=may))
    session.add("action", {"title": "Ring hem", "status": "ongoing"}, entity="a2")
    made = workshops.make(session, Planned("follow_up_30", date="2027-05-14")).entity
    follow_up(session, "a1", {"comment": "Två enheter."}, Occasion(made, "2027-05-14"))
    session.add("action", {"title": "Bjud in", "status": "ongoing"}, entity="a3")
    assert minutes_of(session, made).followed.left == ("2. Ring hem",)
    session.close()


def test_minutes_tell_the_rating_before_and_the_new_ideas(session: Session) -> None:
    before, after = (
        workshops.make(session, Planned("follow_up_90", date=day)).entity
        for day in ("2027-05-14", "2027-11-12")
    )
    workshops.rate(session, session.thing(before), "R2", (0, 2, 0, 0, 0))
    workshops.rate(session, session.thing(after), "R2", (0, 0, 0, 3, 0))
    step = named(workshops.agenda(session.thing(after)), "follow_up")
    assert step is not None
    ideas.keep(session, "Ring dagen efter", step, after)
    made = minutes_of(session, after)
    assert made.ratings[0].endswith("4,0 av 5 (3 svar), förra gången 2027-05-14: 2,0 av 5 (2 svar)")
    assert made.steps[-1].ideas == ("Nytt förslag: Ring dagen efter",)
    assert "förra" not in minutes_of(session, before).ratings[0]


def test_minutes_of_what_followed_nothing_up_say_nothing_of_it(
    session: Session, workshop: str
) -> None:
    assert minutes_of(session, workshop).followed == Followed()
