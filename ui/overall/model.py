"""The overall plan as a tree model: lines by number, so that nothing of Python's travels in Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.overall.nodes import Node
from ui.widgets.labels import plain_tooltip

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

_NOWHERE = -1


class OverallModel(QAbstractItemModel):
    """Lines and what stands beneath them. What is asked of it is worked out already."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self._show(())

    def show_nodes(self, nodes: Sequence[Node]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._show(nodes)
        self.endResetModel()

    def _show(self, nodes: Sequence[Node]) -> None:
        self._lines: list[Node] = []
        self._over: list[int] = []
        self._row: list[int] = []
        self._beneath: list[list[int]] = []
        self._top = self._number(nodes, _NOWHERE)
        self._places = {one.key: n for n, one in enumerate(self._lines)}

    def _number(self, nodes: Sequence[Node], over: int) -> list[int]:
        numbers = []
        for row, node in enumerate(nodes):
            number = len(self._lines)
            numbers.append(number)
            self._lines.append(node)
            self._over.append(over)
            self._row.append(row)
            self._beneath.append([])
            self._beneath[number] = self._number(node.children, number)
        return numbers

    def node(self, index: Index) -> Node | None:
        """Return the line at an index."""
        return self._lines[index.internalId()] if index.isValid() else None

    def place_of(self, key: str) -> QModelIndex:
        """Return where a line is, an invalid index when it is not there."""
        number = self._places.get(key, _NOWHERE)
        return self._at(number) if number != _NOWHERE else QModelIndex()

    def all_with_children(self) -> Iterator[QModelIndex]:
        """Yield the lines that have others beneath them, from the top."""
        for number, inside in enumerate(self._beneath):
            if inside:
                yield self._at(number)

    def _at(self, number: int) -> QModelIndex:
        return self.createIndex(self._row[number], 0, number)

    # Qt's own

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """Return the index of a line beneath another."""
        inside = self._inside(parent)
        if column or not 0 <= row < len(inside):
            return QModelIndex()
        return self.createIndex(row, 0, inside[row])

    def parent(self, index: Index | None = None) -> Any:
        """Return what a line stands beneath; with no index the model's own parent."""
        if index is None:
            return super().parent()
        over = self._over[index.internalId()] if index.isValid() else _NOWHERE
        return QModelIndex() if over == _NOWHERE else self._at(over)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many lines stand beneath one."""
        return len(self._inside(parent))

    def columnCount(self, parent: Index | None = None) -> int:
        """Return one."""
        return 1

    def _inside(self, parent: Index | None) -> list[int]:
        valid = parent is not None and parent.isValid()
        return self._beneath[parent.internalId()] if valid and parent is not None else self._top

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Return the title, or all of the line in words."""
        node = self.node(index)
        if node is None:
            return None
        match role:
            case Role.DisplayRole:
                return node.title
            case Role.ToolTipRole:
                return plain_tooltip(node.tip) if node.tip else None
            case Role.AccessibleTextRole:
                return ". ".join(one for one in (node.title, node.badge, node.about) if one)
            case _:
                return None
