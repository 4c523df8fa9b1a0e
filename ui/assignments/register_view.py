"""The register: assignments by body to the left, the one that is chosen to the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from nvworkshop.session.assignments import Assigned, Order, Register, register, take_states
from nvworkshop.session.live import Delta
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from ui.assignments.assignment_form import AssignmentForm
from ui.assignments.pane import ThingPane
from ui.assignments.words import REGISTER_FIELDS, register_lines
from ui.desk import Desk
from ui.editor.asking import while_there
from ui.theme.theme import Theme
from ui.widgets.among import Among
from ui.widgets.chips import Chip
from ui.widgets.choice import ChoiceCombo
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.grouped_table import GroupedTable
from ui.widgets.labels import PlainLabel
from ui.widgets.place_page import Parts
from ui.widgets.scrolling import Scrolling
from ui.widgets.style import set_role
from ui.words import tr

_REST = 80
"""Milliseconds of rest after a change before the register is made anew."""

_KINDS = frozenset({"assignment", "report_back", "action", "follow_up", "plan"})
_SHARES = ((34, 150), (20, 100), (16, 90), (18, 128), (12, 60))
_WIDE = (60, 40)
"""How the room is shared between the table and the form, to begin with."""


class RegisterView(QWidget):
    """Made anew when what it shows changes, while it is seen."""

    told = Signal(str)
    thing_asked = Signal(str, str)
    report_asked = Signal(str, str)  # report, of which day

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing until it is seen."""
        super().__init__(parent)
        self.desk, self.theme = desk, theme
        self.register = Register()
        self._among: Among | None = None
        self._stale, self._wanted, self._field = True, "", ""
        self._build()
        self._soon = QTimer(self, singleShot=True, interval=_REST)
        self._connect()

    def _build(self) -> None:
        self.left = Scrolling(self)
        self.new = QPushButton(self.tr("Nytt uppdrag"), self)
        self.new.setToolTip(self.tr("Insert"))
        set_role(self.new, "primary")
        self.order = ChoiceCombo([(one, tr(one.value)) for one in Order], self)
        self.order.setAccessibleName(self.tr("Ordna efter"))
        self.chip = Chip("", self.theme, self, removable=True, dot="primary")
        self.chip.hide()
        self.said = PlainLabel("", self)
        self.said.setWordWrap(True)
        set_role(self.said, "muted")
        heads = [
            tr("Uppdrag"),
            tr("Beslutsreferens"),
            tr("Ska redovisas"),
            tr("Läge"),
            tr("Text"),
        ]
        self.table = GroupedTable(heads, _SHARES, self.theme, self)
        self.table.setAccessibleName(self.tr("Uppdrag, organ för organ"))
        self.pane = ThingPane(AssignmentForm, self.desk, self.theme, self)
        text = self.tr(
            "Skriv in det som Länsstyrgruppen, POLSAM, regionstyrelsen eller kommunstyrelserna har "
            "bett om, med beslutsreferens och när det ska redovisas."
        )
        self.empty = EmptyState("list", "", on_button=self.add, theme=self.theme, parent=self)
        self.empty.say(self.tr("Inga uppdrag än"), text, self.tr("Nytt uppdrag"))
        self._lay_out()
        self._space()

    def _lay_out(self) -> None:
        name = PlainLabel(self.tr("&Ordna efter"), self)
        name.setBuddy(self.order)
        set_role(name, "muted")
        flow = FlowLayout(gap=self.theme.px(8))
        for part in (self.new, name, self.order, self.chip):
            flow.addWidget(part)
        self.left.lines.addLayout(flow)
        self.left.lines.addWidget(self.said)
        self.left.lines.addWidget(self.table, 1)
        self.table.came.connect(lambda: self.left.ensureWidgetVisible(self.table))
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(self.left)
        self.splitter.addWidget(self.pane)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        for place, share in enumerate(_WIDE):
            self.splitter.setStretchFactor(place, share)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.splitter)
        self.stack.addWidget(self.empty)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.stack)

    def _connect(self) -> None:
        self._soon.timeout.connect(self.refresh)
        self.desk.opened.connect(self._make_stale)
        self.desk.changed.connect(self._on_changed)
        self.theme.changed.connect(self._space)
        self.theme.changed.connect(self._show_chosen)
        self.new.clicked.connect(self.add)
        self.order.chosen.connect(lambda _: self.refresh())
        for gone in (self.chip.removed, self.chip.clicked):
            gone.connect(lambda *_: self.show_among(None))
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self.table.new_asked.connect(self.add)
        self.table.removal_asked.connect(self.remove)
        self.pane.told.connect(self.told)
        self.pane.made.connect(self._on_form_made)

    @Slot()
    def _show_chosen(self) -> None:
        """Show what is chosen again: the form is new when the look is."""
        self._on_chosen(self.table.key)

    @Slot()
    def _space(self) -> None:
        px = self.theme.px
        self.left.lines.setContentsMargins(px(16), px(8), px(12), px(12))
        self.left.lines.setSpacing(px(8))
        self.pane.setMinimumWidth(px(360))

    def _on_form_made(self, form: AssignmentForm) -> None:
        form.states_asked.connect(self.take_states)
        form.report_asked.connect(self.report)
        form.removal_asked.connect(lambda: self.remove(self.pane.shown))
        form.action_asked.connect(partial(self.thing_asked.emit, "action"))
        form.day_asked.connect(partial(self.report_asked.emit, "aterrapportering"))

    # What the part asks

    def parts(self) -> Parts:
        """Return what F6 goes round."""
        if self.stack.currentWidget() is self.empty:
            return ((self.empty, self._focus_empty),)
        reason = Qt.FocusReason.OtherFocusReason
        return (
            (self.table, lambda: self.table.setFocus(reason)),
            (self.pane, self.pane.focus),
            (self.new, lambda: self.new.setFocus(reason)),
        )

    def _focus_empty(self) -> None:
        self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Set what is typed."""
        self.pane.keep()

    def show_assignment(self, entity: str) -> None:
        """Put the keys at an assignment, now or as soon as it is there."""
        self.show_among(None)
        self._wanted = "" if self.table.go_to(entity) else entity

    def show_among(self, among: Among | None) -> None:
        """Show only some of the assignments, until the chip is taken away; None shows all."""
        self._among = among if among is not None and among.ids else None
        self.chip.show_word(self._among.label if self._among else "")
        self.chip.setVisible(self._among is not None)
        self._show()

    # What is shown

    @Slot()
    def refresh(self) -> None:
        """Make the register anew, in the plan's thread."""
        if self.desk.plan is None:
            return
        self._stale = False
        order = self.order.value
        wanted = order if isinstance(order, Order) else Order.REFERENCE
        self.desk.ask(partial(register, order=wanted), while_there(self, self._on_register))

    def _on_register(self, found: Register) -> None:
        self.register = found
        self.new.setEnabled(not self.desk.read_only)
        self.empty.button.setVisible(not self.desk.read_only)
        self.said.setText(found.said)
        self.stack.setCurrentWidget(self.splitter if found.rows else self.empty)
        self._show()
        if self._wanted and self.table.go_to(self._wanted):
            self._wanted = ""
            if self._field:
                self.pane.show_field(self._field)
                self._field = ""

    def _show(self) -> None:
        """Show the register, or what there is to show of it."""
        only = self._among.ids if self._among else None
        self.table.show_lines(register_lines(self.register, self.desk.strategy, only))

    def _assigned(self, key: str) -> Assigned | None:
        return next((one for one in self.register.rows if one.id == key), None)

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        row = self._assigned(key)
        self.pane.show_thing(row.thing if row else None)
        form = self.pane.form
        if row is not None and isinstance(form, AssignmentForm):
            form.show_row(row)

    @Slot(str, int)
    def _on_opened(self, _: str, column: int) -> None:
        self.pane.show_field(REGISTER_FIELDS[column])

    # What is done

    @Slot()
    def add(self) -> None:
        """Begin an assignment, from the same body as the one that is chosen."""
        if self.desk.read_only:
            return
        self.keep()
        row = self._assigned(self.table.key)
        body = row.thing["body"] if row else None

        def _added(delta: Delta) -> None:
            self.show_among(None)
            self._wanted, self._field = delta.entity, "title"
            self.refresh()

        values = {"body": body} if body else {}
        self.desk.edit(lambda session: session.add("assignment", values), while_there(self, _added))

    @Slot(str)
    def remove(self, key: str) -> None:
        """Remove an assignment; undo brings it back."""
        if key and not self.desk.read_only:
            self.desk.edit(lambda session: session.remove(key))
            self.told.emit(self.tr("Uppdraget är borttaget. Ctrl+Z tar tillbaka det."))

    @Slot()
    def take_states(self) -> None:
        """Add how the actions stand to the text."""
        self.keep()
        self.desk.edit(partial(_states_taken, self.pane.shown))

    @Slot()
    def report(self) -> None:
        """Ask about what is reported, when what is typed is in the plan."""
        self.keep()
        key = self.pane.shown
        self.desk.ask(lambda view: view.thing(key), while_there(self, self._ask_report))

    def _ask_report(self, thing: object) -> None:
        from nvworkshop.model.things import Thing
        from ui.assignments.report_dialog import ReportDialog  # when it is used

        if not isinstance(thing, Thing):
            return
        if thing.text("report"):
            ReportDialog(thing, self.desk, self.theme, self).open()
        else:
            self.told.emit(self.tr("Skriv återrapporteringen först, eller hämta läget."))
            self.pane.show_field("report")

    # What happens

    @Slot(object)
    def _on_changed(self, delta: Delta) -> None:
        if any(kind in _KINDS for kind, _ in delta.touched):
            self._make_stale()

    def _make_stale(self, *_: object) -> None:
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Take in what has changed while it was not seen."""
        super().showEvent(event)
        if self._stale:
            self.refresh()


def _states_taken(assignment: str, session: Session) -> Outcome:
    return take_states(session, assignment)
