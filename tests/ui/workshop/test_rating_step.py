from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from nvworkshop.errors import InputError
from nvworkshop.session import workshops
from nvworkshop.session.session import Session
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.workshop.content import Rated, Ratings
from nvworkshop.workshop.tallies import Counts, counts_of
from tests.ui.workshop.conftest import CTRL, NONE, Lead, Led
from tests.ui.workshop.prioritising import people, prepared
from ui.checks import clipped, rich_text, unnamed
from ui.settings import Settings
from ui.workshop.counting import MOST
from ui.workshop.rated_list import RatedModel
from ui.workshop.rating_step import RatingStep

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


def rating(led: Led) -> RatingStep:
    led.room.go("rating")
    led.settle()
    assert isinstance(led.leading.view, RatingStep)
    return led.leading.view


def kept(led: Led, item: str) -> Counts:
    """What the plan holds of an item, when it has answered everything."""
    led.settle()
    return counts_of(workshops.rating(led.room.things("self_rating"), led.room.id, item))


@pytest.fixture
def step(led: Led) -> RatingStep:
    return rating(led)


def test_every_key_counts_however_fast(led: Led, step: RatingStep) -> None:
    for key, times in ((KEY.Key_3, 12), (KEY.Key_4, 5), (KEY.Key_1, 1)):
        led.press(key, times=times)
    assert [one.field.text() for one in step.levels] == ["1", "0", "12", "5", "0"]
    assert kept(led, "R1") == (1, 0, 12, 5, 0)
    assert step.levels[2].bar.share == 1


def test_shift_takes_away_and_none_is_the_least(led: Led, step: RatingStep) -> None:
    led.press(KEY.Key_2, times=2)
    led.press(KEY.Key_2, SHIFT, times=3)
    led.press(KEY.Key_5)
    assert kept(led, "R1") == (0, 0, 0, 0, 1)


@pytest.mark.parametrize(("level", "written"), list(enumerate('!"#¤%')))
def test_shift_is_known_by_what_the_keyboard_writes(
    led: Led, step: RatingStep, level: int, written: str
) -> None:
    step.counting.add("R1", level, 2)
    QApplication.sendEvent(led.keys, QKeyEvent(QEvent.Type.KeyPress, 0, SHIFT, written))
    assert kept(led, "R1")[level] == 1


def test_what_is_written_without_shift_or_with_ctrl_is_no_count(led: Led, step: RatingStep) -> None:
    led.type("#")
    led.press(KEY.Key_3, CTRL)
    assert kept(led, "R1") == (0, 0, 0, 0, 0)


def test_enter_and_page_keys_go_on_and_the_room_is_asked(led: Led, step: RatingStep) -> None:
    asked = []
    for key in (KEY.Key_Return, KEY.Key_PageDown, KEY.Key_PageUp, KEY.Key_PageUp, KEY.Key_PageUp):
        led.press(key)
        asked.append(led.room.rated)
    assert asked == ["R2", "R3", "R2", "R1", "R1"]
    body = led.room.content().body
    assert isinstance(body, Ratings)
    assert body.current == "R1"
    assert step.name.text() == "Mer hälsofrämjande och förebyggande insatser"


def test_each_item_has_the_levels_of_its_own_kind(led: Led, step: RatingStep) -> None:
    first = step.levels[0].name.text()
    led.press(KEY.Key_End)
    assert step.list.item == "F4"
    assert (first, step.levels[0].name.text()) == ("Inte börjat", "Saknas")


def test_a_count_can_be_typed_in(led: Led, step: RatingStep) -> None:
    step.levels[1].field.setFocus(Qt.FocusReason.TabFocusReason)
    led.write("12", KEY.Key_Down)
    led.write("4")
    assert kept(led, "R1") == (0, 12, 4, 0, 0)
    assert step.list.hasFocus()


def test_esc_puts_back_and_an_empty_field_is_none(led: Led, step: RatingStep) -> None:
    led.press(KEY.Key_1, times=3)
    field = step.levels[0].field
    field.setFocus(Qt.FocusReason.TabFocusReason)
    led.write("7", KEY.Key_Escape)
    assert (field.text(), kept(led, "R1")[0], step.list.hasFocus()) == ("3", 3, True)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    led.press(KEY.Key_Delete)
    led.press(KEY.Key_Return)
    assert kept(led, "R1")[0] == 0


