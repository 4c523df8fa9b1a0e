"""The fields asked in one row when an idea has become an action: who, which function, by when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from nvworkshop.model.kinds import KINDS
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel, SpokenLabel
from ui.widgets.order import put_in_order
from ui.widgets.style import set_role
from ui.words import tr
from ui.workshop.asked_line import AskedLine

FIELDS = ("principal", "function", "end")
"""What an action needs before anybody forgets who took it."""

_MOST = 4
_DRAFT_AFTER = 250
"""Milliseconds from a key to the draft that survives a crash."""


class QuickFields(QFrame):
    """Three fields: Enter goes on, Enter in the last one keeps them, Esc leaves them for later."""

    given = Signal(dict)  # field → text, of those that were changed
    drafted = Signal(dict)  # the same, while they are typed
    left = Signal()
    shown = Signal()  # or hidden again

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the row; `ask` shows it."""
        super().__init__(parent)
        set_role(self, "card")
        px = theme.px
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(px(12), px(8), px(12), px(8))
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(2))
        self.heading = PlainLabel("", self)
        self.problem = SpokenLabel("", self)
        self.hint = PlainLabel(self.tr("Retur går vidare · Esc fyller i senare"), self)
        for row, (label, role) in enumerate(
            ((self.heading, ""), (self.problem, "danger"), (self.hint, "muted"))
        ):
            label.setWordWrap(True)
            set_role(label, role)
            self._grid.addWidget(label, (0, 3, 4)[row], 0, 1, _MOST)
        self.fields: dict[str, AskedLine] = {}
        self._labels: list[PlainLabel] = []
        self._stood: dict[str, str] = {}
        self._soon = QTimer(self, singleShot=True, interval=_DRAFT_AFTER)
        self._soon.timeout.connect(self.send_drafts)
        self.hide()

    def _add(self, column: int, name: str, text: str) -> None:
        declared = KINDS["action"].field(name)
        label = PlainLabel(tr(declared.sv) if declared else name, self)
        set_role(label, "field-label")
        line = AskedLine(text, self)
        line.entered.connect(self._go_on)
        line.textEdited.connect(self._soon.start)
        line.setAccessibleName(label.text())
        label.setBuddy(line)
        self.fields[name] = line
        self._labels.append(label)
        self._grid.addWidget(label, 1, column)
        self._grid.addWidget(line, 2, column)

    def _clear(self) -> None:
        for part in (*self._labels, *self.fields.values()):
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.fields, self._labels = {}, []

    def ask(
        self,
        heading: str,
        values: Mapping[str, str],
        offered: Mapping[str, Sequence[str]],
        names: Sequence[str] = FIELDS,
    ) -> None:
        """Ask for fields of an action, with what is known of it; `offered` are texts by field."""
        self._clear()
        self._stood = {name: values.get(name, "") for name in names[:_MOST]}
        for column, name in enumerate(names[:_MOST]):
            self._add(column, name, self._stood[name])
        for name in self.fields.keys() & offered.keys():
            self.fields[name].offer(offered[name], only=name == "principal")
        self.heading.setText(heading)
        self.problem.hide()
        put_in_order(self, *self.fields.values())
        self.show()
        empty = [one for one in self.fields.values() if not one.text()]
        (empty or list(self.fields.values()))[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def give(self) -> None:
        """Keep what is typed so far, if anything is: the row is being left."""
        if not self.isHidden() and self._changed:
            self.given.emit(self._changed)

    @Slot()
    def send_drafts(self) -> None:
        """Tell what is typed, to be kept through a crash."""
        if not self.isHidden():
            self.drafted.emit(self._changed)

    def refuse(self, sentence: str) -> None:
        """Say what could not be read, with the keys in that field; what was typed stays."""
        self.problem.setText(sentence)
        self.problem.show()
        self.show()
        for label, line in zip(self._labels, self.fields.values(), strict=True):
            if sentence.startswith(f"{label.text()}:"):
                line.setFocus(Qt.FocusReason.OtherFocusReason)
                line.selectAll()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell, so that others can give room."""
        super().showEvent(event)
        self.shown.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that there is room again."""
        super().hideEvent(event)
        self.shown.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        lines = list(self.fields.values())
        here = next((n for n, one in enumerate(lines) if one.hasFocus()), len(lines) - 1)
        if here + 1 < len(lines):
            lines[here + 1].setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.given.emit(self._changed)

    @property
    def _changed(self) -> dict[str, str]:
        said = {name: line.text().strip() for name, line in self.fields.items()}
        return {name: text for name, text in said.items() if text != self._stood[name]}
