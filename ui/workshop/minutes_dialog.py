"""The minutes of a workshop: to read, copy, make a report of and, in time, thin out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget

from nvworkshop.errors import PlanError
from nvworkshop.model.documents import Document
from nvworkshop.session.documents import readable
from nvworkshop.session.live import Delta
from nvworkshop.session.minutes import minutes_document
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.purging import purge
from nvworkshop.session.session import Session
from nvworkshop.session.view import PlanView
from ui.desk import Desk
from ui.dialogs.frame import Dialog
from ui.editor.asking import ask, while_there
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

_WIDTH, _HEIGHT = 720, 420


class MinutesDialog(Dialog):
    """What was said and decided, made anew each time from the plan."""

    report_asked = Signal(str)  # the workshop's id

    def __init__(self, desk: Desk, workshop: str, theme: Theme, parent: QWidget) -> None:
        """Ask for the minutes; they are shown when they come."""
        super().__init__(theme, parent)
        self._desk, self._workshop = desk, workshop
        self._sure = False
        self.set_heading(self.tr("Anteckningar från workshopen"))
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Anteckningar"))
        self.text.setMinimumHeight(theme.px(_HEIGHT))
        self.said = PlainLabel("", self)
        self.said.setWordWrap(True)
        set_role(self.said, "muted")
        self.body.addWidget(self.text, 1)
        self.body.addWidget(self.said)
        self.thin = self._build_buttons()
        self.set_least_width(_WIDTH)
        self._load()

    def _build_buttons(self) -> QPushButton:
        thin = self.add_button(self.tr("Gallra…"), "danger", left=True)
        thin.setEnabled(not self._desk.read_only)
        thin.clicked.connect(self._on_thin)
        self.add_button(self.tr("Kopiera")).clicked.connect(self._on_copy)
        self.add_button(self.tr("Spara eller skriv ut…")).clicked.connect(self._on_save)
        self.add_close_button()
        return thin

    def _load(self) -> None:
        ask(self._desk, self, partial(_made, self._workshop), self._on_made)

    def _on_made(self, document: Document) -> None:
        self.text.setPlainText(readable(document))

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self.text.toPlainText())
        self.said.setText(self.tr("Anteckningarna är kopierade."))

    def _on_save(self) -> None:
        self.accept()
        self.report_asked.emit(self._workshop)

    def _on_refused(self, error: PlanError) -> None:
        self.said.setText(error.sentence)

    def _on_thin(self) -> None:
        """Say what goes and what stays; pressed once more, do it."""
        if not self._sure:
            self._sure = True
            self.thin.setText(self.tr("Gallra nu, går inte att ångra"))
            self.said.setText(
                self.tr(
                    "Anteckningarna och tiderna för varje steg raderas för gott, också i"
                    " historiken och säkerhetskopiorna. Förslag, skattning och åtgärder är kvar."
                )
            )
            self.reveal(self.said)
            return
        self.thin.setEnabled(False)
        self._desk.edit(
            partial(_thinned, self._workshop),
            while_there(self, self._on_thinned),
            while_there(self, self._on_refused),
        )

    def _on_thinned(self, _: Delta) -> None:
        self.said.setText(self.tr("Gallrat."))
        self._load()


def _made(workshop: str, view: PlanView) -> Document:
    return minutes_document(view, workshop)


def _thinned(workshop: str, session: Session) -> Outcome:
    return purge(session, log=workshop).outcome
