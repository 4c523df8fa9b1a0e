"""Chips in a frame with a picker after them: the field of a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.editor.inputs.picker import Picker
from ui.editor.showing import show_if
from ui.theme.theme import Theme
from ui.widgets.chips import Chip
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import plain_tooltip
from ui.widgets.style import set_mark, set_role

_LEAST = 44
_ROOM = 130
"""Design pixels of the picker, and of the picker while one writes in it."""

ChipText = tuple[str, str, bool]
"""Id, name, and whether only some of several things have it."""


class ItemChip(Chip):
    """A chip that knows its size without working it out each time, and is reused."""

    _size: QSize | None = None  # asked for while the chip is made

    stepped = Signal(int)  # -1 to the chip before, 1 to the next
    focused = Signal(bool)  # the focus came, or went

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__("", theme, parent, removable=True)
        self._name = ""
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def show_item(self, name: str, partly: bool) -> None:
        """Show an item that all, or only some of several things, have."""
        if name != self._name:
            self._name = name
            self._size = None
            self.show_word(name)
            self.setToolTip(plain_tooltip(name))
        set_mark(self, "partly", partly)
        show_if(self, True)

    def sizeHint(self) -> QSize:
        """Return the size, worked out once for each name."""
        if self._size is None:
            self._size = super().sizeHint()
        return self._size

    def changeEvent(self, event: QEvent) -> None:
        """Work the size out anew in another font."""
        self._size = None
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the chip before and the next by Left and Right."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus is here."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the focus has gone."""
        super().focusOutEvent(event)
        self.focused.emit(False)


class ChipBox(QFrame):
    """The chips are reused from thing to thing; Left and Backspace go from the picker to them."""

    dropped = Signal(str)  # id
    added = Signal(str)  # id of an item that only some had: now all are to have it

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show no chips."""
        super().__init__(parent)
        self._theme = theme
        self._pool: list[ItemChip] = []
        self._shown: list[ChipText] = []
        self._locked = False
        set_role(self, "field")
        self.flow = FlowBox(theme.px(4), self, margin=theme.px(4))
        self.picker = Picker(theme, self.flow)
        self.picker.setMinimumWidth(theme.px(_LEAST))
        set_mark(self.picker.edit, "inside", True)
        self.picker.edit.document().setDocumentMargin(theme.px(2))
        self.picker.edit.back_asked.connect(self._go_to_last)
        self.picker.edit.came.connect(lambda: self._show_active(True))
        self.picker.edit.left.connect(lambda: self._show_active(False))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(1, 1, 1, 1)
        lines.addWidget(self.flow)
        self.flow.set_parts((), self.picker)

    def show_chips(self, chips: Sequence[ChipText]) -> None:
        """Show these, in this order."""
        self._shown = list(chips)
        while len(self._pool) < len(chips):
            self._pool.append(self._made(len(self._pool)))
        for chip, (_, name, partly) in zip(self._pool, chips, strict=False):
            chip.show_item(name, partly)
        for chip in self._pool[len(chips) :]:
            show_if(chip, False)
        self._arrange()

    @property
    def chips(self) -> list[ItemChip]:
        """The chips that are shown."""
        return self._pool[: len(self._shown)]

    def lock(self, locked: bool) -> None:
        """Let nothing be changed, only read."""
        self._locked = locked
        self.picker.lock(locked)
        self._arrange()

    def _arrange(self) -> None:
        adds = not (self._locked and self._shown)
        show_if(self.picker, adds)
        self.flow.set_parts(self.chips, self.picker if adds else None)

    def _made(self, place: int) -> ItemChip:
        chip = ItemChip(self._theme, self.flow)
        chip.removed.connect(lambda: self._drop(place))
        chip.clicked.connect(lambda: self._press(place))
        chip.stepped.connect(lambda step: self._go_to(place + step))
        chip.focused.connect(self._show_active)
        return chip

    def _drop(self, place: int) -> None:
        if not self._locked:
            self.picker.setFocus()
            self.dropped.emit(self._shown[place][0])

    def _press(self, place: int) -> None:
        """Let all have what only some have."""
        item, _, partly = self._shown[place]
        if partly and not self._locked:
            self.added.emit(item)

    def _show_active(self, active: bool) -> None:
        """Show that the cursor is here, and give it room to write in."""
        set_mark(self, "active", active)
        writing = active and self.picker.edit.hasFocus()
        least = self._theme.px(_ROOM if writing else _LEAST)
        if self.picker.minimumWidth() != least:
            self.picker.setMinimumWidth(least)
            self.flow.arrange()

    @Slot()
    def _go_to_last(self) -> None:
        self._go_to(len(self.chips) - 1)

    def _go_to(self, place: int) -> None:
        if 0 <= place < len(self.chips):
            self.chips[place].setFocus()
        elif place >= len(self.chips):
            self.picker.setFocus()
