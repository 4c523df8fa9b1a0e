"""What of a file could not be read: where it stands, what it says, and why."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nvworkshop.model.proposals import Proposals, Rejected
from ui.incoming.words import as_text, rejected_text
from ui.merge.line_list import LineList
from ui.merge.line_model import Line
from ui.theme.theme import Theme
from ui.widgets.labels import WrappedLabel
from ui.widgets.style import set_role


class RejectedView(QWidget):
    """A list to read and to copy as a table."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.rejected: tuple[Rejected, ...] = ()
        self.said = WrappedLabel(
            self.tr("Det här hämtas inte in. Rätta i filen och välj den igen, eller skriv in det."),
            self,
        )
        set_role(self.said, "muted")
        self.copy = QPushButton(self.tr("Kopiera som text"), self)
        set_role(self.copy, "secondary")
        self.copy.clicked.connect(self._on_copy)
        self.list = LineList(self.tr("Det som inte gick att läsa"), theme, self)
        px = theme.px
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self.said, 1)
        row.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(px(8))
        lines.addLayout(row)
        lines.addWidget(self.list, 1)

    def show_rejected(self, proposals: Proposals) -> None:
        """Show what a file has that could not be read."""
        self.rejected = proposals.rejected
        self.list.show_lines(
            [
                Line(place, one.reason, rejected_text(one))
                for place, one in enumerate(proposals.rejected)
            ]
        )

    def focus(self) -> None:
        """Put the keys in the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self.rejected))
