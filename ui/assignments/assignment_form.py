"""The form of an assignment: its fields, how its actions stand, and what has been reported."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QPushButton, QWidget

from nvworkshop.followup.drafting import State
from nvworkshop.followup.references import parse_reference
from nvworkshop.model.fields import Group
from nvworkshop.model.kinds import FIELDS, KINDS
from nvworkshop.model.labels import shown
from nvworkshop.model.things import Thing
from nvworkshop.session.assignments import Assigned
from ui.assignments.words import STATUS_TONES
from ui.editor.arranging import Part
from ui.editor.box import FieldBox
from ui.editor.inputs.base import Around
from ui.editor.keeper import Keeper
from ui.editor.showing import show_if
from ui.editor.thing_form import ThingForm
from ui.merge.line_list import LineList
from ui.merge.line_model import Line
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

_OF = FIELDS["assignment"]
_PARTS = (
    Part(Group.WHO, (_OF["body"], _OF["reference"]), ()),
    Part(Group.WHEN, (_OF["due"], _OF["reported"]), ()),
    Part(Group.STATE, (_OF["report"],), ()),
    Part(Group.LINKS, (_OF["actions"],), ()),
)
_MOST = 5
"""Lines of a list seen at once; the rest by scrolling."""


class AssignmentForm(ThingForm):
    """Headings fold nothing here: there is little to show, and all of it is needed."""

    states_asked = Signal()
    report_asked = Signal()
    removal_asked = Signal()
    action_asked = Signal(str)
    day_asked = Signal(str)  # the report of a day

    def __init__(self, around: Around, keeper: Keeper, parent: QWidget | None = None) -> None:
        """Build it, empty."""
        super().__init__(KINDS["assignment"], _PARTS, around, keeper, parent)
        self._history: tuple[Thing, ...] = ()
        for section in self.sections:
            section.heading.hide()
            section.open()
        self.row = FlowBox(around.theme.px(8), self)
        self.report = self._button(self.tr("Redovisa…"), self.row, self.report_asked)
        self.report.setToolTip(self.tr("Spara texten som den är i dag, med dag och organ."))
        self.states = self._button(
            self.tr("Hämta läget från åtgärderna"), self.row, self.states_asked
        )
        self.states.setToolTip(
            self.tr("Läget i åtgärdernas senaste uppföljning läggs till efter det du har skrivit.")
        )
        self.row.set_parts((self.report, self.states))
        self.actions_list = LineList(self.tr("Åtgärdernas läge"), around.theme, self)
        self.actions_list.opened.connect(lambda key: self.action_asked.emit(str(key)))
        self.history_name = PlainLabel(self.tr("Redovisat tidigare"), self)
        set_role(self.history_name, "field-label")
        self.history = LineList(self.tr("Redovisat tidigare"), around.theme, self)
        self.history.moved.connect(self._on_moved)
        self.history.opened.connect(lambda key: self._open_day(str(key)))
        self.told = PlainLabel("", self)
        self.told.setWordWrap(True)
        set_role(self.told, "muted")
        self.end = FlowBox(around.theme.px(8), self)
        self.remove = self._button(self.tr("Ta bort uppdraget"), self.end, self.removal_asked)
        self.end.set_parts((self.remove,))
        self._lay_out()

    def _button(self, text: str, parent: QWidget, asked: SignalInstance) -> QPushButton:
        button = QPushButton(text, parent)
        set_role(button, "secondary")
        button.clicked.connect(asked)
        return button

    def _lay_out(self) -> None:
        if self.title is not None:
            self.lines.insertWidget(0, self.title)
        self.lines.insertWidget(len(_PARTS), self.row)
        last = self.lines.count() - 1
        parts = (self.actions_list, self.history_name, self.history, self.told, self.end)
        for place, part in enumerate(parts):
            self.lines.insertWidget(last + place, part)

    def parts(self) -> list[QWidget]:
        """Return the parts in the order they are read."""
        title = [self.title] if self.title else []
        top = [*title, *([self.removal] if self.removal else [])]
        *about, links = (one.parts() for one in self.sections)
        fields = [one for parts in about for one in parts]
        return [*top, *fields, self.row, *links, self.actions_list, self.history, self.end]

    def show_row(self, row: Assigned) -> None:
        """Show how the actions of the assignment stand, and what was reported of it."""
        self.states.setEnabled(bool(row.states) and not self.around.desk.read_only)
        self.report.setEnabled(not self.around.desk.read_only)
        self.remove.setEnabled(not self.around.desk.read_only)
        self.actions_list.show_lines([self._state_line(one) for one in row.states])
        self._fit(self.actions_list, len(row.states))
        self._history = row.history
        self.history.show_lines([self._told_line(one) for one in row.history])
        self._fit(self.history, len(row.history))
        show_if(self.history_name, bool(row.history))
        self._on_moved(self.history.key)

    def _state_line(self, one: State) -> Line:
        told = one.told or self.tr("Inte följd upp än")
        tone = STATUS_TONES.get(one.status_id, "muted")
        return Line(one.id, one.title or self.tr("Utan rubrik"), told, one.status, tone)

    def _told_line(self, one: Thing) -> Line:
        to = shown(FIELDS["report_back"]["body"], one["body"], self.around.desk.strategy)
        head = " · ".join(filter(None, (one.text("date"), to)))
        under = " – ".join(filter(None, (one.text("reference"), one.text("text"))))
        return Line(one.id, head or self.tr("Utan dag"), " ".join(under.split()))

    def _fit(self, of: LineList, count: int) -> None:
        show_if(of, count > 0)
        of.setFixedHeight(max(1, of.sizeHintForRow(0)) * max(1, min(count, _MOST)) + 2)

    def _on_moved(self, key: object) -> None:
        """Show the whole text of what was reported that day."""
        text = next((one.text("text") for one in self._history if one.id == key), "")
        self.told.setText(text)
        show_if(self.told, bool(text))

    def _open_day(self, key: str) -> None:
        day = next((one.text("date") for one in self._history if one.id == key), "")
        if day:
            self.day_asked.emit(day)

    def _warn(self, box: FieldBox) -> None:
        """Say of a reference what can't be right in it; it stays as it is written."""
        if box.field.name == "reference" and self.things:
            box.notes.show_why(parse_reference(self.things[0].text("reference")).problem)

    def show_things(self, things: Sequence[Thing]) -> None:
        """Show another assignment; its lists follow in `show_row`."""
        if self.things and things[0].id != self.things[0].id:
            self.history.go_to(0)
        super().show_things(things)

    def _on_toggled(self, name: str, opened: bool) -> None:
        """Remember nothing: the sections are always open."""
