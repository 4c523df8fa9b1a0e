"""A workshop is prepared: its facts, its agenda, who comes, and paper to bring."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nvworkshop.errors import PlanError
from nvworkshop.model.things import Thing
from nvworkshop.session import workshops
from nvworkshop.session.live import Delta
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.workshop import steps
from nvworkshop.workshop.guides import question_of
from nvworkshop.workshop.hours import clock, minutes_of
from nvworkshop.workshop.steps import Agenda, StepType
from nvworkshop.workshop.templates import template_agenda, templates
from ui.desk import Desk
from ui.editor.asking import while_there
from ui.theme.theme import Theme
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.style import set_role
from ui.workshop.agenda_table import AgendaTable
from ui.workshop.facts_form import FactsForm

_FREE = 10
_FORM = 360
_PAPERS = ("agenda", "worksheets", "cards", "votes")


class PreparingView(QWidget):
    """The facts to the left, the agenda to the right."""

    lead_asked = Signal(str)
    paper_asked = Signal(str)
    cards_asked = Signal(str)
    closed = Signal()

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the parts; `show_workshop` fills them."""
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self.workshop = ""
        set_role(self, "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = ElidedLabel("", self)
        set_role(self.title, "title")
        self.total = PlainLabel("", self)
        self.total.setWordWrap(True)
        self.form = FactsForm(desk.strategy, theme, self, stacked=True)
        self.table = AgendaTable(theme, self)
        self.keys = ElidedLabel(
            self.tr(
                "+ och − ändrar minuterna · Mellanslag hoppar över · Alt+↑↓ flyttar · Ins lägger"
                " till · F2 skriver"
            ),
            self,
        )
        set_role(self.keys, "muted")
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        px = self._theme.px
        head = QHBoxLayout()
        head.setSpacing(px(8))
        self.back = self._button(self.tr("Tillbaka"), "secondary", self.closed.emit)
        self.paper = self._papers()
        typed = self.tr("Skriv in kort…")
        self.cards = self._button(typed, "secondary", lambda: self.cards_asked.emit(self.workshop))
        begin = self.tr("Börja leda")
        self.lead = self._button(begin, "primary", lambda: self.lead_asked.emit(self.workshop))
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        for part in (self.cards, self.paper, self.lead):
            head.addWidget(part)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self.form)
        area.setFixedWidth(px(_FORM))
        right = QVBoxLayout()
        right.setSpacing(px(8))
        adding = QHBoxLayout()
        adding.addWidget(self.total, 1)
        adding.addWidget(self._templates())
        for text, kind in (
            (self.tr("Lägg till steg"), StepType.FREE),
            (self.tr("Lägg till paus"), StepType.BREAK),
        ):
            adding.addWidget(self._button(text, "secondary", partial(self._on_add, kind)))
        right.addLayout(adding)
        right.addWidget(self.table, 1)
        right.addWidget(self.keys)
        middle = QHBoxLayout()
        middle.setSpacing(px(20))
        middle.addWidget(area)
        middle.addLayout(right, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(px(24), px(16), px(24), px(12))
        lines.setSpacing(px(12))
        lines.addLayout(head)
        lines.addLayout(middle, 1)

    def _button(self, text: str, role: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        set_role(button, role)
        button.clicked.connect(lambda _=False: do())
        return button

    def _papers(self) -> QToolButton:
        button = QToolButton(self)
        button.setText(self.tr("Skriv ut"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        set_role(button, "secondary")
        menu = QMenu(button)
        names = (
            self.tr("Dagordning…"),
            self.tr("Arbetsblad, ett per steg…"),
            self.tr("Numrerade förslagskort…"),
            self.tr("Röstblad…"),
        )
        for what, name in zip(_PAPERS, names, strict=True):
            menu.addAction(name).triggered.connect(partial(self._on_paper, what))
        button.setMenu(menu)
        return button

    def _templates(self) -> QToolButton:
        button = QToolButton(self)
        button.setText(self.tr("Ny dagordning"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        set_role(button, "secondary")
        menu = QMenu(button)
        for one in templates():
            menu.addAction(one.name).triggered.connect(partial(self._on_template, one.id))
        button.setMenu(menu)
        return button

    def _connect(self) -> None:
        self._desk.changed.connect(self._on_changed)
        self.form.edited.connect(self._on_edited)
        self.table.steps.edit_asked.connect(self._on_step)
        self.table.moved.connect(self._on_moved)
        self.table.added.connect(lambda _: self._on_add(StepType.FREE))
        self.table.removed.connect(self._on_removed)

    # What is shown

    @property
    def thing(self) -> Thing | None:
        """The workshop as it is now."""
        row = self._desk.rows["workshop"].get(self.workshop)
        return row.thing if row else None

    @property
    def agenda(self) -> Agenda:
        """The agenda as it is now."""
        return workshops.agenda(self.thing) if self.thing else ()

    def show_workshop(self, workshop: str) -> None:
        """Prepare a workshop."""
        self.workshop = workshop
        self.refresh()
        if self.table.steps.agenda:
            self.table.choose(self.table.steps.agenda[0].id)

    @Slot()
    def refresh(self) -> None:
        """Show the workshop as it is."""
        thing = self.thing
        if thing is None:
            return
        self.title.setText(thing.text("title"))
        things = (row.thing for row in self._desk.rows["participant"].values())
        come = [
            (one.text("function"), one.text("party"))
            for one in things
            if one["workshop"] == self.workshop
        ]
        self.form.show_workshop(thing, come)
        agenda, chosen = self.agenda, self.table.chosen
        questions = {one.id: question_of(one, self._desk.strategy) for one in agenda}
        self.table.steps.writable = not self._desk.read_only
        self.table.steps.show_agenda(agenda, thing.text("starts"), questions)
        self.table.choose(chosen)
        self._show_total(agenda, thing.text("starts"))

    def _show_total(self, agenda: Agenda, starts: str) -> None:
        minutes, begins = steps.total(agenda), minutes_of(starts)
        said = self.tr("{n} minuter").format(n=minutes)
        if begins is not None:
            said += self.tr(", slutar {time}").format(time=clock(begins + minutes))
        self.total.setText(said)

    def focus(self) -> None:
        """Put the keys in the agenda."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Send what is being typed to the plan."""
        for name, line in self.form.lines.items():
            if line.hasFocus():
                self._on_edited(name)
        if self.form.functions.hasFocus():
            self._on_edited("functions")

    # What is done

    def _on_edited(self, name: str) -> None:
        thing = self.thing
        if thing is None or self._desk.read_only:
            return
        if name == "functions":
            functions, _ = self.form.read_functions()
            self._edit(name, partial(_set_functions, self.workshop, functions))
        elif name == "parties":
            self._edit(name, partial(_set, self.workshop, {"parties": list(self.form.parties)}))
        elif self.form.check() and self.form.value(name) != thing.text(name):
            self._edit(name, partial(_set, self.workshop, {name: self.form.value(name)}))

    def _edit(self, name: str, change: Callable[[Session], Outcome]) -> None:
        self.form.say(name, "")

        def _refused(error: PlanError) -> None:
            self.form.say(name, error.sentence)

        self._desk.edit(change, None, while_there(self, _refused))

    def _on_step(self, step: str, values: dict[str, object]) -> None:
        self._set_agenda(steps.changed(self.agenda, step, **values))

    def _on_moved(self, step: str, by: int) -> None:
        self._set_agenda(steps.moved(self.agenda, step, by))

    def _on_add(self, kind: StepType) -> None:
        titles = {StepType.FREE: self.tr("Eget steg"), StepType.BREAK: self.tr("Paus")}
        agenda = steps.added(self.agenda, self.table.chosen, titles[kind], _FREE, kind)
        self._set_agenda(agenda)

    def _on_template(self, template: str, _checked: bool = False) -> None:
        """Begin the agenda anew from a template; undo brings the other back."""
        self._set_agenda(template_agenda(template, self._desk.strategy))

    def _on_removed(self, step: str) -> None:
        """Take away a step of the group's own; the others are left out instead."""
        one = steps.named(self.agenda, step)
        if one is None:
            return
        if one.type in (StepType.FREE, StepType.BREAK):
            self._set_agenda(steps.without(self.agenda, step))
        else:
            self._set_agenda(steps.changed(self.agenda, step, skipped=True))

    def _set_agenda(self, agenda: Agenda) -> None:
        if agenda != self.agenda and not self._desk.read_only:
            self._edit("", partial(_set_agenda, self.workshop, agenda))

    def _on_paper(self, what: str, _checked: bool = False) -> None:
        self.paper_asked.emit(what)

    @Slot(object)
    def _on_changed(self, delta: Delta) -> None:
        if self.isVisible() and (delta.rows["workshop"] or delta.rows["participant"]):
            self._soon.start()


def _set(workshop: str, values: dict[str, object], session: Session) -> Outcome:
    return session.set(workshop, values)


def _set_functions(workshop: str, functions: list[tuple[str, str]], session: Session) -> Outcome:
    return workshops.set_functions(session, workshop, functions)


def _set_agenda(workshop: str, agenda: Agenda, session: Session) -> Outcome:
    return workshops.set_agenda(session, workshop, agenda)
