"""Gallring: people's names, or the logs of workshops, erased for good wherever they stand."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QCheckBox, QWidget

from nvworkshop.errors import PlanError
from nvworkshop.session.live import Delta
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.purging import purge
from nvworkshop.session.session import Session
from ui.desk import Desk
from ui.dialogs.frame import Dialog
from ui.editor.asking import while_there
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

_WIDTH = 520


class PurgeDialog(Dialog):
    """Says what goes and what stays before anything is done; it can't be undone."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the two choices."""
        super().__init__(theme, parent)
        self._desk = desk
        self.set_heading(self.tr("Gallra"))
        self._say(
            self.tr(
                "Det du väljer raderas för gott i hela planen, också i historiken och i"
                " säkerhetskopiorna. Det går inte att ångra. Åtgärder, förslag och"
                " skattning är kvar."
            )
        )
        self.names = QCheckBox(self.tr("Namn på deltagare och kontaktpersoner"), self)
        self.log = QCheckBox(self.tr("Anteckningar och tider från alla workshopar"), self)
        for box in (self.names, self.log):
            box.toggled.connect(self._on_chosen)
            self.body.addWidget(box)
        self.said = self._say("")
        self.body.addStretch(1)
        self.erase = self.add_button(self.tr("Radera för gott"), "danger")
        self.erase.setEnabled(False)
        self.erase.clicked.connect(self._on_erase)
        self.add_close_button()
        self.set_least_width(_WIDTH)

    def _say(self, text: str) -> PlainLabel:
        label = PlainLabel(text, self)
        label.setWordWrap(True)
        set_role(label, "muted")
        self.body.addWidget(label)
        return label

    def _on_chosen(self) -> None:
        self.erase.setEnabled(self.names.isChecked() or self.log.isChecked())

    def _on_erase(self) -> None:
        self.erase.setEnabled(False)
        names, log = self.names.isChecked(), self.log.isChecked()
        self._desk.edit(
            partial(_purged, names, "" if log else None),
            while_there(self, self._on_erased),
            while_there(self, self._on_refused),
        )

    def _on_erased(self, delta: Delta) -> None:
        nothing = self.tr("Det fanns inget att radera.")
        self.said.setText(self.tr("Raderat.") if delta.touched else nothing)
        for box in (self.names, self.log):
            box.setChecked(False)

    def _on_refused(self, error: PlanError) -> None:
        self.said.setText(error.sentence)


def _purged(names: bool, log: str | None, session: Session) -> Outcome:
    return purge(session, names=names, log=log).outcome
