"""The table of measured values, written in row after row by keys alone."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from nvworkshop.session.measurements import FIELDS_SHOWN
from ui.desk import Desk
from ui.indicators.measure_delegate import MeasureDelegate
from ui.indicators.measure_model import DATE, MeasureModel
from ui.plan.in_place import Reading
from ui.theme.theme import Theme
from ui.widgets.keyed_list import Index
from ui.widgets.row_table import RowTable
from ui.widgets.style import set_role

_WIDE = {"date": 100, "value": 70, "area": 104, "area_level": 90, "gender": 78, "count": 96}
_SHARED = {"source": 90, "comment": 90}
"""Design pixels: columns that are as wide as what they hold, and those that share the rest."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CTRL = Qt.KeyboardModifier.ControlModifier


class MeasureTable(RowTable):
    """Enter opens a cell and goes down a row, Tab goes on in the row; Delete removes rows."""

    remove_asked = Signal(object)  # ids of values
    paste_asked = Signal(str)
    copied = Signal(int)  # rows

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(theme, parent)
        self._began, self._going_on = DATE, False
        self.values = MeasureModel(desk.surroundings.new_id, self)
        self.setModel(self.values)
        self.cells = MeasureDelegate(self.values, desk, theme, self)
        self.setItemDelegate(self.cells)
        self._dress()
        self.cells.next_asked.connect(self._on_next_asked)
        self.cells.entered.connect(self._on_entered)
        self.cells.opened.connect(self._on_opened)
        self._size()

    def _dress(self) -> None:
        set_role(self, "bare")
        self.setAccessibleName(self.tr("Mätvärden"))
        self.setAccessibleDescription(
            self.tr("Den sista raden är för nästa värde. Tab går vidare, Retur till nästa rad.")
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)

    @property
    def chosen(self) -> list[str]:
        """The ids of the values whose rows are chosen, without the row for the next one."""
        rows = sorted({one.row() for one in self.selectionModel().selectedRows()})
        return [self.values.id_at(row) for row in rows if not self.values.is_next(row)]

    def write_next(self) -> None:
        """Write in the row for the next value."""
        here = self.values.index(self.values.rowCount() - 1, DATE)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._write(here)

    def write_again(self, entity: str, field: str, text: str, said: Reading) -> None:
        """Open a cell again with what was typed, and why it could not be set."""
        here = self.values.index(self.values.row_of(entity), FIELDS_SHOWN.index(field))
        if here.isValid():
            self.cells.begin_with(text, said)
            self._write(here)

    @Slot(int)
    def _on_opened(self, column: int) -> None:
        """Remember in which column the writing began, for the next row."""
        if not self._going_on:
            self._began = column

    def _write(self, here: Index) -> None:
        if here.isValid() and here.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setCurrentIndex(here)
            self.edit(here)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the cell on Enter, remove rows on Delete, copy and paste rows."""
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit(QApplication.clipboard().text())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.key() in _ENTER and not event.modifiers() & _CTRL:
            self._write(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self._remove()
        elif event.key() == Qt.Key.Key_Insert or (
            event.key() in _ENTER and event.modifiers() & _CTRL
        ):
            self.write_next()
        else:
            super().keyPressEvent(event)

    def _remove(self) -> None:
        if self.chosen and self.values.writable:
            self.remove_asked.emit(self.chosen)

    def _copy(self) -> None:
        """Put the chosen rows on the clipboard with their headings, to paste anywhere."""
        rows = [self.values.row_of(one) for one in self.chosen]
        columns = range(len(FIELDS_SHOWN))
        across = Qt.Orientation.Horizontal
        lines = [[str(self.values.headerData(n, across)) for n in columns]]
        lines += [
            [str(self.values.index(row, n).data(Qt.ItemDataRole.EditRole)) for n in columns]
            for row in rows
        ]
        if rows:
            QApplication.clipboard().setText("\n".join("\t".join(one) for one in lines) + "\n")
            self.copied.emit(len(rows))

    @Slot(int)
    def _on_next_asked(self, step: int) -> None:
        """Write in the next cell of the row; after the last one in the next row's first."""
        here = self.currentIndex()
        following = here.siblingAtColumn(here.column() + step)
        if not following.isValid() and step > 0:
            following = self.values.index(here.row() + 1, DATE)
        self._going_on = True
        self._write(following)
        self._going_on = False

    @Slot()
    def _on_entered(self) -> None:
        """Go down to the next row, where the writing began; the next value's row is opened."""
        here = self.currentIndex()
        below = self.values.index(here.row() + 1, self._began)
        if not below.isValid():
            return
        self.setCurrentIndex(below)
        if self.values.is_next(below.row()):
            self._write(self.values.index(below.row(), min(self._began, 1)))

    def _share(self) -> None:
        header, px = self.horizontalHeader(), self._theme.px
        left = self.viewport().width()
        for column, name in enumerate(FIELDS_SHOWN):
            if name in _WIDE:
                wide = max(px(_WIDE[name]), header.sectionSizeHint(column))
                self.setColumnWidth(column, wide)
                left -= wide
        for column, name in enumerate(FIELDS_SHOWN):
            if name in _SHARED:
                least = max(px(_SHARED[name]), header.sectionSizeHint(column))
                self.setColumnWidth(column, max(least, left // len(_SHARED)))
