"""What a joint action may say, field by field: what is proposed, and what each original says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from nvworkshop.merging.joint import joint_values
from nvworkshop.model.fields import Field
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.things import Thing
from nvworkshop.session.conflict_list import whose
from nvworkshop.session.view import PlanView

_OWN = ("plan", "status")
"""What a joint action has of its own, and nobody proposes."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value to choose: as logged, as people read it, and who says so ("Norra 12")."""

    data: Any
    text: str
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposedField:
    """One field: every value there is to choose, and the place of the one proposed, -1 for none.

    A value that nobody alone says, such as everybody's contributors together, is of no one.
    """

    field: Field
    choices: tuple[Choice, ...] = ()
    proposed: int = -1

    @property
    def differs(self) -> bool:
        """Tell whether the originals say different things."""
        return sum(bool(one.of) for one in self.choices) > 1

    @property
    def is_empty(self) -> bool:
        """Tell whether nobody says anything."""
        return not self.choices


def proposed(view: PlanView, entities: Sequence[str]) -> list[ProposedField]:
    """Return every field a person may decide of a joint action that gathers these actions.

    The title first, then those where the originals say different things, those where they agree,
    and those that nobody has filled in.
    """
    actions = [one for one in (view.current("action", entity) for entity in entities) if one]
    values = joint_values(actions)
    fields = [one for one in KINDS["joint_action"].fields if one.name not in _OWN]
    found = [_field(view, one, actions, values.get(one.name)) for one in fields]
    return sorted(found, key=_order)


def _order(one: ProposedField) -> int:
    if one.field.name == "title":
        return 0
    return 1 if one.differs else 3 if one.is_empty else 2


def _field(view: PlanView, field: Field, actions: Sequence[Thing], data: Any) -> ProposedField:
    said = [one for one in actions if one[field.name] is not None]
    values: list[Any] = []
    for one in said:
        if one[field.name] not in values:
            values.append(one[field.name])
    if data is not None and data not in values:
        values.insert(0, data)
    choices = tuple(
        Choice(
            value,
            view.readable("joint_action", field.name, value),
            tuple(called(view, one) for one in said if one[field.name] == value),
        )
        for value in values
    )
    return ProposedField(field, choices, values.index(data) if data in values else -1)


def called(view: PlanView, action: Thing) -> str:
    """Return what an action is called beside others: "Norra 12"."""
    number = action["number"]
    parts = (whose(view, action), str(number) if number is not None else "")
    return " ".join(one for one in parts if one)
