from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from nvworkshop.model.things import Thing
from nvworkshop.workshop.content import ReadBack
from tests.ui.workshop.conftest import CTRL, Lead, Led
from ui.workshop.check_step import CheckStep
from ui.workshop.read_back_step import ReadBackStep

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
DOWN, UP = Qt.Key.Key_PageDown, Qt.Key.Key_PageUp


def _clear(led: Led) -> None:
    """Take away the actions that the plan has."""
    ids = [one.id for one in led.room.actions]
    led.desk.edit(lambda session: session.remove_many(ids, label="Rensa"))


@pytest.fixture
def made(led: Led) -> Led:
    """Two actions of the workshop, and none besides."""
    _clear(led)
    led.at("shift-R1")
    for text in ("Ring upp @pi", "Träffas varje månad"):
        led.write(text, held=CTRL)
        led.press(ESC)
    led.settle()
    return led


def _check(led: Led) -> CheckStep:
    led.room.go("check")
    led.settle()
    assert isinstance(led.leading.view, CheckStep)
    return led.leading.view


def _read_back(led: Led, step: str = "read_back") -> ReadBackStep:
    led.room.go(step)
    led.settle()
    assert isinstance(led.leading.view, ReadBackStep)
    return led.leading.view


def _action(led: Led, title: str) -> Thing:
    return next(one for one in led.room.actions if one.text("title") == title)


def test_the_check_says_what_is_missing_and_why(made: Led) -> None:
    view = _check(made)
    assert view.list.hasFocus()
    assert [one.title for one in view.list.actions_shown.rows] == [
        "Ring upp",
        "Träffas varje månad",
    ]
    assert "saknar" in view.list.actions_shown.rows[0].lacks
    assert view.why.text()
    assert view.sentences.text()


def test_enter_fills_in_what_is_missing(made: Led) -> None:
    view = _check(made)
    made.press(ENTER)
    asked = list(view.quick.fields)
    assert asked
    assert "principal" not in asked
    for name in asked:
        made.write("2027-09-01" if name == "end" else "en rad")
    assert view.quick.isHidden()
    assert made.window.focusWidget() is view.list
    stands = _action(made, "Ring upp")
    assert all(stands[name] for name in asked)


def test_a_date_that_cannot_be_read_can_be_written_again(made: Led) -> None:
    view = _read_back(made)
    made.press(ENTER)
    made.write("enhetschef")
    made.write("32 maj")
    assert view.quick.problem.isVisible()
    view.quick.fields["end"].clear()
    made.write("1 juni 2027")
    assert view.quick.isHidden()
    assert _action(made, "Ring upp")["end"]["said"] == "1 juni 2027"
    assert _action(made, "Ring upp")["function"] == "enhetschef"


def test_what_was_typed_is_kept_when_the_step_is_left(made: Led) -> None:
    _read_back(made)
    made.press(ENTER)
    made.type("enhetschef")
    made.press(Qt.Key.Key_PageDown, CTRL)
    made.settle()
    assert made.here == "close"
    assert _action(made, "Ring upp")["function"] == "enhetschef"


def test_what_was_typed_is_told_in_the_step_that_follows(made: Led) -> None:
    _check(made).list.choose(_action(made, "Ring upp").id)
    made.press(ENTER)
    made.type("Alla ska ringas upp")
    _read_back(made)
    made.settle()
    assert _action(made, "Ring upp").text("goal") == "Alla ska ringas upp"


def test_what_an_idea_was_given_is_told_in_the_step_that_follows(made: Led) -> None:
    made.at("actions")
    made.write("Öppna en mottagning", held=CTRL)
    made.type("Piteå kommun")
    _read_back(made)
    made.settle()
    assert _action(made, "Öppna en mottagning").text("principal") == "2581"


def test_what_was_typed_before_is_not_put_over_what_stands_since(made: Led) -> None:
    _check(made).list.choose(_action(made, "Ring upp").id)
    made.press(ENTER)
    made.type("Först")
    _read_back(made)
    action = _action(made, "Ring upp").id
    made.desk.edit(lambda session: session.set(action, {"goal": "Sedan"}))
    made.settle()
    _check(made)
    assert _action(made, "Ring upp").text("goal") == "Sedan"


def test_a_crash_leaves_what_was_typed_about_an_action(made: Led, lead: Lead, place: Path) -> None:
    view = _check(made)
    view.list.choose(_action(made, "Ring upp").id)
    made.press(ENTER)
    made.type("Alla ska ringas upp")
    view.quick.send_drafts()
    made.crash()
    assert _action(lead(place), "Ring upp").text("goal") == "Alla ska ringas upp"


@pytest.mark.parametrize("key", [ESC, ENTER])
def test_what_was_left_or_set_is_no_draft(made: Led, lead: Lead, place: Path, key: Qt.Key) -> None:
    view = _check(made)
    action = _action(made, "Ring upp").id
    view.list.choose(action)
    made.press(ENTER)
    made.type("Alla ska ringas upp")
    view.quick.send_drafts()
    for _ in view.quick.fields if key == ENTER else (1,):
        made.press(key)
    made.settle()
    made.desk.edit(lambda session: session.set(action, {"goal": "Sedan"}))
    made.crash()
    assert _action(lead(place), "Ring upp").text("goal") == "Sedan"


