from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nvworkshop.session import sessions, workshops
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.workshop.clock import Progress
from nvworkshop.workshop.steps import changed
from tests.ui.workshop.conftest import Lead, Led


def test_it_begins_with_the_first_step_and_goes_on_where_it_was(lead: Lead, place: Path) -> None:
    led = lead(place)
    assert led.here == "welcome"
    led.tick(minutes=0.5)
    led.room.go_by(1)
    led.close()
    led.clock.go(minutes=60)  # lunch
    again = lead(place)
    assert again.here == "vision"
    assert again.room.progress.running
    assert again.room.seconds_left == 600


def test_nothing_comes_before_the_first_step_and_after_the_last(led: Led) -> None:
    led.room.go_by(-1)
    assert led.here == "welcome"
    led.room.go("close")
    led.room.go_by(1)
    assert led.here == "close"


def test_a_step_that_is_left_out_is_passed_over(led: Led) -> None:
    agenda = changed(led.room.agenda, "vision", skipped=True)
    led.room.edit(lambda session: workshops.set_agenda(session, led.room.id, agenda))
    led.settle()
    led.room.go_by(1)
    assert led.here == "flows"


def test_a_pause_stands_still_and_five_minutes_are_given(led: Led) -> None:
    led.tick(seconds=30)
    led.room.pause()
    led.tick(minutes=20)
    assert led.room.seconds_left == 570
    led.room.pause()
    led.tick(seconds=30)
    assert led.room.seconds_left == 540
    led.room.more()
    assert led.room.seconds_left == 840


def test_silent_minutes_end_by_themselves_and_the_room_is_told(led: Led, qtbot: QtBot) -> None:
    led.room.hush(1)
    assert led.room.silence_left == 60
    assert led.room.content().silent
    led.tick(seconds=1)
    with qtbot.waitSignal(led.room.changed, timeout=0, raising=True):
        led.tick(seconds=59)
    assert not led.room.content().silent


def test_sleep_is_left_out_and_told(led: Led) -> None:
    led.tick(minutes=0.5)
    led.tick(minutes=42)
    led.settle()
    assert led.told == ["Datorn sov 42 min. Den tiden räknas inte i steget."]
    assert led.room.seconds_left == 570


def test_sleep_during_a_pause_is_not_told(led: Led) -> None:
    led.room.pause()
    led.tick(minutes=42)
    assert led.told == []
    assert led.room.seconds_left == 600


def test_after_a_crash_the_clock_stands_where_somebody_last_wrote(lead: Lead, place: Path) -> None:
    led = lead(place)
    led.at("shift-R1")
    led.tick_through(4)
    led.write("Ring upp")
    led.tick_through(2)
    led.type("Halvskr")
    led.leading.keep()
    led.crash()
    led.clock.go(minutes=90)
    again = lead(place, begin=False)
    assert not again.room.progress.running
    assert again.room.seconds_left == 11 * 60
    again.room.begin()
    assert again.room.progress.running
    assert again.room.seconds_left == 11 * 60
    assert again.told == []


def test_ahead_and_behind_are_told_and_what_to_shorten(led: Led) -> None:
    led.tick_through(6)
    led.room.go_by(1)
    led.settle()
    assert led.leading.rail.ahead.text() == "Ni ligger 4 min före tidplanen"
    led.tick_through(22)
    assert led.leading.rail.ahead.text() == "Ni ligger 8 min efter tidplanen"
    assert led.leading.side.suggestion.isVisible()
    before = sum(one.minutes for one in led.room.agenda)
    led.leading.side.shorten.click()
    led.settle()
    assert sum(one.minutes for one in led.room.agenda) == before - 8
    led.desk.undo()
    led.settle()
    assert sum(one.minutes for one in led.room.agenda) == before


def test_going_to_a_step_is_not_undone(led: Led) -> None:
    led.at("shift-R2")
    led.write("Ring upp")
    led.at("shift-R3")
    led.desk.undo()
    led.settle()
    assert led.room.things("idea") == []
    assert led.here == "shift-R3"


@pytest.fixture
def ended(lead: Lead, place: Path) -> Led:
    """A workshop that has ended, and is opened again."""
    led = lead(place)
    led.room.go("close")
    led.room.end()
    led.close()
    return lead(place)


def test_a_workshop_that_has_ended_is_opened_to_be_read(ended: Led) -> None:
    before = len(ended.room.workshop.values["position"])
    assert ended.here == "close"
    ended.room.go("shift-R2")
    ended.settle()
    assert ended.room.progress.ended
    assert ended.here == "shift-R2"
    assert not ended.room.progress.running
    assert ended.room.workshop["position"]["step"] == "close"
    assert len(ended.room.workshop.values["position"]) == before
    assert ended.leading.side.reopen.isVisible()
    ended.room.hush(3)
    ended.room.more()
    assert ended.room.progress.ended
    assert ended.room.progress.extra == {}


def test_a_workshop_that_has_ended_can_be_gone_on_with(ended: Led) -> None:
    ended.room.go("shift-R2")
    ended.leading.side.reopen.click()
    ended.settle()
    assert ended.room.progress.running
    assert not ended.room.progress.ended
    assert ended.room.workshop["position"]["step"] == "shift-R2"
    assert ended.leading.side.reopen.isHidden()


def test_a_workshop_whose_making_is_undone_is_gone_and_asks_nothing_more(led: Led) -> None:
    gone: list[bool] = []
    led.room.gone.connect(lambda: gone.append(True))
    led.desk.edit(lambda session: session.remove(led.room.id))
    led.settle()
    assert gone
    led.tick(seconds=5)
    led.room.close()
    assert led.room.step is not None


def test_in_a_plan_that_is_only_read_one_can_look_around(
    lead: Lead, place: Path, around: Surroundings
) -> None:
    holder = sessions.open_plan(place, surroundings=around, on_disk=True)
    reader = lead(place)
    assert reader.desk.read_only
    reader.room.go("shift-R2")
    reader.tick(seconds=30)
    assert reader.told == []
    assert reader.room.seconds_left == 900
    holder.close()


def test_nonsense_for_where_the_group_is_still_opens(lead: Lead, place: Path) -> None:
    session = sessions.open_plan(place)
    (workshop,) = session.things("workshop")
    workshops.set_progress(session, workshop.id, Progress("no such step", since=1e10))
    session.publish()
    session.close()
    led = lead(place)
    assert led.here == "welcome"
    led.room.go_by(1)
    led.settle()
