from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from nvworkshop.session import workshops
from nvworkshop.workshop.ideas import PARKED, said_by
from tests.ui.workshop.conftest import ALT, CTRL, Lead, Led

ENTER = Qt.Key.Key_Return
NUMBER = "19121212-1212"


@pytest.fixture
def step(led: Led) -> Led:
    """In the second shift."""
    led.at("shift-R2")
    return led


def test_enter_keeps_an_idea_and_the_line_is_ready_for_the_next(step: Led) -> None:
    step.write("Fast vårdkontakt")
    step.write("Ring upp dagen efter")
    assert step.listed == ["Ring upp dagen efter", "Fast vårdkontakt"]
    assert step.idea("Fast vårdkontakt")["shift"] == "R2"
    line = step.capture.line
    assert (line.text(), line.hasFocus()) == ("", True)


def test_nothing_is_kept_of_an_empty_line(step: Led) -> None:
    for text in ("", "   ", "@pi"):
        step.write(text)
        step.capture.line.clear()
    assert step.room.things("idea") == []


def test_a_step_without_ideas_tells_of_those_in_others(step: Led) -> None:
    assert step.capture.empty.title.text() == "Inga förslag än"
    step.write("Fast vårdkontakt")
    there = step.at("shift-R3")
    assert there.empty.title.text() == "Inga förslag i det här steget än"
    assert "1 förslag" in there.empty.text.text()


def test_letters_after_an_at_sign_and_alt_with_a_number_tell_who_said_it(step: Led) -> None:
    step.press(Qt.Key.Key_3, ALT)
    step.press(Qt.Key.Key_2, ALT)
    step.press(Qt.Key.Key_2, ALT)
    step.write("Gemensam rutin @pi")
    idea = step.idea("Gemensam rutin")
    assert idea["party"] == "2581"
    assert idea.items("contributors") == ("2505",)
    assert step.capture.tags.chosen == ()
    assert step.capture.list.ideas.rows[0].parties == ("Piteå", "Arvidsjaur")


def test_ctrl_enter_makes_an_action_and_asks_for_who_and_when(step: Led) -> None:
    step.write("Ring upp dagen efter @pi", held=CTRL)
    quick = step.capture.quick
    assert quick.isVisible()
    assert quick.fields["principal"].text() == "Piteå kommun"
    assert quick.fields["function"].hasFocus()
    step.write("enhetschef hemtjänst", ENTER)
    step.write("2027-09-30", ENTER)
    (action,) = step.actions
    assert action["principal"] == "2581"
    assert action["function"] == "enhetschef hemtjänst"
    assert action["end"]["said"] == "2027-09-30"
    assert quick.isHidden()
    assert step.capture.line.hasFocus()


def test_functions_of_those_who_have_come_are_offered_and_others_can_be_written(
    step: Led,
) -> None:
    coming = [("enhetschef hemtjänst", "2581")]
    step.desk.edit(lambda session: workshops.set_functions(session, step.room.id, coming))
    step.settle()
    step.write("Ring upp @pi", held=CTRL)
    function = step.capture.quick.fields["function"]
    assert function.completer().model().index(0, 0).data() == "enhetschef hemtjänst"
    step.write("enhetschef", ENTER)
    assert function.text() == "enhetschef"


@pytest.mark.parametrize(
    ("typed", "given"),
    [("regi", "Region Norrbotten"), ("piteå kommun", "Piteå kommun"), ("kommun", "kommun")],
)
def test_enter_in_the_list_of_names_takes_the_only_one_and_goes_on(
    step: Led, typed: str, given: str
) -> None:
    step.write("Ring upp dagen efter", held=CTRL)
    quick = step.capture.quick
    step.write(typed, ENTER)
    assert quick.fields["principal"].text() == given
    assert quick.fields["function"].hasFocus()


def test_the_keys_are_in_the_field_that_could_not_be_read(step: Led) -> None:
    step.write("Ring upp dagen efter", held=CTRL)
    for text in ("chefen", "enhetschef", "2027-09-30"):
        step.write(text, ENTER)
    principal = step.capture.quick.fields["principal"]
    assert (principal.hasFocus(), principal.selectedText()) == (True, "chefen")


