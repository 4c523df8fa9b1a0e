"""A value that none of them wrote: the field's own input, in place, until it is used or let go."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nvworkshop.errors import InputError, PlanError
from nvworkshop.model.fields import Field
from ui.editor.edits import Add, Drop, Edit, Put, applied
from ui.editor.inputs.base import Around, Input, focus_end
from ui.editor.inputs.making import make_input
from ui.widgets.labels import SpokenLabel
from ui.widgets.style import set_role
from ui.words import tr


class ThirdValue(QWidget):
    """Hidden until it is asked for; what is typed stays when the plan can't take it."""

    written = Signal(object)  # as typed
    closed = Signal()

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        """Hold no field yet."""
        super().__init__(parent)
        self._around = around
        self.input: Input | None = None
        self._data: Any = None
        self.problem = SpokenLabel("", self)
        self.problem.setWordWrap(True)
        set_role(self.problem, "danger")
        self.use = QPushButton(self.tr("Använd det här"), self)
        set_role(self.use, "primary")
        self.back = QPushButton(self.tr("Tillbaka"), self)
        self.use.clicked.connect(self.send)
        self.back.clicked.connect(self.close_input)
        row = QHBoxLayout()
        row.addWidget(self.use)
        row.addWidget(self.back)
        row.addStretch(1)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.addWidget(self.problem)
        self._lines.addLayout(row)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether a value is being written."""
        return self.input is not None

    def open_input(self, field: Field, data: Any) -> None:
        """Begin with one of the values, and put the keys there."""
        self.close_input()
        self._data = data
        self.input = make_input(field, self._around, self)
        self.input.describe(tr(field.sv), tr(field.help))
        self.input.show_value(data)
        self.input.chosen.connect(self._on_chosen)
        self.input.finished.connect(self.send)
        self.input.gave_up.connect(self.close_input)
        self._lines.insertWidget(0, self.input)
        self.say("")
        self.show()
        self.input.show()
        focus_end(self.input).setFocus()

    def close_input(self) -> None:
        """Let go of what is written."""
        if self.input is None:
            return
        self.input.hide()
        self.input.deleteLater()
        self.input = None
        self.hide()
        self.closed.emit()

    def send(self) -> None:
        """Use what is written, if it can be read."""
        if self.input is None:
            return
        try:
            edit: Edit = self.input.written() if self.input.is_open else Put(self._data)
        except InputError as error:
            self.say(error.sentence)
            return
        self._take(edit)
        if self._data is not None:
            self.written.emit(self._data)
        else:
            self.say(self.tr("Skriv ett värde, eller ”ej aktuellt”."))

    def refuse(self, error: PlanError) -> None:
        """Say why the plan could not take it; what is written stays."""
        self.say(error.sentence)

    def say(self, sentence: str) -> None:
        """Say what is wrong; "" when nothing is."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _on_chosen(self, edit: Edit) -> None:
        self._take(edit)
        if self.input is not None:
            self.input.show_value(self._data)

    def _take(self, edit: Edit) -> None:
        if isinstance(edit, Put):
            self._data = edit.value
        elif isinstance(edit, Add | Drop):
            self._data = applied(self._data, edit)
