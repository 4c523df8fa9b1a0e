"""Plain text: written as UTF-8, read back before it counts."""

from __future__ import annotations

from pathlib import Path

from nvworkshop import durable
from nvworkshop.exchange.placing import differs, placing
from nvworkshop.language import said


def write(text: str, place: Path) -> None:
    """Write the text to `place` and read it back. Raises ExportError."""
    data = text.encode("utf-8", errors="replace")
    with placing(place) as temporary:
        durable.write(temporary, data)
        if temporary.read_bytes() != data:
            raise differs(place, said("texten är inte den som skrevs"))
