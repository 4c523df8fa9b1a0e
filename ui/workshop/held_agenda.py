"""What was typed in a cell of the agenda and could not be kept: it stays until somebody decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from nvworkshop.workshop.steps import Agenda
from ui.widgets.keyed_list import Index
from ui.widgets.labels import plain_tooltip
from ui.workshop.agenda_model import AgendaModel, Column, Role

HELD_ROLE = Qt.ItemDataRole.UserRole + 3
"""Whether the text of a cell is one that could not be kept."""

_COLUMNS: Mapping[str, Column] = {"title": Column.TITLE, "question": Column.QUESTION}


class HeldAgenda(AgendaModel):
    """Shows such texts in their cells, in place of what the plan says there."""

    released = Signal(str)  # a step whose text is written back as it stood

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold nothing."""
        super().__init__(parent)
        self._held: dict[tuple[str, Column], str] = {}

    def hold(self, step: str, values: Mapping[str, Any]) -> bool:
        """Show what was typed for a step; tell whether there is a text among it."""
        texts = {name: said for name, said in values.items() if name in _COLUMNS}
        self._held |= {(step, _COLUMNS[name]): str(said) for name, said in texts.items()}
        self._tell(step)
        return bool(texts)

    def release(self, step: str, names: Iterable[str] = _COLUMNS) -> None:
        """Show what the plan says again, in these fields of a step."""
        for name in names:
            if name in _COLUMNS:
                self._held.pop((step, _COLUMNS[name]), None)
        self._tell(step)

    def holds(self, step: str) -> bool:
        """Tell whether a text of a step is held."""
        return any(held == step for held, _ in self._held)

    def show_agenda(self, agenda: Agenda, starts: str, questions: Mapping[str, str]) -> None:
        """Show an agenda; what belongs to steps that are gone goes with them."""
        there = {one.id for one in agenda}
        self._held = {key: said for key, said in self._held.items() if key[0] in there}
        super().show_agenda(agenda, starts, questions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text that is held for a cell, else what the plan says."""
        held = self._held_at(index)
        if held is None:
            return super().data(index, role)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return held
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(held)
            case Qt.ItemDataRole.AccessibleTextRole:
                said = QCoreApplication.translate("Agenda", "{text}, inte sparat")
                return said.format(text=held)
            case Role.FAINT:
                return False
            case _:
                return True if role == HELD_ROLE else super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a change; a text that is written back as it stood needs no asking."""
        if role == Qt.ItemDataRole.EditRole and self._held_at(index) is not None:
            stands = super().data(index, Qt.ItemDataRole.EditRole)
            if " ".join(str(value).split()) == stands:
                self.released.emit(self.agenda[index.row()].id)
                return True
        return super().setData(index, value, role)

    def _held_at(self, index: Index) -> str | None:
        if not index.isValid() or not 0 <= index.row() < len(self.agenda):
            return None
        return self._held.get((self.agenda[index.row()].id, Column(index.column())))

    def _tell(self, step: str) -> None:
        for row, one in enumerate(self.agenda):
            if one.id == step:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))
