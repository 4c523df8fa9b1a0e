"""A card of the page: a heading, what can be chosen, and a switch to see it as a table."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

LINE = 36
"""Design pixels: the height of what is chosen by, so that words stand in the middle of it."""


class Card(QFrame):
    """The lines of a card; more are added to `lines`."""

    def __init__(
        self, title: str, theme: Theme, parent: QWidget | None = None, *, tabled: bool = True
    ) -> None:
        """Lay out the head; `tabled` tells whether the switch is there."""
        super().__init__(parent)
        self.theme = theme
        set_role(self, "card")
        self.head = FlowBox(theme.px(12), self)
        self.title = PlainLabel(title, self.head)
        set_role(self.title, "heading")
        self._controls: list[QWidget] = []
        self.as_table = QCheckBox(self.tr("Visa som tabell"), self.head)
        self.as_table.setVisible(tabled)
        self._tabled = tabled
        self.lines = QVBoxLayout(self)
        self.lines.addWidget(self.head)
        self._lay_out()
        self._space()
        theme.changed.connect(self._space)

    def _space(self) -> None:
        px = self.theme.px
        self.lines.setContentsMargins(px(16), px(12), px(16), px(14))
        self.lines.setSpacing(px(8))
        for part in (self.title, self.as_table):
            part.setMinimumHeight(px(LINE))

    def add_control(self, part: QWidget) -> None:
        """Put something to choose by in the head."""
        part.setParent(self.head)
        self.as_table.raise_()  # last among the children: Tab goes in their order
        self._controls.append(part)
        self._lay_out()

    def show_title(self, title: str) -> None:
        """Head the card otherwise."""
        self.title.setText(title)
        self.head.arrange()

    def _lay_out(self) -> None:
        self.head.set_parts(self.parts_of_head())

    def parts_of_head(self) -> list[QWidget]:
        """Return what stands in the head now."""
        return [self.title, *self._controls, *([self.as_table] if self._tabled else [])]
