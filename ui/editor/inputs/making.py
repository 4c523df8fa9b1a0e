"""Which input a field has: by what it holds."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from nvworkshop.model.fields import Field, FieldType
from ui.editor.inputs.base import Around, Input
from ui.editor.inputs.choice import ChoiceInput, ReferenceInput
from ui.editor.inputs.choices import ChoicesInput, ReferencesInput
from ui.editor.inputs.number import NumberInput
from ui.editor.inputs.period import PeriodInput
from ui.editor.inputs.scale import SegmentInput, is_scale, scale_words
from ui.editor.inputs.text import TextInput
from ui.words import tr


def make_input(field: Field, around: Around, parent: QWidget) -> Input:
    """Return an input for the field, empty."""
    words = _words(field)
    if words:
        return SegmentInput(field, around, words, parent)
    of_one, of_many = _INPUTS.get(field.type, (TextInput, TextInput))
    return (of_many if field.many else of_one)(field, around, parent)


_INPUTS: dict[FieldType, tuple[type[Input], type[Input]]] = {
    FieldType.CHOICE: (ChoiceInput, ChoicesInput),
    FieldType.REF: (ReferenceInput, ReferencesInput),
    FieldType.PERIOD: (PeriodInput, TextInput),
    FieldType.DATE: (PeriodInput, TextInput),
    FieldType.NUMBER: (NumberInput, TextInput),
}
"""By what a field holds: the input of one, and of many."""


def _words(field: Field) -> list[tuple[Any, str]]:
    """Return what is shown side by side to choose from, with the values; none for most fields."""
    if field.many:
        return []
    if field.type is FieldType.BOOL:
        return [(True, tr("Ja")), (False, tr("Nej"))]
    return scale_words(field) if field.type is FieldType.NUMBER and is_scale(field) else []
