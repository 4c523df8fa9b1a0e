"""The files of a working copy: its database, its card, the texts of open fields, its owner.

A card tells which plan at which place the working copy is of, and how much of it the plan file
holds. All but the database are conveniences: missing or damaged, they never stop anything.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from hashlib import blake2b
from itertools import count
from pathlib import Path
from typing import Any

from nvworkshop.durable import read_json, write_json

Disk = tuple[int, int]
"""What tells disks apart: the device's number, and the file system's own where there is one."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a working copy is of.

    `opened` is ISO time. `published` is how many of its changes the plan file was last known to
    hold. With `sha256` and `size` the plan file was seen to hold nothing else. `newest` is the id
    (hex) of a change the working copy had then: one without it is older than its card.
    """

    plan: str
    place: Path
    title: str = ""
    opened: str = ""
    published: int = 0
    newest: str = ""
    sha256: str = ""
    size: int = 0
    disk: Disk | None = None


@dataclass(frozen=True, slots=True)
class WorkFiles:
    """Where the files of one working copy lie."""

    folder: Path
    key: str

    def _file(self, ending: str) -> Path:
        return self.folder / f"{self.key}{ending}"

    @property
    def database(self) -> Path:
        """The live database."""
        return self._file(".db")

    @property
    def drafts(self) -> Path:
        """The texts of open fields."""
        return self._file(".drafts.json")

    @property
    def owner(self) -> Path:
        """Who has it open."""
        return self._file(".owner.json")

    @property
    def seen(self) -> Path:
        """The files beside the plan that hold nothing new."""
        return self._file(".seen.json")

    def card(self) -> Card | None:
        """Return its card; None when there is none that can be read."""
        data = read_json(self._file(".json"))
        with suppress(KeyError, TypeError, ValueError):
            return _card(data)
        return None

    def write(self, card: Card) -> None:
        """Write its card for good; OSError when the disk won't."""
        data = {**asdict(card), "place": str(card.place)}
        write_json(self._file(".json"), data)


def all_in(folder: Path) -> list[WorkFiles]:
    """Return the working copies in a folder."""
    return [WorkFiles(folder, key) for key in _keys(folder, ".db")]


def cards_at(folder: Path, place: Path) -> list[Card]:
    """Return the cards of the plans that lay at a place, last opened first."""
    found: dict[str, Card] = {}
    for _, card in _cards(folder):
        if _same(card.place, place):
            found.setdefault(card.plan, card)
    return list(found.values())


def files_for(folder: Path, place: Path, plan: str) -> WorkFiles:
    """Return the files of the working copy of the plan at that place, made already or not.

    The card decides: a plan that has moved keeps the files it had.
    """
    of_plan = [(files, card) for files, card in _cards(folder) if card.plan == plan]
    for files, card in of_plan:
        if _same(card.place, place):
            return files
    taken = {files.key for files, _ in of_plan}
    free = (WorkFiles(folder, _key(plan, place, number)) for number in count())
    return next(files for files in free if files.key not in taken)


def _key(plan: str, place: Path, number: int) -> str:
    where = plan.encode() + b"\0" + os.fsencode(place.resolve())
    return blake2b(where + b"\0%d" % number if number else where, digest_size=12).hexdigest()


def _cards(folder: Path) -> list[tuple[WorkFiles, Card]]:
    """Return the cards that can be read, last opened first."""
    every = (WorkFiles(folder, key) for key in _keys(folder, ".json"))
    pairs = ((files, files.card()) for files in every)
    found = [(files, card) for files, card in pairs if card is not None]
    return sorted(found, key=lambda one: (one[1].opened, one[0].key), reverse=True)


def _keys(folder: Path, ending: str) -> list[str]:
    """Return the names before the ending; none when the folder can't be read."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 (the names are enough)
    except OSError:
        return []
    keys = (name.removesuffix(ending) for name in names if name.endswith(ending))
    return sorted(key for key in keys if "." not in key)


def _same(one: Path, other: Path) -> bool:
    return os.path.normcase(one) == os.path.normcase(other.resolve())


def _card(data: Any) -> Card:
    disk = data["disk"]
    return Card(
        plan=_text(data["plan"]),
        place=Path(_text(data["place"])),
        title=_text(data["title"]),
        opened=_text(data["opened"]),
        published=int(data["published"]),
        newest=_text(data["newest"]),
        sha256=_text(data["sha256"]),
        size=int(data["size"]),
        disk=None if disk is None else (int(disk[0]), int(disk[1])),
    )


def _text(data: Any) -> str:
    if not isinstance(data, str):
        raise TypeError
    return data
