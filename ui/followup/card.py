"""A card of the page: a heading, what can be chosen, and a switch to see it as a table."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role


class Card(QFrame):
    """The lines of a card; more are added to `lines`."""

    def __init__(
        self, title: str, theme: Theme, parent: QWidget | None = None, *, tabled: bool = True
    ) -> None:
        """Lay out the head; `tabled` tells whether the switch is there."""
        super().__init__(parent)
        self.theme = theme
        set_role(self, "card")
        self.title = PlainLabel(title, self)
        set_role(self.title, "heading")
        self.head = FlowBox(theme.px(12), self)
        self._controls: list[QWidget] = []
        self.as_table = QCheckBox(self.tr("Visa som tabell"), self)
        self.as_table.setVisible(tabled)
        self._tabled = tabled
        self.lines = QVBoxLayout(self)
        self.lines.addWidget(self.title)
        self.lines.addWidget(self.head)
        self._lay_out()
        self._space()
        theme.changed.connect(self._space)

    def _space(self) -> None:
        px = self.theme.px
        self.lines.setContentsMargins(px(16), px(12), px(16), px(14))
        self.lines.setSpacing(px(8))

    def add_control(self, part: QWidget) -> None:
        """Put something to choose by in the head."""
        self._controls.append(part)
        self._lay_out()

    def _lay_out(self) -> None:
        parts = [*self._controls, *([self.as_table] if self._tabled else [])]
        self.head.set_parts(parts)
        self.head.setVisible(bool(parts))
