from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.session.files import view_of
from tests.ui.overall.conftest import Shown
from ui.checks import clipped, rich_text, unnamed
from ui.overall.bar import COUNTY, DECISIONS

BOOKS, BALANCE, TEAM = "Blodtryck när bokbussen", "Träna balans", "Starta ett hemteam"
JOINT, INSIDE = "Fast vårdkontakt till alla med", "Utse fast vårdkontakt till"


def find(menu: QMenu, text: str) -> QAction:
    return next(one for one in menu.actions() if one.text().startswith(text))


def test_every_row_of_the_plan_is_there_in_its_shift(shown: Shown) -> None:
    entries = {one.entry.id for one in shown.nodes() if one.entry}
    rows = shown.page.desk.rows
    assert entries == {*rows["action"], *rows["joint_action"]}
    assert shown.titles()[0] == "Mer hälsofrämjande och förebyggande insatser"
    assert "56 lokala åtgärder kvar att avgöra." in shown.page.said.text()


def test_a_row_says_where_it_comes_from(shown: Shown) -> None:
    line = shown.line(BALANCE)
    assert line.about == "Södra 12 · workshop 2026-02-10 · Älvsbyns kommun · löpande · Pågår"
    assert line.badge == "Inte avgjord"
    assert "Södra länsdelens handlingsplan 2027" in line.tip


def test_a_joint_action_has_what_it_gathers_beneath_it(shown: Shown) -> None:
    line = shown.line(JOINT)
    assert line.badge == "Samlar 4"
    assert [one.entry.where for one in line.children if one.entry] == [
        ("Södra",),
        ("Östra",),
        ("Luleå/Boden",),
        ("Norra",),
    ]


def test_a_key_chooses_and_a_line_asks_why(shown: Shown) -> None:
    shown.go_to(BALANCE)
    shown.choose(Qt.Key.Key_1)
    shown.write("Bara i byarna")
    shown.key(Qt.Key.Key_Return)
    shown.until(lambda: shown.thing(BALANCE)["handling_reason"])
    assert shown.thing(BALANCE)["handling"] == "kept_local"
    shown.settle()
    assert shown.line(BALANCE).badge == "Behålls lokalt"
    assert shown.line(BALANCE).about.startswith("Därför: Bara i byarna · Södra 12")


def test_the_keys_go_on_to_the_next_row_that_waits(shown: Shown) -> None:
    waiting = [one.title for one in shown.nodes() if one.is_undecided]
    shown.go_to(waiting[0])
    for key in (Qt.Key.Key_3, Qt.Key.Key_1):
        shown.choose(key)
        shown.key(Qt.Key.Key_Escape)
        shown.settle()
    here = shown.page.tree.lines.node(shown.page.tree.currentIndex())
    assert here
    assert here.title == waiting[2]
    assert shown.page.tree.hasFocus()


def test_without_a_reason_the_choice_stands_all_the_same(shown: Shown) -> None:
    shown.go_to(BALANCE)
    shown.choose(Qt.Key.Key_3)
    shown.key(Qt.Key.Key_Escape)
    assert shown.thing(BALANCE)["handling"] == "raised"
    assert shown.thing(BALANCE)["handling_reason"] is None


def test_several_rows_are_chosen_at_once_and_undone_in_a_step(shown: Shown) -> None:
    shown.go_to(BOOKS, BALANCE)
    shown.choose(Qt.Key.Key_2)
    assert "2 åtgärder" in shown.page.reason.asks.text()
    shown.key(Qt.Key.Key_Escape)
    assert {shown.thing(one)["handling"] for one in (BOOKS, BALANCE)} == {"joint"}
    shown.page.desk.undo()
    shown.until(lambda: shown.thing(BOOKS)["handling"] is None)
    assert shown.thing(BALANCE)["handling"] is None


def test_nought_takes_a_choice_back_and_asks_nothing(shown: Shown) -> None:
    shown.go_to(BALANCE)
    shown.choose(Qt.Key.Key_1)
    shown.key(Qt.Key.Key_Escape)
    shown.settle()
    shown.go_to(BALANCE)
    shown.key(Qt.Key.Key_0)
    shown.until(lambda: shown.thing(BALANCE)["handling"] is None)
    assert not shown.page.reason.is_asking


