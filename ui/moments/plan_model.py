"""The things of a plan as it was, as a list to choose from and to search in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from nvworkshop.language import several
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.text import fold, shorten
from nvworkshop.session.readable import Readable
from nvworkshop.session.rows import words_of
from ui.widgets.labels import plain_tooltip
from ui.words import tr

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LINE = 200


class PlanModel(QAbstractListModel):
    """Those that have all the words searched for, in the order of the plan."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with none."""
        super().__init__(parent)
        self._all: list[tuple[Readable, str]] = []
        self._shown: list[Readable] = []
        self._words: tuple[str, ...] = ()

    def show_things(self, things: Sequence[Readable]) -> None:
        """Show other things."""
        self._all = [(one, fold(f"{_line(one)}\n{field_texts(one)}")) for one in things]
        self._filter()

    def search(self, text: str) -> None:
        """Show the things with words beginning somewhere in them as typed."""
        words = words_of(text)
        if words != self._words:
            self._words = words
            self._filter()

    def thing(self, row: int) -> Readable | None:
        """Return the thing of a row, None outside the list."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def first(self) -> QModelIndex:
        """Return where to begin to read: the first action, or the first of all."""
        kinds = [one.kind for one in self._shown]
        found = (kinds.index(kind) for kind in ("joint_action", "action") if kind in kinds)
        return self.index(next(found, 0), 0)

    def counted(self) -> str:
        """Return how many joint actions and actions are shown."""
        counts = []
        for name in ("joint_action", "action"):
            number = sum(one.kind == name for one in self._shown)
            kind = KINDS[name]
            if number or name == "action":
                counts.append(f"{number} {tr(kind.sv) if number == 1 else several(kind.sv_plural)}")
        return ", ".join(counts)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of things shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a thing is called."""
        one = self.thing(index.row()) if index.isValid() else None
        if one is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return shorten(_line(one), _LINE)
        return plain_tooltip(_line(one)) if role == Qt.ItemDataRole.ToolTipRole else None

    def _filter(self) -> None:
        self.beginResetModel()
        self._shown = [
            one for one, found_by in self._all if all(word in found_by for word in self._words)
        ]
        self.endResetModel()


def _line(one: Readable) -> str:
    number = f" {one.number}" if one.number else ""
    return f"{tr(KINDS[one.kind].sv).capitalize()}{number}: {one.title}"


def field_texts(one: Readable) -> str:
    """Return every field that is filled in under its label."""
    return "\n\n".join(f"{label}\n{text}" for label, text in one.fields)
