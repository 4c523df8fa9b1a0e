"""How rows under headings are drawn: headings stand out, and where the keys are has a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.theme.theme import Theme

_ASIDE = 7
"""Design pixels beside the words, besides those of the style."""


_GROUPS = (
    QPalette.ColorGroup.Active,
    QPalette.ColorGroup.Inactive,  # the keys are somewhere else
    QPalette.ColorGroup.Disabled,
)


if TYPE_CHECKING:
    _Delegate = QStyledItemDelegate
else:
    _Delegate = object  # of two Qt classes, the signals of the second come in the wrong order


class GroupedPainter(_Delegate):
    """Asks what is a heading, and which colour words have. Stands before what it paints for."""

    _theme: Theme

    def is_heading(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Tell whether a cell is of a heading."""
        raise NotImplementedError

    def tone(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the token of a cell's words, "" for the ordinary."""
        raise NotImplementedError

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Put the words under the column's name; headings and what has a tone stand out."""
        super().initStyleOption(option, index)
        option.rect = option.rect.adjusted(self._theme.px(_ASIDE), 0, 0, 0)
        if self.is_heading(index):
            option.font.setWeight(QFont.Weight.DemiBold)
            self._colour(option, "ink")
        elif tone := self.tone(index):
            self._colour(option, tone)

    def _colour(self, option: QStyleOptionViewItem, token: str) -> None:
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
            for group in _GROUPS:
                option.palette.setColor(group, role, self._theme.color(token))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the cell, and a frame where the keys are."""
        if self.is_heading(index):
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
