"""A choice among named options: type to find, or open the list; long names wrap."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from nvworkshop.model.text import fold
from ui.editor.inputs.growing import GrowingText
from ui.editor.inputs.pick_list import Option, PickList
from ui.editor.showing import show_if
from ui.theme.theme import Theme
from ui.widgets.style import set_role


class Picker(QWidget):
    """A text with a list beneath. `options_asked` comes each time before the list is needed."""

    picked = Signal(str)  # the id of an option
    options_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make it with no options."""
        super().__init__(parent)
        self._theme = theme
        self.edit = GrowingText(self, one_line=True)
        self.edit.opens_list = True
        self.edit.has_list = lambda: self.is_list_open
        self.setFocusProxy(self.edit)
        self.button = QToolButton(self)
        self.button.setIcon(theme.icon("chevron_down", "muted"))
        self.button.setIconSize(QSize(theme.px(14), theme.px(14)))
        self.button.setAccessibleName(self.tr("Visa listan"))
        self.button.setToolTip(self.tr("Visa listan (F4)"))
        set_role(self.button, "drop")
        self.edit.set_corner(self.button)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.edit, 1)
        self._options: tuple[Option, ...] = ()
        self._list: PickList | None = None
        self.shown = ""
        self.button.clicked.connect(self.open_list)
        self.edit.list_asked.connect(self.open_list)
        self.edit.textChanged.connect(self._on_text_changed)

    def show_text(self, text: str, *, italic: bool = False) -> None:
        """Show what is set."""
        self.shown = text
        self.edit.put(text)
        font = self.edit.font()
        if font.italic() != italic:
            font.setItalic(italic)
            self.edit.setFont(font)

    @property
    def is_open(self) -> bool:
        """Tell whether something is typed that is not set."""
        return self.edit.toPlainText() != self.shown

    def lock(self, locked: bool) -> None:
        """Let nothing be changed, only read and copied."""
        self.edit.setReadOnly(locked)
        show_if(self.button, not locked)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer these, in this order."""
        if tuple(options) == self._options:
            return
        self._options = tuple(options)
        if self._list is not None:
            self._list.offer(self._options)

    def found(self, text: str) -> str:
        """Return the id of the one option with the text in its name; "" when none or several."""
        wanted = fold(text)
        exact = [one for one, name in self._options if fold(name) == wanted]
        within = exact or [one for one, name in self._options if wanted and wanted in fold(name)]
        return within[0] if len(within) == 1 else ""

    @Slot()
    def open_list(self) -> None:
        """Show all options, the one that stands marked."""
        if not self.edit.isReadOnly():
            self.edit.setFocus()
            self._open("")

    @property
    def list(self) -> PickList:
        """The list; made when it is first needed."""
        if self._list is None:
            self._list = PickList(self.edit)
            self._list.picked.connect(self.picked)
            self._list.offer(self._options)
        return self._list

    @property
    def is_list_open(self) -> bool:
        """Tell whether the list is showing."""
        return self._list is not None and self._list.is_open

    @Slot()
    def _on_text_changed(self) -> None:
        """Narrow the list while the person types."""
        text = self.edit.toPlainText()
        typed = self.edit.hasFocus() and self.edit.document().isModified()
        if typed and text.strip() and text != self.shown:
            self._open(text)
        elif self.is_list_open:
            self.list.view.hide()

    def _open(self, prefix: str) -> None:
        self.options_asked.emit()
        side = self._theme.px(32)
        widest = min(self.list.width() + side, self.window().width() - side)
        room = QRect(0, 0, max(self.width(), widest), self.edit.height())
        self.list.open_at(room, prefix, self.shown)
