"""The cells of the chain: drawn, and written in where they stand."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView

from nvworkshop.session.anchoring import Stage
from ui.anchoring.model import AnchoringModel, Column, Index
from ui.desk import Desk
from ui.plan.writing import WritingDelegate
from ui.theme.theme import Theme
from ui.widgets.grouped_painter import GroupedPainter

_TONES = {
    Stage.WHOLLY: "ok",
    Stage.PARTLY: "ok",
    Stage.OVERDUE: "danger",
    Stage.NOT_ADOPTED: "danger",
    Stage.NOT_SENT: "muted",
}


class AnswerDelegate(GroupedPainter, WritingDelegate):
    """Headings of levels stand out, so does what is late, and where the keys are has a frame."""

    def __init__(
        self, model: AnchoringModel, desk: Desk, theme: Theme, parent: QAbstractItemView
    ) -> None:
        """Take colours and sizes from the theme."""
        super().__init__(model, desk, theme, parent)
        self._model = model

    def is_heading(self, index: Index) -> bool:
        """Tell whether a cell is of a level's heading."""
        return self._model.answer(index.row()) is None

    def tone(self, index: Index) -> str:
        """Return the token of the stage."""
        answer = self._model.answer(index.row())
        if answer is None or index.column() != Column.STAGE:
            return ""
        return _TONES.get(answer.stage, "")
