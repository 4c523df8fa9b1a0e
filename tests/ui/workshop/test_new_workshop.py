"""Planning a workshop in a dialog, and typing cards back in another."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.workshop.preparing_fixtures import (
    PLANNED,
    WAIT,
    agenda_of,
    made,
    opened,
    workshop_of,
)
from ui.checks import clipped, rich_text, unnamed
from ui.desk import Desk
from ui.theme.theme import Theme
from ui.workshop.cards_dialog import CardsDialog
from ui.workshop.new_workshop import NewWorkshopDialog


@pytest.fixture
def workshop(tmp_path: Path) -> str:
    return made(tmp_path / "plan.nvplan", PLANNED)[0]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, workshop: str) -> Iterator[Desk]:
    with opened(qtbot, tmp_path / "plan.nvplan") as desk:
        yield desk


@pytest.fixture
def dialog(desk: Desk, theme: Theme) -> NewWorkshopDialog:
    dialog = NewWorkshopDialog(desk, theme)
    dialog.show()
    dialog.activateWindow()
    return dialog


@pytest.fixture
def cards(desk: Desk, theme: Theme, workshop: str) -> CardsDialog:
    dialog = CardsDialog(desk, workshop, theme)
    dialog.show()
    return dialog


def test_a_follow_up_that_is_registered_is_proposed_today(desk: Desk, theme: Theme) -> None:
    dialog = NewWorkshopDialog(desk, theme, following_up=True)
    day = dialog.form.lines["date"]
    assert day.text() == day.selectedText() == desk.surroundings.today().isoformat()
    assert dialog.form.check("date")
    dialog.close()


def test_the_day_of_another_workshop_is_asked_for(dialog: NewWorkshopDialog) -> None:
    assert dialog.form.lines["date"].text() == ""
    dialog.close()


def test_the_plan_gives_what_it_knows(dialog: NewWorkshopDialog) -> None:
    form = dialog.form
    assert form.part.currentText() == "Östra"
    assert form.lines["title"].text() == "Workshop Östra"
    assert set(form.invited.parties) == {"2583", "2514", "2513", "2518", "region"}
    assert form.lines["date"].hasFocus()
    dialog.close()


def test_another_lansdel_invites_others(dialog: NewWorkshopDialog) -> None:
    dialog.form.part.choose("sodra")
    dialog.form.part.chosen.emit("sodra")
    assert set(dialog.form.invited.parties) == {"2506", "2505", "2581", "2560", "region"}
    assert dialog.form.lines["title"].text() == "Workshop Södra"
    dialog.close()


def test_what_is_typed_makes_a_workshop(
    qtbot: QtBot, dialog: NewWorkshopDialog, desk: Desk
) -> None:
    form = dialog.form
    QTest.keyClicks(form.lines["date"], "14 maj 2027")
    QTest.keyClicks(form.lines["starts"], "kl 13")
    form.functions.setPlainText("rektor\tHaparanda\nenhetschef hemtjänst, Kalix\n\n")
    form.invited.chips["2518"].click()
    with qtbot.waitSignal(dialog.made, timeout=WAIT) as made_:
        dialog.go_on.click()
    thing = workshop_of(desk, made_.args[0])
    assert (thing.text("date"), thing.text("starts")) == ("2027-05-14", "13.00")
    assert "2518" not in thing.items("parties")
    assert len(agenda_of(desk, thing.id)) == 18
    assert len(desk.rows["participant"]) == 2


@pytest.mark.parametrize(("name", "typed"), [("date", "31 februari"), ("starts", "25.00")])
def test_what_is_wrong_is_said_at_the_field(
    dialog: NewWorkshopDialog, desk: Desk, name: str, typed: str
) -> None:
    dialog.form.lines[name].setText(typed)
    dialog.go_on.click()
    assert dialog.form.blocks[name].problem.text()
    assert dialog.form.lines[name].hasFocus()
    assert len(desk.rows["workshop"]) == 1
    dialog.close()


def test_a_personal_number_is_asked_about_and_the_mended_text_kept(
    qtbot: QtBot, dialog: NewWorkshopDialog, desk: Desk
) -> None:
    dialog.form.lines["place"].setText("Hos 19811218-9876")
    dialog.go_on.click()
    qtbot.waitUntil(dialog.anyway.isVisible, timeout=WAIT)
    assert "personnummer" in dialog.said.text()
    dialog.form.lines["place"].setText("Folkets Hus")
    with qtbot.waitSignal(dialog.made, timeout=WAIT) as made_:
        dialog.anyway.click()
    assert workshop_of(desk, made_.args[0]).text("place") == "Folkets Hus"


def test_the_dialogs_have_names_and_room(dialog: NewWorkshopDialog, cards: CardsDialog) -> None:
    QApplication.processEvents()
    for one in (dialog, cards):
        assert clipped(one) + rich_text(one) + unnamed(one) == []
        one.close()


def test_cards_are_kept_and_what_is_not_stays(qtbot: QtBot, cards: CardsDialog, desk: Desk) -> None:
    cards.text.setPlainText("12 Gemensam rutin @öv\n13 Prover i byn\n12 Samma igen\nutan nummer")
    cards.keep.click()
    qtbot.waitUntil(lambda: len(desk.rows["idea"]) == 2, timeout=WAIT)
    assert cards.text.toPlainText() == "12 Samma igen\nutan nummer"
    assert cards.said.text().startswith("2 kort sparade.")
    assert "”Gemensam rutin”" in cards.said.text()
    kept = [row.thing for row in desk.rows["idea"].values()]
    assert {(one["card"], one["party"]) for one in kept} == {(12, "2518"), (13, None)}
    cards.close()


def test_nothing_to_keep_is_said(qtbot: QtBot, cards: CardsDialog) -> None:
    cards.text.setPlainText("utan nummer")
    cards.keep.click()
    qtbot.waitUntil(lambda: "Inga kort" in cards.said.text(), timeout=WAIT)
    assert cards.text.toPlainText() == "utan nummer"
    cards.close()


def test_cards_of_a_workshop_without_steps_are_not_taken(
    qtbot: QtBot, desk: Desk, theme: Theme, workshop: str
) -> None:
    desk.edit(lambda session: session.set(workshop, {"agenda": None}))
    qtbot.waitUntil(lambda: not agenda_of(desk, workshop), timeout=WAIT)
    dialog = CardsDialog(desk, workshop, theme)
    assert not dialog.keep.isEnabled()
    dialog.close()
    dialog.deleteLater()


def test_a_great_many_cards_are_kept_in_one_step(
    qtbot: QtBot, cards: CardsDialog, desk: Desk
) -> None:
    cards.text.setPlainText("\n".join(f"{n} Förslag {n}" for n in range(1, 501)))
    cards.keep.click()
    qtbot.waitUntil(lambda: len(desk.rows["idea"]) == 500, timeout=WAIT)
    desk.undo()
    qtbot.waitUntil(lambda: not desk.rows["idea"], timeout=WAIT)
    cards.close()
