"""One field of a joint action that is being made: values to choose among, or one of one's own."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from nvworkshop.errors import InputError
from nvworkshop.model.values import parse
from nvworkshop.session.proposing import Choice, ProposedField
from ui.editor.differing import Mark, words_only_in
from ui.editor.inputs.base import Around
from ui.editor.showing import show_if
from ui.editor.tab_order import order_tabs
from ui.merge.third_value import ThirdValue
from ui.merge.value_choice import ValueChoice
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role
from ui.words import tr

_MOST = 0.6
"""The share of a text that may be marked: one that is other words altogether is plain to see."""

_OTHER = Qt.FocusReason.OtherFocusReason


class FieldChoice(QFrame):
    """Keys: 1–9 choose a value, S writes another, T leaves the field empty."""

    decided = Signal(str, object)  # the field's name, and what it is to hold
    opened = Signal()  # one's own words are being written

    def __init__(self, proposed: ProposedField, around: Around, parent: QWidget) -> None:
        """Show the field with what is proposed chosen."""
        super().__init__(parent)
        self._around = around
        self.proposed = proposed
        self.choices = list(proposed.choices)
        self.rows: list[ValueChoice] = []
        self.data: Any = None
        self._closing = False
        self._own = False
        set_role(self, "card")
        self._build()
        for place in range(len(self.choices)):
            self._add_row(place)
        self._order()
        self._choose(proposed.proposed)

    @property
    def name(self) -> str:
        """The field's name in code."""
        return self.proposed.field.name

    def _build(self) -> None:
        px = self._around.theme.px
        self.group = QButtonGroup(self)
        self.group.setExclusive(True)
        head = self._head()
        self._values = QVBoxLayout()
        self._values.setSpacing(px(4))
        self._bar = FlowBox(px(6), self)
        self.empty = PlainLabel(self.tr("(tomt)"), self._bar)
        set_role(self.empty, "muted")
        self.own = QPushButton(self.tr("Skriv eget… (S)"), self._bar)
        self.none = QPushButton(self.tr("Lämna tomt (T)"), self._bar)
        for button in (self.own, self.none):
            set_role(button, "small-button")
            button.setAccessibleName(f"{tr(self.proposed.field.sv)}: {button.text()}")
        self.own.clicked.connect(self.write_own)
        self.none.clicked.connect(self.leave_empty)
        self.third = ThirdValue(self._around, self)
        self.third.written.connect(self._on_written)
        self.third.closed.connect(self._on_third_closed)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(px(10), px(6), px(10), px(8))
        lines.setSpacing(px(4))
        lines.addWidget(head)
        lines.addLayout(self._values)
        lines.addWidget(self.third)
        lines.addWidget(self._bar)

    def _head(self) -> FlowBox:
        """Return the line with the field's name, and whether the originals differ."""
        head = FlowBox(self._around.theme.px(8), self)
        label = PlainLabel(tr(self.proposed.field.sv), head)
        set_role(label, "field-label")
        mark = PlainLabel(self.tr("▲ säger olika"), head)
        set_role(mark, "mark-missing")
        mark.setVisible(self.proposed.differs)
        head.set_parts([label, mark] if self.proposed.differs else [label])
        return head

    def _add_row(self, place: int) -> None:
        row = ValueChoice(self._around.theme, self)
        self.rows.append(row)
        self.group.addButton(row.button)
        self._values.addWidget(row)
        self._show_row(place)
        row.chosen.connect(lambda: self._choose(place))

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What Tab goes through, in its order."""
        third = self.third
        written = () if third.input is None else (third.input,)
        return (*self.rows, *written, third.use, third.back, self.own, self.none)

    def _order(self) -> None:
        order_tabs(self.parts)

    def _show_row(self, place: int) -> None:
        choice = self.choices[place]
        own = self._own and place == len(self.choices) - 1
        proposed = place == self.proposed.proposed and self.proposed.differs
        self.rows[place].show_choice(
            place + 1, choice, self._marks(place), proposed=proposed, own=own
        )

    def _marks(self, place: int) -> list[Mark]:
        """Mark what the proposal, or else the first value, does not say."""
        against = max(0, self.proposed.proposed)
        if place == against or len(self.choices) == 1:
            return []
        text = self.choices[place].text
        marks = words_only_in(text, self.choices[against].text)
        return marks if sum(end - start for start, end in marks) < _MOST * len(text) else []

    # What is chosen

    def choose(self, place: int) -> bool:
        """Choose the value at a place, from 1; False when there is none."""
        if not 1 <= place <= len(self.rows):
            return False
        self.rows[place - 1].button.setChecked(True)
        self.rows[place - 1].button.setFocus(_OTHER)
        return True

    def _choose(self, place: int) -> None:
        self.data = self.choices[place].data if place >= 0 else None
        if place >= 0:
            self.rows[place].button.setChecked(True)
        self._show_state()
        self.decided.emit(self.name, self.data)

    def leave_empty(self) -> None:
        """Choose none of the values."""
        self.third.close_input()
        self.group.setExclusive(False)
        for row in self.rows:
            row.button.setChecked(False)
        self.group.setExclusive(True)
        self._choose(-1)

    def write_own(self) -> None:
        """Open the field to write in, with what is chosen to begin with."""
        self.third.open_input(self.proposed.field, self.data)
        self._show_state()
        self._order()
        self.opened.emit()

    def finish(self) -> str:
        """Take what is being written; return what is wrong with it, "" for nothing."""
        if self.third.is_open:
            self.third.send()
        if not self.third.is_open:
            return ""
        return self.third.problem.text() or self.tr("Skriv klart först.")

    def _on_written(self, value: Any) -> None:
        """Show what was written as one more value, and choose it."""
        field = self.proposed.field
        try:
            data = parse(field, value, self._around.context)
        except InputError as error:
            self.third.say(error.sentence)
            return
        if self._own:
            self.choices.pop()
        choice = Choice(data, self._around.readable(field, data))
        self.choices.append(choice)
        if not self._own:
            self._own = True
            self._add_row(len(self.choices) - 1)
            self._order()
        else:
            self._show_row(len(self.choices) - 1)
        self.third.close_input()
        self._choose(len(self.choices) - 1)
        self.focus_here()

    def _on_third_closed(self) -> None:
        self._show_state()
        self._closing = True  # the key that closed it does not close the form too
        QTimer.singleShot(0, self, self._forget_closing)

    def _forget_closing(self) -> None:
        self._closing = False

    def _show_state(self) -> None:
        writing = self.third.is_open
        show_if(self.empty, self.data is None and not writing)
        show_if(self.own, not writing)
        show_if(self.none, self.data is not None and not writing)
        parts = (self.empty, self.own, self.none)
        self._bar.set_parts([one for one in parts if not one.isHidden()])
        show_if(self._bar, not writing)

    def focus_here(self) -> None:
        """Put the keys in the value that is chosen, or in the first."""
        rows = [one.button for one in self.rows]
        chosen = next((one for one in rows if one.isChecked()), None)
        (chosen or (rows[0] if rows else self.own)).setFocus(_OTHER)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by key; Esc lets go of what is being written."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not (plain and self._pressed(event)):
            super().keyPressEvent(event)

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and (self._closing or self.third.is_open):
            self.third.close_input()
            self.focus_here()
            return True
        if self.third.is_open:
            return False
        match event.key():
            case Qt.Key.Key_S:
                self.write_own()
            case Qt.Key.Key_T:
                self.leave_empty()
            case key if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
                return self.choose(int(key) - int(Qt.Key.Key_0))
            case _:
                return False
        return True
