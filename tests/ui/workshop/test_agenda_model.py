"""The agenda as a table, apart from any plan."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from nvworkshop.workshop.steps import LONGEST, Agenda, Step, StepType
from ui.workshop.agenda_model import AgendaModel, Column, Role

AGENDA = (
    Step("welcome", StepType.WELCOME, "Välkomna", 10),
    Step("shift-R1", StepType.SHIFT, "Hälsofrämjande", 15, "R1", question="Vår egen?"),
    Step("break", StepType.BREAK, "Paus", 20, skipped=True),
    Step("free-1", StepType.FREE, "Eget steg", 5),
)


@pytest.fixture
def model(qtmodeltester: object) -> AgendaModel:
    made = AgendaModel()
    qtmodeltester.check(made)  # type: ignore[attr-defined]
    made.show_agenda(AGENDA, "13.00", {"welcome": "Vad tar vi med oss?"})
    return made


def _asked(model: AgendaModel) -> list[tuple[str, dict[str, object]]]:
    asked: list[tuple[str, dict[str, object]]] = []
    model.edit_asked.connect(lambda step, values: asked.append((step, values)))
    return asked


def _column(model: AgendaModel, column: Column) -> list[str]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_the_clock_passes_what_is_skipped(model: AgendaModel) -> None:
    assert _column(model, Column.CLOCK) == ["13.00", "13.10", "–", "13.25"]
    model.show_agenda(AGENDA, "", {})
    assert _column(model, Column.CLOCK) == ["+0", "+10", "–", "+25"]


def test_the_guide_asks_where_the_group_does_not(model: AgendaModel) -> None:
    guided, own = (model.index(row, Column.QUESTION) for row in (0, 1))
    assert (guided.data(), guided.data(Qt.ItemDataRole.EditRole)) == ("Vad tar vi med oss?", "")
    assert (own.data(), own.data(Role.FAINT), guided.data(Role.FAINT)) == ("Vår egen?", False, True)
    spoken = guided.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Vägledningens fråga")


@pytest.mark.parametrize(
    ("row", "column", "typed", "change"),
    [
        (0, Column.MINUTES, " 25 ", {"minutes": 25}),
        (0, Column.MINUTES, "9" * 4000, {"minutes": LONGEST}),
        (1, Column.QUESTION, "", {"question": ""}),
        (3, Column.TITLE, "Film\noch kaffe", {"title": "Film och kaffe"}),
    ],
)
def test_what_is_typed_is_asked_for(
    model: AgendaModel, row: int, column: Column, typed: str, change: dict[str, object]
) -> None:
    asked = _asked(model)
    assert model.setData(model.index(row, column), typed)
    assert asked == [(AGENDA[row].id, change)]
    assert model.agenda == AGENDA


@pytest.mark.parametrize(
    ("column", "typed"),
    [(Column.MINUTES, "snart"), (Column.MINUTES, "-5"), (Column.TITLE, "  "), (Column.CLOCK, "9")],
)
def test_what_can_not_be_used_is_refused(model: AgendaModel, column: Column, typed: str) -> None:
    asked = _asked(model)
    assert not model.setData(model.index(3, column), typed)
    assert asked == []


def test_the_same_again_asks_for_nothing(model: AgendaModel) -> None:
    asked = _asked(model)
    model.setData(model.index(0, Column.MINUTES), "10")
    assert asked == []


def test_only_steps_of_the_groups_own_are_renamed(model: AgendaModel) -> None:
    editable = [
        bool(model.flags(model.index(row, Column.TITLE)) & Qt.ItemFlag.ItemIsEditable)
        for row in range(4)
    ]
    assert editable == [False, False, True, True]
    model.writable = False
    flags = model.flags(model.index(3, Column.TITLE))
    assert not flags & (Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable)


@pytest.mark.parametrize(
    ("row", "before", "moved"), [(0, 3, 2), (0, -1, 3), (3, 0, -3), (1, 1, 0), (1, 2, 0)]
)
def test_a_dragged_row_is_asked_for_where_it_is_dropped(
    qtbot: QtBot, model: AgendaModel, row: int, before: int, moved: int
) -> None:
    data = model.mimeData([model.index(row, Column.TITLE)])
    with qtbot.waitSignal(model.move_asked) as asked:
        kept = model.dropMimeData(data, Qt.DropAction.MoveAction, before, 0, QModelIndex())
    assert (kept, asked.args) == (False, [AGENDA[row].id, moved])


def test_a_long_agenda_is_shown_at_once(model: AgendaModel) -> None:
    many: Agenda = tuple(Step(f"free-{n}", StepType.FREE, f"Steg {n}", 1) for n in range(2_000))
    model.show_agenda(many, "08.00", {})
    assert model.index(1_999, Column.CLOCK).data() == "17.19"
