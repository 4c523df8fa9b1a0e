"""Several options of a list, or several things: chips, and a picker to add more."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nvworkshop.errors import InputError
from nvworkshop.model.fields import Field
from nvworkshop.model.labels import ANSWER_LABELS, is_answer, offered
from nvworkshop.model.values import parse
from ui.editor.edits import Add, Drop, Edit, Put
from ui.editor.inputs.base import Around, Input, Mixed
from ui.editor.inputs.chip_box import ChipBox
from ui.editor.inputs.pick_list import Option
from ui.words import tr


class ChoicesInput(Input):
    """Chips that Del or a press takes away; what this program doesn't know shows as its id."""

    keeps_draft = False

    def __init__(self, field: Field, around: Around, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(field, around, parent)
        self._data: Any = None
        self.box = ChipBox(around.theme, self)
        self.setFocusProxy(self.box.picker)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.box)
        picker = self.box.picker
        picker.options_asked.connect(self._offer)
        picker.picked.connect(self._on_picked)
        picker.edit.entered.connect(self.finished)
        picker.edit.escaped.connect(self.gave_up)
        picker.edit.left.connect(self.left)
        picker.edit.menu_asked.connect(lambda at: self.menu_asked.emit((picker.edit, at)))
        self.box.dropped.connect(self._on_dropped)
        self.box.added.connect(lambda item: self.chosen.emit(Add((item,))))

    def options(self) -> tuple[Option, ...]:
        """Return the options in their order."""
        return offered(self.field, self.around.desk.strategy)

    def name(self, item: str) -> str:
        """Return what an item is called."""
        return self.around.readable(self.field, [item])

    def show_value(self, data: Any) -> None:
        """Show a chip for each item."""
        self._data = data
        self.box.picker.show_text("")
        if isinstance(data, Mixed):
            self.box.show_chips([self._mixed_chip(one, count, data) for one, count in data.counts])
        elif is_answer(data):
            self.box.show_chips([("", self.around.readable(self.field, data), False)])
        else:
            items = data if isinstance(data, list) else []
            self.box.show_chips([(one, self.name(one), False) for one in items])

    def _mixed_chip(self, item: str, count: int, mixed: Mixed) -> tuple[str, str, bool]:
        if count == mixed.of:
            return item, self.name(item), False
        text = self.tr("{name} ({count} av {all})")
        return item, text.format(name=self.name(item), count=count, all=mixed.of), True

    @property
    def is_open(self) -> bool:
        """Tell whether something is typed that is not set."""
        return self.box.picker.is_open

    def text(self) -> str:
        """Return what is typed."""
        return self.box.picker.edit.toPlainText()

    def written(self) -> Edit:
        """Return what is typed as items to add. Raises InputError when it can't be used."""
        self._offer()
        found = self.box.picker.found(self.text())
        return self._edit_of(found or self.text())

    def _edit_of(self, text: str) -> Edit:
        data = parse(self.field, text, self.around.context)
        return Put(data) if is_answer(data) or data is None else Add(tuple(data))

    def describe(self, name: str, text: str) -> None:
        """Say how the list is opened, and how the chips are reached."""
        keys = self.tr("F4 visar listan. Backsteg går till det som är valt, Delete tar bort.")
        chosen = ", ".join(one.accessibleName() for one in self.box.chips)
        super().describe(name, " ".join(one for one in (chosen, text, keys) if one))

    def put_text(self, text: str) -> None:
        """Show a text as typed but not set."""
        self.box.picker.edit.put(text)

    def lock(self, locked: bool) -> None:
        """Let nothing be changed, only read."""
        self.box.lock(locked)

    @property
    def frame(self) -> QWidget:
        """What has the input's edge."""
        return self.box

    @Slot()
    def _offer(self) -> None:
        taken = set(self._data) if isinstance(self._data, list) else set()
        answers = tuple((name, tr(name).capitalize()) for name in ANSWER_LABELS.values())
        free = tuple(one for one in self.options() if one[0] not in taken)
        self.box.picker.set_options((*free, *answers))

    @Slot(str)
    def _on_picked(self, option: str) -> None:
        self.box.picker.show_text("")
        is_word = option in ANSWER_LABELS.values()
        self.chosen.emit(Put(option) if is_word else Add((option,)))

    @Slot(str)
    def _on_dropped(self, item: str) -> None:
        self.chosen.emit(Drop(item) if item else Put(None))


class ReferencesInput(ChoicesInput):
    """Several things by their names."""

    def __init__(self, field: Field, around: Around, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(field, around, parent)
        around.names.changed.connect(self._on_names_changed)
        self.box.picker.edit.came.connect(self._offer)

    def options(self) -> tuple[Option, ...]:
        """Return the things with their names, oldest first."""
        known = self.around.names.of(self.field.of) or {}
        return tuple((entity, name) for entity, (_, name) in known.items() if name)

    def _edit_of(self, text: str) -> Edit:
        data = parse(self.field, text, self.around.context)
        if is_answer(data) or data is None:
            return Put(data)
        if text not in dict(self.options()):
            sentence = self.tr("{field}: det som står finns inte i listan.")
            raise InputError(sentence.format(field=tr(self.field.sv)), hint=self.tr("Välj med F4."))
        return Add((text,))

    @Slot(str)
    def _on_names_changed(self, kind: str) -> None:
        if kind != self.field.of:
            return
        self._offer()
        if not self.is_open:
            self.show_value(self._data)
