"""The agenda to prepare, with its total above and its keys below."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from nvworkshop.errors import PersonalNumberError, PlanError
from nvworkshop.strategy import Strategy
from nvworkshop.workshop import steps
from nvworkshop.workshop.hours import clock, minutes_of, spent
from nvworkshop.workshop.steps import Agenda, StepType
from nvworkshop.workshop.templates import template_agenda, templates
from ui.theme.theme import Theme
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.style import set_mark, set_role
from ui.workshop.agenda_model import Column
from ui.workshop.agenda_table import AgendaTable
from ui.workshop.held_row import HeldRow

_MINUTES = 10
"""Minutes of a step that is added."""

Change = Callable[[Agenda], Agenda]
Refusals = dict[str, tuple[Mapping[str, object], PlanError]]
"""Of steps: what was to be changed, and why it could not be."""

_TEXTS = ("title", "question")


class AgendaPanel(QWidget):
    """Asks for changes as functions of the agenda as it stands when they are made."""

    asked = Signal(object)  # Change
    written = Signal(str, dict, bool)  # a step, what to change in it, and whether in spite of all
    let_go = Signal()  # a text that was held is taken back

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the parts; `show_agenda` fills them."""
        super().__init__(parent)
        self._theme = theme
        self._strategy = Strategy.bare("")
        self._known: set[str] = set()
        self._workshop = ""
        self._refused: dict[str, Refusals] = {}  # of each workshop
        self._adding = False
        self.total = PlainLabel("", self)
        self.total.setWordWrap(True)
        set_role(self.total, "heading")
        self.changing = [
            self._templates(),
            self._adder(self.tr("Lägg till steg"), StepType.FREE),
            self._adder(self.tr("Lägg till paus"), StepType.BREAK),
        ]
        self.table = AgendaTable(theme, self)
        self.held = HeldRow(theme, self)
        self.keys = ElidedLabel(
            self.tr(
                "+ och − ändrar minuter · Mellanslag hoppar över · Alt+↑↓ flyttar"
                " · Retur skriver · Ins lägger till · Del tar bort"
            ),
            self,
        )
        set_role(self.keys, "muted")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        px = self._theme.px
        above = QHBoxLayout()
        above.setSpacing(px(8))
        above.addWidget(self.total, 1)
        for button in self.changing:
            above.addWidget(button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(px(8))
        lines.addLayout(above)
        lines.addWidget(self.table, 1)
        lines.addWidget(self.held)
        lines.addWidget(self.keys)

    def _adder(self, text: str, kind: StepType) -> QPushButton:
        button = QPushButton(text, self)
        set_role(button, "secondary")
        button.clicked.connect(lambda _=False: self._add(kind))
        return button

    def _templates(self) -> QPushButton:
        button, menu = menu_button(self.tr("Ny dagordning"), self)
        for one in templates():
            menu.addAction(one.name).triggered.connect(partial(self._on_template, one.id))
        return button

    def _connect(self) -> None:
        table = self.table
        table.steps.edit_asked.connect(lambda step, values: self.written.emit(step, values, False))
        table.steps.released.connect(self._let_go)
        table.kept.connect(self._keep)
        self.held.keep.connect(lambda: self._keep(next(reversed(self._shown), "")))
        self.held.drop.connect(lambda: self._let_go(next(reversed(self._shown), "")))
        table.lengthened.connect(lambda step, by: self._ask(_lengthened, step, by))
        table.moved.connect(lambda step, by: self._ask(_moved, step, by))
        table.removed.connect(lambda step: self._ask(_taken_away, step))
        table.added.connect(lambda: self._add(StepType.FREE))

    def show_agenda(
        self,
        agenda: Agenda,
        starts: str,
        strategy: Strategy,
        questions: Mapping[str, str],
        *,
        writable: bool,
    ) -> None:
        """Show an agenda as it is; a step just added is chosen and named."""
        self._strategy = strategy
        chosen = self.table.chosen
        new = [one.id for one in agenda if one.id not in self._known]
        self._known = {one.id for one in agenda}
        self.table.steps.writable = writable
        self.table.steps.show_agenda(agenda, starts, questions)
        for button in self.changing:
            button.setEnabled(writable)
        for step in self._shown.keys() - self._known:
            self._let_go(step)
        self.table.choose(chosen)
        self.total.setText(self._words(agenda, starts))
        if self._adding and len(new) == 1:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.table.choose(new[0], Column.TITLE)
            self.table.write()
        self._adding = self._adding and not new

    # What could not be kept

    @property
    def _shown(self) -> Refusals:
        """What is held of the workshop that is shown."""
        return self._refused.setdefault(self._workshop, {})

    def turn_to(self, workshop: str) -> None:
        """Let go of the cells of one workshop, and put what is held of another in them."""
        for step in self._shown:
            self.table.steps.release(step)
        self._workshop = workshop
        for step, (values, _) in self._shown.items():
            self.table.steps.hold(step, values)
        self._say_held()

    def hold(
        self, workshop: str, step: str, values: Mapping[str, object], error: PlanError
    ) -> bool:
        """Let a text stay in its cell, and say why it isn't kept; tell whether there is one."""
        if not any(name in values for name in _TEXTS):
            return False
        held = self._refused.setdefault(workshop, {})
        held.pop(step, None)
        held[step] = (values, error)
        if workshop == self._workshop:
            self.table.steps.hold(step, values)
            self._say_held()
        return True

    def release(self, workshop: str, step: str, names: Iterable[str] = _TEXTS) -> None:
        """Show what the plan says of a step: its text is kept, or to be forgotten."""
        if workshop != self._workshop:
            self._refused.get(workshop, {}).pop(step, None)
            return
        self.table.steps.release(step, names)
        if not self.table.steps.holds(step):
            self._shown.pop(step, None)
        self._say_held()

    def texts(self, workshop: str) -> list[str]:
        """Return what is typed in the agenda of a workshop and not kept."""
        held = self._refused.get(workshop, {}).values()
        return [text for values, _ in held for text in texts_in(values)]

    def _let_go(self, step: str) -> None:
        self.release(self._workshop, step)
        self.let_go.emit()

    def _keep(self, step: str) -> None:
        if step in self._shown:
            self.written.emit(step, dict(self._shown[step][0]), True)

    def _say_held(self) -> None:
        """Say why the last text is not kept; an earlier one is told of when that is decided."""
        _, error = next(reversed(self._shown.values()), ({}, None))
        may_keep = isinstance(error, PersonalNumberError)
        self.held.say(error.sentence if error else "", may_keep=may_keep)

    def be_low(self, *, low: bool) -> None:
        """Leave the line about keys out where there is little height."""
        self.keys.setHidden(low)

    def _words(self, agenda: Agenda, starts: str) -> str:
        minutes, begins = steps.total(agenda), minutes_of(starts)
        if begins is None:
            return spent(minutes)
        said = self.tr("{time}, slutar {end}")
        return said.format(time=spent(minutes), end=clock(begins + minutes))

    def _add(self, kind: StepType) -> None:
        title = self.tr("Paus") if kind is StepType.BREAK else self.tr("Eget steg")
        self._adding = True
        self._ask(_added, self.table.chosen, title, kind)

    def _on_template(self, template: str, _checked: bool = False) -> None:
        """Begin the agenda anew from a template; undo brings the other back."""
        agenda = template_agenda(template, self._strategy)
        self.asked.emit(lambda _: agenda)

    def _ask(self, change: Callable[..., Agenda], *how: object) -> None:
        self.asked.emit(lambda agenda: change(agenda, *how))


def texts_in(values: Mapping[str, object]) -> list[str]:
    """Return the texts that people write among what is changed in a step."""
    return [str(said) for name, said in values.items() if name in _TEXTS]


def menu_button(text: str, parent: QWidget) -> tuple[QPushButton, QMenu]:
    """Return a button that opens a menu of its own, and the menu."""
    button = QPushButton(text, parent)
    set_role(button, "secondary")
    set_mark(button, "menu", value=True)
    menu = QMenu(button)
    button.setMenu(menu)
    return button, menu


def _added(agenda: Agenda, after: str, title: str, kind: StepType) -> Agenda:
    return steps.added(agenda, after, title, _MINUTES, kind)


_lengthened = steps.lengthened
_moved = steps.moved
_taken_away = steps.taken_away
