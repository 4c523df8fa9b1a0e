"""What every table that is written in shares."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject

from ui.anchoring.delegate import AnswerDelegate
from ui.indicators.measure_delegate import MeasureDelegate
from ui.plan.cell_delegate import CellDelegate
from ui.plan.writing import WritingDelegate


@pytest.mark.parametrize("delegate", [AnswerDelegate, CellDelegate, MeasureDelegate])
def test_how_cells_are_drawn_gives_no_signals_of_its_own(delegate: type[WritingDelegate]) -> None:
    bases = [one for one in delegate.__bases__ if issubclass(one, QObject)]
    assert bases == [WritingDelegate]
