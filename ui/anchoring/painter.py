"""How a cell of the chain is drawn."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nvworkshop.session.anchoring import Stage
from ui.anchoring.model import AnchoringModel, Column, Index
from ui.theme.theme import Theme
from ui.widgets.grouped_painter import GroupedPainter

_TONES = {
    Stage.WHOLLY: "ok",
    Stage.PARTLY: "ok",
    Stage.OVERDUE: "danger",
    Stage.NOT_ADOPTED: "danger",
    Stage.NOT_SENT: "muted",
}


class AnswerPainter(GroupedPainter):
    """Headings of levels stand out, and so does what is late."""

    def __init__(self, model: AnchoringModel, theme: Theme, parent: QObject | None = None) -> None:
        """Draw what the model shows."""
        super().__init__(theme, parent)
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
