"""Following up in the room: the questions by keys, what is kept, and what happens meanwhile."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from nvworkshop.model.things import Thing
from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.session import sessions, workshops
from nvworkshop.session.documents import readable
from nvworkshop.session.minutes import minutes_document
from nvworkshop.session.rehearsal import remove_workshop
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.workshops import Planned
from nvworkshop.workshop.content import FollowUp, Statement
from nvworkshop.workshop.following import Occasion, left, told_of
from tests.ui.workshop.conftest import CTRL, Lead, Led
from ui.checks import clipped, rich_text, unnamed
from ui.workshop.choice_row import ChoiceRow
from ui.workshop.follow_up_step import FollowUpStep

KEY = Qt.Key


@pytest.fixture
def place(tmp_path: Path, around: Surroundings) -> Path:
    """Södra's plan, with a follow-up workshop that is planned."""
    place = Path(shutil.copy(SAMPLE_PLANS / "sodra.nvplan", tmp_path / "södra.nvplan"))
    session = sessions.open_plan(place, surroundings=around)
    for one in session.things("workshop"):
        remove_workshop(session, one.id)
    workshops.make(session, Planned("follow_up_30", date="2027-05-14"))
    session.publish()
    session.close()
    return place


def following(led: Led) -> FollowUpStep:
    led.room.go("follow_up")
    led.settle()
    assert isinstance(led.leading.view, FollowUpStep)
    return led.leading.view


@pytest.fixture
def step(led: Led) -> FollowUpStep:
    return following(led)


def told(led: Led, action: str) -> Thing | None:
    """What has been told of an action in the workshop."""
    led.settle()
    ours = (one for one in led.room.things("follow_up") if one["workshop"] == led.room.id)
    return next((one for one in ours if one["action"] == action), None)


def chosen(step: FollowUpStep) -> str:
    assert step.block.action is not None
    return step.block.action.id


def action(led: Led, entity: str) -> Thing:
    return led.desk.rows["action"][entity].thing


def seen(led: Led) -> FollowUp:
    body = led.room.content().body
    assert isinstance(body, FollowUp)
    return body


def test_digits_and_enter_answer_everything_and_go_on(led: Led, step: FollowUpStep) -> None:
    first = chosen(step)
    led.press(KEY.Key_2)
    led.write("Två av fyra kommuner är med")
    led.write("Färre åker in")
    led.press(KEY.Key_1)
    led.press(KEY.Key_1)
    led.press(KEY.Key_2)
    led.write("Arvidsjaur börjar i mars")
    one = told(led, first)
    assert one is not None
    assert (one["as_planned"], one["still_right"], one["decision"]) == ("partly", "yes", "continue")
    assert (one["comment"], one["effect_seen"]) == ("Två av fyra kommuner är med", "Färre åker in")
    assert (one["next_step"], one["date"]) == ("Arvidsjaur börjar i mars", "2027-05-14")
    assert one["status"] == action(led, first)["status"] == "ongoing"
    assert chosen(step) != first


def test_a_click_and_the_space_bar_answer_too(led: Led, step: FollowUpStep) -> None:
    here = chosen(step)
    planned, right = step.block.rows["as_planned"], step.block.rows["still_right"]
    assert isinstance(planned, ChoiceRow)
    assert isinstance(right, ChoiceRow)
    planned.chips[1].click()
    right.focus()
    led.press(KEY.Key_Space)
    one = told(led, here)
    assert one is not None
    assert (one["as_planned"], one["still_right"]) == ("partly", "yes")
    planned.chips[1].click()
    one = told(led, here)
    assert one is not None
    assert one["as_planned"] is None


def test_undo_by_key_takes_an_answer_back_from_the_text_after_it(
    led: Led, step: FollowUpStep
) -> None:
    here = chosen(step)
    led.press(KEY.Key_2)
    assert step.block.here == "comment"
    assert told(led, here) is not None
    led.press(KEY.Key_Z, CTRL)
    assert told(led, here) is None


def test_change_asks_for_another_end_which_is_the_actions(led: Led, step: FollowUpStep) -> None:
    here = chosen(step)
    assert step.block.rows["end"].isHidden()
    step.block.focus("decision")
    led.press(KEY.Key_2)
    assert step.block.here == "end"
    step.block.rows["end"].stop.selectAll()  # type: ignore[attr-defined]
    led.write("hösten 2029")
    assert action(led, here)["end"]["said"] == "hösten 2029"
    assert dict(seen(led).planned)["Klart"] == "hösten 2029"


