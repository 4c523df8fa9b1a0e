"""The cells of the chain: drawn, and written in where they stand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from nvworkshop.session.anchoring import Stage
from ui.anchoring.model import AnchoringModel, Column, Index
from ui.desk import Desk
from ui.plan.writing import WritingDelegate
from ui.theme.theme import Theme

_ASIDE = 7
"""Design pixels beside the words, besides those of the style."""

_TONES = {
    Stage.WHOLLY: "ok",
    Stage.PARTLY: "ok",
    Stage.OVERDUE: "danger",
    Stage.NOT_ADOPTED: "danger",
    Stage.NOT_SENT: "muted",
}


class AnswerDelegate(WritingDelegate):
    """Headings of levels stand out, so does what is late, and where the keys are has a frame."""

    def __init__(
        self, model: AnchoringModel, desk: Desk, theme: Theme, parent: QAbstractItemView
    ) -> None:
        """Take colours and sizes from the theme."""
        super().__init__(model, desk, theme, parent)
        self._model = model

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Put the words under the column's name; headings stand out, and what is late does."""
        super().initStyleOption(option, index)
        aside = self._theme.px(_ASIDE)
        option.rect = option.rect.adjusted(aside, 0, 0, 0)
        answer = self._model.answer(index.row())
        if answer is None:
            option.font.setWeight(QFont.Weight.DemiBold)
            self._colour(option, "ink")
        elif index.column() == Column.STAGE and answer.stage in _TONES:
            self._colour(option, _TONES[answer.stage])

    def _colour(self, option: QStyleOptionViewItem, token: str) -> None:
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
            for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled):
                option.palette.setColor(group, role, self._theme.color(token))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell, and a frame where the keys are."""
        if self._model.answer(index.row()) is None:
            painter.fillRect(option.rect, self._theme.color("ground"))
        elif option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme.color("selection"))
        super().paint(painter, option, index)
        if not option.state & QStyle.StateFlag.State_HasFocus:
            return
        wide = self._theme.px(2)
        painter.save()
        pen = QPen(self._theme.color("focus"), wide)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        inset = wide // 2 + wide % 2
        painter.drawRect(option.rect.adjusted(inset, inset, -inset, -inset))
        painter.restore()
