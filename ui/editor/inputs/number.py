"""A number as it is typed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nvworkshop.model.fields import Field
from ui.editor.inputs.base import Around
from ui.editor.inputs.text import TextInput


class NumberInput(TextInput):
    """One line; the bounds are in its description, and the plan says when they are passed."""

    def __init__(self, field: Field, around: Around, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(field, around, parent)
        self.edit.one_line = True

    def describe(self, name: str, text: str) -> None:
        """Say the bounds too."""
        super().describe(name, f"{text} {self._bounds()}".strip())

    def _bounds(self) -> str:
        low, high = self.field.low, self.field.high
        if low is not None and high is not None:
            return self.tr("Från {low} till {high}.").format(low=f"{low:g}", high=f"{high:g}")
        return self.tr("Minst {low}.").format(low=f"{low:g}") if low is not None else ""
