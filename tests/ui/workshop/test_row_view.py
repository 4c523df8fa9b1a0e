from __future__ import annotations

import pytest
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from ui.theme.theme import Theme
from ui.workshop.action_model import ActionRow
from ui.workshop.action_view import ActionView
from ui.workshop.idea_model import IdeaRow
from ui.workshop.idea_view import IdeaView

MANY = 1_000


def rows(*numbers: int) -> list[IdeaRow]:
    return [IdeaRow(f"id{n}", n, f"Förslag {n} " * (1 + n % 9)) for n in numbers]


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> IdeaView:
    """A list of many ideas, not laid out yet."""
    view = IdeaView(theme)
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    qtbot.waitExposed(view)
    view.show_rows(rows(*range(MANY)))
    return view


def done(view: IdeaView) -> bool:
    return view.layoutMode() == QListView.LayoutMode.SinglePass


def test_a_long_list_is_laid_out_piece_by_piece(view: IdeaView, qtbot: QtBot) -> None:
    first, last = (view.visualRect(view.ideas.index(place)) for place in (0, MANY - 1))
    assert first.height() > 0
    assert last.isEmpty()
    qtbot.waitUntil(lambda: done(view))
    assert view.visualRect(view.ideas.index(MANY - 1)).height() > 0
    assert view.verticalScrollBar().maximum() > MANY * 20


def test_what_is_chosen_before_that_is_in_sight(view: IdeaView) -> None:
    view.choose(f"id{MANY - 1}")
    here = view.visualRect(view.currentIndex())
    assert done(view)
    assert view.viewport().rect().contains(here)


def test_a_new_idea_moves_nothing_that_is_in_sight(view: IdeaView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: done(view))
    view.verticalScrollBar().setValue(20_000)
    view.show_rows(rows(MANY, *range(MANY)))
    view.visualRect(view.ideas.index(MANY))
    assert view.verticalScrollBar().value() == 20_000


def test_a_short_list_is_laid_out_at_once(view: IdeaView) -> None:
    view.show_rows(rows(5_000, 5_001))
    assert done(view)
    assert view.visualRect(view.ideas.index(1)).height() > 0


def test_what_is_chosen_stays_in_sight_in_another_order(view: IdeaView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: done(view))
    view.choose("id0")
    view.show_rows(rows(*range(1, MANY), 0))
    assert view.chosen_id == "id0"
    qtbot.waitUntil(lambda: view.viewport().rect().contains(view.visualRect(view.currentIndex())))


def test_the_action_that_took_the_place_of_a_chosen_one_is_chosen(
    theme: Theme, qtbot: QtBot
) -> None:
    view = ActionView(theme)
    qtbot.addWidget(view)
    first, second, third = (
        ActionRow(str(n), n, f"Åtgärd {n}", "Piteå", (), "", "R1") for n in range(3)
    )
    view.show_rows([first, second, third])
    assert view.chosen_id == "0"
    view.choose("1")
    view.show_rows([third, second, first])
    assert view.chosen_id == "1"
    view.show_rows([third, first])
    assert view.chosen_id == "0"
    view.show_rows([])
    assert view.chosen_id == ""
