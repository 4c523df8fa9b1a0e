"""The list beneath a text: options whose names have what is typed in them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from ui.widgets.style import set_role

Option = tuple[str, str]
"""Id and name."""

_ID = Qt.ItemDataRole.UserRole
_MOST_ROWS = 10


class PickList(QCompleter):
    """Finds å, ä and ö as letters of their own, whatever the case."""

    picked = Signal(str)  # the id of an option

    def __init__(self, text: QWidget) -> None:
        """Stand beneath a text, with no options."""
        super().__init__(text)
        self.options = QStandardItemModel(self)
        self.view = QListView(text)
        self.view.setAccessibleName(text.accessibleName())
        set_role(self.view, "popup-list")
        self.setModel(self.options)
        self.setPopup(self.view)
        self.setWidget(text)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(_MOST_ROWS)
        self.activated[QModelIndex].connect(self._on_activated)  # type: ignore[index]

    def offer(self, options: Iterable[Option]) -> None:
        """Have these options, in this order."""
        self.options.clear()
        for option, name in options:
            item = QStandardItem(name)
            item.setData(option, _ID)
            item.setEditable(False)
            self.options.appendRow(item)

    @property
    def is_open(self) -> bool:
        """Tell whether the list is showing."""
        return self.view.isVisible()

    def open_at(self, room: QRect, prefix: str, chosen: str) -> None:
        """Show the options with `prefix` in their names, `chosen` or the first one marked."""
        self.setCompletionPrefix(prefix)
        if self.completionCount() == 0:
            self.view.hide()
            return
        self.complete(room)
        found = self.completionModel()
        rows = (found.index(row, 0) for row in range(found.rowCount()))
        first = found.index(0, 0) if prefix else QModelIndex()
        self.view.setCurrentIndex(next((one for one in rows if one.data() == chosen), first))

    def width(self) -> int:
        """Return the pixels that the widest name takes."""
        return self.view.sizeHintForColumn(0)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.picked.emit(str(index.data(_ID)))
