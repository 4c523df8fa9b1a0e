from __future__ import annotations

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from nvworkshop.reports.overall import build
from nvworkshop.session.overall import Overall
from tests.reports.plans import big_plan
from ui.overall.model import OverallModel
from ui.overall.nodes import Node, by_shift, filtered


@pytest.fixture(scope="module")
def overall() -> Overall:
    return build(big_plan(60))


def keys(nodes: tuple[Node, ...]) -> list[str]:
    return [key for one in nodes for key in (one.key, *keys(one.children))]


def test_the_model_is_a_tree_as_qt_wants_it(qtbot: QtBot, overall: Overall) -> None:
    model = OverallModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_nodes(by_shift(overall))
    assert model.rowCount() == 4
    model.show_nodes(())
    assert model.rowCount() == 0
    tester.deleteLater()


def test_no_two_lines_have_the_same_key(overall: Overall) -> None:
    found = keys(by_shift(overall))
    assert len(found) == len(set(found))


def test_a_line_is_found_by_its_key(qtbot: QtBot, overall: Overall) -> None:
    model = OverallModel()
    nodes = by_shift(overall)
    model.show_nodes(nodes)
    for key in keys(nodes):
        node = model.node(model.place_of(key))
        assert node
        assert node.key == key
    assert not model.place_of("borta").isValid()


def test_a_filter_keeps_what_stands_over_a_row_that_matches(overall: Overall) -> None:
    (head,) = filtered(by_shift(overall), ("område 17",))
    assert [one.title for one in head.children] == ["Utse fast vårdkontakt i område 17"]


def test_a_joint_action_that_matches_shows_all_it_gathers(overall: Overall) -> None:
    (head,) = filtered(by_shift(overall), ("j20",))
    (joint,) = head.children
    assert len(joint.children) == 2
