"""One of the options of a list, or one of the things in the plan."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nvworkshop.errors import InputError
from nvworkshop.model.fields import Field
from nvworkshop.model.labels import ANSWER_LABELS, is_answer, offered
from nvworkshop.model.text import shorten
from nvworkshop.model.values import parse
from ui.editor.edits import Edit, Put
from ui.editor.inputs.base import Around, Input, Mixed
from ui.editor.inputs.pick_list import Option
from ui.editor.inputs.picker import Picker
from ui.words import tr

_SHOWN = 60
"""Most characters of what was typed that an error repeats."""


class ChoiceInput(Input):
    """A picker of one option; one this program doesn't know shows as its id."""

    def __init__(self, field: Field, around: Around, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(field, around, parent)
        self.picker = Picker(around.theme, self)
        self.setFocusProxy(self.picker)
        self._data: Any = None
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.picker)
        edit = self.picker.edit
        edit.textChanged.connect(self._on_text_changed)
        edit.entered.connect(self.finished)
        edit.escaped.connect(self.gave_up)
        edit.left.connect(self.left)
        edit.menu_asked.connect(lambda at: self.menu_asked.emit((edit, at)))
        self.picker.options_asked.connect(self._offer)
        self.picker.picked.connect(self._on_picked)

    def options(self) -> tuple[Option, ...]:
        """Return the options in their order."""
        return offered(self.field, self.around.desk.strategy)

    def show_value(self, data: Any) -> None:
        """Show the option's name; several different ones are none."""
        self._data = data
        mixed = isinstance(data, Mixed)
        text = "" if mixed or data is None else self.around.readable(self.field, data)
        self.picker.show_text(text, italic=is_answer(data))
        self.picker.edit.set_placeholder(self.tr("Olika värden") if mixed else "")

    @property
    def is_open(self) -> bool:
        """Tell whether something is typed that is not set."""
        return self.picker.is_open

    def text(self) -> str:
        """Return what is typed."""
        return self.picker.edit.toPlainText()

    def written(self) -> Edit:
        """Return the option that what is typed means. Raises InputError when there is none."""
        self._offer()
        found = self.picker.found(self.text()) or self.text()
        parse(self.field, found, self.around.context)
        return Put(found)

    def describe(self, name: str, text: str) -> None:
        """Say how the list is opened too."""
        super().describe(name, f"{text} {self.tr('F4 visar listan.')}".strip())

    def put_text(self, text: str) -> None:
        """Show a text as typed but not set."""
        self.picker.edit.put(text)

    def lock(self, locked: bool) -> None:
        """Let nothing be changed, only read and copied."""
        self.picker.lock(locked)

    @property
    def frame(self) -> QWidget:
        """What has the input's edge."""
        return self.picker.edit

    @Slot()
    def _offer(self) -> None:
        answers = tuple((name, tr(name).capitalize()) for name in ANSWER_LABELS.values())
        self.picker.set_options((*self.options(), *answers))

    @Slot(str)
    def _on_picked(self, option: str) -> None:
        self.chosen.emit(Put(option))

    @Slot()
    def _on_text_changed(self) -> None:
        if self.picker.is_open and self.picker.edit.document().isModified():
            self.typed.emit()


class ReferenceInput(ChoiceInput):
    """A picker of one thing by its name."""

    def __init__(self, field: Field, around: Around, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(field, around, parent)
        around.names.changed.connect(self._on_names_changed)
        self.picker.edit.came.connect(self._offer)

    def options(self) -> tuple[Option, ...]:
        """Return the things with their names, oldest first."""
        known = self.around.names.of(self.field.of) or {}
        return tuple((entity, name) for entity, (_, name) in known.items() if name)

    def written(self) -> Edit:
        """Return the thing that what is typed means. Raises InputError when there is none."""
        self._offer()
        text = self.text().strip()
        found = self.picker.found(text)
        if text and not found:
            said = shorten(text, _SHOWN)
            sentence = self.tr("{field}: ”{said}” finns inte i listan.")
            raise InputError(
                sentence.format(field=tr(self.field.sv), said=said), hint=self.tr("Välj med F4.")
            )
        return Put(found or None)

    @Slot(str)
    def _on_names_changed(self, kind: str) -> None:
        if kind != self.field.of:
            return
        self._offer()
        if not self.is_open:
            self.show_value(self._data)
