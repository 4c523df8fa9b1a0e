"""What was pasted, before it becomes rows: how much, what could not be read, and what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.plan.words import actions_word
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel, SpokenLabel, plain_tooltip
from ui.widgets.style import set_role

if TYPE_CHECKING:
    from nvworkshop.session.pasting import Paste

_SHOWN = 200
_ROWS = 3
"""Most bad cells listed, and seen at once."""


class PastePanel(QFrame):
    """Stands over the table until it is decided; nothing is changed before that."""

    add_asked = Signal(object)  # Paste
    over_asked = Signal(object)  # Paste
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Build it hidden."""
        super().__init__(parent)
        self._theme = theme
        self.paste: Paste | None = None
        set_role(self, "card")
        self.setAccessibleName(self.tr("Klistra in rader"))
        self.said = SpokenLabel("", self)
        self.said.setWordWrap(True)
        self.over_note = PlainLabel("", self)
        self.over_note.setWordWrap(True)
        set_role(self.over_note, "muted")
        self.bad = self._build_table()
        self.add = QPushButton(self)
        set_role(self.add, "primary")
        self.over = QPushButton(self)
        set_role(self.over, "secondary")
        self.cancel = QPushButton(self.tr("Avbryt"), self)
        set_role(self.cancel, "quiet")
        self.add.clicked.connect(lambda: self._decide(self.add_asked.emit))
        self.over.clicked.connect(lambda: self._decide(self.over_asked.emit))
        self.cancel.clicked.connect(self.close_panel)
        self._lay_out()
        self.hide()

    def _build_table(self) -> QTableWidget:
        table = QTableWidget(0, 4, self)
        titles = (self.tr("Rad"), self.tr("Kolumn"), self.tr("Stod"), self.tr("Varför"))
        table.setHorizontalHeaderLabels(titles)
        table.setAccessibleName(self.tr("Celler som inte gick att läsa"))
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setStyleSheet(f"QTableWidget::item {{ padding: 0 {self._theme.px(7)}px; }}")
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        return table

    def _lay_out(self) -> None:
        px = self._theme.px
        lines = QVBoxLayout(self)
        lines.setContentsMargins(px(16), px(12), px(16), px(12))
        lines.setSpacing(px(8))
        lines.addWidget(self.said)
        lines.addWidget(self.bad)
        lines.addWidget(self.over_note)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for button in (self.add, self.over, self.cancel):
            row.addWidget(button)
        row.addStretch(1)
        lines.addLayout(row)

    def show_paste(self, paste: Paste, chosen: int) -> None:
        """Show what was pasted; `chosen` rows are chosen in the table."""
        self.paste = paste
        self.said.setText(self._sentences(paste))
        self._show_bad(paste)
        self.add.setText(self.tr("Lägg till som nya"))
        self.add.setEnabled(bool(paste.new))
        self.show_chosen(chosen)
        self.show()
        (self.add if paste.new else self.cancel).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_chosen(self, chosen: int) -> None:
        """Say whether the rows chosen now are as many as those pasted."""
        if self.paste is None:
            return
        rows = len(self.paste.rows)
        self.over.setText(self.tr("Skriv över markerade rader"))
        self.over.setEnabled(chosen == rows)
        if chosen == rows:
            note = ""
        else:
            text = self.tr(
                "För att skriva över: markera {n} rader i tabellen. Nu är {m} markerade."
            )
            note = text.format(n=rows, m=chosen)
        self.over_note.setText(note)
        self.over_note.setVisible(bool(note))

    def close_panel(self) -> None:
        """Forget what was pasted."""
        self.paste = None
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def _sentences(self, paste: Paste) -> str:
        said = [
            self.tr("Urklipp har {rows}.").format(rows=actions_word(paste.kind, len(paste.rows)))
        ]
        if paste.untitled:
            text = self.tr("{n} av dem saknar rubrik och kan inte bli nya.")
            said.append(text.format(n=paste.untitled))
        if paste.unused:
            columns = ", ".join(paste.unused)
            said.append(self.tr("Kolumner som inte används: {names}.").format(names=columns))
        said += paste.notes
        if paste.bad:
            text = self.tr("{n} celler gick inte att läsa:")
            one = self.tr("En cell gick inte att läsa:")
            said.append(one if len(paste.bad) == 1 else text.format(n=len(paste.bad)))
        return " ".join(said)

    def _show_bad(self, paste: Paste) -> None:
        bad = paste.bad[:_SHOWN]
        self.bad.setVisible(bool(bad))
        self.bad.setRowCount(len(bad))
        for place, one in enumerate(bad):
            for column, text in enumerate((str(one.row), one.label, one.text, one.why)):
                item = QTableWidgetItem(text)
                item.setToolTip(plain_tooltip(text))
                self.bad.setItem(place, column, item)
        row = self.bad.verticalHeader().defaultSectionSize()
        height = row * min(len(bad), _ROWS) + self.bad.horizontalHeader().sizeHint().height()
        self.bad.setFixedHeight(height + self._theme.px(6))

    def _decide(self, ask: Callable[[Paste], object]) -> None:
        paste = self.paste
        self.close_panel()
        if paste is not None:
            ask(paste)