def test_the_next_that_lacks_something_comes_up_by_itself(made: Led) -> None:
    view = _check(made)
    first, second = (one.id for one in view.list.actions_shown.rows)
    while made.desk.rows["action"][first].missing:
        assert view.list.chosen_id == first
        made.press(ENTER)
        while view.quick.isVisible():
            made.write("2027-09-01")
    assert view.list.chosen_id == second


def test_e_goes_through_the_answers_and_asks_who_thinks_otherwise(made: Led) -> None:
    view = _check(made)
    said = []
    for _ in range(2):
        made.write("e", None)
        made.settle()
        said.append(_action(made, "Ring upp").text("consensus"))
        if view.quick.isVisible():
            break
    assert said[-1] == "dissent"
    assert "Skriv funktion, inte namn" in view.quick.heading.text()
    made.write("Verksamhetschefen vill vänta")
    assert _action(made, "Ring upp")["dissent"] == "Verksamhetschefen vill vänta"


def test_o_with_dots_opens_the_action_in_the_plan(made: Led) -> None:
    _check(made)
    asked: list[str] = []
    made.leading.action_asked.connect(asked.append)
    made.write("ö", None)
    assert asked == [_action(made, "Ring upp").id]


def test_page_keys_turn_the_pages_that_the_room_sees(made: Led) -> None:
    made.desk.edit(
        lambda session: session.add_many("", [("action", f"x{n}", {}) for n in range(18)])
    )
    view = _read_back(made)

    def looked_at() -> int:
        body = made.room.content().body
        assert isinstance(body, ReadBack)
        return body.looked_at

    assert (looked_at(), "PgDn" in view.keys.text()) == (0, True)
    places = []
    for key in (DOWN, DOWN, DOWN, UP, UP):
        made.press(key)
        places.append(looked_at())
    assert places == [6, 13, 13, 6, 0]
    made.press(Qt.Key.Key_Down)
    assert looked_at() == 1


def test_the_room_sees_the_newest_page_while_actions_are_made(made: Led) -> None:
    made.at("actions")
    body = made.room.content().body
    assert isinstance(body, ReadBack)
    assert body.looked_at == 1
    step = made.capture
    step.list.choose(made.idea("Ring upp").id)
    body = made.room.content().body
    assert isinstance(body, ReadBack)
    assert body.looked_at == 0


def test_read_back_says_who_does_what_by_when(made: Led) -> None:
    made.desk.edit(
        lambda session: session.set(_action(made, "Ring upp").id, {"end": "hösten 2027"})
    )
    view = _read_back(made)
    assert view.list.actions_shown.rows[0].who == "Piteå kommun · hösten 2027"


def test_the_next_meeting_is_kept_in_the_workshop_and_the_plan(made: Led) -> None:
    view = _read_back(made)
    view.meeting.setFocus()
    made.write("2027-09-14")
    assert made.desk.plan
    for thing in (made.room.workshop, made.desk.plan):
        assert thing["next_meeting"]["said"] == "2027-09-14"


def test_a_meeting_that_cannot_be_read_stays_with_a_sentence(made: Led) -> None:
    view = _read_back(made)
    view.meeting.setFocus()
    made.write("31 februari 2027")
    assert view.held.isVisible()
    assert view.held.anyway.isHidden()
    view.list.setFocus()
    made.desk.edit(lambda session: session.set(made.room.actions[0].id, {"goal": "Klart"}))
    made.settle()
    assert view.meeting.text() == "31 februari 2027"
    view.meeting.setFocus()
    view.meeting.clear()
    made.write("v. 37")
    assert view.held.isHidden()


@pytest.mark.parametrize("anyway", [True, False])
def test_a_meeting_with_a_personal_number_is_kept_only_when_a_person_says_so(
    made: Led, *, anyway: bool
) -> None:
    view = _read_back(made)
    view.meeting.setFocus()
    made.write("Hemma hos 19811218-9876")
    view.list.setFocus()  # leaving the field does not answer
    made.settle()
    assert view.held.anyway.isVisible()
    (view.held.anyway if anyway else view.held.undo).click()
    made.settle()
    meeting = made.room.workshop["next_meeting"]
    assert (meeting or {}).get("said") == ("Hemma hos 19811218-9876" if anyway else None)
    assert view.meeting.text() == ("Hemma hos 19811218-9876" if anyway else "")
    assert view.held.isHidden()


def test_the_day_is_ended_in_its_last_step(made: Led) -> None:
    assert _read_back(made).end.isHidden()
    view = _read_back(made, "close")
    assert view.end.isVisible()
    view.end.click()
    made.settle()
    assert made.room.progress.ended
    assert not made.room.progress.running
    assert (view.end.isVisible(), view.ended.isVisible()) == (False, True)


def test_the_minutes_are_offered_when_the_day_is_ended(made: Led) -> None:
    view = _read_back(made, "close")
    assert view.minutes.isHidden()
    view.end.click()
    made.settle()
    with made.qtbot.waitSignal(made.leading.minutes_asked) as asked:
        view.minutes.click()
    assert asked.args == [made.room.id]


def test_without_actions_it_says_what_to_do(led: Led) -> None:
    _clear(led)
    view = _check(led)
    assert view.empty.isVisible()
    assert view.keys.isHidden()
    led.press(ENTER)
    led.write("e", None)
    assert view.quick.isHidden()
