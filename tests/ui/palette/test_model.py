from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.palette.finding import Entry, Found, Group, Rank
from ui.palette.model import FoundModel

ACTION = Entry(Group.ACTION, "a", "Mobilt <b>team</b>", "3 · Piteå kommun")
COMMAND = Entry(Group.COMMAND, "edit.undo", "Ångra", keys="Ctrl+Z")
FOUND: dict[Group, Found[Entry]] = {
    Group.ACTION: Found((ACTION,), 7, Rank.ELSEWHERE),
    Group.IDEA: Found(),
    Group.COMMAND: Found((COMMAND,), 1, Rank.TITLE_STARTS),
}


@pytest.fixture
def model(qtbot: QtBot) -> FoundModel:
    model = FoundModel()
    model.show_found(FOUND)
    return model


def test_the_model_is_sound(model: FoundModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show_found({})
    model.show_found(FOUND)


def test_the_group_that_answers_best_stands_first(model: FoundModel) -> None:
    lines = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert lines == [
        "Kommandon",
        "Ångra",
        "Åtgärder",
        "Mobilt <b>team</b>",
        "Visa alla 7 i tabellen",
    ]
    assert model.total == 8


def test_headings_are_passed_over(model: FoundModel) -> None:
    assert [model.next_row(row, 1) for row in (-1, 1, 3, 4)] == [1, 3, 4, 4]
    assert [model.next_row(row, -1) for row in (4, 3, 1)] == [3, 1, 1]
    assert not model.index(0, 0).flags() & Qt.ItemFlag.ItemIsEnabled


def test_a_screen_reader_gets_all_of_a_line_and_nobody_gets_markup(model: FoundModel) -> None:
    said = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in (1, 3)]
    assert said == ["Ångra, Ctrl+Z", "Mobilt <b>team</b>, 3 · Piteå kommun"]
    assert "&lt;b&gt;" in model.index(3, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_a_title_without_end_or_without_letters_is_one_line(qtbot: QtBot) -> None:
    model = FoundModel()
    titles = ("x" * 2_000, "", "rad\nett")
    entries = tuple(Entry(Group.IDEA, title, title) for title in titles)
    model.show_found({Group.IDEA: Found(entries, 3, Rank.WORD_STARTS)})
    shown = [model.index(row, 0).data() for row in (1, 2, 3)]
    assert [len(shown[0]), *shown[1:]] == [300, "Utan rubrik", "rad ett"]
