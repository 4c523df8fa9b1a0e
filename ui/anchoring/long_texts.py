"""Beneath the chain: what the chosen party answered and made an exception of, and the version."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from nvworkshop.model.kinds import FIELDS
from nvworkshop.session.anchoring import Answer, Party
from ui.plan.in_place import Reading
from ui.theme.theme import Theme
from ui.widgets.labels import ElidedLabel
from ui.widgets.style import set_role
from ui.words import tr
from ui.workshop.field_block import FieldBlock, LinesEdit

_LINES = 2
_LINE = 22
"""Lines of a text, and design pixels of one."""

_LONG = ("answer", "exception")


class LongTexts(QWidget):
    """Two texts and a line; each is sent when it is left, and `keep` sends them all."""

    edited = Signal(object, str, str)  # Party, field, text
    typed = Signal(object, str, str)
    kept_anyway = Signal(object, str, str)
    new_asked = Signal(object)  # Party: begin a decision about the version the plan has now

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the fields under whom they are about."""
        super().__init__(parent)
        self._theme = theme
        self._party: Party | None = None
        self._stood: dict[str, str] = {}
        self.heading = ElidedLabel("", self)
        set_role(self.heading, "plan-name")
        self.new = QPushButton("", self)
        set_role(self.new, "small-button")
        self.anyway = QPushButton(self.tr("Spara ändå"), self)
        set_role(self.anyway, "small-button")
        self.anyway.hide()
        self.fields: dict[str, LinesEdit | QLineEdit] = {name: LinesEdit(self) for name in _LONG}
        self.fields["version"] = QLineEdit(self)
        self.blocks = {name: self._block(name) for name in self.fields}
        self._lay_out()
        self._size()
        theme.changed.connect(self._size)
        self.new.clicked.connect(lambda: self.new_asked.emit(self._party))
        self.anyway.clicked.connect(self._on_anyway)
        self._wrong = ""

    def _block(self, name: str) -> FieldBlock:
        declared, field = FIELDS["decision"][name], self.fields[name]
        if isinstance(field, LinesEdit):
            field.setPlaceholderText(tr(declared.help))
            field.left.connect(lambda: self._send(name))
        else:
            field.editingFinished.connect(lambda: self._send(name))
        field.textChanged.connect(lambda *_: self._on_typed(name))
        field.setToolTip(tr(declared.help))
        return FieldBlock(tr(declared.sv), field, self._theme, self)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.anyway)
        head.addWidget(self.new)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addLayout(head, 0, 0, 1, len(self.blocks))
        for column, (block, stretch) in enumerate(
            zip(self.blocks.values(), (4, 4, 2), strict=True)
        ):
            self._grid.addWidget(block, 1, column, Qt.AlignmentFlag.AlignTop)
            self._grid.setColumnStretch(column, stretch)

    def _size(self) -> None:
        px = self._theme.px
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(4))
        for name in _LONG:
            self.fields[name].setFixedHeight(px(_LINES * _LINE + 12))

    def show_answer(self, answer: Answer | None, version: str, *, writable: bool) -> None:
        """Show what is written of a party; what is being typed about it is left alone."""
        party = answer.party if answer else None
        if party != self._party:
            self.keep()
            self._party, self._wrong = party, ""
            for block in self.blocks.values():
                block.say("")
        self.anyway.hide()
        self.heading.setText(tr(party.name) if party else "")
        self.setEnabled(party is not None)
        decision = answer.decision if answer else None
        for name, field in self.fields.items():
            text = decision.text(name) if decision else ""
            if name != self._wrong and (self._text(name) == self._stood.get(name, "")):
                self._put(name, text)
            self._stood[name] = text
            field.setReadOnly(not writable)
        self.new.setVisible(writable and bool(answer and answer.older_version))
        self.new.setText(self.tr("Nytt beslut om version {name}").format(name=version or "–"))

    def keep(self) -> None:
        """Send what is typed."""
        for name in self.fields:
            self._send(name)

    def refuse(self, party: Party, field: str, text: str, said: Reading) -> None:
        """Say why a text could not be set; it stays where it was written."""
        if party != self._party or field not in self.fields:
            return
        self._wrong = field
        self._put(field, text)
        self.blocks[field].say(said.sentence)
        self.anyway.setVisible(said.may_keep)

    def _on_anyway(self) -> None:
        field, self._wrong = self._wrong, ""
        self.anyway.hide()
        if field and self._party is not None:
            self.blocks[field].say("")
            self._stood[field] = self._text(field)
            self.kept_anyway.emit(self._party, field, self._text(field))

    def _send(self, name: str) -> None:
        text = self._text(name)
        if self._party is None or name == self._wrong or text == self._stood.get(name, ""):
            return
        self._stood[name] = text
        self.edited.emit(self._party, name, text)

    def _on_typed(self, name: str) -> None:
        if name == self._wrong:
            self._wrong = ""
            self.blocks[name].say("")
            self.anyway.hide()
        if self._party is not None and self._text(name) != self._stood.get(name, ""):
            self.typed.emit(self._party, name, self._text(name))

    def _text(self, name: str) -> str:
        field = self.fields[name]
        return field.toPlainText() if isinstance(field, LinesEdit) else field.text()

    def _put(self, name: str, text: str) -> None:
        field = self.fields[name]
        if self._text(name) == text:
            return
        with QSignalBlocker(field):
            if isinstance(field, LinesEdit):
                field.setPlainText(text)
            else:
                field.setText(text)
