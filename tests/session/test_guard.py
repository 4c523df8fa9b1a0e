"""A personal number is asked about before it is kept, and kept when a person says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from nvworkshop.errors import PersonalNumberError
from nvworkshop.session import joining, review
from nvworkshop.session.guard import kept_anyway
from nvworkshop.session.merge import merge
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.pasting import add_pasted, read_paste
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create, open_plan
from nvworkshop.session.workshops import set_agenda
from nvworkshop.workshop.steps import agenda_of
from tests.session.desks import die, the_files, window

NUMBER = "19121212-1212"
AGENDA = [{"id": "free", "type": "free", "title": f"Om {NUMBER}", "minutes": 5}]

ENTERING: dict[str, Callable[[Session], Outcome]] = {
    "idea": lambda session: session.add("idea", {"title": f"Brukaren {NUMBER} vill hem"}),
    "line": lambda session: session.set("a1", {"title": f"Team för {NUMBER}"}),
    "long": lambda session: session.set("a1", {"description": f"Gäller\n{NUMBER}\nmed flera"}),
    "time": lambda session: session.set("a1", {"end": f"när {NUMBER} mår bra"}),
    "count": lambda session: session.add("measurement", {"value": "191212121212"}),
    "agenda": lambda session: session.add("workshop", {"title": "W", "agenda": AGENDA}),
    "step": lambda session: set_agenda(session, "w1", agenda_of(AGENDA)),
    "name": lambda session: session.add("participant", {"name": NUMBER}),
    "several": lambda session: session.set_many({"a1": {"goal": NUMBER}}),
    "joint": lambda session: joining.join(session, ["a1", "a2"], title=NUMBER),
    "reason": lambda session: joining.distinct(session, "a1", "a2", reason=NUMBER),
}


@pytest.fixture
def session(place: Path) -> Session:
    session = open_plan(place)
    session.add("action", {"title": "SIP i tid"}, entity="a2")
    session.add("workshop", {"title": "Södra 14 maj"}, entity="w1")
    return session


@pytest.mark.parametrize("way", sorted(ENTERING))
def test_every_way_in_asks_first_and_never_repeats_the_number(session: Session, way: str) -> None:
    before = session.store.count()
    with pytest.raises(PersonalNumberError, match="personnummer") as refused:
        ENTERING[way](session)
    assert "1212" not in refused.value.sentence
    assert session.store.count() == before
    outcome = kept_anyway(ENTERING[way])(session)
    assert outcome.touched
    assert not any("personnummer" in note for note in outcome.notes)


def test_the_next_number_is_asked_about_again(session: Session) -> None:
    kept_anyway(ENTERING["long"])(session)
    with pytest.raises(PersonalNumberError):
        ENTERING["line"](session)


def test_a_number_that_stands_in_the_field_does_not_stop_its_text(session: Session) -> None:
    kept_anyway(ENTERING["long"])(session)
    session.set("a1", {"description": f"Gäller {NUMBER}, rättat"})
    session.undo()
    session.redo()
    with pytest.raises(PersonalNumberError):
        session.set("a1", {"description": f"{NUMBER} och 121212+1212 och 900514-1230"})


def test_a_reason_for_erasing_does_not_keep_what_is_erased(session: Session) -> None:
    with pytest.raises(PersonalNumberError):
        session.erase("a1", "description", reason=f"Hade {NUMBER}")
    assert session.thing("a1")["description"] == "Kör ut"


def test_a_third_value_is_asked_about_and_the_ones_there_are_not(
    session: Session, tmp_path: Path
) -> None:
    session.publish()
    assert session.target
    copy = tmp_path / "kopia.nvplan"
    copy.write_bytes(session.target.place.read_bytes())
    other = open_plan(copy)
    kept_anyway(lambda one: one.set("a1", {"goal": NUMBER}))(other)
    other.publish()
    session.set("a1", {"goal": "Alla har ett team"})
    merge(session, [copy])
    with pytest.raises(PersonalNumberError):
        review.resolve(session, "a1", "goal", value="Som 121212-1212 och 900514-1230")
    review.resolve(session, "a1", "goal", use=1)


def test_reading_and_merging_never_refuse(session: Session, tmp_path: Path) -> None:
    kept_anyway(ENTERING["long"])(session)
    session.publish()
    assert session.target
    overall = create(tmp_path / "länet.nvplan")
    merge(overall, [session.target.place])
    assert NUMBER in overall.thing("a1").text("description")


def test_what_is_pasted_says_so_before_it_is_added(session: Session) -> None:
    paste = read_paste(session, "action", f"Åtgärd\tMål\nTeam\t{NUMBER}\n", ())
    (note,) = (one for one in paste.told() if "personnummer" in one)
    assert note.startswith("Mål: ")
    assert NUMBER not in note
    assert add_pasted(session, paste).touched


def test_a_draft_is_kept_through_a_crash_but_not_set_by_itself(place: Path, home: Path) -> None:
    live = window(place, home)
    live.open()
    live.draft("action", "a1", "goal", f"Som för {NUMBER}")
    live.draft("action", "a1", "risk", "Snö")
    die(live)
    again = window(place, home)
    (left,) = again.open().leftovers
    assert (left.label, left.text) == ("Mål", f"Som för {NUMBER}")
    assert "personnummer" in left.why
    thing = again.view.thing("a1")
    assert (thing["goal"], thing["risk"]) == (None, "Snö")
    again.dismiss_leftovers()
    assert not the_files(home).drafts.exists()
    again.close()


def test_ids_and_times_of_the_program_are_no_texts(session: Session) -> None:
    position = {"step": "191212121212" + "0" * 20, "since": 1801151234, "ideas": ["a1"]}
    assert session.add("workshop", {"title": "W", "position": position}).touched
