"""The theme file: colours by token for each scheme, and sizes in design pixels."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nvworkshop.places import RESOURCES

FOLDER = RESOURCES / "style"
SCHEMES = ("light", "dark", "contrast")


@dataclass(frozen=True, slots=True)
class Tokens:
    """What the theme file says; colours are "#RRGGBB", sizes are pixels at text size 100 %."""

    schemes: Mapping[str, Mapping[str, str]]
    sizes: Mapping[str, int]
    ordinary_text: Mapping[str, int]
    sans: tuple[str, ...]
    mono: tuple[str, ...]


def read_tokens(folder: Path = FOLDER) -> Tokens:
    """Read the theme file of a folder."""
    with (folder / "theme.toml").open("rb") as file:
        said = tomllib.load(file)
    return Tokens(
        schemes={name: said[name] for name in SCHEMES},
        sizes=said["sizes"],
        ordinary_text=said["ordinary_text"],
        sans=tuple(said["fonts"]["sans"]),
        mono=tuple(said["fonts"]["mono"]),
    )
