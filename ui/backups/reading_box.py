"""Two texts beside each other, to read in full: before and after, then and now."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from ui.theme.theme import Theme
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.style import set_role

_HIGH = 88
"""Design pixels of a box: four lines; more is scrolled to."""


class ReadingBox(QWidget):
    """A heading over two boxes; text is plain and can be copied, Tab goes on to the next."""

    def __init__(
        self, before: str, after: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Lay out the boxes under their labels."""
        super().__init__(parent)
        self._theme = theme
        self.heading = ElidedLabel("", self)
        set_role(self.heading, "plan-name")
        self.before = self._box(before)
        self.after = self._box(after)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(self.heading, 0, 0, 1, 2)
        for column, (label, box) in enumerate(((before, self.before), (after, self.after))):
            name = PlainLabel(label, self)
            set_role(name, "field-label")
            name.setBuddy(box)
            self._grid.addWidget(name, 1, column)
            self._grid.addWidget(box, 2, column)
            self._grid.setColumnStretch(column, 1)
        self._space()
        theme.changed.connect(self._space)

    def show_texts(self, heading: str, before: str, after: str) -> None:
        """Show other texts."""
        self.heading.setText(heading)
        self.before.setPlainText(before)
        self.after.setPlainText(after)

    def _box(self, label: str) -> QPlainTextEdit:
        box = QPlainTextEdit(self)
        box.setReadOnly(True)
        box.setTabChangesFocus(True)
        box.setAccessibleName(label)
        box.setPlaceholderText(self.tr("(tomt)"))
        return box

    def _space(self) -> None:
        self._grid.setHorizontalSpacing(self._theme.px(12))
        self._grid.setVerticalSpacing(self._theme.px(4))
        for box in (self.before, self.after):
            box.setFixedHeight(self._theme.px(_HIGH))
