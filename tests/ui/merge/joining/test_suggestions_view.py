from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nvworkshop.session.joining import join
from tests.ui.merge.joining.conftest import Shown
from ui.checks import clipped, rich_text, unnamed
from ui.merge.suggestion_words import likeness
from ui.merge.suggestions_view import SuggestionsView
from ui.theme.theme import Theme

Key = Qt.Key
Suggestions = Shown[SuggestionsView]


def go_to(suggestions: Suggestions, action: str) -> None:
    view = suggestions.view
    view.list.go_to(next(n for n, one in enumerate(view.groups) if action in one.ids))


def test_certainty_is_said_in_words_too() -> None:
    assert [likeness(one) for one in (0.91, 0.7, 0.4)] == ["mycket lika", "lika", "kanske"]


def test_a_group_says_whose_its_actions_are_and_marks_their_words(
    suggestions: Suggestions,
) -> None:
    go_to(suggestions, "s1")
    cards = suggestions.view.detail.cards
    assert [one.tick.text() for one in cards] == ["1  Norra 7", "2  Södra 1", "3  Östra 3"]
    marked = [one.cursor.selectedText() for one in cards[0].title.extraSelections() if one.format]
    assert "hjärtsvikt" in marked
    assert suggestions.counted == [len(suggestions.view.groups)]


def test_descriptions_are_shown_when_they_are_asked_for(suggestions: Suggestions) -> None:
    card = suggestions.view.detail.cards[0]
    assert card.description.isHidden()
    suggestions.keys(Key.Key_B)
    assert not card.description.isHidden()
    suggestions.keys(Key.Key_N)
    assert not suggestions.view.detail.cards[0].description.isHidden()


def test_told_apart_by_a_key_the_next_group_comes_and_undo_brings_it_back(
    suggestions: Suggestions,
) -> None:
    ids = [one.ids for one in suggestions.view.groups]
    suggestions.changed(lambda: suggestions.keys(Key.Key_O))
    assert [one.ids for one in suggestions.view.groups] == ids[1:]
    assert suggestions.view.detail.group == suggestions.view.groups[0]
    assert "olika saker" in suggestions.told[0]
    suggestions.changed(suggestions.desk.undo)
    assert [one.ids for one in suggestions.view.groups] == ids


def test_some_of_a_group_are_joined_and_the_third_is_added_later(suggestions: Suggestions) -> None:
    go_to(suggestions, "s1")
    suggestions.keys(Key.Key_3, Key.Key_G)
    suggestions.until(lambda: suggestions.view.form.is_whole)
    assert suggestions.view.form.ids == ("n1", "s1")
    suggestions.changed(lambda: suggestions.keys(Key.Key_Return, ctrl=True))
    go_to(suggestions, "o1")
    assert "Lägg till i" in suggestions.view.detail.join.accessibleName()
    suggestions.changed(lambda: suggestions.keys(Key.Key_G))
    assert not any("o1" in one.ids for one in suggestions.view.groups)
    assert "La till 1 åtgärd" in suggestions.told[-1]


def test_space_ticks_and_arrows_go_among_the_cards(suggestions: Suggestions) -> None:
    go_to(suggestions, "s1")
    suggestions.keys(Key.Key_Right, Key.Key_Down, Key.Key_Space)
    ticked = [one.thing.id for one in suggestions.view.detail.ticked]
    assert ticked == ["n1", "o1"]
    suggestions.keys(Key.Key_Left)
    assert suggestions.view.list.hasFocus()


def test_one_action_alone_is_not_joined(suggestions: Suggestions) -> None:
    go_to(suggestions, "s2")
    suggestions.keys(Key.Key_1, Key.Key_G, Key.Key_O)
    assert not suggestions.view.form.is_open
    assert not suggestions.view.detail.join.isEnabled()
    assert suggestions.told == []


def test_an_action_is_shown_in_the_plan(suggestions: Suggestions) -> None:
    suggestions.view.detail.cards[0].show_in_plan.click()
    first = suggestions.view.groups[0].candidates[0]
    assert suggestions.asked == [("action", first.thing.id)]


def test_enter_on_a_button_is_a_press_on_that_button(suggestions: Suggestions) -> None:
    suggestions.view.detail.apart.setFocus()
    suggestions.changed(lambda: suggestions.keys(Key.Key_Return))
    assert not suggestions.view.form.is_open
    assert "olika saker" in suggestions.told[0]


def test_the_ticks_stay_when_something_else_changes(suggestions: Suggestions) -> None:
    go_to(suggestions, "s1")
    suggestions.keys(Key.Key_2)
    suggestions.changed(
        lambda: suggestions.desk.edit(lambda session: session.set("n2", {"goal": "Nytt"}))
    )
    assert [one.thing.id for one in suggestions.view.detail.ticked] == ["n1", "o1"]


def test_new_texts_are_compared_without_being_asked(suggestions: Suggestions) -> None:
    values = {"title": "Buss till provtagningen i Kiruna: samåkning", "plan": "plan-sodra"}
    suggestions.changed(lambda: suggestions.desk.edit(lambda one: one.add("action", values)))
    suggestions.until(lambda: any("n2" in one.ids for one in suggestions.view.groups))


def test_when_all_is_decided_it_says_so(suggestions: Suggestions) -> None:
    while suggestions.view.groups:
        suggestions.changed(lambda: suggestions.keys(Key.Key_O))
    assert "Inga möjliga dubbletter kvar" in suggestions.view.empty.title.text()
    assert suggestions.counted[-1] == 0


def test_a_merge_elsewhere_leaves_the_form_that_is_open(suggestions: Suggestions) -> None:
    go_to(suggestions, "s1")
    suggestions.keys(Key.Key_G)
    suggestions.until(lambda: suggestions.view.form.is_whole)
    suggestions.changed(lambda: suggestions.desk.edit(lambda session: join(session, ["s2", "o2"])))
    assert suggestions.view.form.is_open
    assert len(suggestions.view.form.boxes) > 1


def test_everything_has_a_name_and_room_at_twice_the_text(
    suggestions: Suggestions, theme: Theme
) -> None:
    theme.settings.put("look/text_size", 200)
    suggestions.view.resize(960, 620)
    go_to(suggestions, "s1")
    QApplication.processEvents()
    view = suggestions.view
    assert clipped(view) + rich_text(view) + unnamed(view) == []
