"""What the lists of a workshop have in common: how they look, and how a long one is laid out."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, QTimerEvent, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ui.theme.theme import Theme
from ui.widgets.keyed_list import Index

_PIECE = 100
"""Rows of a new list that are laid out at a time: a thousand at once would hold the keys up."""

_WHOLE, _PIECEMEAL = QListView.LayoutMode.SinglePass, QListView.LayoutMode.Batched
_NEAREST = QAbstractItemView.ScrollHint.EnsureVisible


class RowView(QListView):
    """A list of cards as wide as itself."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.setBatchSize(_PIECE)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setProperty("role", "bare")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        theme.changed.connect(self.doItemsLayout)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model."""
        super().setModel(model)
        if model is not None:
            model.rowsMoved.connect(self._on_moved, Qt.ConnectionType.QueuedConnection)

    def reset(self) -> None:
        """Begin to lay a new list out, piece by piece when it is long."""
        long = self.model() is not None and self.model().rowCount() > _PIECE
        self.setLayoutMode(_PIECEMEAL if long else _WHOLE)
        super().reset()

    def timerEvent(self, event: QTimerEvent) -> None:
        """Go on with the layout; once it is done, what comes and goes is laid out with the rest."""
        super().timerEvent(event)
        if self.layoutMode() == _PIECEMEAL and self._is_laid_out(self.model().rowCount() - 1):
            self.setLayoutMode(_WHOLE)

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = _NEAREST) -> None:
        """Scroll to a row, which is laid out first."""
        if self.layoutMode() == _PIECEMEAL and not self._is_laid_out(index.row()):
            self._finish_layout()
        super().scrollTo(index, hint)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Return where a key goes: among all rows, not those that are laid out so far."""
        self._finish_layout()
        return super().moveCursor(action, modifiers)

    def _finish_layout(self) -> None:
        if self.layoutMode() == _PIECEMEAL:
            self.setLayoutMode(_WHOLE)
            self.doItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the cards be as wide as the list, and as high as their texts need then."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _is_laid_out(self, place: int) -> bool:
        return not self.visualRect(self.model().index(place, 0)).isEmpty()

    @Slot()
    def _on_moved(self) -> None:
        """Keep what is chosen in sight when the order is another."""
        self.scrollTo(self.currentIndex())
