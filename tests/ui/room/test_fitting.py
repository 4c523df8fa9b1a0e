from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from ui.room.fitting import LEAST, Block, Type, count_fitting


@pytest.fixture
def kind(qapp: QApplication) -> Type:
    return Type(QFont("DejaVu Sans"), 1_920, 1_080)


@pytest.mark.parametrize(
    ("size", "least"), [((1_920, 1_080), 28), ((1_280, 720), 19), ((3_840, 2_160), 56)]
)
def test_the_least_type_follows_the_height(
    qapp: QApplication, size: tuple[int, int], least: int
) -> None:
    assert Type(QFont(), *size).least == least
    assert least >= LEAST * size[1] / 1_080


def test_the_largest_that_fits_is_found(kind: Type) -> None:
    assert kind.largest(lambda size: size <= 41, 54) == 41
    assert kind.largest(lambda _: True, 54) == 54
    assert kind.largest(lambda _: False, 54) is None


def test_a_text_that_has_no_place_ends_with_dots(kind: Type) -> None:
    block = kind.block("vård " * 200, 28, 400)
    assert block.lines > 3
    assert block.height_in(block.line * 3) == pytest.approx(block.line * 3)


def test_an_empty_text_has_no_height(kind: Type) -> None:
    assert kind.block("", 28, 400).height == 0
    assert kind.block("å\nä", 28, 400).lines == 2


@given(
    heights=st.lists(st.floats(1, 100), max_size=20),
    room=st.floats(1, 500),
    gap=st.floats(0, 20),
)
def test_what_fits_is_counted_with_room_for_saying_the_rest(
    heights: list[float], room: float, gap: float
) -> None:
    count = count_fitting(heights, gap, room, 30)
    used = sum(heights[:count]) + gap * max(0, count - 1)
    assert 0 <= count <= len(heights)
    if count:
        assert used <= room - (30 if count < len(heights) else 0) + 1e-6


@given(text=st.text(max_size=200), width=st.floats(0, 500), room=st.floats(0, 300))
def test_any_text_can_be_broken_and_drawn(text: str, width: float, room: float) -> None:
    block = Block(text, QFont("DejaVu Sans", 12), width)
    image = QImage(50, 50, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        block.draw(painter, QPointF(0, 0), room)
    assert block.height_in(room) <= max(room, block.line) + 1
