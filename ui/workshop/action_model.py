"""The plan's actions as a list for the room: what each lacks, and whether all agree on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Qt

from nvworkshop.model.kinds import KINDS
from nvworkshop.session.rows import Row
from nvworkshop.workshop.ideas import number
from ui.widgets.keyed_list import KeyedList
from ui.words import tr


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action: its number, title, who and when, the labels of what it lacks, and consensus."""

    id: str
    number: int
    title: str
    who: str
    missing: tuple[str, ...]
    consensus: str
    mark: str

    @property
    def lacks(self) -> str:
        """What is missing, in words."""
        return tr("saknar {what}").format(what=", ".join(self.missing)) if self.missing else ""

    @property
    def spoken(self) -> str:
        """The row in words."""
        head = tr("Åtgärd {n}: {title}").format(n=self.number, title=self.title)
        return ". ".join(filter(None, (head, self.who, self.lacks, self.consensus)))


def action_row(row: Row) -> ActionRow:
    """Return an action as the room's lists show it."""
    texts = row.texts
    who = [texts.get(name, "") for name in ("principal", "function", "end")]
    fields = {one.name: tr(one.sv) for one in KINDS["action"].fields}
    return ActionRow(
        row.thing.id,
        number(row.thing, "number"),
        row.thing.text("title") or tr("(utan rubrik)"),
        " · ".join(filter(None, who)),
        tuple(fields[name].lower() for name in row.missing),
        texts.get("consensus", ""),
        row.thing.text("shift"),
    )


class ActionModel(KeyedList[ActionRow]):
    """A list of actions."""

    told: ClassVar = {
        Qt.ItemDataRole.DisplayRole: lambda row: row.title,
        Qt.ItemDataRole.AccessibleTextRole: lambda row: row.spoken,
    }

    def key(self, row: ActionRow) -> str:
        """Return the action's id."""
        return row.id