def test_what_is_typed_stays_while_the_plan_changes_and_is_kept_at_the_end(
    led: Led, step: RatingStep
) -> None:
    field = step.levels[0].field
    field.setFocus(Qt.FocusReason.TabFocusReason)
    led.type("9")
    step.counting.add("R1", 4, 1)
    led.settle()
    assert field.text() == "9"
    led.leading.keep()
    assert kept(led, "R1") == (9, 0, 0, 0, 1)


def test_undo_takes_back_a_count(led: Led, step: RatingStep) -> None:
    led.press(KEY.Key_2, times=2)
    led.settle()
    led.press(KEY.Key_Z, CTRL)
    assert kept(led, "R1") == (0, 1, 0, 0, 0)
    assert step.levels[1].field.text() == "1"


def test_no_level_has_more_than_a_field_can_show(led: Led, step: RatingStep) -> None:
    step.counting.put("R1", 0, 10**9)
    assert kept(led, "R1")[0] == MOST


def test_answers_are_shown_of_participants_and_too_many_are_told(
    lead: Lead, place: Path, around: Surroundings
) -> None:
    led = lead(prepared(place, around, people(3)))
    step = rating(led)
    led.press(KEY.Key_3, times=2)
    led.press(KEY.Key_4)
    led.settle()
    assert step.result.text() == "3 av 3 svar · medel 3,3"
    led.press(KEY.Key_4)
    led.settle()
    assert "fler svar än deltagare" in step.result.text()


def test_the_group_goes_on_with_what_is_not_rated(
    lead: Lead, place: Path, around: Surroundings
) -> None:
    def rate(session: Session, workshop: str) -> None:
        for item in ("R1", "R2"):
            workshops.rate(session, session.thing(workshop), item, (0, 1, 2, 0, 0))

    step = rating(lead(prepared(place, around, rate)))
    assert step.list.item == "R3"
    assert step.room.rated == "R3"


def test_the_list_says_the_mean_and_the_one_before(
    lead: Lead, place: Path, around: Surroundings
) -> None:
    def rate(session: Session, _: str) -> None:
        before = {"item": "R1", "tally": [0, 4, 0, 0, 0], "date": "2027-01-10"}
        session.add_many("Skatta", [("self_rating", session.surroundings.new_id(), before)])

    led = lead(prepared(place, around, rate))
    step = rating(led)
    led.press(KEY.Key_5)
    led.settle()
    spoken = step.list.rated.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Hälsofrämjande: medel 5,0, 1 svar · förra 2,0"
    assert step.result.text().endswith("förra gången 2,0 (4 svar, 10 januari)")
    assert [one.before.text() for one in step.levels[:2]] == ["förra 0", "förra 4"]


def test_a_refused_count_is_taken_back_and_told(
    led: Led, step: RatingStep, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise InputError("Det går inte nu.")

    monkeypatch.setattr(workshops, "rate", refuse)
    led.press(KEY.Key_3)
    led.settle()
    assert step.levels[2].field.text() == "0"
    assert led.told == ["Det går inte nu."]


def test_a_plan_that_is_only_read_is_not_counted_in(led: Led, step: RatingStep) -> None:
    led.desk.read_only = "Någon annan skriver."
    step.refresh()
    led.press(KEY.Key_3)
    assert kept(led, "R1") == (0, 0, 0, 0, 0)
    assert all(one.field.isReadOnly() for one in step.levels)


@pytest.mark.parametrize("text", [100, 200])
def test_everything_has_a_name_and_room(
    led: Led, step: RatingStep, settings: Settings, text: int
) -> None:
    settings.put("look/text_size", text)
    led.press(KEY.Key_3, NONE, times=11)
    led.settle()
    assert unnamed(step) == clipped(step) == rich_text(step) == []


def test_the_model_is_one_that_qt_trusts(qtmodeltester: ModelTester) -> None:
    model = RatedModel()
    for items in ("", "ab", "ab", "ba"):
        model.set_items([Rated(one, one, (len(items), 0, 0, 0, 0)) for one in items])
        qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert model.index(5, 0).data() is None
