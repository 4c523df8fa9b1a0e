"""A question over the list: whether several are the same indicator."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nvworkshop.session.indicators import Question
from ui.theme.theme import Theme
from ui.widgets.labels import WrappedNotice
from ui.widgets.style import set_role


class QuestionBar(QFrame):
    """One question at a time; both answers are remembered and can be undone."""

    same = Signal(object)  # ids, the first is kept
    apart = Signal(object)  # ids

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Ask nothing yet."""
        super().__init__(parent)
        self._ids: tuple[str, ...] = ()
        set_role(self, "card")
        self.said = WrappedNotice("", self)
        self.yes = self._button(self.tr("Ja, samma"))
        self.no = self._button(self.tr("Nej, olika"))
        self.yes.clicked.connect(lambda: self.same.emit(self._ids))
        self.no.clicked.connect(lambda: self.apart.emit(self._ids))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        for button in (self.yes, self.no):
            buttons.addWidget(button)
        buttons.addStretch(1)
        lines = QVBoxLayout(self)
        margin = theme.px(10)
        lines.setContentsMargins(margin, margin, margin, margin)
        lines.setSpacing(theme.px(6))
        lines.addWidget(self.said)
        lines.addLayout(buttons)
        self.hide()

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        set_role(button, "secondary")
        return button

    def ask(self, question: Question | None, more: int = 0) -> None:
        """Ask, or be gone; `more` are the questions after this one."""
        self.setVisible(question is not None)
        if question is None:
            return
        self._ids = question.ids
        text = self.tr(
            "{n} indikatorer {why}: ”{title}” ({where}). Är det samma indikator? Då visas deras "
            "värden tillsammans. Inget flyttas."
        ).format(
            n=len(question.ids),
            why=question.why,
            title=question.title,
            where=", ".join(question.where),
        )
        rest = self.tr(" Fler frågor: {n}.").format(n=more) if more else ""
        self.said.setText(text + rest)

    def changeEvent(self, event: QEvent) -> None:
        """Take the room that the text needs in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
