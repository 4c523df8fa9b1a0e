"""Making a joint action: every field with what is proposed and what each original says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, Qt
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from nvworkshop.errors import PersonalNumberError, PlanError
from nvworkshop.session.guard import kept_anyway
from nvworkshop.session.joining import join
from nvworkshop.session.live import Delta
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.proposing import ProposedField, proposed
from nvworkshop.session.session import Session
from ui.editor.asking import ask, while_there
from ui.editor.inputs.base import Around
from ui.editor.showing import show_if
from ui.editor.tab_order import order_tabs
from ui.merge.field_choice import FieldChoice
from ui.merge.suggestion_words import listed, quoted
from ui.plan.words import actions_word
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import PlainLabel, SpokenLabel
from ui.widgets.style import set_role
from ui.words import tr

_NAMED = 4
"""Most fields that are named as not chosen."""


class JoiningForm(QWidget):
    """Its fields are made one at a time, so that the first can be used at once."""

    made = Signal(str)  # a sentence
    closed = Signal()

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._around = around
        self.ids: tuple[str, ...] = ()
        self.boxes: list[FieldChoice] = []
        self._fields: list[ProposedField] = []
        self._empty: list[ProposedField] = []
        self._values: dict[str, Any] = {}
        self._sent = False
        self._build()
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._make_box)

    @property
    def is_whole(self) -> bool:
        """Tell whether every field that is to be shown is made."""
        return bool(self.boxes) and not self._fields

    @property
    def is_open(self) -> bool:
        """Tell whether a joint action is being made."""
        return bool(self.ids)

    def _build(self) -> None:
        px = self._around.theme.px
        self.heading = PlainLabel("", self)
        self.heading.setWordWrap(True)
        set_role(self.heading, "heading")
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, px(8), 0)
        self._lines.setSpacing(px(8))
        self._lines.addStretch(1)
        self.more = QPushButton("", inside)
        set_role(self.more, "more-fields")
        self.more.clicked.connect(self.show_more)
        self._lines.insertWidget(0, self.more)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        self.note = PlainLabel("", self)
        self.problem = SpokenLabel("", self)
        for label, role in ((self.note, "small"), (self.problem, "danger")):
            label.setWordWrap(True)
            set_role(label, role)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(px(16), px(8), px(4), px(8))
        lines.setSpacing(px(8))
        lines.addWidget(self.heading)
        lines.addWidget(self.area, 1)
        lines.addWidget(self.note)
        lines.addWidget(self.problem)
        self.row = FlowBox(px(8), self)
        lines.addWidget(self.row)
        self._build_buttons()

    def _build_buttons(self) -> None:
        self.make = QPushButton(self.tr("Bilda (Ctrl+Retur)"), self.row)
        set_role(self.make, "primary")
        self.make.setAccessibleName(self.tr("Bilda gemensam åtgärd"))
        self.anyway = QPushButton(self.tr("Spara ändå"), self.row)
        self.back = QPushButton(self.tr("Tillbaka (Esc)"), self.row)
        self.make.clicked.connect(self._on_make)
        self.anyway.clicked.connect(lambda: self.send(anyway=True))
        self.back.clicked.connect(self.close_form)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._on_make)

    # What is shown

    def open_form(self, ids: Sequence[str], names: str) -> None:
        """Begin a joint action of these actions; `names` is what they are called."""
        self._clear()
        self.ids = tuple(ids)
        self.heading.setText(self.tr("Gemensam åtgärd av {names}").format(names=names))
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        wanted = self.ids
        ask(
            self._around.desk,
            self,
            partial(proposed, entities=wanted),
            lambda fields: self._on_proposed(wanted, fields),
        )

    def _on_proposed(self, wanted: tuple[str, ...], fields: list[ProposedField]) -> None:
        if wanted != self.ids or self._values:
            return
        self._values = {
            one.field.name: one.choices[one.proposed].data if one.proposed >= 0 else None
            for one in fields
        }
        self._fields = [one for one in fields if not one.is_empty]
        self._empty = [one for one in fields if one.is_empty]
        self._show_note()
        self._make_box()
        self.focus_first()

    def _make_box(self) -> None:
        """Make the next field, and the one after it when there is time again."""
        if not self._fields:
            number = len(self._empty)
            self.more.setText(self.tr("Fält som ingen har fyllt i ({n})…").format(n=number))
            show_if(self.more, bool(self._empty))
            parts = (part for box in self.boxes for part in box.parts)
            order_tabs((*parts, self.more, self.make, self.anyway, self.back))
            return
        box = FieldChoice(self._fields.pop(0), self._around, self)
        box.decided.connect(self._on_decided)
        box.opened.connect(lambda: QTimer.singleShot(0, box, lambda: self._show_whole(box)))
        self.boxes.append(box)
        self._lines.insertWidget(len(self.boxes) - 1, box)
        self._next.start()

    def _show_whole(self, box: FieldChoice) -> None:
        self.area.ensureWidgetVisible(box.third, 0, self._around.theme.px(8))

    def show_more(self) -> None:
        """Show the fields that nobody has filled in, to be written in."""
        self._fields, self._empty = self._empty, []
        place = len(self.boxes)
        self.more.hide()
        self._make_box()
        self.boxes[place].focus_here()

    def _clear(self) -> None:
        self._next.stop()
        for box in self.boxes:
            box.hide()
            box.deleteLater()
        self.boxes, self._fields, self._empty, self._values = [], [], [], {}
        self.ids = ()
        self._sent = False
        self.more.hide()
        self._refuse("")
        self.area.verticalScrollBar().setValue(0)

    def focus_first(self) -> None:
        """Put the keys in the first field."""
        if self.boxes:
            self.boxes[0].focus_here()
        else:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_decided(self, name: str, data: Any) -> None:
        self._values[name] = data
        self._show_note()

    def _show_note(self) -> None:
        """Name the fields where the originals differ and nothing is chosen."""
        open_ = [
            tr(one.field.sv)
            for one in (*(box.proposed for box in self.boxes), *self._fields)
            if one.differs and self._values.get(one.field.name) is None
        ]
        names = listed(open_[:_NAMED] + [self.tr("fler")] * (len(open_) > _NAMED))
        self.note.setText(self.tr("Inte valt än, blir tomt: {names}.").format(names=names))
        show_if(self.note, bool(open_))

    # What is done

    @Slot()
    def _on_make(self) -> None:
        self.send()

    def send(self, *, anyway: bool = False) -> None:
        """Make the joint action of what is chosen, when all that is written can be read."""
        if self._sent or not self._values:
            return
        for box in self.boxes:
            if box.finish():
                self.area.ensureWidgetVisible(box)
                return
        if not self._values.get("title"):
            self._refuse(self.tr("Skriv en rubrik, eller välj en av dem."))
            self.boxes[0].focus_here()
            return
        ids, values = self.ids, dict(self._values)

        def _join(session: Session) -> Outcome:
            return join(session, ids, values=values)

        self._sent = True
        self._refuse("")
        change = kept_anyway(_join) if anyway else _join
        done = while_there(self, partial(self._on_made, str(values["title"]), len(ids)))
        self._around.desk.edit(change, done, while_there(self, self._on_failed))

    def _on_made(self, title: str, number: int, _: Delta) -> None:
        said = self.tr("Bildade {title} av {actions}. Originalen finns kvar. Ångra tar tillbaka.")
        sentence = said.format(title=quoted(title), actions=actions_word("action", number))
        self._clear()
        self.made.emit(sentence)

    def _on_failed(self, error: PlanError) -> None:
        self._sent = False
        self._refuse(error.sentence, may_keep=isinstance(error, PersonalNumberError))

    def _refuse(self, sentence: str, *, may_keep: bool = False) -> None:
        """Say why it could not be made; all that is chosen stays."""
        self.problem.setText(sentence)
        show_if(self.problem, bool(sentence))
        show_if(self.anyway, may_keep)
        buttons = (self.make, self.anyway, self.back)
        self.row.set_parts([one for one in buttons if not one.isHidden()])

    def close_form(self) -> None:
        """Let go of it: nothing has been made."""
        self._clear()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_form()
        else:
            super().keyPressEvent(event)
