from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester

from nvworkshop.session import ideas
from nvworkshop.session.session import Session
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.workshop.content import Matrix
from nvworkshop.workshop.ideas import number
from tests.ui.workshop.conftest import CTRL, Lead, Led
from tests.ui.workshop.prioritising import TEXTS, prepared, prioritising, said
from ui.checks import clipped, rich_text, unnamed
from ui.settings import Settings
from ui.workshop.matrix import MatrixView
from ui.workshop.matrix_layout import Frame, frame, spots
from ui.workshop.matrix_model import MatrixModel, Placed
from ui.workshop.matrix_panel import MatrixPanel
from ui.workshop.prioritise_step import PrioritiseStep

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton
FRAME = frame(QSizeF(400, 420), 30, 20)
LEVELS = st.integers(1, 5)


@pytest.fixture
def placing(lead: Lead, place: Path, around: Surroundings) -> Led:
    """Three ideas, the last with most votes, and the matrix."""
    led = lead(prepared(place, around, said(TEXTS, votes=(1, 2, 3))))
    prioritising(led).show_voting(voting=False)
    led.settle()
    return led


@pytest.fixture
def panel(placing: Led) -> MatrixPanel:
    assert isinstance(placing.leading.view, PrioritiseStep)
    return placing.leading.view.panel


@pytest.fixture
def matrix(panel: MatrixPanel) -> MatrixView:
    return panel.matrix


def where(led: Led, text: str) -> tuple[int, int]:
    """Effect and effort, as the plan holds them."""
    led.settle()
    idea = led.idea(text)
    return number(idea, "effect"), number(idea, "effort")


def waiting(panel: MatrixPanel) -> list[str]:
    return [one.text for one in panel.list.ideas.rows]


def middle(matrix: MatrixView, effect: int, effort: int) -> QPoint:
    return matrix.frame_of_cells.cell(effect, effort).center().toPoint()


def drag(start: QWidget, begin: QPoint, to: QWidget, end: QPoint) -> None:
    """Press, move in two steps, and let go."""
    QTest.mousePress(start, LEFT, pos=begin)
    there = start.mapFromGlobal(to.mapToGlobal(end))
    for place in ((begin + there) / 2, there):
        QTest.mouseMove(start, place)
    QTest.mouseRelease(start, LEFT, pos=there)


def test_two_figures_place_and_the_next_one_is_chosen(placing: Led, panel: MatrixPanel) -> None:
    assert waiting(panel) == [TEXTS[2], TEXTS[1], TEXTS[0]]
    placing.type("4")
    assert panel.said.text() == "Effekt 4. Tryck en siffra för insatsen."
    placing.type("2")
    assert where(placing, TEXTS[2]) == (4, 2)
    assert panel.said.text() == "Förslag 3, effekt 4, insats 2: Gemensam rutin för SIP"
    placing.type("51")
    assert where(placing, TEXTS[1]) == (5, 1)
    assert waiting(panel) == [TEXTS[0]]
    body = placing.room.content().body
    assert isinstance(body, Matrix)
    assert {(one.effect, one.effort) for one in body.points} == {(4, 2), (5, 1)}


def test_figures_faster_than_the_plan_are_about_the_next_idea(
    placing: Led, panel: MatrixPanel
) -> None:
    placing.type("44513")
    assert panel.said.text() == "Effekt 3. Tryck en siffra för insatsen."
    placing.settle()
    placing.type("2")
    assert [where(placing, text) for text in TEXTS] == [(3, 2), (5, 1), (4, 4)]


def test_a_figure_is_about_the_idea_it_was_typed_at(placing: Led) -> None:
    placing.type("4")
    placing.press(KEY.Key_Down)
    placing.type("31")
    assert where(placing, TEXTS[1]) == (3, 1)
    assert where(placing, TEXTS[2]) == (0, 0)


@pytest.mark.parametrize("figures", ["6", "0", "9x", "46"])
def test_other_figures_place_nothing(placing: Led, figures: str) -> None:
    placing.type(figures)
    assert [where(placing, text) for text in TEXTS] == [(0, 0)] * 3


