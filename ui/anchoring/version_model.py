"""The frozen versions as a table, the newest first."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from nvworkshop.model.kinds import FIELDS
from nvworkshop.model.labels import shown
from nvworkshop.model.text import shorten
from nvworkshop.model.things import Thing
from nvworkshop.strategy import Strategy
from ui.widgets.labels import plain_tooltip
from ui.words import tr

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LINE = 200
_NAMES = ("title", "state", "date", "fingerprint", "note")


class Column(IntEnum):
    """The columns, from the left."""

    TITLE = 0
    STATE = 1
    DATE = 2
    CODE = 3
    NOTE = 4


class VersionModel(QAbstractTableModel):
    """Shows versions; nothing is written in them."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with none."""
        super().__init__(parent)
        self.versions: tuple[Thing, ...] = ()
        self._strategy = Strategy.bare("")

    def show_versions(self, versions: Sequence[Thing]) -> None:
        """Show other versions; those that were there already stay where they are."""
        if tuple(versions) != self.versions:
            self.beginResetModel()
            self.versions = tuple(versions)
            self.endResetModel()

    def version(self, row: int) -> Thing | None:
        """Return the version of a row."""
        return self.versions[row] if 0 <= row < len(self.versions) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of versions."""
        return 0 if parent.isValid() else len(self.versions)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the name of a column; its tooltip has it where the column is narrow."""
        told = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        if orientation != Qt.Orientation.Horizontal or role not in told:
            return None
        return tr(FIELDS["version"][_NAMES[section]].sv)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell on one line; its tooltip has all of it."""
        version = self.version(index.row()) if index.isValid() else None
        if version is None:
            return None
        field = FIELDS["version"][_NAMES[index.column()]]
        text = shown(field, version[field.name], self._strategy)
        if role == Qt.ItemDataRole.DisplayRole:
            return shorten(text, _LINE)
        return plain_tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else None