def test_what_is_tried_and_ended_asks_for_its_lesson(led: Led, step: FollowUpStep) -> None:
    here = chosen(step)
    step.block.focus("status")
    led.press(KEY.Key_6)
    assert step.block.here == "lesson"
    led.write("Mät restiden en vinterkväll")
    one = told(led, here)
    assert one is not None
    assert (one["status"], one["lesson"]) == ("tried", "Mät restiden en vinterkväll")
    assert action(led, here)["status"] == "tried"


def test_undo_takes_the_answer_and_the_status_back_together(led: Led, step: FollowUpStep) -> None:
    here, before = chosen(step), action(led, chosen(step))["status"]
    step.block.focus("status")
    led.press(KEY.Key_3)
    assert told(led, here)
    led.desk.undo()
    assert told(led, here) is None
    assert action(led, here)["status"] == before
    step.block.focus("as_planned")
    led.press(KEY.Key_1)
    assert told(led, here) is not None


def test_page_keys_go_between_actions_and_the_order_stands_still(
    led: Led, step: FollowUpStep
) -> None:
    order = [one.id for one in step.list.followed.rows]
    led.press(KEY.Key_1)
    led.press(KEY.Key_PageDown)
    assert chosen(step) == order[1]
    led.settle()
    assert [one.id for one in step.list.followed.rows] == order
    led.press(KEY.Key_PageUp, times=3)
    assert chosen(step) == order[0]
    rest = left(led.room.actions, told_of(led.room.things("follow_up"), Occasion(led.room.id)))
    assert step.place.text().startswith(f"Åtgärd 1 av {len(order)} · {len(rest)} kvar")
    assert order[0] not in [one.id for one in rest]


def test_the_order_of_the_actions_is_said(led: Led, step: FollowUpStep) -> None:
    led.settle()
    assert step.place.text().startswith("Åtgärd 1 av ")
    assert step.place.text().endswith("sena först, avslutade sist")


def test_only_those_left_can_be_listed(led: Led, step: FollowUpStep) -> None:
    first = chosen(step)
    led.press(KEY.Key_1)
    led.settle()
    step.only_left.click()
    assert first in [one.id for one in step.list.followed.rows]
    led.press(KEY.Key_PageDown)
    assert first not in [one.id for one in step.list.followed.rows]


def test_a_new_idea_is_kept_without_leaving_the_action(led: Led, step: FollowUpStep) -> None:
    here = chosen(step)
    step.block.focus("effect_seen")
    step.ideas.focus()
    led.write("Ring upp dagen efter @pi")
    (idea,) = led.room.ideas_of("follow_up")
    assert (idea["title"], idea["party"]) == ("Ring upp dagen efter", "2581")
    assert "Ring upp dagen efter" in step.ideas.count.text()
    led.press(KEY.Key_Escape)
    assert chosen(step) == here
    assert step.block.here == "effect_seen"


def test_the_room_sees_the_action_and_the_question(led: Led, step: FollowUpStep) -> None:
    led.press(KEY.Key_2)
    led.settle()
    body = seen(led)
    asked = [one for one in body.questions if one.asked]
    assert [one.text for one in asked] == ["Vad har hänt?"]
    assert body.questions[0].answer == "Delvis"
    assert body.what == action(led, chosen(step))["title"]
    led.press(KEY.Key_PageDown)
    assert seen(led).what == action(led, chosen(step))["title"]
    assert seen(led).place == 2


def test_an_action_removed_meanwhile_gives_way_to_the_next(led: Led, step: FollowUpStep) -> None:
    first, second = (one.id for one in step.list.followed.rows[:2])
    led.desk.edit(lambda session: session.remove(first))
    led.settle()
    assert chosen(step) == second
    led.press(KEY.Key_1)
    assert told(led, second)


def test_a_time_nobody_can_read_is_kept_as_said(led: Led, step: FollowUpStep) -> None:
    here = chosen(step)
    step.block.focus("decision")
    led.press(KEY.Key_2)
    step.block.rows["end"].stop.selectAll()  # type: ignore[attr-defined]
    led.write("när vi hinner 99x")
    assert action(led, here)["end"]["said"] == "när vi hinner 99x"


