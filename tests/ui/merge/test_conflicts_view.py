from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nvworkshop.session.conflict_list import Rule, RuleKind
from tests.ui.merge.conftest import Shown


@pytest.fixture
def merged(shown: Shown, sodra: tuple[Path, Path]) -> Shown:
    shown.merge(*sodra)
    assert len(shown.fields) == 7
    return shown


def test_a_number_takes_that_value_and_goes_on(merged: Shown) -> None:
    first = merged.page.conflicts.shown[0]
    entity, name = first.key
    merged.key(Qt.Key.Key_1)
    assert len(merged.fields) == 6
    assert merged.value(entity, name) == first.conflict.chosen(1).value
    assert merged.page.conflicts.detail.conflict == merged.page.conflicts.shown[0]


def test_enter_takes_the_newest_and_an_arrow_the_other(merged: Shown) -> None:
    first = merged.page.conflicts.shown[0]
    assert merged.page.conflicts.detail.chosen == first.sides.index(first.newest)
    merged.page.conflicts.focus()
    QTest.keyClick(merged.page.conflicts.list, Qt.Key.Key_Left)
    merged.key(Qt.Key.Key_Return)
    entity, name = first.key
    assert (
        merged.value(entity, name) == first.sides[0].n == 1
        or merged.value(entity, name) == first.conflict.chosen(1).value
    )


def test_all_are_gone_through_by_one_key(merged: Shown) -> None:
    for left in range(6, -1, -1):
        merged.key(Qt.Key.Key_Return)
        assert len(merged.fields) == left
    assert merged.page.tabs.buttons["conflicts"].text() == "Konflikter"


def test_a_decision_is_undone(merged: Shown) -> None:
    merged.key(Qt.Key.Key_2)
    merged.page.desk.undo()
    merged.settle()
    assert len(merged.fields) == 7


def test_a_third_value_is_written_in_place(merged: Shown) -> None:
    view = merged.page.conflicts
    view.list.go_to(merged.fields.index("description"))
    entity = view.shown[view.list.currentIndex().row()].key[0]
    view.focus()
    QTest.keyClick(view.list, Qt.Key.Key_S)
    written = QApplication.focusWidget()
    assert written is not None
    QTest.keyClick(written, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(written, "Ett tredje beslut")
    view.detail.third.use.click()
    merged.settle()
    assert merged.value(entity, "description") == "Ett tredje beslut"
    assert len(merged.fields) == 6


def test_a_third_value_nobody_can_read_stays_with_a_sentence(merged: Shown) -> None:
    view = merged.page.conflicts
    view.list.go_to(merged.fields.index("description"))
    view.detail.write_third()
    written = QApplication.focusWidget()
    assert written is not None
    QTest.keyClick(written, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(written, "Ring 19121212-1212")
    view.detail.third.use.click()
    merged.settle()
    assert view.detail.third.is_open
    assert "personnummer" in view.detail.third.problem.text()
    assert len(merged.fields) == 7


def test_what_is_left_to_the_county_part_leaves_the_list(merged: Shown) -> None:
    merged.key(Qt.Key.Key_L)
    assert len(merged.fields) == 6
    assert merged.page.tabs.buttons["conflicts"].text() == "Konflikter 6"
    merged.page.conflicts.with_left.setChecked(True)
    assert len(merged.fields) == 7


def test_the_filter_finds_by_any_word(merged: Shown) -> None:
    merged.page.conflicts.search.setText("våren")
    merged.until(lambda: len(merged.fields) == 1)
    merged.page.conflicts.search.setText("finns inte")
    merged.until(lambda: not merged.fields)


def test_a_rule_decides_what_is_in_the_list_and_tells(merged: Shown) -> None:
    view = merged.page.conflicts
    view.many.fill()
    texts = [one.text() for one in view.many.rules.actions()]
    assert texts[0] == "Ta det som skrevs senast: 7 konflikter"
    view.apply(Rule(RuleKind.LATEST))
    merged.settle()
    assert merged.fields == []
    assert "7 konflikter" in merged.told[-1]
    merged.page.desk.undo()
    merged.settle()
    assert len(merged.fields) == 7


def test_a_removal_says_what_was_edited(merged: Shown) -> None:
    view = merged.page.conflicts
    view.list.go_to(merged.fields.index("removed"))
    texts = [one.text() for one in view.detail.buttons]
    assert {"Ta bort (1)", "Behåll (2)"} <= set(texts)
    assert not any("Skriv annat" in one for one in texts)
    assert "skriv ett nytt" not in view.detail.said.text()


def test_a_county_part_leaves_nothing_to_itself(merged: Shown) -> None:
    view = merged.page.conflicts
    assert "Lämna till länsdelen (L)" in [one.text() for one in view.detail.buttons]
    desk = merged.page.desk
    desk.edit(lambda session: session.set(session.store.plan, {"county_part": "sodra"}))
    merged.settle()
    view.list.go_to(1)
    assert not any("Lämna" in one.text() for one in view.detail.buttons)


def test_buttons_that_are_gone_are_not_laid_out(merged: Shown) -> None:
    detail = merged.page.conflicts.detail
    detail.show_conflict(None)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.sendEvent(detail.row, QEvent(QEvent.Type.LayoutRequest))
    assert detail.buttons == []
