"""The line that asks why, in place: a choice is made already, and the words may be left out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from nvworkshop.errors import PersonalNumberError, PlanError
from nvworkshop.model.text import MAX_LINE
from nvworkshop.session.guard import kept_anyway
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.overall import Entry, handle
from nvworkshop.session.session import Session
from ui.desk import Desk
from ui.editor.asking import while_there
from ui.overall.words import handling_word
from ui.theme.theme import Theme
from ui.widgets.labels import ElidedLabel, SpokenLabel
from ui.widgets.style import set_role

_DRAFT_AFTER = 400
"""Milliseconds from a key to the draft that survives a crash."""

_FIELD = "handling_reason"


class ReasonLine(QFrame):
    """Writes why local rows are handled as they are; `closed` when the person is done."""

    asked = Signal()
    closed = Signal()

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Hide until something is asked."""
        super().__init__(parent)
        self._desk = desk
        self._entries: tuple[Entry, ...] = ()
        self._handling = ""
        self._stands = ""
        self._drafted = False
        set_role(self, "card")
        self.asks = ElidedLabel("", self)
        self.field = QLineEdit(self)
        self.field.setMaxLength(MAX_LINE)
        self.field.setPlaceholderText(self.tr("Varför? Skriv kort, eller gå vidare med Esc."))
        self.save = QPushButton(self.tr("Spara"), self)
        self.skip = QPushButton(self.tr("Hoppa över"), self)
        self.anyway = QPushButton(self.tr("Spara ändå"), self)
        self.wrong = SpokenLabel("", self)
        self.wrong.setWordWrap(True)
        set_role(self.asks, "field-label")
        set_role(self.save, "primary")
        set_role(self.skip, "quiet")
        set_role(self.wrong, "note-danger")
        self._lay_out(theme)
        self._soon = QTimer(self, singleShot=True, interval=_DRAFT_AFTER)
        self._soon.timeout.connect(self._draft)
        self.field.textEdited.connect(lambda _: self._soon.start())
        self.save.clicked.connect(self.keep)
        self.skip.clicked.connect(self.leave)
        self.anyway.clicked.connect(lambda: self.keep(anyway=True))
        self.hide()

    def _lay_out(self, theme: Theme) -> None:
        px = theme.px
        lines = QVBoxLayout(self)
        lines.setContentsMargins(px(12), px(8), px(12), px(8))
        lines.setSpacing(px(6))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.field, 1)
        for button in (self.save, self.skip, self.anyway):
            row.addWidget(button)
        for part in (self.asks, self.wrong):
            lines.addWidget(part)
        lines.insertLayout(1, row)

    def ask(self, entries: Sequence[Entry], handling: str) -> None:
        """Ask why these rows are handled so; what stands there in all of them may be changed."""
        self._entries, self._handling = tuple(entries), handling
        reasons = {one.reason for one in entries}
        self._stands = reasons.pop() if len(reasons) == 1 else ""
        title = entries[0].title if len(entries) == 1 else ""
        what = f"”{title}”" if title else self.tr("{n} åtgärder").format(n=len(entries))
        said = self.tr("{choice}: {what}. Varför?")
        self.asks.setText(said.format(choice=handling_word(handling), what=what))
        self.field.setAccessibleName(self.asks.text())
        self.field.setText(self._stands)
        self.field.selectAll()
        self._say_wrong(None)
        self.show()
        self.asked.emit()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_asking(self) -> bool:
        """Whether a reason is being written."""
        return not self.isHidden()

    @Slot()
    def keep(self, *, anyway: bool = False) -> None:
        """Set what is written, if it is something else than what stands, and be done."""
        text = " ".join(self.field.text().split())
        if not self.is_asking:
            return
        if text == self._stands:
            self.leave()
            return
        entries, handling = self._entries, self._handling
        ids = [one.id for one in entries]

        def _set(session: Session) -> Outcome:
            return handle(session, ids, handling, text)

        def _refused(error: PlanError) -> None:
            self.ask(entries, handling)
            self.field.setText(text)
            self._say_wrong(error)

        change = kept_anyway(_set) if anyway else _set
        done = while_there(self, lambda _: self._drop_draft(ids[0]))
        self._desk.edit(change, done, while_there(self, _refused))
        self._close()

    @Slot()
    def leave(self) -> None:
        """Be done without changing the reason."""
        self._drop_draft(self._entries[0].id if self._entries else "")
        self._close()

    def _close(self) -> None:
        self._soon.stop()
        if self.is_asking:
            self.hide()
            self.closed.emit()

    def _say_wrong(self, error: PlanError | None) -> None:
        self.wrong.setText(error.sentence if error else "")
        self.wrong.setVisible(error is not None)
        self.anyway.setVisible(isinstance(error, PersonalNumberError))

    def _draft(self) -> None:
        """Keep what is typed through a crash; of several rows the first has it."""
        self._drafted = True
        self._desk.draft("action", self._entries[0].id, _FIELD, self.field.text())

    def _drop_draft(self, entity: str) -> None:
        if self._drafted:
            self._drafted = False
            self._desk.draft("action", entity, _FIELD, None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Enter in the field, and be done with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            self.keep()
        else:
            super().keyPressEvent(event)