def test_a_date_that_cannot_be_read_stays_with_a_sentence_until_it_can(step: Led) -> None:
    step.write("Ring upp @pi", held=CTRL)
    step.press(ENTER)
    step.write("32 maj")
    quick = step.capture.quick
    assert quick.problem.isVisible()
    assert "32 maj" in quick.fields["end"].text()
    assert not step.actions[0]["end"]
    quick.fields["end"].clear()
    step.write("hösten 2027")
    assert quick.isHidden()
    assert step.actions[0]["end"]["said"] == "hösten 2027"


def test_esc_leaves_who_and_when_for_later(step: Led) -> None:
    step.write("Ring upp @pi", held=CTRL)
    step.press(Qt.Key.Key_Escape)
    assert step.capture.quick.isHidden()
    assert step.capture.line.hasFocus()
    assert step.actions[0].text("function") == ""


def test_who_is_kept_when_the_group_goes_on_before_when(step: Led) -> None:
    step.write("Ring upp @pi", held=CTRL)
    step.type("enhetschef")
    step.press(Qt.Key.Key_PageDown, CTRL)
    step.settle()
    assert step.here == "shift-R3"
    assert step.actions[0]["function"] == "enhetschef"
    assert step.capture.quick.isHidden()


def test_arrows_choose_an_idea_while_the_keys_stay_in_the_line(step: Led) -> None:
    for text in ("Ett", "Två", "Tre"):
        step.write(text)
    chosen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        step.press(key)
        chosen.append(step.capture.list.chosen_row.text)  # type: ignore[union-attr]
        assert step.capture.line.hasFocus()
    assert chosen == ["Tre", "Två", "Ett", "Ett"]
    step.press(Qt.Key.Key_Up, times=3)
    assert step.capture.list.chosen_id == ""


def test_ctrl_enter_on_a_chosen_idea_makes_it_an_action_once(step: Led) -> None:
    step.write("Ring upp")
    for _ in range(2):
        step.press(Qt.Key.Key_Down)
        step.press(ENTER, CTRL)
        step.settle()
        step.press(Qt.Key.Key_Escape)
    (action,) = step.actions
    assert action.items("ideas") == (step.idea("Ring upp").id,)
    assert step.capture.list.ideas.rows[0].action == action["number"]


def test_f2_edits_and_esc_leaves_it_as_it_was(step: Led) -> None:
    step.write("Ring up")
    step.press(Qt.Key.Key_Down)
    step.press(Qt.Key.Key_F2)
    assert "Du ändrar förslag" in step.capture.said.text()
    step.write("p dagen efter")
    assert step.listed == ["Ring upp dagen efter"]
    step.press(Qt.Key.Key_Down)
    step.press(Qt.Key.Key_F2)
    step.type(" och mer")
    step.press(Qt.Key.Key_Escape)
    step.settle()
    assert step.listed == ["Ring upp dagen efter"]
    assert step.capture.line.text() == ""


def test_editing_shows_who_said_it_and_changes_that_too(step: Led) -> None:
    step.write("Ring upp @pi")
    step.press(Qt.Key.Key_Down)
    step.press(Qt.Key.Key_F2)
    assert step.capture.tags.chosen == ("2581",)
    step.press(Qt.Key.Key_3, ALT)
    step.write(" snart @reg")
    idea = step.idea("Ring upp snart")
    assert (idea["party"], idea.items("contributors")) == ("region", ("2581", "2505"))
    step.write("Nästa")
    assert step.idea("Nästa")["party"] is None


def test_who_said_an_idea_can_be_taken_back_and_esc_leaves_it(step: Led) -> None:
    step.write("Ring upp @pi")
    for key in (Qt.Key.Key_Escape, ENTER):
        step.press(Qt.Key.Key_Down)
        step.press(Qt.Key.Key_F2)
        step.press(Qt.Key.Key_1, ALT)
        assert step.idea("Ring upp")["party"] == "2581"
        step.press(key)
        step.settle()
        assert step.capture.tags.chosen == ()
    assert step.idea("Ring upp")["party"] is None


