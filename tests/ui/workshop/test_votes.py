from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from pytestqt.modeltest import ModelTester

from nvworkshop.session import ideas
from nvworkshop.session.session import Session
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.workshop.content import Cards, Matrix
from nvworkshop.workshop.ideas import number
from tests.ui.workshop.conftest import CTRL, Lead, Led
from tests.ui.workshop.prioritising import TEXTS, people, prepared, prioritising, said
from ui.checks import clipped, rich_text, unnamed
from ui.settings import Settings
from ui.workshop.idea_model import IdeaRow
from ui.workshop.prioritise_step import PrioritiseStep
from ui.workshop.vote_delegate import few_lines
from ui.workshop.vote_model import VoteModel

KEY = Qt.Key


@pytest.fixture
def voting(lead: Lead, place: Path, around: Surroundings) -> Led:
    """Three ideas, and four who come."""
    led = lead(prepared(place, around, people(4), said(TEXTS)))
    prioritising(led)
    return led


@pytest.fixture
def step(voting: Led) -> PrioritiseStep:
    assert isinstance(voting.leading.view, PrioritiseStep)
    return voting.leading.view


def votes(led: Led) -> list[int]:
    """What the plan holds, in the order the ideas were said."""
    led.settle()
    return [number(led.idea(text), "votes") for text in TEXTS]


def listed(step: PrioritiseStep) -> list[str]:
    return [one.text for one in step.votes.ideas.rows]


def test_plus_and_arrows_add_and_take_dots(voting: Led, step: PrioritiseStep) -> None:
    for key, times in (
        (KEY.Key_Plus, 3),
        (KEY.Key_Right, 2),
        (KEY.Key_Minus, 1),
        (KEY.Key_Left, 1),
    ):
        voting.press(key, times=times)
    voting.press(KEY.Key_Down)
    voting.press(KEY.Key_Minus)
    assert votes(voting) == [3, 0, 0]
    assert step.bar.told.text() == "3 av 20 röster lagda"


def test_figures_set_the_number(voting: Led, step: PrioritiseStep) -> None:
    voting.press(KEY.Key_Plus, times=4)
    voting.type("12")
    assert step.votes.typed == "12"
    voting.press(KEY.Key_Return)
    assert votes(voting) == [12, 0, 0]
    assert voting.actions == []


def test_going_on_keeps_what_is_typed(voting: Led) -> None:
    for figures in ("5", "3"):
        voting.type(figures)
        voting.press(KEY.Key_Down)
    voting.type("2")
    voting.leading.keep()
    assert votes(voting) == [5, 3, 2]


def test_what_is_typed_can_be_taken_back(voting: Led) -> None:
    voting.type("19")
    voting.press(KEY.Key_Backspace)
    voting.press(KEY.Key_Return)
    voting.type("7")
    voting.press(KEY.Key_Escape)
    assert votes(voting) == [1, 0, 0]


def test_no_number_is_longer_than_there_is_room_for(voting: Led, step: PrioritiseStep) -> None:
    voting.type("1234567")
    assert step.votes.typed == "567"


def test_rows_stay_under_the_fingers_until_sorting_is_asked_for(
    voting: Led, step: PrioritiseStep
) -> None:
    voting.press(KEY.Key_End)
    voting.type("8")
    voting.press(KEY.Key_Return)
    voting.settle()
    assert listed(step) == list(TEXTS)
    voting.type("s")
    assert listed(step) == [TEXTS[2], TEXTS[0], TEXTS[1]]
    assert step.votes.chosen_row is not None
    assert step.votes.chosen_row.text == TEXTS[2]
    assert step.bar.sort.text() == "Sortera efter nummer (S)"
    voting.type("s")
    assert listed(step) == list(TEXTS)


def test_votes_after_sorting_can_be_sorted_again(voting: Led, step: PrioritiseStep) -> None:
    voting.type("s")
    voting.press(KEY.Key_End)
    voting.press(KEY.Key_Plus)
    voting.settle()
    assert step.bar.sort.text() == "Sortera efter röster (S)"
    step.bar.sort.click()
    assert listed(step)[0] == TEXTS[2]


def test_sorting_counts_the_number_that_is_being_typed(voting: Led, step: PrioritiseStep) -> None:
    voting.press(KEY.Key_End)
    voting.type("8s")
    voting.settle()
    assert listed(step) == [TEXTS[2], TEXTS[0], TEXTS[1]]
    assert step.bar.sort.text() == "Sortera efter nummer (S)"


def test_ideas_stand_shift_by_shift(lead: Lead, place: Path, around: Surroundings) -> None:
    led = lead(
        prepared(
            place,
            around,
            said(["kunskap"], step="prerequisite-F4"),
            said(["R2 först", "R2 sedan"]),
            said(["R1"], step="shift-R1"),
        )
    )
    assert listed(prioritising(led)) == ["R1", "R2 först", "R2 sedan", "kunskap"]


