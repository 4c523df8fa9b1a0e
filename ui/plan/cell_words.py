"""Cells in words: what stands in them, what is read aloud, and what a mark means."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from nvworkshop.model.kinds import FIELDS
from nvworkshop.session.rows import Row
from ui.editor.dates import span_of
from ui.plan.arrangement import GroupHead
from ui.plan.cells import Cell, Mark
from ui.plan.columns import Column
from ui.plan.words import actions_word, group_title
from ui.widgets.labels import plain_tooltip
from ui.words import tr


class CellWords(QObject):
    """The words of one table."""

    def __init__(self, kind: str, parent: QObject | None = None) -> None:
        """Remember the kind of the rows."""
        super().__init__(parent)
        self._kind = kind

    def of_cell(self, row: Row, column: Column, cell: Cell, role: int) -> str | None:
        """Return a cell of a row as a view asks for it."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.shown(cell)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.spoken(column, cell)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(self.remark(row, column, cell))
        return None

    def shown(self, cell: Cell) -> str:
        """Return what stands in a cell."""
        return self.tr("saknas") if cell.mark is Mark.MISSING else cell.text

    def spoken(self, column: Column, cell: Cell) -> str:
        """Return what is read aloud of a cell: its column, its text, and its mark."""
        text = self.shown(cell) or self.tr("tomt")
        marks = {
            Mark.CONFLICT: self.tr("konflikt"),
            Mark.OVERDUE: self.tr("tiden har gått ut"),
            Mark.UNDECIDED: self.tr("behövs för beslut"),
            Mark.UNREADABLE: self._unread(),
        }
        said = f"{column.title}: {text}"
        return f"{said}, {marks[cell.mark]}" if cell.mark in marks else said

    def remark(self, row: Row, column: Column, cell: Cell) -> str:
        """Return what a mark means and what to do; for the title, what the whole row lacks."""
        said = []
        if column.name in ("start", "end"):
            said.append(span_of(row.thing[column.name]))
        if cell.mark is Mark.CONFLICT:
            said.append(
                self.tr("Konflikt: flera har skrivit olika här. Öppna åtgärden och välj (Enter).")
            )
        elif cell.mark in (Mark.MISSING, Mark.UNDECIDED):
            said.append(tr(column.field.decision))
        elif cell.mark is Mark.UNREADABLE:
            said.append(self._unread())
        elif cell.mark is Mark.OVERDUE:
            said.append(self.tr("Tiden har gått ut, och åtgärden är inte klar."))
        elif column.field.name == "title":
            said += self._of_row(row)
        return "\n".join(one for one in said if one)

    def _unread(self) -> str:
        return self.tr("Programmet förstår inte datumet – skriv t.ex. Q3 2026")

    def _of_row(self, row: Row) -> list[str]:
        fields = FIELDS[self._kind]
        lacking = [fields[name].sv for name in row.missing]
        fought = [fields[name].sv for name in sorted(row.thing.conflicts) if name in fields]
        said = []
        if lacking:
            said.append(self.tr("Saknas för beslut: {fields}").format(fields=", ".join(lacking)))
        if fought:
            said.append(self.tr("Konflikt: {fields}").format(fields=", ".join(fought)))
        return said

    def of_group(self, head: GroupHead, role: int, *, first: bool) -> str | None:
        """Return the line over a group as a view asks for it."""
        title = group_title(head)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{title} · {head.count}" if first else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            how = self.tr("hopfälld") if head.collapsed else self.tr("utfälld")
            return f"{title}, {actions_word(self._kind, head.count)}, {how}"
        return None