@pytest.mark.parametrize("tag", ["@a", "@kiruna"])
def test_a_tag_that_is_nobody_or_several_is_told_of(step: Led, tag: str) -> None:
    step.write(f"Ring upp {tag}")
    assert step.listed == [f"Ring upp {tag}"]
    assert step.capture.said.text().startswith(f"”{tag}” är ingen av de inbjudna, eller flera.")
    step.write("Nästa @pi")
    assert step.capture.said.isHidden()


def test_alt_with_a_number_tells_who_said_the_chosen_idea(step: Led) -> None:
    step.write("Ring upp")
    step.press(Qt.Key.Key_Down)
    step.press(Qt.Key.Key_2, ALT)
    step.press(Qt.Key.Key_1, ALT)
    step.settle()
    parties = [party for party, _ in step.room.parties()]
    assert said_by(step.room.ideas[-1]) == (parties[1], parties[0])
    step.press(Qt.Key.Key_2, ALT)  # once more takes it back
    step.settle()
    assert said_by(step.room.ideas[-1]) == (parties[0],)


def test_the_chips_of_a_chosen_idea_do_not_go_with_what_is_written_next(step: Led) -> None:
    step.press(Qt.Key.Key_2, ALT)
    step.write("Ring upp")
    step.press(Qt.Key.Key_Down)
    second = step.room.parties()[1][0]
    assert list(step.capture.tags.chosen) == [second]
    step.write("Träffas")
    assert said_by(step.room.ideas[-1]) == ()
    assert not step.capture.tags.chosen


def test_what_is_parked_is_counted_beside_the_ideas_of_the_step(step: Led) -> None:
    for text in ("Ring upp", "Vem betalar?"):
        step.write(text)
    step.press(Qt.Key.Key_Down)
    step.press(Qt.Key.Key_P, ALT)
    step.settle()
    assert step.capture.count.text() == "1 förslag · 1 i parkeringen"


def test_editing_waits_for_what_is_half_written(step: Led) -> None:
    step.write("Ring upp")
    step.type("Halvskriv")
    step.press(Qt.Key.Key_Down)
    step.press(Qt.Key.Key_F2)
    assert step.capture.line.text() == "Halvskriv"
    assert "Skriv klart" in step.capture.said.text()


def test_alt_s_merges_and_both_can_be_traced(step: Led) -> None:
    for text in ("Ring upp @pi", "Ring dagen efter @reg"):
        step.write(text)
    step.press(Qt.Key.Key_Down)
    step.press(Qt.Key.Key_S, ALT)
    step.press(Qt.Key.Key_Down)
    step.press(ENTER)
    step.settle()
    assert step.listed == ["Ring upp"]
    kept, gone = step.idea("Ring upp"), step.idea("Ring dagen efter")
    assert gone["merged_into"] == kept.id
    assert kept.items("contributors") == ("region",)
    step.press(ENTER, CTRL)
    step.settle()
    step.press(Qt.Key.Key_Escape)
    assert step.actions[0].items("ideas") == (kept.id, gone.id)


def test_merging_can_be_left(step: Led) -> None:
    for text in ("Ett", "Två"):
        step.write(text)
    step.press(Qt.Key.Key_Down)
    step.press(Qt.Key.Key_S, ALT)
    step.press(Qt.Key.Key_Escape)
    step.press(Qt.Key.Key_Down)
    step.press(ENTER)
    step.settle()
    assert step.listed == ["Två", "Ett"]


def test_alt_p_parks_and_takes_back_from_the_parking_lot(step: Led) -> None:
    step.write("En ny buss")
    step.press(Qt.Key.Key_Down)
    step.press(Qt.Key.Key_P, ALT)
    step.settle()
    assert step.listed == []
    assert "parkerat" in step.told[-1]
    assert step.leading.rail.steps.rows[-1].id == PARKED
    step.leading.go(PARKED)
    assert step.listed == ["En ny buss"]
    assert step.capture.head.over.isHidden()
    step.press(Qt.Key.Key_Down)
    step.press(Qt.Key.Key_P, ALT)
    step.settle()
    assert step.leading.rail.steps.rows[-1].id == "close"
    step.leading.show_current()
    assert step.listed == ["En ny buss"]


