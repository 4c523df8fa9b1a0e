"""Text that a crash left without a place to go: shown to be copied, until it is dismissed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from nvworkshop.session.drafts import Leftover
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role


class LeftoversPanel(QFrame):
    """Says what was being written when the program ended, and lets it be copied."""

    dismissed = Signal()

    def __init__(self, leftovers: Sequence[Leftover], theme: Theme, parent: QWidget) -> None:
        """Show the texts."""
        super().__init__(parent)
        set_role(self, "panel")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(*(theme.px(16),) * 4)
        heading = PlainLabel(
            self.tr("Det här skrev du när programmet stängdes. Det fick inte plats i planen."), self
        )
        heading.setWordWrap(True)
        lines.addWidget(heading)
        text = QPlainTextEdit(self)
        text.setReadOnly(True)
        text.setAccessibleName(heading.text())
        text.setPlainText("\n\n".join(_told(one) for one in leftovers))
        text.setMaximumHeight(theme.px(120))
        lines.addWidget(text)
        row = QHBoxLayout()
        close = QPushButton(self.tr("Jag har sett det, ta bort"), self)
        set_role(close, "secondary")
        close.clicked.connect(self.dismissed)
        close.clicked.connect(self.deleteLater)
        row.addWidget(close)
        row.addStretch(1)
        lines.addLayout(row)


def _told(one: Leftover) -> str:
    why = f"\n({one.why})" if one.why else ""
    return f"{one.title} – {one.label}:\n{one.text}{why}"
