from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester

from nvworkshop.model.things import Thing
from nvworkshop.strategy import Strategy, load_shipped
from nvworkshop.workshop.coverage import Coverage, cover
from ui.coverage.model import PREREQUISITE, PRINCIPAL, CoverageModel

NORRBOTTEN = load_shipped("norrbotten")


def made(**values: object) -> Coverage:
    base = {"shift": "R1", "prerequisites": ["F1"], "principal": "2581"}
    action = Thing("action", "a", base | values)
    rating = Thing("self_rating", "r", {"item": "F1", "tally": [0, 0, 0, 2, 0]})
    return cover([action], NORRBOTTEN, ratings=[rating], county_part="sodra")


@pytest.mark.parametrize("axis", [PREREQUISITE, PRINCIPAL])
def test_it_is_a_table_that_can_change(qtmodeltester: ModelTester, axis: str) -> None:
    model = CoverageModel()
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show_coverage(made(), axis)
    model.show_coverage(made(shift=None, prerequisites=None), axis)
    model.show_coverage(cover([], Strategy.bare("")), axis)
    assert model.rowCount() == 0


def test_a_cell_says_all_of_itself() -> None:
    model = CoverageModel()
    model.show_coverage(made(supporting_shifts=["R2"]), PREREQUISITE)
    words = model.data(model.place_of("R1", "F1"), Qt.ItemDataRole.AccessibleTextRole)
    assert words == "Hälsofrämjande, Stärkt samverkan: 1 åtgärd. Piteå 1"
    other = model.data(model.place_of("R2", "F1"), Qt.ItemDataRole.AccessibleTextRole)
    assert other.endswith("Ingen åtgärd. 1 åtgärd till stödjer riktningen")


def test_a_heading_says_what_the_group_has_rated() -> None:
    model = CoverageModel()
    model.show_coverage(made(), PREREQUISITE)
    role = Qt.ItemDataRole.AccessibleTextRole
    said = [model.headerData(n, Qt.Orientation.Vertical, role) for n in range(2)]
    assert said == ["Stärkt samverkan. Skattning 4,0 av 5", "Modigt ledarskap"]


def test_text_from_a_file_stays_text() -> None:
    model = CoverageModel()
    bad = Thing("action", "a", {"shift": "<b>R</b>", "prerequisites": ["<i>F</i>"]})
    model.show_coverage(cover([bad], Strategy.bare("")), PREREQUISITE)
    tip = model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;" in tip


def test_a_place_that_is_gone_is_nowhere() -> None:
    model = CoverageModel()
    model.show_coverage(made(), PREREQUISITE)
    assert model.place_of("R9", "F1") == QModelIndex()
