"""Receipts read back: what each merge took in, and what was decided after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from nvworkshop.errors import InputError
from nvworkshop.language import said
from nvworkshop.merging.receipts import MergeReport, SourceResult
from nvworkshop.model.aside import Brought
from nvworkshop.model.text import shorten
from nvworkshop.model.things import Thing
from nvworkshop.session.view import PlanView

__all__ = [
    "MergeReport", "Source", "damage", "own_writers", "receipt_called", "receipts",
    "refuse_foreign", "source_of", "sources_of",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """One file of a merge, as its receipt tells of it; what an older program left out is empty.

    `plan` is the id of the plan it was and `title` its name; `error` says why nothing was taken.
    """

    file: str
    sha256: str
    plan: str
    title: str
    county_part: str
    new_changes: int
    known_changes: int
    damaged_changes: int
    error: str
    notes: tuple[str, ...]
    brought: Brought
    joined: frozenset[str]

    @property
    def size(self) -> int:
        """The number of changes the file had, read or not."""
        return self.new_changes + self.known_changes + self.damaged_changes

    def makes_good(self, lost: Source) -> bool:
        """Tell whether it is a whole file with as much in it as a damaged one had."""
        return not (self.error or self.damaged_changes) and self.size >= lost.size


def receipts(view: PlanView) -> list[Thing]:
    """Return this plan's own receipts, newest first."""
    own = [one for one in view.things("receipt") if one["plan"] == view.store.plan]
    return own[::-1]


def receipt_called(view: PlanView, beginning: str) -> Thing:
    """Return the receipt whose id is or begins so, the newest for ""; else InputError."""
    found = [one for one in receipts(view) if one.id.startswith(beginning)]
    if not found:
        raise InputError(
            said("Det finns inget kvitto ”{beginning}”.").format(beginning=shorten(beginning, 40))
            if beginning
            else said("Planen har inga kvitton."),
            hint=said("Se dem med: nvworkshop receipts FIL"),
        )
    if beginning and len(found) > 1:
        raise InputError(
            said("”{beginning}” kan vara flera kvitton.").format(beginning=beginning),
            hint=said("Skriv fler tecken av id:t."),
        )
    return found[0]


def refuse_foreign(view: PlanView, receipt: Thing) -> None:
    """Raise InputError for the receipt of a merge that was made in another plan."""
    if receipt["plan"] != view.store.plan:
        raise InputError(
            said("Kvittot ”{receipt}” är från en annan plan.").format(receipt=receipt.id[:8]),
            hint=said("Se dem med: nvworkshop receipts FIL"),
        )


def damage(view: PlanView) -> dict[str, Source]:
    """Return by plan the damaged file whose lost changes no whole file has brought since."""
    owed: dict[str, Source] = {}
    for receipt in reversed(receipts(view)):
        for one in sources_of(receipt):
            if one.damaged_changes:
                owed[one.plan] = one
            elif one.plan in owed and one.makes_good(owed[one.plan]):
                del owed[one.plan]
    return owed


def own_writers(view: PlanView) -> set[bytes]:
    """Return those who wrote in the plan itself: none of whom came with a merge."""
    came = [source.brought for one in receipts(view) for source in sources_of(one)]
    writers = {one.writer for one in view.store.changes("kind = 'writer'")}
    return {one for one in writers if not any(brought.has(one, 1) for brought in came)}


def sources_of(receipt: Thing) -> tuple[Source, ...]:
    """Return the files of a receipt, in the order they were merged."""
    listed = receipt["sources"]
    whole = Brought(receipt["brought"])
    told = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    return tuple(_source(one, whole if len(told) == 1 else Brought(None)) for one in told)


def source_of(result: SourceResult) -> Source:
    """Return one file of a merge as its receipt would tell of it."""
    return _source(result.as_logged(), Brought(None))


def _source(told: dict[str, Any], alone: Brought) -> Source:
    """Read one; the only file of a receipt that names none brought all of it."""
    return Source(
        file=_text(told, "file"),
        sha256=_text(told, "sha256"),
        plan=_text(told, "plan"),
        title=_text(told, "title"),
        county_part=_text(told, "county_part"),
        new_changes=_count(told, "new_changes"),
        known_changes=_count(told, "known_changes"),
        damaged_changes=_count(told, "damaged_changes"),
        error=_text(told, "error"),
        notes=_texts(told, "notes"),
        brought=Brought(told["brought"]) if "brought" in told else alone,
        joined=frozenset(_texts(told, "joined")),
    )


def _text(told: dict[str, Any], name: str) -> str:
    value = told.get(name)
    return value if isinstance(value, str) else ""


def _count(told: dict[str, Any], name: str) -> int:
    value = told.get(name)
    return value if type(value) is int else 0


def _texts(told: dict[str, Any], name: str) -> tuple[str, ...]:
    value = told.get(name)
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()
