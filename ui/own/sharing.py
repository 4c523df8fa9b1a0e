"""Letting out of a huvudman's own plan: what goes is shown before it goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from nvworkshop.errors import PlanError
from nvworkshop.model.kinds import FIELDS
from nvworkshop.model.labels import offered
from nvworkshop.session.live import Delta
from nvworkshop.session.own_sharing import Sharing, remarks, share, sharing_of, told
from nvworkshop.session.view import PlanView
from ui.desk import Desk
from ui.dialogs.frame import Dialog
from ui.editor.asking import while_there
from ui.theme.theme import Theme
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role
from ui.window.choosing import Choosing

_WIDTH, _LINES = 760, 11


@dataclass(frozen=True, slots=True)
class _Preview:
    """What goes out, in lines, and what is said of the rest."""

    of: Sharing
    lines: Sequence[str]
    said: Sequence[str]


class ShareDialog(Dialog):
    """Shows exactly what goes out, lets fields be held back, and writes the file to hand over."""

    shared = Signal(object)  # Path

    def __init__(
        self, desk: Desk, theme: Theme, choosing: Choosing, parent: QWidget | None = None
    ) -> None:
        """Ask the plan what would go out."""
        super().__init__(theme, parent)
        self._desk, self._choosing = desk, choosing
        self._who = ""
        self.set_heading(self.tr("Lämna till den övergripande planen"))
        self._say(
            self.tr(
                "En ny fil skrivs med det som står i rutan och inget annat. Din egen plan är som "
                "den var. Samordnaren slår samman filen med den övergripande planen."
            ),
            "muted",
        )
        self._say(self.tr("Det här lämnas ut"), "heading")
        self.preview = self._build_preview()
        self.remarks = self._say("", "muted")
        self._say(self.tr("Fält som inte lämnas ut"), "heading")
        self.boxes = self._build_boxes()
        self.problem = self._say("", "danger")
        self.problem.hide()
        self.save = self.add_button(self.tr("Spara filen att lämna…"), "primary")
        self.save.setEnabled(False)
        self.save.clicked.connect(self._choose)
        self.add_close_button()
        self.body.setSpacing(theme.px(10))
        self.set_least_width(_WIDTH)
        self._ask()

    def _say(self, text: str, role: str) -> PlainLabel:
        label = PlainLabel(text, self)
        label.setWordWrap(True)
        set_role(label, role)
        self.body.addWidget(label)
        return label

    def _build_preview(self) -> QPlainTextEdit:
        preview = QPlainTextEdit(self)
        preview.setReadOnly(True)
        preview.setTabChangesFocus(True)
        preview.setAccessibleName(self.tr("Det här lämnas ut"))
        preview.setMinimumHeight(preview.fontMetrics().lineSpacing() * _LINES)
        self.body.addWidget(preview, 1)
        return preview

    def _build_boxes(self) -> dict[str, QCheckBox]:
        several = QWidget(self)
        flow = FlowLayout(several, gap=self.theme.px(12))
        made: dict[str, QCheckBox] = {}
        held = self._desk.plan.items("held_back") if self._desk.plan else ()
        field = FIELDS["plan"]["held_back"]
        for name, label in offered(field, self._desk.strategy):
            made[name] = box = QCheckBox(label, self)
            box.setChecked(name in held)
            box.setEnabled(not self._desk.read_only)
            box.toggled.connect(self._on_held)
            flow.addWidget(box)
        self.body.addWidget(several)
        return made

    def _on_held(self) -> None:
        """Remember in the plan what is held back, and show what goes out then."""
        plan = self._desk.plan
        if plan is not None:
            self.save.setEnabled(False)
            held = [name for name, box in self.boxes.items() if box.isChecked()]
            values = {plan.id: {"held_back": held or None}}
            self._desk.edit(
                lambda session: session.set_many(values), while_there(self, self._on_kept)
            )

    def _on_kept(self, _: Delta) -> None:
        self._ask()

    def _ask(self) -> None:
        self._desk.ask(
            _preview, while_there(self, self._on_preview), while_there(self, self._on_problem)
        )

    def _on_preview(self, found: _Preview) -> None:
        self._who = found.of.who
        self.save.setEnabled(bool(found.lines))
        nothing = self.tr(
            "Inget att lämna än. Skriv egna rader först, och välj vad var och en är del av."
        )
        self.preview.setPlainText("\n".join(found.lines) or nothing)
        self.remarks.setText("\n".join(found.said))
        self.remarks.setVisible(bool(found.said))
        self.fit()

    def _choose(self) -> None:
        day = self._desk.surroundings.today().isoformat()
        name = self.tr("Delat av {who} {day}").format(who=self._who, day=day)
        title = self.tr("Var ska filen att lämna ligga?")
        place = self._choosing.place_to_save(self, title, name, self._desk.place.parent)
        if place is not None:
            done = while_there(self, lambda _: self._on_shared(place))
            self._desk.ask(partial(share, out=place), done, while_there(self, self._on_problem))

    def _on_shared(self, place: Path) -> None:
        self.close()
        self.shared.emit(place)

    def _on_problem(self, error: PlanError) -> None:
        self.problem.setText(error.sentence)
        self.problem.show()
        self.fit()


def _preview(view: PlanView) -> _Preview:
    of = sharing_of(view)
    return _Preview(of, told(view, of), remarks(of))
