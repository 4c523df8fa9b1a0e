from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from nvworkshop.workshop.content import Card, Cards
from ui.room.cards import page_of
from ui.room.fitting import Type

ROOM = QRectF(0, 0, 1_180, 540)
MANY = tuple(Card(n, f"Gemensam rutin för hemgång, förslag {n}") for n in range(40))


@pytest.fixture
def kind(qapp: QApplication) -> Type:
    return Type(QFont("DejaVu Sans"), 1_280, 720)


@pytest.mark.parametrize("looked_at", range(len(MANY)))
def test_the_card_that_is_looked_at_is_among_those_shown(kind: Type, looked_at: int) -> None:
    first, layout = page_of(kind, ROOM, Cards(MANY, looked_at))
    assert first <= looked_at < first + len(layout.places)
    assert all(ROOM.contains(one) for one in layout.places)


@pytest.mark.parametrize("looked_at", [-1, 0, 99])
def test_without_a_place_to_look_at_there_is_something_to_see(kind: Type, looked_at: int) -> None:
    first, layout = page_of(kind, ROOM, Cards(MANY, looked_at))
    assert first + len(layout.places) <= len(MANY)
    assert layout.places
