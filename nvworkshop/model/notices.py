"""What a person should be told about a text they wrote, without being stopped."""

from __future__ import annotations

from typing import Any

from nvworkshop.language import said
from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.text import clean
from nvworkshop.model.values import is_unreadable

_TEXTS = (FieldType.TEXT, FieldType.LONG)


def notices(field: Field, raw: Any, data: Any = None) -> list[str]:
    """Return sentences about what `parse` has accepted; a text itself is never in them.

    `data` is what it was read as.
    """
    if field.type is FieldType.PERIOD and isinstance(data, dict) and "said" in data:
        return [_not_a_time(field)] if is_unreadable(data) else []
    if not isinstance(raw, str) or field.type not in _TEXTS:
        return []
    return [f"{said(field.sv)}: {note}" for note in clean(raw, multiline=True).notes]


def _not_a_time(field: Field) -> str:
    return said(
        "{field}: det går inte att se när det är. Det sparas som du skrev det, men "
        "kan inte sorteras eller följas upp. Skriv till exempel 2027-03-31, Q3 2027 "
        "eller våren 2027."
    ).format(field=said(field.sv))
