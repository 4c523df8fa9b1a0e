from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from nvworkshop.model.text import fold
from nvworkshop.session.history_lines import HistoryLine
from ui.backups.history_model import Column, HistoryModel


def line(title: str, before: str, after: str, at: int = 0) -> HistoryLine:
    found_by = fold("\n".join((title, before, after)))
    return HistoryLine(at, "Piteå", "action", "a", title, "Mål", before, after, found_by)


LINES = [line("Åtgärd 1: Mobilt team", "a\nb", "<i>c</i>"), line("Åtgärd 2: SIP", "", "Klar")]


@pytest.fixture
def model(qtbot: QtBot) -> HistoryModel:
    model = HistoryModel()
    model.set_lines(LINES)
    return model


def test_the_model_is_sound(model: HistoryModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_a_change_is_a_row_of_plain_cells(model: HistoryModel) -> None:
    cells = [model.index(0, column).data() for column in Column]
    assert cells[1:] == ["Piteå", "Åtgärd 1: Mobilt team", "Mål", "a b", "<i>c</i>"]
    tip = str(model.index(0, Column.AFTER).data(Qt.ItemDataRole.ToolTipRole))
    assert "&lt;i&gt;" in tip


@pytest.mark.parametrize(
    ("text", "rows"), [("", 2), ("sip", 1), ("SIP klar", 1), ("sip team", 0), ("  ", 2)]
)
def test_words_find_the_changes_that_have_them_all(
    model: HistoryModel, text: str, rows: int
) -> None:
    model.search(text)
    assert model.rowCount() == rows
    model.set_lines(LINES)
    assert model.rowCount() == rows


def test_a_time_no_calendar_has_is_left_out(model: HistoryModel) -> None:
    model.set_lines([line("x", "", "", at=10**18)])
    assert model.index(0, Column.WHEN).data() == ""
    assert model.line(1) is None
