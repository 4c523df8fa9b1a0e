"""The cells of the plan's table: drawn, and written in where they stand."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView

from ui.desk import Desk
from ui.editor.inputs.picker import Picker
from ui.plan.cell_painter import CellPainter
from ui.plan.in_place import typed_in
from ui.plan.look import Look
from ui.plan.table_model import TableModel
from ui.plan.writing import WritingDelegate


class CellDelegate(CellPainter, WritingDelegate):
    """Draws the cells, and opens one at a time to be written in."""

    def __init__(
        self, model: TableModel, look: Look, desk: Desk, parent: QAbstractItemView
    ) -> None:
        """Remember what to draw, and how."""
        super().__init__(model, desk, look.theme, parent)
        self.look = look
        self._model = model

    @property
    def held(self) -> tuple[str, str, str] | None:
        """The id, the field and the text of the cell that is written in."""
        here = self._open
        return (str(here.owner), here.field.name, typed_in(here.editor)) if here else None

    def open_list(self) -> None:
        """Show the list of the cell that is open, if its field has one."""
        if self._open is not None and isinstance(self._open.editor, Picker):
            self._open.editor.open_list()
            self._hear_list()
