from __future__ import annotations

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from nvworkshop.model.things import Thing
from tests.ui.workshop.conftest import Led
from ui.widgets.keyed_list import Role
from ui.workshop.action_model import ActionModel, ActionRow
from ui.workshop.idea_model import IdeaModel, IdeaRow, IdeaRows, idea_row
from ui.workshop.rail_model import RailModel, RailRow

NAMES = {"2581": "Piteå", "region": "Regionen"}


def _rows(*numbers: int) -> list[IdeaRow]:
    return [IdeaRow(f"id{n}", n, f"Förslag {n}") for n in numbers]


@pytest.fixture
def model(qtmodeltester: ModelTester) -> IdeaModel:
    model = IdeaModel()
    model.set_items(_rows(2, 1))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    return model


def test_a_row_is_told_in_words(model: IdeaModel) -> None:
    values = {"number": 7, "title": "Ring upp", "party": "2581", "votes": 2, "shift": "R2"}
    idea = Thing("idea", "i", {**values, "contributors": ["region", "annan"]})
    row = idea_row(idea, NAMES, {"i": Thing("action", "a", {"number": 12})})
    assert row.parties == ("Piteå", "Regionen", "annan")
    assert row.spoken == "Förslag 7: Ring upp. Från Piteå, Regionen, annan. 2 röster. Åtgärd 12"
    assert idea_row(Thing("idea", "j", {}), NAMES, {}).spoken == "Förslag 0: "


def test_what_is_outside_the_list_is_nothing(model: IdeaModel) -> None:
    assert model.data(model.index(5)) is None
    assert model.place_of("no such") == -1
    assert model.data(model.index(0), Role.ROW) == model.rows[0]


def test_the_other_lists_are_models_too(qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    actions, rail = ActionModel(), RailModel()
    for count in (3, 1, 2):
        actions.set_items(
            [ActionRow(str(n), n, f"Åtgärd {n}", "Piteå", (), "", "R1") for n in range(count)]
        )
        rail.set_items([RailRow(str(n), f"Steg {n}", n, 5, "coming") for n in range(count)])
    qtmodeltester.check(actions)  # type: ignore[no-untyped-call]
    qtmodeltester.check(rail)  # type: ignore[no-untyped-call]
    assert actions.place_of("1") == 1


def test_a_choice_stays_on_its_idea_as_others_come_and_go(led: Led) -> None:
    led.at("shift-R1")
    view = led.capture.list
    view.show_rows(_rows(2, 1))
    view.choose("id1")
    view.show_rows(_rows(3, 2, 1))
    assert view.chosen_id == "id1"
    view.show_rows(_rows(1, 2))
    assert view.chosen_id == "id1"
    view.show_rows(_rows(2))
    assert view.chosen_id == ""


def test_rows_of_ideas_that_stand_as_they_stood_are_kept() -> None:
    rows = IdeaRows()
    said = [Thing("idea", str(n), {"title": f"Förslag {n}", "party": "2581"}) for n in range(2)]
    first, second = rows.of(said, NAMES, {})
    action = Thing("action", "a", {"number": 4})
    again, become = rows.of(said, NAMES, {"1": action})
    assert again is first
    assert (become.action, become.text) == (4, second.text)
    assert rows.of(said, {"2581": "Piteå kommun"}, {})[0].parties == ("Piteå kommun",)
