"""How a cell of the agenda is drawn and written in."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.theme.theme import Theme
from ui.workshop.agenda_model import Column, Role
from ui.workshop.held_agenda import HELD_ROLE

_ASIDE = 7
"""Design pixels beside the words, besides those of the style."""

Index = QModelIndex | QPersistentModelIndex


class AgendaDelegate(QStyledItemDelegate):
    """Draws what is not the group's own fainter, and a frame where the keys are."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Remember the look."""
        super().__init__(parent)
        self._theme = theme

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Choose the colour of the words, and put them under the column's name."""
        super().initStyleOption(option, index)
        aside = self._theme.px(_ASIDE)
        right = index.column() == Column.MINUTES
        option.rect = option.rect.adjusted(0 if right else aside, 0, -aside if right else 0, 0)
        token = "muted" if index.data(Role.FAINT) else "danger" if index.data(HELD_ROLE) else ""
        if token:
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, self._theme.color(token))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell, and the frame when it has the keys."""
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme.color("selection"))
        super().paint(painter, option, index)
        if state & QStyle.StateFlag.State_HasFocus:
            wide = self._theme.px(2)
            painter.save()
            pen = QPen(self._theme.color("focus"), wide)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            inset = wide // 2 + wide % 2
            frame = option.rect.adjusted(inset, inset, -inset, -inset)
            painter.drawRect(frame)
            painter.restore()

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QLineEdit:
        """Return a line with the guide's question in it while it is empty."""
        line = QLineEdit(parent)
        heading = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        line.setAccessibleName(str(heading))
        line.setPlaceholderText(str(index.data(Role.GUIDE) or ""))
        line.setFrame(False)
        return line
