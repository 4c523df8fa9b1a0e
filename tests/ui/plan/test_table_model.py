from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.plan.making import rows_of
from ui.plan.arrangement import Arrangement, Filter, Sort
from ui.plan.arranger import Arranger
from ui.plan.columns import first_columns
from ui.plan.table_model import SORT_ROLE, TableModel

BY_SHIFT = Arrangement("shift")
THINGS: list[dict[str, Any]] = [
    {"title": f"Rad {n}", "shift": f"R{n % 3 + 1}", "status": "ongoing", "number": n + 1}
    for n in range(9)
]


@pytest.fixture
def arranger(qapp: object) -> Arranger:
    return Arranger(rows_of(*THINGS))


@pytest.fixture
def model(arranger: Arranger) -> TableModel:
    made = TableModel("action", lambda: date(2026, 11, 23))
    made.set_columns(first_columns("action"))
    made.show(arranger.arrange(BY_SHIFT))
    return made


def changed(arranger: Arranger, place: int, values: dict[str, Any]) -> None:
    """Change one of the rows."""
    things = [one | values if n == place else one for n, one in enumerate(THINGS)]
    arranger.change({f"a{place}": rows_of(*things)[place]})


@pytest.mark.parametrize("lift", [False, True])
def test_the_model_keeps_its_promises_whatever_happens(
    qtmodeltester: ModelTester, model: TableModel, arranger: Arranger, lift: bool
) -> None:
    qtmodeltester.check(model, force_py=False)  # type: ignore[no-untyped-call]
    random = Random(7)
    hows = (BY_SHIFT, Arrangement("status"), Arrangement(sort=Sort("title", descending=True)))
    for _ in range(60):
        place = random.randrange(9)
        if random.random() < 0.2:
            arranger.change({f"a{place}": None})
        else:
            changed(arranger, place, {"shift": f"R{random.randint(1, 4)}"})
        how = random.choice(hows)
        arranged = arranger.arrange(how)
        model.show(arranged, lift=lift)
        assert model.entries == arranged.entries


def test_one_edit_tells_of_the_one_cell(
    qtbot: QtBot, model: TableModel, arranger: Arranger
) -> None:
    changed(arranger, 4, {"status": "done"})
    with qtbot.waitSignal(model.dataChanged) as told:
        assert not model.show(arranger.arrange(BY_SHIFT))
    top, bottom = told.args[:2]
    assert top == bottom
    assert top.data() == "Klar"


def test_a_row_that_goes_to_another_group_is_moved(
    qtbot: QtBot, model: TableModel, arranger: Arranger
) -> None:
    changed(arranger, 0, {"shift": "R3"})
    with qtbot.waitSignal(model.rowsMoved), qtbot.assertNotEmitted(model.modelReset):
        model.show(arranger.arrange(BY_SHIFT))
    assert [one.count for one in map(model.head_at, range(12)) if one] == [2, 3, 4]


def test_many_changes_are_told_as_one_stretch(qtbot: QtBot, qapp: object) -> None:
    things = [{"title": f"{n}", "number": n + 1} for n in range(60)]
    arranger, model = Arranger(rows_of(*things)), TableModel("action", lambda: date(2026, 1, 1))
    model.set_columns(first_columns("action"))
    model.show(arranger.arrange(Arrangement()))
    told: list[tuple[QModelIndex, QModelIndex]] = []
    model.dataChanged.connect(lambda top, end: told.append((top, end)))
    changed_rows = rows_of(*(one | {"status": "done"} for one in things))
    arranger.change({row.thing.id: row for row in changed_rows})
    model.show(arranger.arrange(Arrangement()))
    assert len(told) == 1


def test_writing_in_a_cell_only_asks_for_it(qtbot: QtBot, model: TableModel) -> None:
    index = model.index(1, 1)
    with qtbot.waitSignal(model.edit_requested) as asked:
        assert model.setData(index, "Ny rubrik") is False
    assert asked.args == ["a0", "title", "Ny rubrik"]
    assert index.data() == "Rad 0"


def test_what_was_typed_shows_until_the_plan_has_it(model: TableModel) -> None:
    model.show_pending("a0", "title", "Ny rubrik")
    assert model.index(1, 1).data() == "Ny rubrik"
    model.show_pending("a0", "title", None)
    assert model.index(1, 1).data() == "Rad 0"


def test_cells_can_be_chosen_and_lines_over_groups_can_not(model: TableModel) -> None:
    selectable = Qt.ItemFlag.ItemIsSelectable
    assert not model.index(0, 0).flags() & selectable
    assert model.index(1, 0).flags() & selectable
    assert model.index(1, 1).flags() & Qt.ItemFlag.ItemIsEditable
    model.read_only = True
    assert not model.index(1, 1).flags() & Qt.ItemFlag.ItemIsEditable


@pytest.mark.parametrize(
    ("place", "column", "said"),
    [
        (0, 3, "Mer hälsofrämjande och förebyggande insatser, 3 åtgärder, utfälld"),
        (1, 1, "Åtgärd: Rad 0"),
        (1, 2, "Ansvarig huvudman: saknas"),
        (1, 5, "Status: Pågår"),
    ],
)
def test_every_cell_can_be_read_aloud(
    model: TableModel, place: int, column: int, said: str
) -> None:
    assert model.index(place, column).data(Qt.ItemDataRole.AccessibleTextRole) == said


def test_a_cell_has_what_it_sorts_by_and_why_its_mark(model: TableModel) -> None:
    assert model.index(1, 0).data(SORT_ROLE) == (0, 1)
    told = model.index(1, 2).data(Qt.ItemDataRole.ToolTipRole)
    assert told == "Utan ansvarig huvudman händer inget efter mötet."
    header = model.headerData(3, Qt.Orientation.Horizontal)
    assert header == "Klart"


def test_tooltips_never_read_text_as_markup(qapp: object) -> None:
    model = TableModel("action", lambda: date(2026, 11, 23))
    model.set_columns(first_columns("action"))
    group = {"title": "<b>x</b>", "shift": "<i>okänd</i>"}
    model.show(Arranger(rows_of(group)).arrange(BY_SHIFT))
    assert "<i>" not in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_a_filter_that_leaves_little_is_shown_without_a_reset(
    qtbot: QtBot, model: TableModel, arranger: Arranger
) -> None:
    how = Arrangement("shift", filter=Filter(("rad 4",)))
    with qtbot.assertNotEmitted(model.modelReset):
        assert not model.show(arranger.arrange(how))
    assert model.rowCount() == 2