def test_arrows_move_a_point_within_the_cells(placing: Led, matrix: MatrixView) -> None:
    placing.type("42")
    placing.settle()
    matrix.setFocus()
    placing.press(KEY.Key_Up)
    assert where(placing, TEXTS[2]) == (5, 2)
    for key in (KEY.Key_Up, KEY.Key_Left, KEY.Key_Left, KEY.Key_Left):
        placing.press(key)
        placing.settle()
    assert where(placing, TEXTS[2]) == (5, 1)


def test_quick_arrows_are_all_counted(placing: Led, matrix: MatrixView) -> None:
    placing.type("11")
    placing.settle()
    matrix.setFocus()
    placing.press(KEY.Key_Up, times=3)
    placing.press(KEY.Key_Right, times=2)
    assert where(placing, TEXTS[2]) == (4, 3)


def test_delete_takes_a_point_out(placing: Led, panel: MatrixPanel) -> None:
    placing.type("42")
    placing.settle()
    panel.matrix.setFocus()
    placing.press(KEY.Key_Delete)
    assert where(placing, TEXTS[2]) == (0, 0)
    assert panel.list.hasFocus()
    assert waiting(panel)[0] == TEXTS[2]


def test_every_point_is_reached_by_keys_and_can_be_placed_anew(
    placing: Led, panel: MatrixPanel
) -> None:
    for figures in ("11", "55", "33"):
        placing.type(figures)
        placing.settle()
    assert panel.matrix.hasFocus()
    reached = []
    for key in (KEY.Key_PageUp, KEY.Key_PageUp, KEY.Key_PageDown, KEY.Key_PageDown):
        placing.press(key)
        assert panel.matrix.row is not None
        reached.append(panel.matrix.row.number)
    assert reached == [2, 2, 1, 3]
    placing.type("24")
    assert where(placing, TEXTS[2]) == (2, 4)


def test_points_have_names_for_a_screen_reader(placing: Led, matrix: MatrixView) -> None:
    placing.type("42")
    placing.settle()
    told = QAccessible.queryAccessibleInterface(matrix)
    names = [told.child(n).text(QAccessible.Text.Name) for n in range(told.childCount())]
    assert "Förslag 3, effekt 4, insats 2: Gemensam rutin för SIP" in names


def test_undo_takes_the_point_back(placing: Led) -> None:
    placing.type("42")
    placing.settle()
    placing.press(KEY.Key_Z, CTRL)
    assert where(placing, TEXTS[2]) == (0, 0)


def test_enter_makes_an_action_of_a_point(placing: Led, matrix: MatrixView) -> None:
    placing.type("42")
    placing.settle()
    matrix.setFocus()
    placing.press(KEY.Key_Return)
    placing.settle()
    (action,) = placing.actions
    assert (action["effect"], action["effort"]) == (4, 2)


def test_an_idea_is_dragged_into_a_cell(placing: Led, panel: MatrixPanel) -> None:
    row = panel.list.visualRect(panel.list.ideas.index(1)).center()
    target = middle(panel.matrix, 2, 5)
    drag(panel.list.viewport(), row, panel.matrix.viewport(), target)
    assert where(placing, TEXTS[1]) == (2, 5)


def test_an_idea_dropped_beside_stays(placing: Led, panel: MatrixPanel) -> None:
    row = panel.list.visualRect(panel.list.ideas.index(0)).center()
    drag(panel.list.viewport(), row, panel.list.viewport(), row + QPoint(0, 90))
    assert where(placing, TEXTS[2]) == (0, 0)


def test_a_point_is_dragged_to_a_cell_and_out(placing: Led, matrix: MatrixView) -> None:
    placing.type("42")
    placing.settle()
    view = matrix.viewport()
    drag(view, middle(matrix, 4, 2), view, middle(matrix, 1, 1))
    assert where(placing, TEXTS[2]) == (1, 1)
    drag(view, middle(matrix, 1, 1), view, QPoint(-80, 40))
    assert where(placing, TEXTS[2]) == (0, 0)


def test_a_press_chooses_and_moves_nothing(placing: Led, matrix: MatrixView) -> None:
    for figures in ("11", "55"):
        placing.type(figures)
        placing.settle()
    QTest.mouseClick(matrix.viewport(), LEFT, pos=middle(matrix, 1, 1))
    assert matrix.row is not None
    assert matrix.row.text == TEXTS[2]
    assert where(placing, TEXTS[2]) == (1, 1)


