"""A row of the start screen: work that stands only on this computer, and a way to save it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nvworkshop.session.unpublished import Unpublished
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role
from ui.words import changes_word


class RescueRow(QWidget):
    """Names the plan, says why its work is in no file, and offers to write it to one."""

    asked = Signal()

    def __init__(self, what: Unpublished, theme: Theme, parent: QWidget) -> None:
        """Lay it out."""
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        row.setSpacing(theme.px(16))
        lines = QVBoxLayout()
        lines.setSpacing(theme.px(2))
        name = PlainLabel(f"▲ {what.title or self.tr('Plan utan namn')}", self)
        set_role(name, "warning")
        told = self.tr("{changes} finns bara på den här datorn: {why}.")
        place = self.tr("Planfilen låg här: {place}").format(place=what.place) if what.place else ""
        said = told.format(changes=changes_word(what.changes), why=what.why)
        why = PlainLabel(f"{said} {place}".strip(), self)
        why.setWordWrap(True)
        set_role(why, "muted")
        lines.addWidget(name)
        lines.addWidget(why)
        row.addLayout(lines, 1)
        button = QPushButton(self.tr("Spara som planfil…"), self)
        button.setAccessibleDescription(f"{name.text()}. {why.text()}")
        set_role(button, "secondary")
        button.clicked.connect(self.asked)
        row.addWidget(button)
