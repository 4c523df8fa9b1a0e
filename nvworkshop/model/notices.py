"""What a person should be told about a text they wrote, without being stopped."""

from __future__ import annotations

from typing import Any

from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.text import clean, looks_like_personal_number

_TEXTS = (FieldType.TEXT, FieldType.LONG)


def notices(field: Field, raw: Any) -> list[str]:
    """Return sentences about a text that `parse` has accepted; the text itself is never in them."""
    if not isinstance(raw, str) or field.type not in _TEXTS:
        return []
    told = [f"{field.sv}: {note}" for note in clean(raw, multiline=True).notes]
    if looks_like_personal_number(raw):
        told.append(
            f"{field.sv}: texten ser ut att ha ett personnummer. En plan ska inte ha uppgifter om"
            " patienter eller brukare."
        )
    return told
