"""What a field of the form is made of: its label, its input, and what is said about it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nvworkshop.model.fields import Field
from ui.editor.inputs.base import Around, Input
from ui.editor.inputs.growing import GrowingText
from ui.editor.inputs.making import make_input
from ui.editor.label import LabelRow
from ui.editor.notes import Notes


class FieldFrame(QWidget):
    """The parts beneath each other, with room for a panel above the input or beneath it."""

    reshaped = Signal()  # a panel has come or gone

    def __init__(self, field: Field, around: Around, parent: QWidget | None = None) -> None:
        """Build the parts, empty."""
        super().__init__(parent)
        self.field = field
        self.around = around
        self.panel: QWidget | None = None
        self.input: Input = make_input(field, around, self)
        self.notes = Notes(around.theme, self)
        self.label = LabelRow(field, around.theme, self)
        self.label.set_buddy(self.input)
        self._lay_out()
        self.input.menu_asked.connect(self._on_menu_asked)
        self.label.menu_asked.connect(self.open_menu)

    def _lay_out(self) -> None:
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(0, 0, 0, 0)
        self.lines.setSpacing(self.around.theme.px(3))
        for part in (self.label, self.input, self.notes):
            self.lines.addWidget(part)

    @property
    def parts(self) -> list[QWidget]:
        """The parts in the order they are read."""
        items = (self.lines.itemAt(n) for n in range(self.lines.count()))
        return [one for item in items if item and (one := item.widget())]

    def show_panel(self, panel: QWidget | None, *, beneath: bool = False) -> None:
        """Show a panel above the input, or beneath it; None takes it away."""
        if self.panel is not None:
            self.panel.hide()
            self.panel.deleteLater()
        self.panel = panel
        if panel is not None:
            self.lines.insertWidget(2 if beneath else 1, panel)
            panel.show()
            self.reshaped.emit()

    def focus_target(self) -> QWidget:
        """Return what takes the cursor: the input, or what stands instead of it."""
        buttons = self.panel.findChildren(QPushButton) if self.panel else []
        return buttons[0] if buttons and self.input.isHidden() else self.input

    def write_third(self) -> None:
        """Let another value be written than those that stand against each other."""
        self.input.show()
        self.input.setFocus()

    @Slot()
    def open_menu(self) -> None:
        """Open the menu of the field, beneath its input."""
        self.show_menu(self.input.mapToGlobal(QPoint(0, self.input.height())), None)

    @Slot(object)
    def _on_menu_asked(self, asked: tuple[GrowingText, QPoint]) -> None:
        self.show_menu(asked[1], asked[0])

    def show_menu(self, at: QPoint, text: GrowingText | None) -> None:
        """Show the menu of the field; `text` is what was pressed, when something was."""
        raise NotImplementedError

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the input when the label is pressed."""
        self.input.setFocus()
