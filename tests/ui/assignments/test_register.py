"""The register by keyboard: added, written, drafted, reported, removed and brought back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.ui.assignments.conftest import Shown
from ui.assignments.report_dialog import ReportDialog

Key = Qt.Key


def _at(shown: Shown, entity: str) -> None:
    shown.register.table.setFocus()
    assert shown.register.table.go_to(entity)


def test_assignments_stand_under_their_bodies(shown: Shown) -> None:
    lines = shown.lines(shown.register.table)
    assert [one[0].split(" (")[0] for one in lines] == [
        "Länsstyrgruppen", "Plan för unga",
        "Politiska samverkansberedningen för vård, skola och omsorg", "Redovisa natten",
    ]  # fmt: skip
    assert lines[3][2:4] == ("2026-11-20", "● 9 dagar sent")
    assert shown.register.said.text() == "2 uppdrag. 1 skulle ha redovisats."
    tester = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(shown.register.table.grouped, tester)


def test_one_is_added_by_keys_from_the_same_body(shown: Shown) -> None:
    _at(shown, "u1")
    shown.key(Key.Key_Insert)
    shown.until(lambda: shown.register.pane.shown not in ("", "u1", "u2"))
    shown.until(lambda: shown.form.title is not None and shown.form.title.isAncestorOf(shown.focus))
    shown.write("Ett nytt uppdrag")
    shown.key(Key.Key_Tab)
    shown.until(lambda: ("Ett nytt uppdrag", "", "", "– ingen dag", "") in _cells(shown))
    assert shown.only("assignment", "Ett nytt uppdrag")["body"] == "polsam"


def _cells(shown: Shown) -> list[tuple[str, ...]]:
    return shown.lines(shown.register.table)


def test_enter_opens_the_field_of_the_column(shown: Shown) -> None:
    _at(shown, "u1")
    shown.register.table.setCurrentIndex(shown.register.table.currentIndex().siblingAtColumn(1))
    shown.key(Key.Key_Return)
    box = shown.form.box("reference")
    assert box is not None
    shown.until(lambda: box.isAncestorOf(shown.focus))
    assert "månad 13 finns inte" in box.notes.text


def test_a_draft_is_added_and_undone(shown: Shown) -> None:
    _at(shown, "u1")
    shown.form.states.click()
    said = "Mobilt team – pågår. Uppföljning 2026-11-17: Kör."
    shown.until(lambda: shown.only("assignment", "Redovisa natten")["report"] == said)
    shown.desk.undo()
    shown.until(lambda: shown.only("assignment", "Redovisa natten")["report"] is None)


def test_what_is_reported_stays_and_is_shown(shown: Shown) -> None:
    shown.desk.edit(lambda session: session.set("u1", {"report": "Läget."}))
    _at(shown, "u1")
    shown.until(lambda: "Läget." in [one[-1] for one in _cells(shown)])
    shown.register.report()
    shown.until(lambda: shown.register.findChildren(ReportDialog))
    (dialog,) = shown.register.findChildren(ReportDialog)
    dialog.day.setText("31 februari 2026")
    dialog.go_on.click()
    shown.until(lambda: dialog.blocks["date"].wrong)
    dialog.day.setText("2026-11-20")
    dialog.go_on.click()
    shown.until(lambda: "✓ 2026-11-20" in [one[3] for one in _cells(shown) if len(one) > 1])
    assert shown.form.told.text() == "Läget."
    asked: list[tuple[str, str]] = []
    shown.part.report_asked.connect(lambda report, day: asked.append((report, day)))
    shown.form.history.opened.emit(shown.form.history.key)
    assert asked == [("aterrapportering", "2026-11-20")]


def test_without_a_text_nothing_is_reported(shown: Shown) -> None:
    told: list[str] = []
    shown.part.told.connect(told.append)
    _at(shown, "u2")
    shown.form.report.click()
    shown.until(lambda: told)
    assert "Skriv återrapporteringen" in told[0]
    assert not shown.register.findChildren(ReportDialog)


def test_one_is_removed_and_brought_back(shown: Shown) -> None:
    _at(shown, "u1")
    shown.key(Key.Key_Delete)
    shown.until(lambda: len(_cells(shown)) == 2)
    assert shown.register.table.key == "u2"
    shown.desk.undo()
    shown.until(lambda: len(_cells(shown)) == 4)


def test_the_last_one_removed_leaves_what_to_do(shown: Shown) -> None:
    shown.desk.edit(lambda session: session.remove_many(["u1", "u2"]))
    shown.until(lambda: shown.register.stack.currentWidget() is shown.register.empty)
    shown.part.focus()
    assert shown.register.empty.button.hasFocus()


def test_an_action_is_gone_to(shown: Shown) -> None:
    asked: list[tuple[str, str]] = []
    shown.part.thing_asked.connect(lambda kind, entity: asked.append((kind, entity)))
    _at(shown, "u1")
    shown.until(lambda: shown.form.actions_list.model_.rows)
    line = shown.form.actions_list.model_.rows[0]
    assert (line.head, line.text, line.word) == ("Mobilt team", "2026-11-17: Kör", "Pågår")
    shown.form.actions_list.opened.emit(line.key)
    assert asked == [("action", "a1")]


def test_another_look_keeps_what_is_shown(shown: Shown) -> None:
    _at(shown, "u1")
    shown.register.theme.settings.put("look/text_size", 130)
    title = shown.form.title
    assert title is not None
    shown.until(title.input.isVisible)
    assert [one.head for one in shown.form.actions_list.model_.rows] == ["Mobilt team"]
