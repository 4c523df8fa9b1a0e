"""A cell of a table is written in where it stands: what that takes, whatever the table shows."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt, Signal
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
from nvworkshop.model.values import Context
from nvworkshop.strategy import Strategy
from ui.desk import Desk
from ui.editor.inputs.picker import Picker
from ui.plan.in_place import CellEditor, CellNote, Reading, editor_for, read, text_part, typed_in
from ui.theme.theme import Theme
from ui.widgets.keyed_list import Index
from ui.widgets.style import set_mark
from ui.words import tr

_HINT = QStyledItemDelegate.EndEditHint
_LEAST_WIDTH = 160
"""Design pixels of a field: a narrow cell is written in over its neighbour."""

_CTRL = Qt.KeyboardModifier.ControlModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WrittenModel(Protocol):
    """A table whose cells are fields of things: who a row is of, and what a column is."""

    strategy: Strategy

    def owner(self, index: Index) -> Hashable | None:
        """Return what a row is known by, None for one that nothing is written in."""
        ...

    def owner_name(self, index: Index) -> str:
        """Return what a row is called, for those who listen."""
        ...

    def field(self, index: Index) -> Field | None:
        """Return the field of a column, None where nothing is written."""
        ...

    def data(self, index: Index, role: int = ...) -> Any:
        """Return what stands in a cell."""
        ...


@dataclass(slots=True)
class Open:
    """The cell that is written in; `before` is what stood there."""

    editor: CellEditor
    owner: Hashable
    field: Field
    before: str
    filled: bool = False


class WritingDelegate(QStyledItemDelegate):
    """Opens one cell at a time."""

    typed = Signal(object, str, str)  # owner, field, what is typed so far
    given_up = Signal(object, str)  # owner, field: back to what the plan has
    keep_asked = Signal(object, str, str)  # owner, field, text to set in spite of what was said
    entered = Signal()  # Enter ended the writing
    next_asked = Signal(int)  # +1 or -1: write in the next cell

    def __init__(
        self, model: WrittenModel, desk: Desk, theme: Theme, parent: QAbstractItemView
    ) -> None:
        """Remember what typed values are read with."""
        super().__init__(parent)
        self._written, self._theme = model, theme
        self._desk, self._table = desk, parent
        self._open: Open | None = None
        self._preset: tuple[str, Reading] | None = None
        self._sent = ""
        self._note = CellNote(theme, parent.viewport())
        self._note.keep.connect(self._keep_anyway)

    @property
    def is_open(self) -> bool:
        """Tell whether a cell is written in."""
        return self._open is not None

    def begin_with(self, text: str, said: Reading) -> None:
        """Let the next cell that is opened start with a text, and what there is to say of it."""
        self._preset = (text, said)

    def type_in(self, text: str) -> None:
        """Put a text in the cell that is written in, as if it were typed."""
        if self._open is not None:
            text_part(self._open.editor).setPlainText(text)

    def finish(self, step: int = 0) -> bool:
        """Send what is typed and close; tell whether it could be used. Then go on by `step`."""
        here = self._open
        return True if here is None else self._send(here, typed_in(here.editor), step)

    # What the view asks

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make what the field is written in."""
        owner, field = self._written.owner(index), self._written.field(index)
        if owner is None or field is None:
            return super().createEditor(parent, option, index)
        editor = self.editor_of(field, parent)
        before = str(self._written.data(index, Qt.ItemDataRole.EditRole))
        here = self._open = Open(editor, owner, field, before)
        part = text_part(editor)
        names = (tr(field.sv), self._written.owner_name(index))
        part.setAccessibleName(", ".join(filter(None, names)))
        part.setAccessibleDescription(tr(field.help))
        part.installEventFilter(self)
        part.entered.connect(self._on_entered)
        part.escaped.connect(lambda: self._give_up(here))
        part.left.connect(self._on_ended)
        part.textChanged.connect(lambda: self._on_typed(here))
        if isinstance(editor, Picker):
            editor.picked.connect(lambda option: self._send(here, option, 0))
        return editor

    def editor_of(self, field: Field, parent: QWidget) -> CellEditor:
        """Return what a field is written in."""
        return editor_for(field, self._theme, self._written.strategy, parent)

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
        room = self._table.viewport().width()
        width = max(option.rect.width(), min(self._theme.px(_LEAST_WIDTH), room))
        left = min(option.rect.left(), max(0, room - width))
        editor.setGeometry(left, option.rect.top(), width, option.rect.height())
        self._grow(editor)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Forget the cell that was written in."""
        if self._open is not None and self._open.editor is editor:
            self._open = None
            self._note.hide()
        super().destroyEditor(editor, index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Tab send what is typed and go on, and Enter in the list what is marked there.

        Ctrl+Enter sets it in spite of what was said.
        """
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if self._note.offers and event.modifiers() & _CTRL and event.key() in _ENTER:
            self._keep_anyway()
            return True
        step = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()))
        here, option = self._open, None
        if isinstance(watched, QListView):
            option = watched.currentIndex().data(Qt.ItemDataRole.UserRole)
        ends = bool(option) and event.key() in _ENTER
        if here is None or (step is None and not ends):
            return False
        if isinstance(watched, QListView):
            watched.hide()
        if self._send(here, option or typed_in(here.editor), step or 0) and ends:
            self.entered.emit()
        return True

    # What happens in the cell

    def _on_entered(self) -> None:
        """Send what is typed, and tell that Enter ended it, unless there is something to mend."""
        self._on_ended()
        if self._open is None:
            self.entered.emit()

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
            reading = self.reading(here.field, text)
            if not reading.usable:
                self._say(here, reading)
                self.typed.emit(here.owner, here.field.name, text)
                return False
            self._open, self._sent = None, text
            self._note.hide()
            self.commitData.emit(here.editor)
            self.closeEditor.emit(here.editor, _HINT.NoHint)
        if step:
            self.next_asked.emit(step)
        return True

    def reading(self, field: Field, text: str) -> Reading:
        """Return how what is typed in a field is read."""
        context = Context(self._written.strategy, self._desk.surroundings.today())
        return read(field, text, context)

    def _keep_anyway(self) -> None:
        here = self._open
        if here is not None:
            text = typed_in(here.editor)
            self._open = None
            self._note.hide()
            self.keep_asked.emit(here.owner, here.field.name, text)
            self.closeEditor.emit(here.editor, _HINT.NoHint)

    def _give_up(self, here: Open) -> None:
        if self._open is here:
            self._open = None
            self._note.hide()
            self.given_up.emit(here.owner, here.field.name)
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
        self._grow(here.editor)
        self._hear_list()
        reading = self.reading(here.field, text)
        self._say(here, reading if reading.usable else Reading())
        if text != here.before:
            self.typed.emit(here.owner, here.field.name, text)

    def _say(self, here: Open, reading: Reading) -> None:
        part = text_part(here.editor)
        set_mark(part, "wrong", not reading.usable)
        part.setAccessibleDescription(f"{reading.sentence} {tr(here.field.help)}".strip())
        self._note.say(reading, here.editor.geometry())

    def _grow(self, editor: QWidget) -> None:
        """Give what is typed the height it needs, never less than it has."""
        height = max(editor.height(), editor.sizeHint().height())
        if height != editor.height():
            editor.resize(editor.width(), height)
