"""What several things have in common in one field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from nvworkshop.model.fields import Field
from nvworkshop.model.things import Thing
from ui.editor.inputs.base import Mixed


def common(field: Field, things: Sequence[Thing]) -> Any:
    """Return the value all things have, or `Mixed`."""
    first = things[0][field.name]
    if all(one[field.name] == first for one in things):
        return first
    if not field.many:
        return Mixed()
    counts = Counter(item for one in things for item in one.items(field.name))
    return Mixed(tuple(counts.items()), len(things))
