"""A workshop is prepared: its facts, its agenda, who comes, and paper to bring."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from nvworkshop.errors import PersonalNumberError, PlanError
from nvworkshop.model.things import Thing
from nvworkshop.session import workshops
from nvworkshop.session.guard import kept_anyway
from nvworkshop.session.live import Delta
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.workshop.guides import question_of
from nvworkshop.workshop.steps import Agenda, changed
from ui.desk import Desk, Edit
from ui.editor.asking import while_there
from ui.theme.theme import Theme
from ui.widgets.place_page import Parts
from ui.widgets.segments import SegmentedChoice
from ui.widgets.style import set_role
from ui.workshop.agenda_panel import AgendaPanel, Change, texts_in
from ui.workshop.facts_form import FactsForm
from ui.workshop.preparing_head import PreparingHead

_FORM = 340
_NARROW = 980
_LOW = 420
"""Design pixels: the width of the form, the width under which it and the agenda take turns, and
the height under which only the most needed is shown."""

_MOST = 16_777_215
"""As wide as Qt lets a widget be."""


class PreparingView(QWidget):
    """The facts to the left, the agenda to the right; one at a time where it is narrow."""

    lead_asked = Signal(str)
    paper_asked = Signal(str)  # agenda, worksheets, cards, votes
    cards_asked = Signal(str)
    closed = Signal()
    refused = Signal(object)  # PlanError that belongs to no field

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the parts; `show_workshop` fills them."""
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self.workshop = ""
        self._refused: dict[str, object] = {}  # what was asked about, by field
        set_role(self, "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head = PreparingHead(theme, self)
        turns = [("agenda", self.tr("Dagordning")), ("facts", self.tr("Dag, plats och vilka"))]
        self.turn = SegmentedChoice(turns, self.tr("Visa"), self)
        self.turn.choose("agenda")
        self.form = FactsForm(desk, theme)
        self.area = self._scrolled(self.form)
        self.panel = AgendaPanel(theme, self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self._lay_out()
        self._connect()

    def _scrolled(self, inside: QWidget) -> QScrollArea:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        return area

    def _lay_out(self) -> None:
        px = self._theme.px
        middle = QHBoxLayout()
        middle.setSpacing(px(20))
        middle.addWidget(self.area)
        middle.addWidget(self.panel, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(px(24), px(16), px(24), px(12))
        lines.setSpacing(px(12))
        lines.addWidget(self.head)
        lines.addWidget(self.turn)
        lines.addLayout(middle, 1)

    def _connect(self) -> None:
        self._desk.changed.connect(self._on_changed)
        self.head.back_asked.connect(self.closed)
        self.head.cards_asked.connect(lambda: self.cards_asked.emit(self.workshop))
        self.head.lead_asked.connect(lambda: self.lead_asked.emit(self.workshop))
        self.head.paper_asked.connect(self.paper_asked)
        self.turn.chosen.connect(lambda _: self._arrange())
        self.form.edited.connect(self._on_edited)
        self.form.keep_asked.connect(lambda name: self._send(name, anyway=True))
        self.panel.asked.connect(self._on_asked)
        self.panel.written.connect(self._on_written)
        self.panel.let_go.connect(lambda: self._draft(self.workshop))

    # What is shown

    @property
    def thing(self) -> Thing | None:
        """The workshop as it is now; None when it is gone."""
        row = self._desk.rows["workshop"].get(self.workshop)
        return row.thing if row else None

    def show_workshop(self, workshop: str) -> None:
        """Prepare a workshop."""
        self.workshop = workshop
        self.form.forget()
        self.panel.turn_to(workshop)
        self._refused.clear()
        self.refresh()
        agenda = workshops.agenda(self.thing) if self.thing else ()
        if agenda:
            self.panel.table.choose(agenda[0].id)

    @Slot()
    def refresh(self) -> None:
        """Show the workshop as it is."""
        thing, writable = self.thing, not self._desk.read_only
        if thing is None:
            return
        progress = workshops.progress(thing)
        self.head.show_workshop(thing.text("title"), progress, writable=writable)
        self.form.show_workshop(thing, self._coming())
        self.form.lock(locked=not writable)
        agenda, strategy = workshops.agenda(thing), self._desk.strategy
        questions = {one.id: question_of(one, strategy) for one in agenda if not one.question}
        starts = thing.text("starts")
        self.panel.show_agenda(agenda, starts, strategy, questions, writable=writable)

    def _coming(self) -> list[tuple[str, str]]:
        things = (row.thing for row in self._desk.rows["participant"].values())
        return [
            (one.text("function"), one.text("party"))
            for one in things
            if one["workshop"] == self.workshop
        ]

    def _arrange(self) -> None:
        """Show both parts, or one at a time where it is narrow."""
        narrow = self.width() < self._theme.px(_NARROW)
        self.turn.setVisible(narrow)
        self.panel.setVisible(not narrow or self.turn.value == "agenda")
        self.area.setVisible(not narrow or self.turn.value == "facts")
        wide = self._theme.px(_FORM)
        self.area.setMinimumWidth(0 if narrow else wide)
        self.area.setMaximumWidth(_MOST if narrow else wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether there is room for both parts, and for what can be left out."""
        super().resizeEvent(event)
        self._arrange()
        self.panel.be_low(low=self.height() < self._theme.px(_LOW))

    def showEvent(self, event: QShowEvent) -> None:
        """Take in what has changed while the view was not seen."""
        super().showEvent(event)
        self.refresh()

    def parts(self) -> Parts:
        """Return the agenda and the facts, those that are shown."""
        agenda = (self.panel, self._focus_agenda)
        facts = (self.area, self._focus_facts)
        return tuple(one for one in (agenda, facts) if not one[0].isHidden())

    def focus(self) -> None:
        """Put the keys in the agenda, or in the facts where only they are shown."""
        if self.panel.isHidden():
            self._focus_facts()
        else:
            self._focus_agenda()

    def _focus_facts(self) -> None:
        self.form.lines["title"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_agenda(self) -> None:
        self.panel.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Send what is being typed to the plan."""
        self.panel.table.finish()
        for name, line in self.form.lines.items():
            if line.hasFocus():
                self._on_edited(name)
        if self.form.functions.hasFocus():
            self._on_edited("functions")

    # What is done

    def _on_edited(self, name: str) -> None:
        """Keep a field; one that has been asked about is left until it is another or confirmed."""
        asked = name in self._refused and self._refused[name] == self._wanted(name)
        if not asked and self.form.check(name):
            self._send(name)

    def _send(self, name: str, *, anyway: bool = False) -> None:
        thing = self.thing
        self._refused.pop(name, None)
        if thing is None or self._desk.read_only:
            return
        wanted = self._wanted(name)
        if name == "functions":
            if wanted != self._coming():
                self._edit(name, partial(_set_functions, self.workshop, self.form.coming), anyway)
        elif wanted != (list(thing.items(name)) if name == "parties" else thing.text(name)):
            self._edit(name, partial(_set, self.workshop, {name: wanted}), anyway)

    def _wanted(self, name: str) -> object:
        match name:
            case "functions":
                return self.form.coming
            case "parties":
                return list(self.form.invited.parties)
            case "county_part":
                return self.form.chosen_part
            case _:
                return self.form.value(name)

    def _on_asked(self, change: Change) -> None:
        if self.thing is not None and not self._desk.read_only:
            edit = partial(_change_agenda, self.workshop, change)
            self._desk.edit(edit, None, while_there(self, self.refused.emit))

    def _on_written(self, step: str, values: dict[str, object], anyway: bool) -> None:
        """Change a step; a text that can't be kept stays in its cell."""
        if self.thing is None or self._desk.read_only:
            return

        workshop = self.workshop

        def _kept(_: Delta) -> None:
            self.panel.release(workshop, step, values)
            self._draft(workshop)

        def _refused(error: PlanError) -> None:
            if not self.panel.hold(workshop, step, values, error):
                self.refused.emit(error)

        self._draft(workshop, texts_in(values))
        change: Edit = partial(_change_agenda, workshop, partial(_changed, step, values))
        self._desk.edit(
            kept_anyway(change) if anyway else change,
            while_there(self, _kept),
            while_there(self, _refused),
        )

    def _draft(self, workshop: str, writing: Sequence[str] = ()) -> None:
        """Keep the texts that are not in the plan's agenda, for when it is opened again."""
        texts = dict.fromkeys((*self.panel.texts(workshop), *writing))
        self._desk.draft("workshop", workshop, "agenda", "\n".join(filter(None, texts)) or None)

    def _edit(self, name: str, change: Edit, anyway: bool) -> None:
        wanted = self._wanted(name)

        def _refused(error: PlanError) -> None:
            self._refused[name] = wanted
            self.form.say(name, error.sentence, may_keep=isinstance(error, PersonalNumberError))

        def _kept(_: Delta) -> None:
            if anyway:
                self.form.check(name)

        self._desk.edit(
            kept_anyway(change) if anyway else change,
            while_there(self, _kept),
            while_there(self, _refused),
        )

    @Slot(object)
    def _on_changed(self, delta: Delta) -> None:
        if not self.isVisible():
            return
        if self.workshop in delta.rows["workshop"] and self.thing is None:
            self.closed.emit()
        elif delta.rows["workshop"] or delta.rows["participant"]:
            self._soon.start()


def _set(workshop: str, values: Mapping[str, object], session: Session) -> Outcome:
    return session.set(workshop, values)


def _set_functions(workshop: str, functions: list[tuple[str, str]], session: Session) -> Outcome:
    return workshops.set_functions(session, workshop, functions)


def _changed(step: str, values: Mapping[str, object], agenda: Agenda) -> Agenda:
    return changed(agenda, step, **values)


def _change_agenda(workshop: str, change: Callable[[Agenda], Agenda], session: Session) -> Outcome:
    return workshops.change_agenda(session, workshop, change)
