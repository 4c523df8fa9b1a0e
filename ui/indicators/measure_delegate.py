"""The cells of measured values: an area is chosen in a list, and a year is a day."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from nvworkshop.errors import InputError
from nvworkshop.followup.areas import MUNICIPALITY, PART, Areas
from nvworkshop.model.fields import Field
from nvworkshop.model.text import sort_key
from nvworkshop.model.values import Context
from nvworkshop.session.measurements import read_cell
from nvworkshop.strategy import Strategy
from ui.editor.inputs.picker import Picker
from ui.plan.in_place import CellEditor, Reading, listed_in, read
from ui.plan.writing import WritingDelegate
from ui.widgets.keyed_list import Index


class MeasureDelegate(WritingDelegate):
    """Draws the cells with a frame where the keys are, and opens one at a time."""

    opened = Signal(int)  # the column of a cell that is being written in

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Tell where the writing is."""
        self.opened.emit(index.column())
        return super().createEditor(parent, option, index)

    def editor_of(self, field: Field, parent: QWidget) -> CellEditor:
        """Return what a field is written in; the areas of the county are a list."""
        if field.name != "area":
            return super().editor_of(field, parent)
        picker = Picker(self._theme, parent)
        listed_in(picker, self._theme)
        picker.set_options(_areas(self._written.strategy))
        return picker

    def reading(self, field: Field, text: str) -> Reading:
        """Return how what is typed is read; a year or a quarter is told with its last day."""
        context = Context(self._written.strategy, self._desk.surroundings.today())
        if field.name not in ("area", "date", "value"):
            return read(field, text, context)
        try:
            typed = read_cell(self._written.strategy, field.name, text, context)
        except InputError as error:
            return Reading(False, error.sentence)
        return Reading(sentence=typed.note)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Let the words of the row for the next value be quiet."""
        super().initStyleOption(option, index)
        aside = self._theme.px(6)
        option.rect = option.rect.adjusted(aside, 0, -aside, 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell, and a frame where the keys are."""
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme.color("selection"))
        super().paint(painter, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            wide = self._theme.px(2)
            painter.save()
            pen = QPen(self._theme.color("focus"), wide)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.setPen(pen)
            inset = wide // 2 + wide % 2
            painter.drawRect(option.rect.adjusted(inset, inset, -inset, -inset))
            painter.restore()


def _areas(strategy: Strategy) -> tuple[tuple[str, str], ...]:
    """Return the county, its länsdelar, and its kommuner by name."""
    areas = Areas(strategy)
    kommuner = sorted(areas.within(MUNICIPALITY), key=lambda one: sort_key(areas.name(one)))
    ids = (*filter(None, (areas.county.id,)), *areas.within(PART), *kommuner)
    return tuple((one, areas.name(one)) for one in ids)
