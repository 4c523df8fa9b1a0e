from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from nvworkshop.session.comparing import Difference, FieldDifference, What
from ui.backups.differences_model import Column, DifferencesModel

CHECK = Qt.ItemDataRole.CheckStateRole
DIFFERENCES = [
    Difference(
        What.CHANGED,
        "action",
        "a",
        12,
        "Mobilt team",
        (
            FieldDifference("goal", "Mål", "", "<b>Alla</b>\nrad två"),
            FieldDifference("status", "Status", "Pågår", "Klar"),
        ),
    ),
    Difference(What.ADDED, "idea", "b", 0, "Buss", (FieldDifference("title", "Förslag", "", "B"),)),
    Difference(What.REMOVED, "joint_action", "c", 0, "SIP", ()),
]


@pytest.fixture
def model(qtbot: QtBot) -> DifferencesModel:
    model = DifferencesModel()
    model.set_differences(DIFFERENCES)
    return model


def texts(model: DifferencesModel, row: int, parent: QModelIndex | None = None) -> list[str]:
    at = parent or QModelIndex()
    return [str(model.index(row, column, at).data()) for column in Column]


def test_the_model_is_sound(model: DifferencesModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_things_say_what_has_become_of_them(model: DifferencesModel) -> None:
    assert texts(model, 0) == ["Åtgärd 12: Mobilt team", "", "ändrad"]
    assert texts(model, 1) == ["Förslag: Buss", "fanns inte", "ny"]
    assert texts(model, 2) == ["Gemensam åtgärd: SIP", "fanns", "borttagen"]


def test_fields_stand_under_their_thing_on_one_line(model: DifferencesModel) -> None:
    thing = model.index(0, 0)
    assert model.rowCount(thing) == 2
    assert texts(model, 0, thing) == ["Mål", "(tomt)", "<b>Alla</b> rad två"]
    assert model.parent(model.index(1, Column.NOW, thing)) == thing


def test_the_whole_text_is_there_to_read(model: DifferencesModel) -> None:
    field = model.index(0, 0, model.index(0, 0))
    assert model.texts(field) == ("Åtgärd 12: Mobilt team – Mål", "", "<b>Alla</b>\nrad två")
    assert "&lt;b&gt;" in str(
        model.index(0, Column.NOW, model.index(0, 0)).data(Qt.ItemDataRole.ToolTipRole)
    )


def test_things_are_chosen_and_fields_are_not(model: DifferencesModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.chosen_changed):
        model.setData(model.index(1, 0), Qt.CheckState.Checked.value, CHECK)
    assert model.chosen == {("idea", "b")}
    assert model.index(0, 0, model.index(0, 0)).data(CHECK) is None
    model.setData(model.index(1, 0), Qt.CheckState.Unchecked.value, CHECK)
    assert model.chosen == frozenset()


def test_what_is_chosen_stays_chosen_while_it_differs(model: DifferencesModel) -> None:
    for row in (0, 1):
        model.setData(model.index(row, 0), Qt.CheckState.Checked.value, CHECK)
    model.set_differences(DIFFERENCES[1:])
    assert model.chosen == {("idea", "b")}
