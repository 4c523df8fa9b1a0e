"""A field with its name above it and what is wrong with it below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel, SpokenLabel
from ui.widgets.style import set_mark, set_role


class FieldBlock(QWidget):
    """Stands in a form; `say` tells what is wrong."""

    keep_asked = Signal()

    def __init__(
        self, label: str, field: QWidget, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Lay out the name, with & before its key, over the field."""
        super().__init__(parent)
        self.field = field
        self.name = PlainLabel(label, self)
        self.name.setWordWrap(True)
        self.name.setBuddy(field)
        field.setAccessibleName(label.replace("&", ""))
        set_role(self.name, "field-label")
        self.problem = SpokenLabel("", self)
        self.problem.setWordWrap(True)
        set_role(self.problem, "danger")
        self.problem.hide()
        self.anyway = QPushButton(self.tr("Spara ändå"), self)
        set_role(self.anyway, "small-button")
        said = self.tr("Spara ändå: {name}").format(name=field.accessibleName())
        self.anyway.setAccessibleName(said)
        self.anyway.clicked.connect(self.keep_asked)
        self.anyway.hide()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(4))
        for part in (self.name, field, self.problem):
            lines.addWidget(part)
        lines.addWidget(self.anyway, 0, Qt.AlignmentFlag.AlignLeft)
        if field.focusPolicy() != Qt.FocusPolicy.NoFocus:
            self.setTabOrder(field, self.anyway)

    def put_under(self, part: QWidget) -> None:
        """Put something to read between the field and what is wrong with it."""
        lines = self.layout()
        if isinstance(lines, QVBoxLayout):
            lines.insertWidget(lines.indexOf(self.problem), part)

    @property
    def wrong(self) -> bool:
        """Whether something is said to be wrong."""
        return not self.problem.isHidden()

    def say(self, sentence: str, *, may_keep: bool = False) -> None:
        """Say what is wrong, "" when nothing is; `may_keep` offers to keep it in spite of that."""
        self.anyway.setVisible(may_keep)
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        set_mark(self.field, "wrong", bool(sentence))
        self.field.setAccessibleDescription(sentence)


class LinesEdit(QPlainTextEdit):
    """Several lines of plain text; tells when the keys leave it."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Let Tab go on to the next field."""
        super().__init__(parent)
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that what was written stands."""
        super().focusOutEvent(event)
        self.left.emit()
