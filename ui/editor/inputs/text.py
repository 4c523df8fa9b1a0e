"""Text as it is typed: one line that wraps, a long text, or a list with one item on each line."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.labels import is_answer
from ui.editor.inputs.base import Around, Input, Mixed
from ui.editor.inputs.growing import GrowingText


class TextInput(Input):
    """A growing text."""

    def __init__(self, field: Field, around: Around, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(field, around, parent)
        one_line = field.type is FieldType.TEXT and not field.many
        self.edit = GrowingText(self, one_line=one_line)
        self.setFocusProxy(self.edit)
        self.placeholder = ""
        self._shown = ""
        self._putting = False
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.edit)
        self.edit.textChanged.connect(self._on_text_changed)
        self.edit.entered.connect(self.finished)
        self.edit.escaped.connect(self.gave_up)
        self.edit.left.connect(self.left)
        self.edit.menu_asked.connect(lambda at: self.menu_asked.emit((self.edit, at)))

    def show_value(self, data: Any) -> None:
        """Show the text; an answer such as "ej aktuellt" is set apart."""
        self._put(self.around.readable(self.field, None if isinstance(data, Mixed) else data))
        self._shown = self.edit.toPlainText()
        mixed = isinstance(data, Mixed)
        self.edit.set_placeholder(self.tr("Olika värden") if mixed else self.placeholder)
        font = self.edit.font()
        if font.italic() != is_answer(data):
            font.setItalic(is_answer(data))
            self.edit.setFont(font)

    @property
    def is_open(self) -> bool:
        """Tell whether something is typed that is not set."""
        return self.edit.toPlainText() != self._shown

    def text(self) -> str:
        """Return what is typed."""
        return self.edit.toPlainText()

    def put_text(self, text: str) -> None:
        """Show a text as typed but not set."""
        self._put(text)

    def lock(self, locked: bool) -> None:
        """Let nothing be changed, only read and copied."""
        self.edit.setReadOnly(locked)

    def _put(self, text: str) -> None:
        self._putting = True
        self.edit.put(text)
        self._putting = False

    @Slot()
    def _on_text_changed(self) -> None:
        if not self._putting:
            self.typed.emit()
