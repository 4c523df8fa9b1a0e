"""A cell that can be written in: what it opens, and how what is typed is read before it goes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QKeyCombination,
    QObject,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from shiboken6 import isValid

from nvworkshop.model.fields import Field
from nvworkshop.strategy import Strategy
from ui.editor.inputs.picker import Picker
from ui.plan.cell_painter import CellPainter
from ui.plan.in_place import CellEditor, CellNote, Reader, Reading, editor_for, text_part, typed_in
from ui.plan.look import Look
from ui.plan.table_model import Index, TableModel
from ui.widgets.style import set_mark
from ui.words import tr

_HINT = QStyledItemDelegate.EndEditHint
_KEEP = tuple(
    QKeyCombination(Qt.KeyboardModifier.ControlModifier, one)
    for one in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
)
_LEAST_WIDTH = 160
"""Design pixels: a narrow cell is written in over its neighbour."""


@dataclass(slots=True)
class Open:
    """The cell that is written in; `before` is what stood there."""

    editor: CellEditor
    entity: str
    field: Field
    before: str
    filled: bool = False


class CellDelegate(CellPainter):
    """Draws the cells, and opens one at a time to be written in."""

    typed = Signal(str, str, str)  # id, field, what is typed so far
    given_up = Signal(str, str)  # id, field: back to what the plan has
    keep_asked = Signal(str, str, str)  # id, field, text to set in spite of what was said of it
    next_asked = Signal(int)  # +1 or -1: write in the next cell

    def __init__(
        self, model: TableModel, look: Look, reader: Reader, parent: QAbstractItemView
    ) -> None:
        """Remember how what is typed is read."""
        super().__init__(model, look, parent)
        self.strategy = Strategy.bare("")
        self._reader = reader
        self._table = parent
        self._open: Open | None = None
        self._preset: tuple[str, Reading] | None = None
        self._sent = ""
        self._note = CellNote(look.theme, parent.viewport())
        self._note.keep.connect(self._keep_anyway)

    @property
    def is_open(self) -> bool:
        """Tell whether a cell is written in."""
        return self._open is not None

    @property
    def held(self) -> tuple[str, str, str] | None:
        """The id, the field and the text of the cell that is written in."""
        here = self._open
        return (here.entity, here.field.name, typed_in(here.editor)) if here is not None else None

    def begin_with(self, text: str, said: Reading) -> None:
        """Let the next cell that is opened start with a text, and what there is to say of it."""
        self._preset = (text, said)

    def finish(self, step: int = 0) -> bool:
        """Send what is typed and close; tell whether it could be used. Then go on by `step`."""
        here = self._open
        return True if here is None else self._send(here, typed_in(here.editor), step)

    def open_list(self) -> None:
        """Show the list of the cell that is open, if its field has one."""
        if self._open is not None and isinstance(self._open.editor, Picker):
            self._open.editor.open_list()
            self._hear_list()

    # What the view asks

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make what the field is written in."""
        row = self._model.row_at(index.row())
        if row is None:
            return super().createEditor(parent, option, index)
        field = self._model.columns[index.column()].field
        editor = editor_for(field, self.look.theme, self.strategy, parent)
        before = str(self._model.data(index, Qt.ItemDataRole.EditRole))
        here = self._open = Open(editor, row.thing.id, field, before)
        part = text_part(editor)
        part.setAccessibleName(tr(field.sv))
        part.setAccessibleDescription(field.help)
        part.installEventFilter(self)
        part.entered.connect(self._on_ended)
        part.escaped.connect(lambda: self._give_up(here))
        part.left.connect(self._on_ended)
        part.textChanged.connect(lambda: self._on_typed(here))
        if isinstance(editor, Picker):
            editor.picked.connect(lambda option: self._send(here, option, 0))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what stands in the cell, all of it chosen; never over what is typed."""
        here = self._open
        if here is None or here.filled:
            return
        if isinstance(here.editor, Picker):
            here.editor.show_text(here.before)
        else:
            here.editor.put(here.before)
        here.filled = True
        part = text_part(here.editor)
        if self._preset is not None:
            text, said = self._preset
            self._preset = None
            part.put(text)
            self._say(here, said)
        part.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Ask for the edit that was sent; a cell that Qt closes by itself sends nothing."""
        if self._open is None:
            model.setData(index, self._sent)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Lay the editor over the cell, and beyond it when the text needs more room."""
        rect = QRect(option.rect)
        room = self._table.viewport().width()
        width = max(rect.width(), min(self.look.theme.px(_LEAST_WIDTH), room))
        left = min(rect.left(), max(0, room - width))
        editor.setGeometry(left, rect.top(), width, rect.height())
        self._grow(editor, rect.height())

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Forget the cell that was written in."""
        if self._open is not None and self._open.editor is editor:
            self._open = None
            self._note.hide()
        super().destroyEditor(editor, index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Tab send what is typed, or chosen in the list, and go on to the next cell.

        Ctrl+Enter sets it in spite of what was said of it, when that is offered.
        """
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self._note.offers and event.keyCombination() in _KEEP:
                self._keep_anyway()
                return True
            steps = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
            step, here = steps.get(Qt.Key(event.key())), self._open
            if step is not None and here is not None:
                option = None
                if isinstance(watched, QListView):
                    option = watched.currentIndex().data(Qt.ItemDataRole.UserRole)
                    watched.hide()
                self._send(here, option or typed_in(here.editor), step)
                return True
        return False

    # What happens in the cell

    def _on_ended(self) -> None:
        """Send what is typed: Enter was pressed, or the person went on to something else.

        Another window in front is nothing to close an untouched cell for.
        """
        here = self._open
        if here is None or not isValid(here.editor):  # the whole window may be on its way out
            return
        if self._table.isActiveWindow() or typed_in(here.editor) != here.before:
            self.finish()

    def _send(self, here: Open, text: str, step: int) -> bool:
        if self._open is not here:
            return True
        if text == here.before:
            self._give_up(here)
        elif self._note.offers:  # asked about, and not answered yet
            return False
        else:
            reading = self._reader(here.field, text)
            if not reading.usable:
                self._say(here, reading)
                self.typed.emit(here.entity, here.field.name, text)
                return False
            self._open, self._sent = None, text
            self._note.hide()
            self.commitData.emit(here.editor)
            self.closeEditor.emit(here.editor, _HINT.NoHint)
        if step:
            self.next_asked.emit(step)
        return True

    def _keep_anyway(self) -> None:
        """Close, and ask for the text to be set as it is."""
        here = self._open
        if here is not None:
            text = typed_in(here.editor)
            self._open = None
            self._note.hide()
            self.keep_asked.emit(here.entity, here.field.name, text)
            self.closeEditor.emit(here.editor, _HINT.NoHint)

    def _give_up(self, here: Open) -> None:
        if self._open is here:
            self._open = None
            self._note.hide()
            self.given_up.emit(here.entity, here.field.name)
            self.closeEditor.emit(here.editor, _HINT.RevertModelCache)

    def _hear_list(self) -> None:
        """Listen to the keys of the list: it has them while it is open."""
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QListView):
            popup.removeEventFilter(self)
            popup.installEventFilter(self)

    def _on_typed(self, here: Open) -> None:
        """Show how the text is read so far, and tell of it; it is no fault yet."""
        if self._open is not here or not here.filled:
            return
        text = typed_in(here.editor)
        self._grow(here.editor, 0)
        self._hear_list()
        reading = self._reader(here.field, text)
        self._say(here, reading if reading.usable else Reading())
        if text != here.before:
            self.typed.emit(here.entity, here.field.name, text)

    def _say(self, here: Open, reading: Reading) -> None:
        part = text_part(here.editor)
        set_mark(part, "wrong", not reading.usable)
        said = f"{reading.sentence} {tr(here.field.help)}".strip()
        part.setAccessibleDescription(said)
        self._note.say(reading, here.editor.geometry())

    def _grow(self, editor: QWidget, least: int) -> None:
        height = max(least or editor.height(), editor.sizeHint().height())
        if height != editor.height():
            editor.resize(editor.width(), height)
