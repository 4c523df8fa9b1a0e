"""The content files: what the sample plans say, and the ids their things get."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nvworkshop.model.fields import FieldType, Kind
from nvworkshop.model.kinds import KINDS

FOLDER = Path(__file__).parent / "content"

LOCAL = ("sodra", "ostra", "lulea_boden", "norra")
"""The content files of the local plans, in the order they are built."""

PLAN = "plan"
"""The key that means the plan itself."""

WORKSHOP = "workshop"
"""The key of the länsdel's first workshop."""

ROUNDS = ("spring", "autumn")
"""The keys of the two meetings where the group followed up, and of what was written at them."""

WHEN = "when"
"""What says at which of the rounds an item was written; the rest was written before them."""

Item = Mapping[str, Any]
"""One table of a content file: field names and values as people type them, and often a key."""


@dataclass(frozen=True)
class Content:
    """One content file."""

    name: str
    data: Mapping[str, Any]

    @property
    def file(self) -> str:
        """The name of the plan file it makes."""
        return str(self.data["file"])

    @property
    def scope(self) -> str:
        """What the ids of its things belong to: a copy has the scope of its original."""
        return str(self.data["of"])

    def items(self, kind: str, when: str = "") -> tuple[Item, ...]:
        """Return the tables of a kind written at a round, with their keys and the defaults."""
        defaults = self.data.get("defaults", {}).get(kind, {})
        several = self.data.get(kind, ())
        return tuple(
            {"key": f"{kind}_{number}", **defaults, **one}
            for number, one in enumerate(several, 1)
            if one.get(WHEN, "") == when
        )

    def id_of(self, key: str) -> str:
        """Return the id of the thing with that key; "ostra/kobo" is one of another länsdel."""
        full = key if "/" in key else f"{self.scope}/{key}"
        return hashlib.blake2b(full.encode(), digest_size=16).hexdigest()

    def values(self, kind: str, item: Item, *, plan: str) -> dict[str, Any]:
        """Return the item's values, with the ids that its keys mean; `plan` is the plan's own."""
        declared = KINDS[kind]
        return {
            name: self._referred(value, plan) if _is_reference(declared, name) else value
            for name, value in item.items()
            if name not in ("key", WHEN)
        }

    def _referred(self, value: Any, plan: str) -> Any:
        if isinstance(value, list):
            return [self._referred(one, plan) for one in value]
        return plan if value == PLAN else self.id_of(value)


def load(name: str) -> Content:
    """Read a content file by its name without ending; KeyError or tomllib's error when wrong."""
    with (FOLDER / f"{name}.toml").open("rb") as file:
        return Content(name, tomllib.load(file))


def local_contents() -> Iterator[Content]:
    """Yield the content of the four local plans."""
    return (load(name) for name in LOCAL)


def _is_reference(kind: Kind, name: str) -> bool:
    field = kind.field(name)
    return field is not None and field.type is FieldType.REF
