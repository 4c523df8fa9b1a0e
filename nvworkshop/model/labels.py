"""Values as people read them: the answers that are none, what a choice offers, and its names."""

from __future__ import annotations

from typing import Any, Protocol

from nvworkshop.language import marked, said
from nvworkshop.model.choices import CHOICES
from nvworkshop.model.fields import Field, FieldType

NOT_APPLICABLE = {"answer": "not_applicable"}
"""The answer "ej aktuellt": something else than empty."""
UNDECIDED = {"answer": "undecided"}
"""The answer "ännu inte bestämt": something else than empty."""

ANSWER_LABELS = {
    "not_applicable": marked("ej aktuellt"),
    "undecided": marked("ännu inte bestämt"),
}


class Catalogue(Protocol):
    """The lists of options a strategy ships; `strategy.Strategy` is one."""

    def find(self, category: str, text: str, /) -> Any | None:
        """Return the item that an id or a name means, or None."""
        ...

    def label(self, category: str, item_id: str, /) -> str:
        """Return an item's name; an unknown id is its own name."""
        ...

    def options(self, category: str, /) -> tuple[tuple[str, str], ...]:
        """Return (id, name) of every item."""
        ...


def is_answer(data: Any) -> bool:
    """Tell whether the value is "ej aktuellt" or "ännu inte bestämt"."""
    return isinstance(data, dict) and data.get("answer") in ANSWER_LABELS


def categories(of: str) -> tuple[str, ...]:
    """Return the strategy's lists that a choice is made from."""
    return ("shift", "prerequisite") if of == "rated" else (of,)


def options(field: Field, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Return (id, label) of what a choice field can hold, in order."""
    if field.of in CHOICES:
        return tuple((one.id, one.sv) for one in CHOICES[field.of])
    return tuple(pair for category in categories(field.of) for pair in catalogue.options(category))


def offered(field: Field, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Return what `options` does, with the labels in the window's language."""
    return tuple((one, said(label)) for one, label in options(field, catalogue))


def label(field: Field, data: Any, catalogue: Catalogue) -> str:
    """Return the value as people read it, in Swedish; "" for empty."""
    if data is None:
        return ""
    if is_answer(data):
        return ANSWER_LABELS[data["answer"]]
    if field.many and isinstance(data, list):
        separator = "\n" if field.type is FieldType.TEXT else ", "
        return separator.join(_label_one(field, one, catalogue) for one in data)
    return _label_one(field, data, catalogue)


def shown(field: Field, data: Any, catalogue: Catalogue) -> str:
    """Return the value as the window says it: what people wrote as it is, names in its language."""
    if is_answer(data) or field.type is FieldType.BOOL:
        return said(label(field, data, catalogue))
    if field.type is not FieldType.CHOICE or data is None:
        return label(field, data, catalogue)
    several = data if isinstance(data, list) else [data]
    return ", ".join(said(_label_one(field, one, catalogue)) for one in several)


def _label_one(field: Field, data: Any, catalogue: Catalogue) -> str:
    match field.type:
        case FieldType.CHOICE:
            return choice_label(field.of, str(data), catalogue)
        case FieldType.PERIOD:
            return str(data["said"]) if isinstance(data, dict) else str(data)
        case FieldType.NUMBER:
            return f"{data:.15g}".replace(".", ",") if isinstance(data, float) else str(data)
        case FieldType.BOOL:
            return "Ja" if data else "Nej"
        case _:
            return str(data)


def choice_label(of: str, item_id: str, catalogue: Catalogue) -> str:
    """Return the Swedish name of an option; an unknown id is its own name."""
    if of in CHOICES:
        return next((one.sv for one in CHOICES[of] if one.id == item_id), item_id)
    labels = (catalogue.label(category, item_id) for category in categories(of))
    return next((found for found in labels if found != item_id), item_id)