def test_ten_are_placed_before_all_are_shown(lead: Lead, place: Path, around: Surroundings) -> None:
    texts = [f"Förslag {n}" for n in range(14)]
    led = lead(prepared(place, around, said(texts, votes=range(14))))
    step = prioritising(led)
    step.show_voting(voting=False)
    for _ in range(10):
        led.type("33")
        led.settle()
    assert waiting(step.panel) == []
    assert step.panel.done.isVisible()
    assert step.bar.more.text() == "Visa alla, 4 till (A)"
    led.type("a")
    assert waiting(step.panel) == ["Förslag 3", "Förslag 2", "Förslag 1", "Förslag 0"]
    assert step.bar.more.text() == "Visa bara tio (A)"


def test_levels_from_elsewhere_are_drawn_within(
    lead: Lead, place: Path, around: Surroundings
) -> None:
    def odd(session: Session, _: str) -> None:
        for one, (effect, effort) in zip(
            session.things("idea"), ((99, -4), ("hög", 2), (3, True)), strict=True
        ):
            values = {"effect": effect, "effort": effort}
            session.write("Placera", {("idea", one.id): values})

    step = prioritising(lead(prepared(place, around, said(TEXTS), odd)))
    step.show_voting(voting=False)
    assert [one.cell for one in step.panel.matrix.points.rows] == [(5, 1)]
    assert not step.grab().isNull()


@pytest.mark.parametrize("text", [100, 200])
def test_everything_has_a_name_and_room(
    placing: Led, panel: MatrixPanel, settings: Settings, text: int
) -> None:
    settings.put("look/text_size", text)
    placing.type("42")
    placing.settle()
    view = placing.leading.view
    assert unnamed(view) == clipped(view) == rich_text(view) == []


@given(st.lists(st.tuples(LEVELS, LEVELS), max_size=120))
def test_points_stand_apart_in_their_cells(cells: list[tuple[int, int]]) -> None:
    points = [Placed(str(n), n, "", *cell) for n, cell in enumerate(cells)]
    found = spots(points, FRAME, 15, 8)
    assert max(Counter((one.middle.x(), one.middle.y()) for one in found).values(), default=1) == 1
    for point, spot in zip(points, found, strict=True):
        assert FRAME.cell_at(spot.middle) == point.cell


@pytest.mark.parametrize("count", [1, 2, 5, 9])
def test_few_points_do_not_cover_each_other(count: int) -> None:
    found = spots([Placed(str(n), n, "", 5, 2) for n in range(count)], FRAME, 15, 8)
    for n, one in enumerate(found):
        for other in found[n + 1 :]:
            away = one.middle - other.middle
            assert away.x() ** 2 + away.y() ** 2 > (2 * one.radius) ** 2


@pytest.mark.parametrize("size", [QSizeF(0, 0), QSizeF(20, 20), QSizeF(3_000, 40)])
def test_a_matrix_without_room_is_still_one(size: QSizeF) -> None:
    where_: Frame = frame(size, 30, 20)
    assert spots([Placed("a", 1, "", 3, 3)] * 3, where_, 15, 8)
    assert where_.cell_at(QPointF(-5, -5)) is None


def test_the_model_is_one_that_qt_trusts(qtmodeltester: ModelTester) -> None:
    model = MatrixModel()
    for shown in ("", "ab", "abc", "c"):
        model.set_items([Placed(one, n, one, 5, len(shown) or 1) for n, one in enumerate(shown)])
        qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_ideas_taken_away_meanwhile_are_gone(placing: Led, panel: MatrixPanel) -> None:
    placing.type("42")
    placing.settle()
    idea = placing.idea(TEXTS[2]).id
    placing.desk.edit(lambda session: session.remove(idea))
    placing.desk.edit(lambda session: ideas.park(session, placing.idea(TEXTS[0]).id, parked=True))
    placing.settle()
    assert panel.matrix.points.rows == []
    assert waiting(panel) == [TEXTS[1]]
