"""The tree of the huvudman's part: a row of the plan that is followed, own rows beneath it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent

from ui.overall.model import Index
from ui.overall.tree import OverallTree


class OwnTree(OverallTree):
    """As the overall plan's tree; Ins makes an own row, and D shares one or stops sharing it."""

    line_opened = Signal(str)
    row_asked = Signal()
    share_turned = Signal(str)  # the key of the line
    line_shown = Signal(str)

    @property
    def here(self) -> str:
        """The key of the line the keys are on, "" for none."""
        return self._key_of(self.currentIndex())

    @property
    def above_here(self) -> str:
        """The key of the line that the line the keys are on stands beneath, "" for none."""
        return self._key_of(self.currentIndex().parent())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which line the keys are on."""
        super().currentChanged(current, previous)
        node = self.lines.node(current)
        self.line_shown.emit(node.key if node is not None else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Make an own row on Ins, turn sharing on D; the rest is the tree's."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if plain and event.key() == Qt.Key.Key_Insert:
            self.row_asked.emit()
        elif plain and event.key() == Qt.Key.Key_D:
            self.share_turned.emit(self.here)
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        node = self.lines.node(index)
        if node is not None and node.is_head:
            self.setExpanded(index, not self.isExpanded(index))
        elif node is not None:
            self.line_opened.emit(node.key)