def test_what_comes_meanwhile_stands_last(voting: Led, step: PrioritiseStep) -> None:
    voting.press(KEY.Key_Down)
    agenda = voting.room.agenda
    first = next(one for one in agenda if one.id == "shift-R1")
    workshop = voting.room.id
    voting.desk.edit(lambda session: ideas.keep(session, "Kom sent", first, workshop))
    voting.settle()
    assert listed(step) == [*TEXTS, "Kom sent"]
    assert step.votes.currentIndex().row() == 1


def test_parked_and_merged_ideas_are_not_voted_on(voting: Led, step: PrioritiseStep) -> None:
    one, two, three = (voting.idea(text).id for text in TEXTS)
    voting.desk.edit(lambda session: ideas.park(session, one, parked=True))
    voting.desk.edit(lambda session: ideas.merge(session, two, three))
    voting.settle()
    assert listed(step) == [TEXTS[1]]


def test_dots_per_person_are_remembered(
    voting: Led, step: PrioritiseStep, settings: Settings
) -> None:
    step.bar.dots.buttons[0].click()
    assert step.bar.told.text() == "0 av 12 röster lagda"
    settings.put("workshop/dots", 7)
    assert step.bar.dots_each == 5


def test_enter_makes_an_action_and_then_shows_it(voting: Led, step: PrioritiseStep) -> None:
    asked: list[str] = []
    step.action_asked.connect(asked.append)
    voting.press(KEY.Key_Return)
    voting.settle()
    (action,) = voting.actions
    assert action.text("title") == TEXTS[0]
    assert asked == []
    assert voting.told != []
    voting.press(KEY.Key_Return)
    assert asked == [action.id]


def test_m_turns_to_the_matrix_and_the_room_sees_it(voting: Led, step: PrioritiseStep) -> None:
    assert isinstance(voting.room.content().body, Cards)
    voting.type("5m")
    assert isinstance(voting.room.content().body, Matrix)
    assert step.panel.list.hasFocus()
    assert votes(voting) == [5, 0, 0]
    voting.type("m")
    assert step.votes.hasFocus()


def test_undo_takes_back_a_vote(voting: Led) -> None:
    voting.press(KEY.Key_Plus, times=2)
    voting.settle()
    voting.press(KEY.Key_Z, CTRL)
    assert votes(voting) == [1, 0, 0]


def test_without_ideas_the_step_says_what_to_do(led: Led) -> None:
    step = prioritising(led)
    assert step.empty.isVisible()
    led.type("12sm")
    led.press(KEY.Key_Return)
    assert led.room.things("idea") == []


@pytest.mark.parametrize("text", [100, 200])
def test_everything_has_a_name_and_room(
    voting: Led, step: PrioritiseStep, settings: Settings, text: int
) -> None:
    settings.put("look/text_size", text)
    voting.settle()
    assert unnamed(step) == clipped(step) == rich_text(step) == []


def test_a_thousand_long_ideas_are_shown(lead: Lead, place: Path, around: Surroundings) -> None:
    def many(session: Session, workshop: str) -> None:
        values = {"title": "<b>Å</b> " * 2_000, "workshop": workshop, "step": "shift-R2"}
        session.add_many(
            "Många", [("idea", session.surroundings.new_id(), values) for _ in range(1_000)]
        )

    led = lead(prepared(place, around, many))
    step = prioritising(led)
    led.press(KEY.Key_End)
    assert step.votes.currentIndex().row() == 999
    assert not step.grab().isNull()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [""]),
        ("kort", ["kort"]),
        ("ett par ord\nmed rad", ["ett par ord med rad"]),
    ],
)
def test_a_short_text_stands_on_one_line(voting: Led, text: str, expected: list[str]) -> None:
    assert few_lines(text, QFont(), 2_000, 2) == expected


@pytest.mark.parametrize("text", ["å" * 50_000, "ord " * 20_000, "\u202e <b>" * 900])
@pytest.mark.parametrize("wide", [0, 1, 60])
def test_a_long_text_has_as_many_lines_as_there_is_room_for(
    voting: Led, text: str, wide: int
) -> None:
    assert len(few_lines(text, QFont(), wide, 3)) <= 3


def test_the_model_is_one_that_qt_trusts(qtmodeltester: ModelTester) -> None:
    model = VoteModel()
    for shown in ("", "abc", "abcde", "ace", "eca", "c", ""):
        model.set_items([IdeaRow(one, n, one, votes=len(shown)) for n, one in enumerate(shown)])
        assert "".join(one.id for one in model.rows) == shown
        qtmodeltester.check(model)  # type: ignore[no-untyped-call]
