from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nvworkshop.model.layouts import Split
from tests.importing import books
from tests.ui.incoming.conftest import Shown


def test_list_is_taken_in_and_can_be_taken_back(shown: Shown, own_list: Path) -> None:
    shown.chooser.chosen = own_list
    shown.page.empty.button.click()
    shown.rest()
    shown.page.columns.go.click()
    shown.rest()
    assert shown.page.review.go.text() == "Hämta in 2 rader"
    shown.take()
    assert shown.told == ["2 rader ur lista.csv är hämtade."]
    assert shown.titles == ["Starta mobila team", "Öppna träffpunkt", "Skriv rutin"]
    shown.page.desk.undo()
    shown.until(lambda: shown.titles == ["Starta mobila team"])


def test_nothing_is_in_the_plan_before_the_button(shown: Shown, own_list: Path) -> None:
    shown.review(own_list)
    assert shown.titles == ["Starta mobila team"]
    assert shown.page.desk.undo_label == ""


def test_row_that_the_plan_has_is_not_chosen(shown: Shown, own_list: Path) -> None:
    shown.review(own_list)
    picking = shown.page.review.picking
    assert picking is not None
    assert picking.ticked == {0, 2}
    text = shown.page.review.rows.list.model_.rows[1].text
    assert "Finns redan i planen: åtgärd 1: Starta mobila team." in text


def test_space_chooses_a_row(shown: Shown, own_list: Path) -> None:
    shown.review(own_list)
    shown.key(shown.page.review.rows.list, Qt.Key.Key_Space)
    assert shown.page.review.go.text() == "Hämta in 1 rad"
    shown.take()
    assert shown.titles == ["Starta mobila team", "Skriv rutin"]


def test_none_and_all_are_chosen_among_the_rows_that_are_shown(
    shown: Shown, own_list: Path
) -> None:
    shown.review(own_list)
    rows = shown.page.review.rows
    rows.none.click()
    assert not shown.page.review.go.isEnabled()
    rows.search.setText("rutin")
    shown.until(lambda: shown.listed == ["Skriv rutin"])
    rows.all.click()
    assert shown.page.review.go.text() == "Hämta in 1 rad"


def test_what_could_not_be_read_is_copied_as_text(shown: Shown, own_list: Path) -> None:
    shown.review(own_list)
    view = shown.page.review.rejected
    assert [one.spot.column for one in view.rejected] == [4, 5]
    view.copy.click()
    lines = QApplication.clipboard().text().splitlines()
    assert lines[1].startswith("\t4\tD\tTidplan\t31 februari 2027\t")


def test_column_is_another_field_when_it_is_said(shown: Shown, own_list: Path) -> None:
    shown.read(own_list)
    goal = shown.page.columns.rows[0]
    goal.combo.choose("situation")
    goal.chosen.emit(1, "situation")
    shown.rest()
    shown.page.columns.go.click()
    shown.rest()
    picking = shown.page.review.picking
    assert picking is not None
    names = [one.name for one in picking.proposals.proposals[0].fields]
    assert "situation" in names
    assert "goal" not in names


def test_choice_of_columns_is_remembered(shown: Shown, own_list: Path) -> None:
    shown.read(own_list)
    shown.page.columns.rows[0].chosen.emit(1, "situation")
    shown.rest()
    shown.page.columns.go.click()
    shown.rest()
    shown.read(own_list)
    assert shown.page.columns.rows[0].combo.value == "situation"
    assert "förra gången" in shown.page.columns.said.text()


def test_row_of_headings_and_what_is_split_are_chosen(shown: Shown, tmp_path: Path) -> None:
    shown.read(books.skr(tmp_path))
    columns = shown.page.columns
    assert columns.header.currentData() == 2
    columns.split.setCurrentIndex(columns.split.findData(Split.NEVER))
    columns.split.activated.emit(0)
    shown.rest()
    columns.go.click()
    shown.rest()
    assert len(shown.listed) == 2


def test_list_without_a_column_of_actions_can_not_be_taken(shown: Shown, tmp_path: Path) -> None:
    place = tmp_path / "x.csv"
    place.write_text("Telefon;Nr\n12;13\n", "utf-8")
    shown.read(place)
    assert not shown.page.columns.go.isEnabled()
    assert shown.page.columns.missing.text()


def test_file_that_can_not_be_read_says_why_in_place(shown: Shown, tmp_path: Path) -> None:
    place = tmp_path / "gammal.xlsx"
    place.write_bytes(b"PK\x03\x04 inte en bok")
    shown.read(place)
    assert shown.page.problem.isVisible()
    assert shown.page.stack.currentWidget() is shown.page.empty


def test_reading_can_be_stopped(shown: Shown, tmp_path: Path) -> None:
    shown.page.read(books.large(tmp_path, 500))
    shown.page.busy.cancelled.emit()
    assert not shown.page.taking.is_under_way
    assert "Inget har ändrats" in shown.page.problem.text()
    shown.read(books.english(tmp_path))
    assert shown.page.stack.currentWidget() is shown.page.columns


def test_personal_number_is_asked_about_before_it_is_kept(shown: Shown, tmp_path: Path) -> None:
    shown.review(books.nasty(tmp_path))
    review = shown.page.review
    review.rows.none.click()
    review.rows.list.turned.emit(1, True)
    shown.take()
    assert "personnummer" in review.problem.text()
    assert len(shown.titles) == 1
    review.anyway.click()
    shown.rest()
    assert len(shown.titles) == 2


def test_escape_goes_back_to_the_plan_and_the_file_stays(shown: Shown, own_list: Path) -> None:
    shown.review(own_list)
    left: list[bool] = []
    shown.page.left.connect(lambda: left.append(True))
    shown.key(shown.page, Qt.Key.Key_Escape)
    assert left == [True]
    assert shown.page.holds_file
