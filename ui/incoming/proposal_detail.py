"""One proposal: each field before and after, with the words that differ; chosen field by field."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from nvworkshop.model.proposals import FieldProposal, Proposal, Sort
from ui.desk import Desk
from ui.editor.differing import Mark, words_only_in
from ui.editor.marked import MarkedText
from ui.editor.tab_order import stops_in
from ui.incoming.picking import Picking, field_name, is_link, readable
from ui.incoming.words import sort_word, spot_text
from ui.theme.theme import Theme
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import PlainLabel, WrappedLabel
from ui.widgets.order import put_in_order
from ui.widgets.segments import SegmentedChoice
from ui.widgets.style import set_role

_IN_PART = (Sort.CHANGED, Sort.CONFLICT)
"""The sorts of which a field can be left and the rest taken."""


class ProposalDetail(QScrollArea):
    """Shows one row of the file at a time."""

    picked = Signal(int, str, bool)  # the row's place, a field, and whether it is taken

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self._shown: tuple[int, Proposal] | None = None
        self._controls: dict[str, QCheckBox | SegmentedChoice] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_role(self, "panel")

    def show_proposal(self, picking: Picking | None, place: int) -> None:
        """Show the row at a place, nothing when there is none."""
        one = picking.proposals.proposals[place] if picking and place >= 0 else None
        shown = (place, one) if one is not None else None
        if shown == self._shown and self.widget() is not None:
            return
        self._shown = shown
        self._controls = {}
        inside = QWidget()
        lines = QVBoxLayout(inside)
        px = self._theme.px
        lines.setContentsMargins(px(20), px(12), px(20), px(12))
        lines.setSpacing(px(8))
        if picking is not None and one is not None:
            self._fill(lines, picking, place, one)
        lines.addStretch(1)
        self.setWidget(inside)
        put_in_order(self, *(stop for one in self._controls.values() for stop in stops_in(one)))
        self.verticalScrollBar().setValue(0)

    def show_picked(self, picking: Picking) -> None:
        """Show what is chosen of the row, when it has been chosen elsewhere."""
        place = self._shown[0] if self._shown else -1
        for name, control in self._controls.items():
            taken = picking.takes(place, name)
            with QSignalBlocker(control):
                if isinstance(control, QCheckBox):
                    control.setChecked(taken)
                else:
                    control.choose(taken)

    def _fill(self, lines: QVBoxLayout, picking: Picking, place: int, one: Proposal) -> None:
        self._say(lines, one.title, "title")
        came = (sort_word(one.sort), spot_text(one.spot))
        self._say(lines, " · ".join(part for part in came if part), "muted")
        if one.why:
            self._say(lines, one.why, "warning")
        if one.sort is Sort.ADDED:
            lines.addWidget(self._new(one))
        else:
            for each in one.fields:
                lines.addWidget(self._field(picking, place, one, each))

    def _say(self, lines: QVBoxLayout, text: str, role: str) -> None:
        label = WrappedLabel(text, self)
        if role:
            set_role(label, role)
        lines.addWidget(label)

    def _new(self, one: Proposal) -> QFrame:
        """Return all fields of what is new, beneath each other."""
        frame, lines = self._card()
        for each in one.fields:
            if each.name != "title" and not is_link(one, each):
                self._label(lines, field_name(one, each), "field-label")
                self._say(lines, readable(one, each, each.proposed, self._desk.strategy), "")
        frame.setVisible(lines.count() > 0)
        return frame

    def _card(self) -> tuple[QFrame, QVBoxLayout]:
        frame = QFrame(self)
        set_role(frame, "side")
        lines = QVBoxLayout(frame)
        lines.setContentsMargins(*(self._theme.px(10),) * 4)
        lines.setSpacing(self._theme.px(4))
        return frame, lines

    def _field(self, picking: Picking, place: int, one: Proposal, each: FieldProposal) -> QFrame:
        frame, lines = self._card()
        name = field_name(one, each)
        taken = picking.takes(place, each.name)
        if one.sort in _IN_PART:
            lines.addWidget(self._choice(place, one, each, name, taken=taken))
        else:
            self._label(lines, name, "field-label")
        now = readable(one, each, each.now, self._desk.strategy)
        new = readable(one, each, each.proposed, self._desk.strategy)
        if one.sort is Sort.CONFLICT:
            base = readable(one, each, each.base, self._desk.strategy)
            when = self.tr("När filen gjordes: {text}").format(text=base or self.tr("(tomt)"))
            self._label(lines, when, "small")
        lines.addLayout(self._sides(now, new, both=one.sort is Sort.CONFLICT))
        return frame

    def _label(self, lines: QVBoxLayout, text: str, role: str) -> None:
        label = PlainLabel(text, self)
        label.setWordWrap(True)
        set_role(label, role)
        lines.addWidget(label)

    def _choice(
        self, place: int, one: Proposal, each: FieldProposal, name: str, *, taken: bool
    ) -> QWidget:
        """Return what chooses a field: a tick, or one of two where both have written."""
        tell = partial(self.picked.emit, place, each.name)
        if one.sort is not Sort.CONFLICT:
            box = QCheckBox(name, self)
            box.setChecked(taken)
            box.setAccessibleDescription(self.tr("Ta med fältet"))
            box.toggled.connect(tell)
            self._controls[each.name] = box
            return box
        line = FlowBox(self._theme.px(8), self)
        label = PlainLabel(name, line)
        set_role(label, "field-label")
        sides = SegmentedChoice(
            [(False, self.tr("Planens")), (True, self.tr("Filens"))],
            self.tr("Värde för {field}").format(field=name),
            line,
        )
        sides.choose(taken)
        sides.chosen.connect(lambda value: tell(value is True))
        self._controls[each.name] = sides
        line.set_parts([label, sides])
        return line

    def _sides(self, now: str, new: str, *, both: bool) -> QHBoxLayout:
        """Return both texts side by side; `both` stand until somebody chooses."""
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(12))
        sides = (
            (self.tr("I planen"), now, words_only_in(now, new), "new" if both else "gone"),
            (self.tr("I filen"), new, words_only_in(new, now), "new"),
        )
        for name, text, marks, how in sides:
            lines = QVBoxLayout()
            lines.setSpacing(0)
            self._label(lines, name, "small")
            lines.addWidget(self._text(text or self.tr("(tomt)"), marks, how, name))
            row.addLayout(lines, 1)
        return row

    def _text(self, text: str, marks: list[Mark], how: str, name: str) -> MarkedText:
        shown = MarkedText(self._theme, self)
        shown.setAccessibleName(name)
        shown.show_marked(text, marks, how)
        return shown
