"""The chain by keyboard, versions, and what is said when there is nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QScrollArea

from nvworkshop.session.anchoring import Level
from nvworkshop.session.versions import freeze
from tests.ui.anchoring.conftest import Shown, texts
from ui.anchoring.freeze_dialog import FreezeDialog
from ui.anchoring.model import Column
from ui.anchoring.send_dialog import SendDialog
from ui.checks import clipped, rich_text, unnamed
from ui.moments.compare_dialog import CompareDialog
from ui.moments.plan_dialog import PlanDialog
from ui.theme.theme import Theme

PITEA = "2581"


def test_the_chain_stands_level_by_level(shown: Shown) -> None:
    levels = [one for one in shown.table.chain.rows if isinstance(one, Level)]
    assert levels == list(Level)
    assert shown.cell(PITEA, Column.WHO) == "Piteå kommun"
    assert shown.cell(PITEA, Column.STAGE) == "– Inte skickad"
    assert "0 av 15 huvudmän har antagit planen." in shown.page.head.said.text()


def test_a_day_is_typed_where_it_stands_and_undone(shown: Shown) -> None:
    shown.go_to(PITEA, Column.SENT)
    shown.write("2026-11-30")
    shown.key(Qt.Key.Key_Return)
    shown.until(lambda: shown.cell(PITEA, Column.STAGE).startswith("○ Väntar på svar"))
    assert shown.cell(PITEA, Column.SENT) == "2026-11-30"
    assert shown.desk.undo_label == "Nytt beslut"
    shown.desk.undo()
    shown.until(lambda: shown.cell(PITEA, Column.STAGE) == "– Inte skickad")


def test_tab_goes_on_and_what_is_chosen_counts(shown: Shown) -> None:
    shown.go_to(PITEA, Column.DATE)
    shown.key(Qt.Key.Key_Return)
    shown.write("14 maj 2027")
    shown.key(Qt.Key.Key_Tab)
    assert shown.table.currentIndex().column() == Column.REFERENCE
    shown.write("KS 112")
    shown.key(Qt.Key.Key_Return)
    shown.until(lambda: shown.cell(PITEA, Column.DATE) == "2027-05-14")
    shown.go_to(PITEA, Column.STAGE)
    shown.key(Qt.Key.Key_Return)
    shown.write("antagen i sin helhet")
    shown.key(Qt.Key.Key_Return)
    shown.until(lambda: "1 av 15" in shown.page.head.said.text())
    (decision,) = shown.things("decision")
    assert (decision["reference"], decision["adoption"]) == ("KS 112", "wholly")


def test_a_day_that_can_not_be_read_stays_open_and_escape_takes_it_back(shown: Shown) -> None:
    shown.go_to(PITEA, Column.DUE)
    shown.key(Qt.Key.Key_Return)
    shown.write("snart nog")
    shown.key(Qt.Key.Key_Return)
    assert shown.table.cells.is_open
    assert "är inte ett datum" in texts(shown.table)
    shown.key(Qt.Key.Key_Escape)
    assert not shown.table.cells.is_open
    assert shown.things("decision") == []


def test_delete_empties_a_cell(shown: Shown) -> None:
    shown.go_to(PITEA, Column.DUE)
    shown.write("2020-11-30")
    shown.key(Qt.Key.Key_Return)
    shown.until(lambda: shown.things("decision"))
    shown.until(lambda: shown.cell(PITEA, Column.STAGE).startswith("●"))
    shown.go_to(PITEA, Column.DUE)
    shown.key(Qt.Key.Key_Delete)
    shown.until(lambda: shown.cell(PITEA, Column.DUE) == "")


def test_long_texts_are_written_beneath_and_kept_when_they_are_left(shown: Shown) -> None:
    shown.go_to(PITEA, Column.STAGE)
    field = shown.page.texts.fields["exception"]
    field.setFocus()
    shown.write("Inte R4")
    shown.go_to("2582", Column.STAGE)
    shown.until(lambda: shown.things("decision"))
    (decision,) = shown.things("decision")
    assert (decision["exception"], decision["principal"]) == ("Inte R4", PITEA)
    assert shown.page.texts.heading.text() == "Bodens kommun"


def test_a_text_with_a_personal_number_is_asked_about(shown: Shown) -> None:
    shown.go_to(PITEA, Column.STAGE)
    texts = shown.page.texts
    texts.fields["answer"].setFocus()
    shown.write("Svar 19121212-1212")
    texts.keep()
    shown.until(texts.anyway.isVisible)
    assert texts.blocks["answer"].wrong
    assert shown.things("decision") == []
    texts.anyway.click()
    shown.until(lambda: shown.things("decision"))


def test_sending_writes_it_in_for_everybody_chosen(shown: Shown) -> None:
    dialog = shown.dialog(SendDialog, shown.page.head.send.click)
    assert isinstance(dialog, SendDialog)
    dialog.due.setText("en gång")
    dialog.go_on.click()
    shown.until(lambda: dialog.due_block.wrong)
    dialog.due.setText("2099-01-15")
    dialog.go_on.click()
    shown.until(lambda: len(shown.things("decision")) == 15)
    shown.until(lambda: "15 har inte svarat än" in shown.page.head.said.text())


def test_a_version_is_frozen_with_a_suggested_name(shown: Shown) -> None:
    shown.page.side.buttons[1].click()
    assert shown.page.versions.empty.isVisible()
    dialog = shown.dialog(FreezeDialog, shown.page.versions.empty.button.click)
    assert isinstance(dialog, FreezeDialog)
    shown.until(lambda: dialog.name.text() == "1.0")
    dialog.state.buttons[2].click()
    dialog.go_on.click()
    shown.until(lambda: shown.page.versions.chosen)
    assert shown.page.head.version.text() == "Version 1.0"
    assert shown.page.head.state.value == "adopted"
    shown.until(lambda: "som i version 1.0" in shown.page.versions.code.text())
    shown.desk.edit(lambda session: session.set("a1", {"goal": "Nytt"}))
    shown.until(lambda: "1 åtgärd ändrad" in shown.page.versions.code.text())


def test_a_taken_name_is_said_where_it_is_typed(shown: Shown) -> None:
    shown.desk.edit(lambda session: freeze(session, "1.0"))
    dialog = shown.dialog(FreezeDialog, shown.page.freeze)
    assert isinstance(dialog, FreezeDialog)
    shown.until(lambda: dialog.name.text() == "1.1")
    dialog.name.setText("1.0")
    dialog.go_on.click()
    shown.until(lambda: dialog.block.wrong)
    assert "finns redan" in dialog.block.problem.text()


def test_a_version_is_opened_and_compared_by_key(shown: Shown) -> None:
    shown.desk.edit(lambda session: freeze(session, "1.0"))
    shown.desk.edit(lambda session: session.set("a1", {"goal": "Nytt"}))
    shown.page.side.buttons[1].click()
    shown.until(lambda: shown.page.versions.chosen)
    shown.page.focus()
    dialog = shown.dialog(PlanDialog, lambda: shown.key(Qt.Key.Key_Return))
    assert isinstance(dialog, PlanDialog)
    shown.until(lambda: "Trygg hemma" in dialog.text.toPlainText())
    assert dialog.count.text() == "1 åtgärd"
    other = shown.dialog(CompareDialog, shown.page.versions.compare.click)
    assert isinstance(other, CompareDialog)
    shown.until(other.differences.model.rowCount)
    assert other.differences.sentence.text().endswith("→ Nu: 1 åtgärd ändrad")


def test_a_version_is_taken_back_and_back_again(shown: Shown) -> None:
    shown.desk.edit(lambda session: freeze(session, "1.0"))
    shown.page.side.buttons[1].click()
    shown.until(lambda: shown.page.versions.chosen)
    shown.page.versions.thaw.click()
    shown.until(shown.page.versions.empty.isVisible)
    assert shown.page.head.version.text() == "Ingen version än"
    shown.desk.undo()
    shown.until(lambda: shown.page.versions.chosen)


def test_the_texts_are_seen_also_after_the_versions(shown: Shown) -> None:
    shown.desk.edit(lambda session: freeze(session, "1.0"))
    shown.until(lambda: shown.page.side.buttons[1].text().endswith("(1)"))
    stood = shown.page.table.height()
    shown.page.side.buttons[1].click()
    shown.until(shown.page.versions.code.text)
    shown.page.side.buttons[0].click()
    shown.until(shown.page.texts.isVisible)
    area = shown.page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    QTest.qWait(100)
    assert area.verticalScrollBar().maximum() == 0
    assert shown.page.table.height() == stood


def test_the_columns_of_versions_have_room_for_their_texts(shown: Shown) -> None:
    shown.desk.edit(lambda session: freeze(session, "1.0", state="review"))
    shown.page.side.buttons[1].click()
    shown.until(lambda: shown.page.versions.chosen)
    table = shown.page.versions.table
    metrics = QFontMetrics(shown.page.theme.font("body"))
    for column in range(4):
        text = table.model().index(0, column).data()
        assert table.columnWidth(column) >= metrics.horizontalAdvance(text) + 20


def test_the_state_is_chosen_above(shown: Shown) -> None:
    shown.page.head.state.buttons[1].click()
    shown.until(lambda: shown.desk.plan and shown.desk.plan["state"] == "review")
    shown.desk.undo()
    shown.until(lambda: shown.page.head.state.value == "draft")


def test_everything_is_named_and_fits_in_every_look(shown: Shown, theme: Theme) -> None:
    for scheme in ("light", "dark", "contrast"):
        theme.settings.put("look/scheme", scheme)
        for side in shown.page.side.buttons:
            side.click()
            assert clipped(shown.page) == rich_text(shown.page) == unnamed(shown.page) == []


def test_the_tables_are_models_as_qt_wants_them(shown: Shown) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(shown.table.chain, mode)
    QAbstractItemModelTester(shown.page.versions.model, mode)
    shown.desk.edit(lambda session: freeze(session, "1.0"))
    shown.until(lambda: shown.page.versions.model.rowCount() == 1)
