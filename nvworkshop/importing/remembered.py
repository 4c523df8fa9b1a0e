"""How lists with the same headings were read before: remembered in one small file."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nvworkshop import durable
from nvworkshop.importing.headings import FIELDS
from nvworkshop.model.layouts import Split

NAME = "import_layouts.json"
_MOST = 100
_NAMES = frozenset(one.name for one in FIELDS) | {""}


@dataclass(frozen=True, slots=True)
class Known:
    """What a person chose for a list: a field for each column, and what is split."""

    fields: tuple[str, ...]
    split: Split


class Remembered:
    """The lists that have been read, by the fingerprint of their headings; the latest first.

    A help and no more: a file that is damaged is as if there were none.
    """

    def __init__(self, home: Path) -> None:
        """Remember the program's folder."""
        self._place = home / NAME

    def find(self, fingerprint: str) -> Known | None:
        """Return how a list with these headings was read, None for one that is new."""
        return _known(self._data().get(fingerprint))

    def put(self, fingerprint: str, known: Known) -> None:
        """Remember how a list was read; when that can't be done it is forgotten."""
        data = self._data()
        data.pop(fingerprint, None)
        new = {fingerprint: {"fields": list(known.fields), "split": known.split.value}, **data}
        kept = dict(list(new.items())[:_MOST])
        with suppress(OSError):
            temporary = self._place.with_suffix(".tmp")
            temporary.unlink(missing_ok=True)
            durable.write(temporary, json.dumps(kept, indent=1).encode("ascii"))
            durable.replace(temporary, self._place)

    def _data(self) -> dict[str, Any]:
        try:
            data = json.loads(self._place.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return data if isinstance(data, dict) else {}


def _known(data: Any) -> Known | None:
    """Return what was remembered; None for what is none."""
    fields = data.get("fields") if isinstance(data, dict) else None
    if not isinstance(fields, list) or not all(isinstance(one, str) for one in fields):
        return None
    splits = {one.value: one for one in Split}
    split = splits.get(str(data.get("split")), Split.LISTS)
    return Known(tuple(one if one in _NAMES else "" for one in fields), split)
