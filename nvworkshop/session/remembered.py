"""What the program remembers between times: names with texts, numbers, lists or bytes in a file."""

from __future__ import annotations

import base64
from contextlib import suppress
from pathlib import Path
from typing import Any

from nvworkshop.durable import read_json, write_json

_BYTES = "bytes"


def read(file: Path) -> dict[str, Any]:
    """Return what was remembered; nothing when the file is missing or damaged."""
    data = read_json(file)
    return {name: _loaded(value) for name, value in data.items()} if isinstance(data, dict) else {}


def write(file: Path, values: dict[str, Any]) -> None:
    """Remember just this; OSError when the disk won't."""
    write_json(file, {name: _dumped(value) for name, value in values.items()})


def _dumped(value: Any) -> Any:
    return {_BYTES: base64.b64encode(value).decode()} if isinstance(value, bytes) else value


def _loaded(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    with suppress(ValueError, TypeError):
        return base64.b64decode(value.get(_BYTES, ""), validate=True)
    return None
