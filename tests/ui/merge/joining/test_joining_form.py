from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.merge.joining.conftest import Shown
from ui.merge.field_choice import FieldChoice
from ui.merge.joining_form import JoiningForm
from ui.merge.suggestions_view import SuggestionsView

Key = Qt.Key
Suggestions = Shown[SuggestionsView]


@pytest.fixture
def form(suggestions: Suggestions) -> JoiningForm:
    """The form of the three actions about hjärtsvikt."""
    values = {"s1": {"goal": "Färre resor", "end": "2027"}, "n1": {"goal": "Trygga hemma"}}
    suggestions.changed(lambda: suggestions.desk.edit(lambda one: one.set_many(values)))
    view = suggestions.view
    suggestions.until(lambda: not view.comparing.is_busy)
    view.list.go_to(next(n for n, one in enumerate(view.groups) if "s1" in one.ids))
    view.focus()
    suggestions.keys(Key.Key_Return)
    suggestions.until(lambda: view.form.is_whole)
    return view.form


def box(form: JoiningForm, name: str) -> FieldChoice:
    return next(one for one in form.boxes if one.name == name)


def made(suggestions: Suggestions) -> dict[str, str]:
    (row,) = suggestions.desk.rows["joint_action"].values()
    return dict(row.texts)


def test_the_title_is_first_with_the_keys_and_a_proposal(form: JoiningForm) -> None:
    first = form.boxes[0]
    assert first.name == "title"
    assert first.isAncestorOf(QApplication.focusWidget() or form)
    assert first.data == first.choices[first.proposed.proposed].data


def test_a_value_is_chosen_by_its_number(suggestions: Suggestions, form: JoiningForm) -> None:
    box(form, "goal").focus_here()
    suggestions.keys(Key.Key_2)
    chosen = box(form, "goal").choices[1].text
    suggestions.changed(lambda: suggestions.keys(Key.Key_Return, ctrl=True))
    assert made(suggestions)["goal"] == chosen


def test_own_words_are_taken_with_the_same_keys_that_make_it(
    suggestions: Suggestions, form: JoiningForm
) -> None:
    form.boxes[0].focus_here()
    suggestions.keys(Key.Key_S)
    suggestions.keys(Key.Key_A, ctrl=True)
    suggestions.write("Mät hemma i hela länet")
    suggestions.changed(lambda: suggestions.keys(Key.Key_Return, ctrl=True))
    assert made(suggestions)["title"] == "Mät hemma i hela länet"
    assert not form.is_open
    assert "Bildade ”Mät hemma i hela länet” av 3 åtgärder" in suggestions.told[-1]


def test_own_words_become_one_more_value_to_choose(
    suggestions: Suggestions, form: JoiningForm
) -> None:
    goal = box(form, "goal")
    goal.focus_here()
    before = len(goal.choices)
    suggestions.keys(Key.Key_S)
    suggestions.keys(Key.Key_A, ctrl=True)
    suggestions.write("Eget mål")
    goal.third.use.click()
    assert len(goal.choices) == before + 1
    assert goal.data == "Eget mål"
    suggestions.keys(Key.Key_1)
    assert goal.data == goal.choices[0].data


def test_a_field_can_be_left_empty(suggestions: Suggestions, form: JoiningForm) -> None:
    box(form, "goal").focus_here()
    suggestions.keys(Key.Key_T)
    assert "Mål" in form.note.text()
    suggestions.changed(lambda: suggestions.keys(Key.Key_Return, ctrl=True))
    assert "goal" not in made(suggestions)


def test_escape_lets_go_of_the_words_first_and_then_of_the_form(
    suggestions: Suggestions, form: JoiningForm
) -> None:
    form.boxes[0].focus_here()
    suggestions.keys(Key.Key_S)
    suggestions.write("halvskrivet")
    suggestions.keys(Key.Key_Escape)
    assert form.is_open
    assert not form.boxes[0].third.is_open
    suggestions.qtbot.waitUntil(lambda: not form.boxes[0]._closing)
    suggestions.keys(Key.Key_Escape)
    assert not form.is_open
    assert suggestions.view.list.hasFocus()
    assert suggestions.joints() == {}


def test_fields_nobody_filled_in_come_when_asked_for(
    suggestions: Suggestions, form: JoiningForm
) -> None:
    before = len(form.boxes)
    form.more.click()
    suggestions.until(lambda: form.is_whole and len(form.boxes) > before)
    assert form.boxes[before].proposed.is_empty


def test_without_a_title_it_is_not_made(suggestions: Suggestions, form: JoiningForm) -> None:
    form.boxes[0].focus_here()
    suggestions.keys(Key.Key_T)
    suggestions.keys(Key.Key_Return, ctrl=True)
    assert "rubrik" in form.problem.text()
    assert form.is_open


def test_a_personal_number_is_asked_about_and_may_be_kept(
    suggestions: Suggestions, form: JoiningForm
) -> None:
    form.boxes[0].focus_here()
    suggestions.keys(Key.Key_S)
    suggestions.write(" 19121212-1212")
    suggestions.keys(Key.Key_Return, ctrl=True)
    suggestions.until(lambda: not form.anyway.isHidden())
    assert "personnummer" in form.problem.text()
    suggestions.changed(form.anyway.click)
    assert "19121212-1212" in made(suggestions)["title"]


def test_what_cannot_be_read_stays_and_is_told(suggestions: Suggestions, form: JoiningForm) -> None:
    end = box(form, "end")
    end.write_own()
    suggestions.keys(Key.Key_A, ctrl=True)
    suggestions.write("i övermorgon kanske, vem vet")
    suggestions.keys(Key.Key_Return, ctrl=True)
    if end.third.is_open:
        assert end.third.problem.text()
        assert suggestions.joints() == {}
