"""A whole number on a short scale, or yes and no: one press answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nvworkshop.model.fields import Field
from nvworkshop.model.labels import is_answer
from ui.editor.edits import Put
from ui.editor.inputs.base import Around, Input, Mixed
from ui.editor.inputs.segments import Segments
from ui.editor.showing import show_if
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

_LONGEST = 7
"""Most numbers on a scale that is shown as buttons."""


class SegmentInput(Input):
    """Words side by side, each standing for a value."""

    def __init__(
        self,
        field: Field,
        around: Around,
        words: Sequence[tuple[Any, str]],
        parent: QWidget | None = None,
    ) -> None:
        """Show the words, none chosen."""
        super().__init__(field, around, parent)
        self._values = [value for value, _ in words]
        self.segments = Segments([word for _, word in words], self)
        self.setFocusProxy(self.segments)
        self.segments.picked.connect(self._on_picked)
        self._said: PlainLabel | None = None
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(around.theme.px(2))
        lines.addWidget(self.segments)

    def show_value(self, data: Any) -> None:
        """Press the value's word; what has none is said beneath."""
        known = not isinstance(data, Mixed) and data in self._values
        self.segments.show_chosen(self._values.index(data) if known else -1)
        self._say("" if known or data is None else self._words_of(data))

    def _words_of(self, data: Any) -> str:
        if isinstance(data, Mixed):
            return self.tr("Olika värden")
        text = self.around.readable(self.field, data)
        return text.capitalize() if is_answer(data) else text

    def _say(self, text: str) -> None:
        if self._said is None:
            if not text:
                return
            self._said = PlainLabel("", self)
            set_role(self._said, "small")
            layout = self.layout()
            if layout is not None:
                layout.addWidget(self._said)
        self._said.setText(text)
        show_if(self._said, bool(text))

    def lock(self, locked: bool) -> None:
        """Let nothing be changed."""
        self.segments.lock(locked)

    def describe(self, name: str, text: str) -> None:
        """Tell those who listen what the words answer."""
        self.segments.describe(name, text)

    @Slot(int)
    def _on_picked(self, place: int) -> None:
        self.chosen.emit(Put(self._values[place] if place >= 0 else None))


def is_scale(field: Field) -> bool:
    """Tell whether a number has so few steps that they can be shown side by side."""
    return field.low is not None and field.high is not None and field.high - field.low < _LONGEST


def scale_words(field: Field) -> list[tuple[Any, str]]:
    """Return the steps of a scale."""
    return [(n, str(n)) for n in range(int(field.low or 0), int(field.high or 0) + 1)]
