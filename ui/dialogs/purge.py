"""Gallring: people's names, or the logs of workshops, erased for good wherever they stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from nvworkshop.errors import PlanError
from nvworkshop.language import said
from nvworkshop.session.live import Delta
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.purging import purge
from nvworkshop.session.remaining import ALWAYS, remaining
from nvworkshop.session.reporting import Asked, ExportResult
from nvworkshop.session.session import Session
from ui.desk import Desk
from ui.dialogs.frame import Dialog
from ui.editor.asking import while_there
from ui.reports.saving import Saving
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

_WIDTH = 620
_PROTOCOL = "gallringsprotokoll"
_MARK = "• "

AskPlace = Callable[[QWidget, str, str, tuple[str, str]], Path | None]
"""Asks where to write a document: parent, heading, suggested name, and (suffix, kind)."""


class PurgeDialog(Dialog):
    """Says what goes and what stays before anything is done, and what remains; without undo."""

    def __init__(
        self, desk: Desk, theme: Theme, ask_place: AskPlace, parent: QWidget | None = None
    ) -> None:
        """Lay out the two choices."""
        super().__init__(theme, parent)
        self._desk, self._ask_place = desk, ask_place
        self._saving = Saving(desk, self)
        self._saving.saved.connect(self._on_saved)
        self._saving.failed.connect(self._on_refused)
        self.finished.connect(self._saving.close)
        self.set_heading(self.tr("Gallra"))
        self._build()

    def _build(self) -> None:
        self.body.setSpacing(self.theme.px(12))
        self._say(
            self.tr(
                "Det du väljer raderas för gott i hela planen, också i historiken och i"
                " säkerhetskopiorna. Det går inte att ångra. Åtgärder, förslag och"
                " skattning är kvar. Kopior och dokument som andra har nås inte härifrån."
            )
        )
        self.names = QCheckBox(self.tr("Namn på deltagare och kontaktpersoner"), self)
        self.log = QCheckBox(self.tr("Anteckningar och tider från alla workshopar"), self)
        for box in (self.names, self.log):
            box.toggled.connect(self._on_chosen)
            self.body.addWidget(box)
        self.said = self._say("")
        self.found = self._say("", "danger")
        self.remains = self._say("")
        for line in (self.said, self.found, self.remains):
            line.hide()
        self.body.addStretch(1)
        self.protocol = self.add_button(self.tr("Spara protokoll…"), left=True)
        self.protocol.clicked.connect(self._on_protocol)
        self.erase = self.add_button(self.tr("Radera för gott"), "danger")
        self.erase.setEnabled(False)
        self.erase.clicked.connect(self._on_erase)
        self.add_close_button()
        self.set_least_width(_WIDTH)

    def _say(self, text: str, role: str = "muted") -> PlainLabel:
        label = PlainLabel(text, self)
        label.setWordWrap(True)
        set_role(label, role)
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
        self._tell(self.tr("Raderat.") if delta.touched else nothing)
        for box in (self.names, self.log):
            box.setChecked(False)
        if delta.touched:
            warnings = partial(self._on_remaining, delta.warnings)
            self._desk.ask(remaining, while_there(self, warnings))

    def _on_remaining(self, warnings: Sequence[str], found: Sequence[str]) -> None:
        """Tell what is left: what was found here, and what no purge reaches."""
        self._show(self.found, [*warnings, *found])
        always = [said(one) for one in ALWAYS]
        self._show(self.remains, [self.tr("Det här återstår:"), *(_MARK + one for one in always)])

    def _show(self, label: PlainLabel, lines: Sequence[str]) -> None:
        label.setText("\n".join(lines))
        label.setVisible(bool(lines))
        self.fit()

    def _on_protocol(self) -> None:
        name = self.tr("{plan} – gallringsprotokoll").format(plan=self._desk.place.stem)
        kind = (".pdf", "PDF")
        place = self._ask_place(self, self.tr("Spara gallringsprotokoll"), name, kind)
        if place is not None:
            self.protocol.setEnabled(False)
            save = partial(self._saving.save, place=place)
            self._saving.take(Asked(_PROTOCOL), save)

    def _on_saved(self, result: ExportResult) -> None:
        self.protocol.setEnabled(True)
        self._tell(self.tr("Sparat och återläst: {place}.").format(place=result.place))

    def _on_refused(self, error: PlanError) -> None:
        self.protocol.setEnabled(True)
        self._on_chosen()
        self._tell(error.sentence, "danger")

    def _tell(self, text: str, role: str = "muted") -> None:
        set_role(self.said, role)
        self._show(self.said, [text])


def _purged(names: bool, log: str | None, session: Session) -> Outcome:
    return purge(session, names=names, log=log).outcome