def test_what_is_written_in_the_parking_lot_stands_there(step: Led) -> None:
    step.write("Ett")
    step.press(Qt.Key.Key_Down)
    step.press(Qt.Key.Key_P, ALT)
    step.settle()
    step.leading.go(PARKED)
    step.write("Två")
    assert step.listed == ["Två", "Ett"]
    assert step.idea("Två")["step"] == "shift-R2"


def test_alt_f_moves_to_another_step_through_a_menu(step: Led) -> None:
    step.write("Ta prover hemma")
    step.press(Qt.Key.Key_Down)
    step.press(Qt.Key.Key_F, ALT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    titles = [one.text() for one in menu.actions()]
    assert "Personcentrering" not in titles
    step.press(Qt.Key.Key_Down, times=titles.index("Samverkan") + 1)
    step.press(ENTER)
    step.settle()
    idea = step.idea("Ta prover hemma")
    assert (idea["step"], idea["shift"]) == ("prerequisite-F1", "R2")
    assert idea.items("prerequisites") == ("F1",)
    assert step.window.focusWidget() is step.capture.line


def test_delete_removes_and_undo_with_an_empty_line_brings_back(step: Led) -> None:
    step.write("Ring upp")
    step.press(Qt.Key.Key_Down)
    step.press(Qt.Key.Key_Delete)
    step.settle()
    assert step.listed == []
    assert "Ångra" in step.told[-1]
    step.press(Qt.Key.Key_Z, CTRL)
    step.settle()
    assert step.listed == ["Ring upp"]


def test_undo_while_writing_is_the_lines_own(step: Led) -> None:
    step.write("Ring upp")
    step.type("Halvskrivet")
    step.press(Qt.Key.Key_Z, CTRL)
    step.settle()
    assert step.listed == ["Ring upp"]
    assert step.capture.line.text() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_P, Qt.Key.Key_S, Qt.Key.Key_F])
def test_a_key_about_an_idea_says_when_none_is_chosen(step: Led, key: Qt.Key) -> None:
    step.write("Ring upp")
    step.press(key, ALT)
    assert "Välj ett förslag först" in step.capture.said.text()


def test_a_personal_number_comes_back_and_can_be_kept_all_the_same(step: Led) -> None:
    step.write(f"Fråga {NUMBER}")
    assert step.listed == []
    assert step.capture.line.text() == f"Fråga {NUMBER}"
    assert step.capture.anyway.isVisible()
    assert step.capture.anyway.text() == "Spara ändå"
    step.press(Qt.Key.Key_Tab)
    step.press(Qt.Key.Key_Space)
    step.settle()
    assert step.listed == [f"Fråga {NUMBER}"]
    assert step.capture.line.text() == ""
    assert step.capture.line.hasFocus()


def test_a_refused_text_does_not_overwrite_what_is_written_since(step: Led) -> None:
    step.type(f"Fråga {NUMBER}")
    step.press(ENTER)
    step.type("Nästa")
    step.settle()
    assert step.capture.line.text() == "Nästa"
    assert NUMBER in step.capture.said.text()
    step.capture.anyway.click()
    step.settle()
    assert step.listed == [f"Fråga {NUMBER}"]
    assert step.capture.line.text() == "Nästa"


def test_an_edit_that_is_refused_is_still_an_edit(step: Led) -> None:
    step.write("Ring upp")
    step.press(Qt.Key.Key_Down)
    step.press(Qt.Key.Key_F2)
    step.write(f" {NUMBER}")
    assert step.listed == ["Ring upp"]
    step.press(Qt.Key.Key_Backspace, times=len(NUMBER))
    step.write("snart")
    assert step.listed == ["Ring upp snart"]


