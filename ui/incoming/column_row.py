"""One column of somebody's list: what it is called, what it has, and the field it fills."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from nvworkshop.model.layouts import Column
from nvworkshop.model.sheets import letter
from ui.theme.theme import Theme
from ui.widgets.choice import ChoiceCombo
from ui.widgets.labels import ElidedLabel, WrappedLabel
from ui.widgets.style import set_role

_SURE = 0.8
"""From here on nobody needs to look twice."""

Choices = Sequence[tuple[object, str]]


class ColumnRow(QFrame):
    """The column to the left, and the field to choose to the right."""

    chosen = Signal(int, str)  # the column's number, and the name of a field

    def __init__(self, theme: Theme, choices: Choices, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.number = 0
        set_role(self, "side")
        self.name = WrappedLabel("", self)
        self.samples = ElidedLabel("", self)
        self.combo = ChoiceCombo(choices, self)
        self.combo.setMinimumWidth(theme.px(200))
        self.remark = WrappedLabel("", self)
        set_role(self.samples, "small")
        set_role(self.remark, "small")
        self.combo.chosen.connect(lambda value: self.chosen.emit(self.number, str(value)))
        px = theme.px
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.name)
        left.addWidget(self.samples)
        grid = QGridLayout(self)
        grid.setContentsMargins(px(10), px(6), px(10), px(6))
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(0)
        grid.addLayout(left, 0, 0, 2, 1)
        grid.addWidget(self.combo, 0, 1)
        grid.addWidget(self.remark, 1, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)

    def show_column(self, column: Column) -> None:
        """Show a column."""
        self.number = column.number
        place = self.tr("Kolumn {letter}").format(letter=letter(column.number))
        heading = column.heading or self.tr("(ingen rubrik)")
        self.name.setText(f"{place}: {heading}")
        self.samples.setText(" | ".join(column.samples) or self.tr("(tom)"))
        self.combo.choose(column.field)
        self.combo.setAccessibleName(self.tr("Fält för {column}").format(column=self.name.text()))
        self.combo.setAccessibleDescription(self.samples.text())
        self.remark.setText(self._remark(column))

    def _remark(self, column: Column) -> str:
        if not column.field:
            return self.tr("Kolumnen hämtas inte in") if column.samples else ""
        return self.tr("Gissning: se efter") if column.sure < _SURE else ""
