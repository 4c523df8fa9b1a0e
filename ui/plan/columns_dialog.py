"""Which columns the table has, and in what order; every change shows at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.help.where import carry_help
from ui.plan.columns import FIRST, columns_of
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel, plain_tooltip
from ui.widgets.style import set_role
from ui.words import tr

_NAME = Qt.ItemDataRole.UserRole
_ROWS = 16


class ColumnsDialog(QDialog):
    """A list to tick and to drag; the rest of the window can be used meanwhile."""

    changed = Signal(list)  # names, in order; empty is as from the start
    widths_reset = Signal()

    def __init__(self, kind: str, shown: Sequence[str], theme: Theme, parent: QWidget) -> None:
        """Show the columns, those that are seen first and ticked."""
        super().__init__(parent)
        self._kind = kind
        self._theme = theme
        self.setWindowTitle(self.tr("Kolumner"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        about = PlainLabel(
            self.tr("Bocka för det du vill se. Dra, eller Alt+Upp och Alt+Ner, för att flytta."),
            self,
        )
        about.setWordWrap(True)
        set_role(about, "muted")
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Kolumner"))
        self.list.setSpacing(theme.px(2))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        lines = QVBoxLayout(self)
        lines.addWidget(about)
        lines.addWidget(self.list)
        lines.addLayout(self._build_buttons())
        self._fill(shown)
        self._connect()
        carry_help(self)
        row = max(1, self.list.sizeHintForRow(0))
        self.resize(theme.px(380), row * _ROWS + theme.px(150))

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.up = QPushButton(self.tr("Flytta upp"), self)
        self.down = QPushButton(self.tr("Flytta ner"), self)
        self.first = QPushButton(self.tr("Som från början"), self)
        close = QPushButton(self.tr("Stäng"), self)
        close.clicked.connect(self.close)
        for button in (self.up, self.down, self.first, close):
            button.setAutoDefault(False)
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.first.clicked.connect(self._on_first)
        self.list.itemChanged.connect(lambda _: self._tell())
        self.list.model().rowsMoved.connect(lambda *_: self._tell())
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda by=step: self._move(by))

    def names(self) -> list[str]:
        """Return the ticked columns in order."""
        items = (self.list.item(place) for place in range(self.list.count()))
        return [one.data(_NAME) for one in items if one.checkState() == Qt.CheckState.Checked]

    def _fill(self, shown: Sequence[str]) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        columns = columns_of(self._kind)
        for name in (*shown, *(one for one in columns if one not in shown)):
            item = QListWidgetItem(columns[name].title, self.list)
            item.setData(_NAME, name)
            item.setToolTip(plain_tooltip(tr(columns[name].field.help)))
            on = Qt.CheckState.Checked if name in shown else Qt.CheckState.Unchecked
            item.setCheckState(on)
        self.list.blockSignals(False)
        self.list.setCurrentRow(0)

    def _move(self, step: int) -> None:
        place = self.list.currentRow()
        if 0 <= place + step < self.list.count():
            self.list.blockSignals(True)
            item = self.list.takeItem(place)
            self.list.insertItem(place + step, item)
            self.list.setCurrentRow(place + step)
            self.list.blockSignals(False)
            self._tell()

    def _on_first(self) -> None:
        known = columns_of(self._kind)
        self._fill([name for name in FIRST if name in known])
        self.widths_reset.emit()
        self.changed.emit([])

    def _tell(self) -> None:
        names = self.names()
        if names:
            self.changed.emit(names)