def test_a_row_that_is_gathered_is_told_of(shown: Shown) -> None:
    shown.go_to(INSIDE)
    shown.key(Qt.Key.Key_1)
    shown.until(lambda: shown.told)
    assert "ingår redan i en gemensam åtgärd" in shown.told[-1]


def test_a_joint_action_alone_is_nothing_to_choose_for(shown: Shown) -> None:
    shown.go_to(JOINT)
    shown.key(Qt.Key.Key_1)
    assert shown.told == ["Välj en länsdels åtgärd."]


def test_what_is_typed_is_kept_when_the_place_is_left(shown: Shown) -> None:
    shown.go_to(BALANCE)
    shown.choose(Qt.Key.Key_1)
    shown.write("Lokalt")
    shown.page.keep()
    shown.until(lambda: shown.thing(BALANCE)["handling_reason"] == "Lokalt")


def test_a_personal_number_is_asked_about_in_place(shown: Shown) -> None:
    shown.go_to(BALANCE)
    shown.choose(Qt.Key.Key_1)
    shown.write("Avser 640823-3234")
    shown.key(Qt.Key.Key_Return)
    shown.until(shown.page.reason.wrong.text)
    assert shown.page.reason.field.text() == "Avser 640823-3234"
    shown.page.reason.anyway.click()
    shown.until(lambda: shown.thing(BALANCE)["handling_reason"])


def test_enter_opens_a_row_where_it_stands(shown: Shown) -> None:
    for title in (JOINT, BALANCE):
        shown.go_to(title)
        shown.key(Qt.Key.Key_Return)
    kinds = [kind for kind, _ in shown.asked]
    assert kinds == ["joint_action", "action"]
    assert shown.asked[1][1] == shown.thing(BALANCE).id


def test_what_is_folded_stays_folded_when_the_plan_changes(shown: Shown) -> None:
    shown.go_to("Öppnare vårdformer")
    shown.key(Qt.Key.Key_Left)
    assert not any(one.startswith(TEAM) for one in shown.titles())
    shown.go_to(BALANCE)
    shown.choose(Qt.Key.Key_1)
    shown.key(Qt.Key.Key_Escape)
    shown.settle()
    assert not any(one.startswith(TEAM) for one in shown.titles())


def test_words_and_what_waits_filter_the_rows(shown: Shown) -> None:
    shown.page.bar.filter.setText("arvidsjaur stroke")
    shown.until(lambda: len(shown.nodes()) < 5)
    shown.page.bar.filter.setText("vårdkontakt")
    shown.until(lambda: JOINT in "".join(shown.titles()))
    shown.page.bar.undecided.click()
    shown.until(lambda: shown.page.rows.currentWidget() is shown.page.nothing)
    shown.page.nothing.button.click()
    assert len(shown.nodes()) > 60


def test_one_huvudman_sees_what_it_answers_for_and_takes_part_in(shown: Shown) -> None:
    shown.page.show_principal("2581")
    shown.until(lambda: shown.titles()[0] == "Ansvarar för")
    own = [one for one in shown.nodes() if "own/" in one.key]
    assert {one.entry.thing["principal"] for one in own if one.entry} == {"2581"}
    assert "Medverkar i" in shown.titles()
    assert shown.page.bar.principal.text() == "Piteå kommun ▾"


def test_all_principals_are_listed_folded(shown: Shown) -> None:
    shown.page.show_principal(None)
    shown.until(lambda: shown.titles()[0] == "Region Norrbotten")
    assert shown.titles()[-1] == "Ingen ansvarig huvudman"
    shown.go_to("Kalix kommun")
    shown.key(Qt.Key.Key_Return)
    assert "Ansvarar för" in shown.titles()


def test_what_is_raised_stands_among_decisions(shown: Shown) -> None:
    shown.page.show_way(DECISIONS)
    shown.until(lambda: shown.titles()[0] == "Länsstyrgruppen")
    before = len(shown.nodes())
    shown.page.desk.edit(
        lambda session: session.set(shown.thing(BALANCE).id, {"handling": "raised"})
    )
    shown.until(lambda: len(shown.nodes()) > before)
    assert shown.line("Ingen har sagt vem").children[-1].title.startswith("Träna balans")