def test_an_edited_idea_becomes_an_action_with_its_new_text(step: Led) -> None:
    step.write("Ring up")
    step.press(Qt.Key.Key_Down)
    step.press(Qt.Key.Key_F2)
    step.write("p dagen efter", held=CTRL)
    step.settle()
    (action,) = step.actions
    assert action.text("title") == "Ring upp dagen efter"
    assert step.listed == ["Ring upp dagen efter"]
    assert step.capture.line.text() == ""


def test_an_edit_that_is_refused_makes_no_action(step: Led) -> None:
    step.write("Ring upp")
    step.press(Qt.Key.Key_Down)
    step.press(Qt.Key.Key_F2)
    step.write(f" {NUMBER}", held=CTRL)
    step.settle()
    assert step.actions == []
    assert NUMBER in step.capture.line.text()


@pytest.mark.parametrize(("key", "left"), [(ENTER, "Ring snart"), (Qt.Key.Key_Escape, "Mejla")])
def test_a_text_written_elsewhere_is_told_of_before_it_is_replaced(
    step: Led, key: Qt.Key, left: str
) -> None:
    step.write("Ring")
    idea = step.idea("Ring").id
    step.press(Qt.Key.Key_Down)
    step.press(Qt.Key.Key_F2)
    step.desk.edit(lambda session: session.set(idea, {"title": "Mejla"}))
    step.settle()
    step.write(" snart")
    assert step.listed == ["Mejla"]
    assert "”Mejla”" in step.capture.said.text()
    assert step.capture.line.text() == "Ring snart"
    step.press(key)
    step.settle()
    assert step.listed == [left]


def test_alt_a_is_for_the_minutes_alone(step: Led) -> None:
    step.write("Vi var oense om bussen", Qt.Key.Key_A, ALT)
    assert step.listed == []
    (note,) = step.room.things("note")
    assert (note.text("text"), note["step"]) == ("Vi var oense om bussen", "shift-R2")
    assert "Rummet ser det inte" in step.capture.said.text()
    assert step.capture.line.text() == ""


def test_what_is_typed_goes_along_to_another_step(step: Led) -> None:
    step.type("Halvskrivet")
    for there in ("shift-R3", "actions", "welcome", "shift-R2"):
        step.room.go(there)
        step.settle()
        if there != "welcome":
            assert step.capture.line.text() == "Halvskrivet"
    step.press(ENTER)
    step.settle()
    assert step.listed == ["Halvskrivet"]
    assert step.at("actions").line.text() == ""


@pytest.mark.parametrize("there", ["shift-R2", "actions"])
def test_a_crash_leaves_what_was_typed_in_the_line(lead: Lead, place: Path, there: str) -> None:
    led = lead(place)
    led.at("shift-R2")
    led.write("Kvar")
    led.type("Halvskriv")
    led.at(there)
    led.leading.keep()
    led.crash()
    again = lead(place)
    assert again.here == there
    assert again.capture.line.text() == "Halvskriv"
    again.press(ENTER)
    again.settle()
    assert sorted(again.listed) == ["Halvskriv", "Kvar"]
    again.close()
    assert lead(place).capture.line.text() == ""


def test_what_a_crash_left_and_somebody_took_away_stays_away(lead: Lead, place: Path) -> None:
    led = lead(place)
    led.at("shift-R2")
    led.type("Halvskriv")
    led.leading.keep()
    led.crash()
    again = lead(place)
    again.press(Qt.Key.Key_A, CTRL)
    again.press(Qt.Key.Key_Backspace)
    again.close()
    assert lead(place).capture.line.text() == ""


def test_an_action_like_it_is_told(step: Led) -> None:
    title = step.room.actions[0].text("title")
    step.write(title)
    step.until(lambda: "Liknande finns" in step.capture.said.text())
    assert title in step.capture.said.text()
    assert step.capture.line.hasFocus()


def test_a_very_long_text_and_odd_letters_are_kept_as_they_are(step: Led) -> None:
    odd = "<b>fet</b> & \u202eomvänt " + "å" * 900
    step.capture.line.setText(odd)
    step.press(ENTER)
    step.settle()
    assert step.listed == [" ".join(step.room.things("idea")[0].text("title").split())]
    assert step.listed[0].startswith("<b>fet</b>")
