"""Making a new plan: whose it is, what it is called, and where its file is to lie."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from nvworkshop.errors import PlanError
from nvworkshop.session.sessions import DEFAULT_STRATEGY, create, suggested_title
from nvworkshop.strategy import load_shipped
from nvworkshop.strategy.spoken import spoken
from ui.background import Worker
from ui.help.where import carry_help
from ui.theme.theme import Theme
from ui.widgets.choice import ChoiceCombo
from ui.widgets.labels import PlainLabel, SpokenLabel
from ui.widgets.style import set_role
from ui.window.choosing import Choosing

_OVERALL = ""


class NewPlanDialog(QDialog):
    """Asks for länsdel and name, then where to save; the plan is there when `made` is told."""

    made = Signal(object)  # Path

    def __init__(self, choosing: Choosing, theme: Theme, parent: QWidget) -> None:
        """Lay out the form."""
        super().__init__(parent)
        self._choosing = choosing
        self._theme = theme
        self._worker = Worker("new plan", self)
        self._strategy = spoken(load_shipped(DEFAULT_STRATEGY))
        self._named = False
        self.setWindowTitle(self.tr("Ny plan"))
        self.setMinimumWidth(theme.px(480))
        self.part = self._build_part()
        self.title = QLineEdit(self)
        self.title.textEdited.connect(self._on_named)
        self.problem = SpokenLabel("", self)
        self.problem.setWordWrap(True)
        set_role(self.problem, "danger")
        self.problem.hide()
        self._lay_out()
        carry_help(self)
        self.finished.connect(lambda _: self._worker.stop(0))
        self._suggest()

    def _build_part(self) -> ChoiceCombo:
        whole = (_OVERALL, self.tr("Hela länet: övergripande handlingsplan"))
        part = ChoiceCombo([*self._strategy.options("county_part"), whole], self)
        part.setAccessibleName(self.tr("Länsdel"))
        part.currentIndexChanged.connect(lambda _: self._suggest())
        return part

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(*(self._theme.px(24),) * 4)
        lines.setSpacing(self._theme.px(16))
        heading = PlainLabel(self.tr("Vems plan är det?"), self)
        set_role(heading, "heading")
        lines.addWidget(heading)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setVerticalSpacing(self._theme.px(12))
        for text, field in (
            (self.tr("&Länsdel"), self.part),
            (self.tr("Planens &namn"), self.title),
        ):
            label = PlainLabel(text, self)
            label.setBuddy(field)
            form.addRow(label, field)
        lines.addLayout(form)
        lines.addWidget(self.problem)
        buttons = QDialogButtonBox(self)
        self.go_on = QPushButton(self.tr("Välj var filen ska ligga…"), self)
        set_role(self.go_on, "primary")
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self._choose)
        buttons.addButton(self.go_on, QDialogButtonBox.ButtonRole.AcceptRole)
        stop = buttons.addButton(self.tr("Avbryt"), QDialogButtonBox.ButtonRole.RejectRole)
        set_role(stop, "secondary")
        buttons.rejected.connect(self.reject)
        lines.addWidget(buttons)

    def _suggest(self) -> None:
        """Put a name there until the person has written one."""
        if not self._named:
            part = self.part.currentData()
            self.title.setText(suggested_title(self._strategy, part))

    def _on_named(self, text: str) -> None:
        self._named = bool(text.strip())

    def _choose(self) -> None:
        title = self.title.text().strip() or suggested_title(
            self._strategy, self.part.currentData()
        )
        place = self._choosing.place_to_save(self, self.tr("Var ska planfilen ligga?"), title)
        if place is None:
            return
        self.go_on.setEnabled(False)
        part = self.part.currentData()
        self._worker.do(lambda: _made(place, part, title), self._on_made, self._on_problem)

    def _on_made(self, place: Path) -> None:
        self.accept()
        self.made.emit(place)

    def _on_problem(self, error: PlanError) -> None:
        self.go_on.setEnabled(True)
        self.problem.setText(error.sentence)
        self.problem.show()


def _made(place: Path, county_part: str, title: str) -> Path:
    create(place, county_part=county_part, title=title).close()
    return place
