"""Rows of a returned book that are new: what they would be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from nvworkshop.errors import InputError
from nvworkshop.importing.deciding import read_cell, rejected
from nvworkshop.importing.known import KnownPlan
from nvworkshop.importing.rows import TITLE, BookRow
from nvworkshop.language import said
from nvworkshop.model.proposals import FieldProposal, Proposal, Rejected, Sort
from nvworkshop.model.row_marks import plain

KIND = "action"
"""What a new row is; joint actions gather others and are made in the program."""

_JOINT = "gemensam"
_ID_SIZE = 16


@dataclass(slots=True)
class Adding:
    """Reads new rows. `given` are values a new row has when it says nothing else."""

    plan: KnownPlan
    given: Mapping[str, Any]
    rejected: list[Rejected] = field(default_factory=list)

    def proposal(
        self, row: BookRow, *, belongs: str = "", but: Sequence[str] = (), why: str = ""
    ) -> Proposal | None:
        """Return what a row proposes to add; None when it can't be, or has been already.

        `belongs` is the plan of the sheet's other rows; `but` are fields not to take over. With a
        `why` somebody has to choose it.
        """
        if plain(row.computed("slag")).casefold() == _JOINT:
            self._refuse(
                row, said("Gemensamma åtgärder görs i programmet, av de lokala de samlar.")
            )
            return None
        values = {n: one for n, one in self._values(row).items() if n not in but}
        if TITLE not in values:
            if not self.rejected or self.rejected[-1].spot.row != row.number:
                self._refuse(row, said("Raden saknar Åtgärd. Skriv en rubrik."))
            return None
        entity = self.id_of(row, but)
        if self.plan.kind(entity):  # it has been read before
            return None
        whole = {**self.given, **({"plan": belongs} if belongs else {}), **values}
        fields = tuple(FieldProposal(name, None, data) for name, data in whole.items())
        return Proposal(Sort.ADDED, KIND, entity, values[TITLE], fields, row.spot(), not why, why)

    def _values(self, row: BookRow) -> dict[str, Any]:
        found = {}
        for column, one, value in row.values(KIND):
            if not plain(value):
                continue
            try:
                found[one.name] = read_cell(self.plan, KIND, one, value)
            except InputError as error:
                self.rejected.append(rejected(row.spot(column), one, value, error.sentence))
        return found

    def _refuse(self, row: BookRow, reason: str) -> None:
        spoken = next((plain(v) for _, _, v in row.values(KIND) if plain(v)), "")
        self.rejected.append(Rejected(row.spot(), "", spoken[:80], reason))

    def id_of(self, row: BookRow, but: Sequence[str] = ()) -> str:
        """Return the id of a new row: its own, or one made of what it says.

        So the same row is the same thing when it is read again.
        """
        if row.is_premade:
            return row.entity
        spoken = sorted((one.name, plain(v)) for _, one, v in row.values(KIND) if plain(v))
        text = "\0".join(f"{name}\0{value}" for name, value in spoken if name not in but)
        key = self.plan.plan.encode()[:64]
        return blake2b(
            text.encode("utf-8", "surrogatepass"), digest_size=_ID_SIZE, key=key
        ).hexdigest()
