"""Beside the year: an entry that comes from somewhere else in the plan, and the way there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nvworkshop.followup.year import Entry
from ui.assignments.words import sort_word, when_words
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role


class FactCard(QWidget):
    """What, when and whose; a button goes where it can be changed."""

    opened = Signal(str, str)  # kind, id

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._entry: Entry | None = None
        set_role(self, "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.sort = self._label("small")
        self.title = self._label("heading")
        self.when = self._label("")
        self.more = self._label("muted")
        self.button = QPushButton("", self)
        set_role(self.button, "secondary")
        self.button.clicked.connect(self._on_clicked)
        self._lines = QVBoxLayout(self)
        for part in (self.sort, self.title, self.when, self.more):
            self._lines.addWidget(part)
        self._lines.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._lines.addStretch(1)
        self._space()
        theme.changed.connect(self._space)

    def _label(self, role: str) -> PlainLabel:
        label = PlainLabel("", self)
        label.setWordWrap(True)
        if role:
            set_role(label, role)
        return label

    @Slot()
    def _space(self) -> None:
        px = self._theme.px
        self._lines.setContentsMargins(*(px(16),) * 4)
        self._lines.setSpacing(px(8))

    def show_entry(self, entry: Entry | None) -> None:
        """Show an entry, or that none is chosen."""
        self._entry = entry
        self.sort.setText(sort_word(entry) if entry else "")
        self.title.setText(entry.title if entry else self.tr("Ingen händelse är vald"))
        self.when.setText(when_words(entry) if entry else "")
        parts = (entry.whose, entry.note) if entry else ()
        self.more.setText("\n".join(one for one in parts if one))
        words = {
            "assignment": self.tr("Öppna uppdraget"),
            "action": self.tr("Öppna åtgärden"),
            "joint_action": self.tr("Öppna åtgärden"),
            "decision": self.tr("Öppna i Förankring"),
            "workshop": self.tr("Öppna Workshop"),
        }
        word = words.get(entry.kind, "") if entry else ""
        self.button.setText(word)
        self.button.setVisible(bool(word))

    def _on_clicked(self) -> None:
        if self._entry is not None:
            self.opened.emit(self._entry.kind, self._entry.entity)
