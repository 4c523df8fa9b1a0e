"""A copy to carry or send: what is in the file, what the copy leaves out, and its password."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from nvworkshop.errors import CancelledError, PlanError
from nvworkshop.language import said
from nvworkshop.session.carried import LEAVES, SUFFIX, Carried, ToCarry, copied
from nvworkshop.session.holding import NUMBERS, Holding, holdings
from ui.desk import Desk
from ui.dialogs.frame import Dialog
from ui.dialogs.password import NewPassword
from ui.dialogs.sealing import Sealing
from ui.editor.asking import while_there
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

_WIDTH = 620
_PLAN = ".nvplan"

AskPlace = Callable[[QWidget, str, str, tuple[str, str]], Path | None]
"""Asks where to write a file: parent, heading, suggested name, and (suffix, kind)."""


class CarryDialog(Dialog):
    """Tells what the file holds before anything is written; the plan itself is not changed."""

    told = Signal(str)

    def __init__(
        self, desk: Desk, theme: Theme, ask_place: AskPlace, parent: QWidget | None = None
    ) -> None:
        """Ask the plan what it holds."""
        super().__init__(theme, parent)
        self._desk, self._ask_place = desk, ask_place
        self.boxes: dict[str, QCheckBox] = {}
        self.set_heading(self.tr("Spara en kopia att dela"))
        self._build()
        desk.ask(holdings, while_there(self, self._on_holdings))

    def _build(self) -> None:
        self.body.setSpacing(self.theme.px(12))
        self._say(
            self.tr(
                "Den som får filen får också det som bara finns i historiken. Välj vad kopian"
                " ska vara utan. Din egen plan ändras inte."
            )
        )
        self._build_boxes()
        self.warning = self._say("", "danger")
        self.warning.hide()
        self.password = NewPassword(self.theme, self)
        self.body.addWidget(self.password)
        self.body.addStretch(1)
        self.sealing = Sealing(self)
        self.sealing.failed.connect(self._on_refused)
        self.said = self.sealing.said
        self.save = self.add_button(self.tr("Spara kopian…"), "primary")
        self.save.setEnabled(False)
        self.save.clicked.connect(self._on_save)
        self.add_close_button()
        self.set_least_width(_WIDTH)

    def _build_boxes(self) -> None:
        """Make the boxes before the rest, for Tab; how much there is comes later."""
        rows = QVBoxLayout()
        rows.setSpacing(self.theme.px(4))
        self.body.addLayout(rows)
        for key, (label, _) in LEAVES.items():
            self.boxes[key] = box = QCheckBox(label, self)
            box.setEnabled(False)
            rows.addWidget(box)

    def _say(self, text: str, role: str = "muted") -> PlainLabel:
        label = PlainLabel(text, self)
        label.setWordWrap(True)
        set_role(label, role)
        self.body.addWidget(label)
        return label

    def _on_holdings(self, several: Sequence[Holding]) -> None:
        for one in several:
            if one.key:
                self.boxes[one.key].setText(self._told(one))
                self.boxes[one.key].setEnabled(one.now + one.past > 0)
            elif one.label == said(NUMBERS) and one.now + one.past:
                self.warning.setText(self._told(one))
                self.warning.show()
        self.save.setEnabled(True)
        self.fit()

    def _told(self, one: Holding) -> str:
        if one.past:
            text = self.tr("{label}: {now}, och {past} som bara finns i historiken")
        else:
            text = self.tr("{label}: {now}")
        return text.format(label=one.label, now=one.now, past=one.past)

    def _on_save(self) -> None:
        problem = self.password.problem()
        if problem:
            self.sealing.tell(problem, "danger")
            self.password.setFocus()
            return
        self.sealing.tell("")
        place = self._ask()
        if place is not None:
            self.save.setEnabled(False)
            self._desk.ask(copied, while_there(self, partial(self._on_copied, place)))

    def _ask(self) -> Path | None:
        name = self.tr("{plan} – att dela").format(plan=self._desk.place.stem)
        kind = (_PLAN, self.tr("Planfil"))
        if self.password.text:
            kind = (_PLAN + SUFFIX, self.tr("Planfil med lösenord"))
        return self._ask_place(self, self.tr("Spara en kopia att dela"), name, kind)

    def _on_copied(self, place: Path, copy: ToCarry) -> None:
        without = [key for key, box in self.boxes.items() if box.isChecked()]
        if not self.password.text:
            work = partial(copy.carry, place, without=without)
            self.sealing.do_whole(work, self._on_carried, self.tr("Skriver kopian …"))
            return
        work = partial(copy.carry, place, without=without, password=self.password.text)
        words = self.tr("Låser kopian …"), self.tr("Provar att låsa upp kopian …")
        self.sealing.do(work, self._on_carried, *words)

    def _on_carried(self, done: Carried) -> None:
        text = self.tr("Kopian är sparad och återläst: {place}.").format(place=done.place)
        if done.sealed:
            text += " " + self.tr("Ge lösenordet på ett annat sätt än filen.")
        self.told.emit(text)
        self.close()

    def _on_refused(self, error: PlanError) -> None:
        self.save.setEnabled(True)
        self.sealing.tell(
            error.sentence, "muted" if isinstance(error, CancelledError) else "danger"
        )