def test_the_county_tells_of_white_spots_and_then_of_overlaps(shown: Shown) -> None:
    shown.page.show_way(COUNTY)
    shown.until(lambda: shown.titles()[0] == "Omfattning")
    assert any(one.startswith("Ingen åtgärd som bygger på") for one in shown.titles())
    shown.until(lambda: any("Liknande arbete i" in one for one in shown.titles()))
    line = shown.line("Liknande arbete i Södra, Östra och Norra")
    assert len(line.children) == 3


def test_chosen_rows_are_copied_as_a_table(shown: Shown) -> None:
    shown.go_to(BALANCE)
    QTest.keyClick(shown.page.tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    head, row = QGuiApplication.clipboard().text().split("\n")
    assert head.startswith("Åtgärd\tLänsdel\tNr\tWorkshop")
    assert row.split("\t")[:5] == [
        *("Träna balans i bygdegårdarna", "Södra", "12", "2026-02-10", "Älvsbyns kommun"),
    ]
    assert shown.told == ["1 rad kopierad."]


def test_a_plan_is_handed_back_to_its_county_part(shown: Shown) -> None:
    shown.go_to(BALANCE)
    homes = find(shown.page.menu(), "Gör filen").menu()
    assert isinstance(homes, QMenu)
    assert [one.text() for one in homes.actions()][:2] == ["Södra…", "Östra…"]
    homes.actions()[0].trigger()
    shown.until(lambda: shown.told)
    assert shown.told[-1].startswith("Återlämningen till Södra är skriven")
    assert shown.choosing.asked[0].startswith("Återlämning Södra 20")
    view = view_of(read_plan(Path(str(shown.choosing.answer))))
    assert view.plan
    assert view.plan["county_part"] == "sodra"


def test_the_menu_shows_what_is_chosen(shown: Shown) -> None:
    shown.go_to(BALANCE)
    shown.choose(Qt.Key.Key_3)
    shown.key(Qt.Key.Key_Escape)
    shown.settle()
    shown.go_to(BALANCE)
    menu = shown.page.menu()
    assert find(menu, "Lyfts för beslut").isChecked()
    find(menu, "Behålls lokalt").trigger()
    shown.until(lambda: shown.thing(BALANCE)["handling"] == "kept_local")


def test_an_empty_plan_says_what_to_do(empty: Shown) -> None:
    assert empty.page.empty.isVisible()
    assert "Slå samman länsdelarnas planer först" in empty.page.empty.text.text()


def test_everything_is_named_and_plain_and_has_room(shown: Shown) -> None:
    assert unnamed(shown.page) == []
    assert rich_text(shown.page) == []
    assert clipped(shown.page) == []
    shown.go_to(BALANCE)
    shown.choose(Qt.Key.Key_1)
    assert unnamed(shown.page) == []
    told = QAccessible.queryAccessibleInterface(shown.page.reason.field)
    assert "Träna balans" in told.text(QAccessible.Text.Name)


def test_closing_ends_what_is_being_compared(shown: Shown) -> None:
    shown.page.show_way(COUNTY)
    shown.until(lambda: shown.page._overlaps._worker is not None)
    worker = shown.page._overlaps._worker
    assert worker
    shown.page.close_place()
    assert not worker._thread.is_alive()


def test_all_plans_are_handed_back_at_once(shown: Shown) -> None:
    folder = shown.page.desk.place.parent / "hem"
    folder.mkdir()
    shown.choosing.answer = folder
    shown.go_to(BALANCE)
    homes = find(shown.page.menu(), "Gör filen").menu()
    assert isinstance(homes, QMenu)
    find(homes, "Alla").trigger()
    shown.until(lambda: shown.told)
    assert shown.told[-1] == f"4 av 4 återlämningar är skrivna i {folder}."
    parts = {view_of(read_plan(one)).plan["county_part"] for one in folder.iterdir()}  # type: ignore[index]
    assert parts == {"sodra", "ostra", "lulea_boden", "norra"}


def test_a_file_in_the_way_is_told_and_the_others_are_written(shown: Shown) -> None:
    folder = shown.page.desk.place.parent / "hem"
    folder.mkdir()
    shown.choosing.answer = folder
    shown.page._handing.hand_back_all()
    shown.until(lambda: shown.told)
    next(folder.glob("*Södra*")).rename(folder / "undan.nvplan")
    shown.page._handing.hand_back_all()
    shown.until(lambda: len(shown.told) == 2)
    assert shown.told[-1].startswith("1 av 4 återlämningar är skrivna")
    assert "finns redan" in shown.told[-1]