def test_a_personal_number_is_asked_about_and_stays_typed(led: Led, step: FollowUpStep) -> None:
    here, row = chosen(step), step.block.rows["comment"]
    row.focus()
    led.write("Om 19121212-1212")
    assert told(led, here) is None
    assert not row.held.isHidden()  # type: ignore[attr-defined]
    led.press(KEY.Key_PageDown)
    led.press(KEY.Key_PageUp)
    assert row.text == "Om 19121212-1212"  # type: ignore[attr-defined]
    row.held.keep.emit()  # type: ignore[attr-defined]
    one = told(led, here)
    assert one is not None
    assert one["comment"] == "Om 19121212-1212"


def test_a_crash_leaves_what_was_answered_and_typed(lead: Lead, place: Path) -> None:
    led = lead(place)
    step = following(led)
    led.press(KEY.Key_2)
    led.settle()
    here = chosen(step)
    led.type("Halva meningen")
    step.block.rows["comment"].send_draft()  # type: ignore[attr-defined]
    led.crash()
    again = lead(place)
    assert chosen(following(again)) == here
    one = told(again, here)
    assert one is not None
    assert (one["as_planned"], one["comment"]) == ("partly", "Halva meningen")


def test_a_crash_before_the_first_answer_begins_a_follow_up_of_what_was_typed(
    lead: Lead, place: Path
) -> None:
    led = lead(place)
    step = following(led)
    here = chosen(step)
    led.press(KEY.Key_Down)
    led.type("Halva meningen")
    step.block.rows["comment"].send_draft()  # type: ignore[attr-defined]
    led.crash()
    again = lead(place)
    assert chosen(following(again)) == here
    one = told(again, here)
    assert one is not None
    assert (one["comment"], one["date"]) == ("Halva meningen", "2027-05-14")


def test_a_plan_without_actions_says_so(led: Led, step: FollowUpStep) -> None:
    ids = [one.id for one in led.room.actions]
    led.desk.edit(lambda session: session.remove_many(ids))
    led.settle()
    assert not step.empty.isHidden()
    assert isinstance(led.room.content().body, Statement)
    step.focus()
    led.write("Börja om")
    assert len(led.room.ideas_of("follow_up")) == 1


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (900, 480)])
def test_nothing_is_cut_and_everything_has_a_name(
    led: Led, step: FollowUpStep, size: tuple[int, int]
) -> None:
    led.window.resize(*size)
    led.settle()
    assert not clipped(led.window)
    assert not unnamed(led.window)
    assert not rich_text(led.window)
    assert step.list.isHidden() == (size[0] < 1920)


def test_the_list_takes_the_place_of_the_questions_where_both_have_none(
    led: Led, step: FollowUpStep
) -> None:
    step.listing.click()
    assert step.talk.isHidden()
    led.until(lambda: step.list.width() > step.width() // 2)
    third = step.list.followed.rows[2].id
    led.press(KEY.Key_Down, times=2)
    led.press(KEY.Key_Return)
    assert chosen(step) == third
    assert step.list.isHidden()
    assert step.block.here == "as_planned"


@pytest.mark.slow
def test_a_whole_follow_up_by_keys_alone(lead: Lead, place: Path, around: Surroundings) -> None:
    led = lead(place)
    led.press(KEY.Key_PageDown, CTRL)
    led.settle()
    step = following(led)
    count = len(step.list.followed.rows)
    for n in range(count):
        led.press(KEY.Key_1 if n % 2 else KEY.Key_2)
        led.write(f"Det här hände {n}")
        led.press(KEY.Key_Return)
        led.press(KEY.Key_1)
        led.press(KEY.Key_1)
        led.press(KEY.Key_2)
        led.write(f"Nästa {n}")
    led.settle()
    assert led.told[-1].startswith("Alla åtgärder är genomgångna")
    for _ in range(3):
        led.press(KEY.Key_PageDown, CTRL)
        led.settle()
    assert led.here == "close"
    led.close()
    plan = sessions.open_plan(place, surroundings=around)
    (workshop,) = plan.things("workshop")
    made = [one for one in plan.things("follow_up") if one["workshop"] == workshop.id]
    assert len(made) == count
    assert {one["status"] for one in plan.things("action")} == {"ongoing"}
    said = readable(minutes_document(plan, workshop.id))
    assert "Det här hände 0" in said
    plan.close()
