"""The names of a package's modules, found by its files, without importing any."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


def modules_of(folder: Path) -> Iterator[str]:
    """Yield the name of every module of the package that lies in a folder."""
    for place in sorted(folder.rglob("*.py")):
        parts = place.relative_to(folder.parent).with_suffix("").parts
        if parts[-1] != "__main__":
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
