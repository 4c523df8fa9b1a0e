"""The values of an indicator to write in: the table, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from nvworkshop.session.indicators import Detail
from ui.desk import Desk
from ui.editor.showing import show_if
from ui.indicators.measure_keeper import MeasureKeeper
from ui.indicators.measure_table import MeasureTable
from ui.theme.theme import Theme
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import WrappedLabel, WrappedNotice
from ui.widgets.style import set_role

_ROOMY, _TIGHT = 240, 150
"""Design pixels of height from which there is room for a hint, and for buttons."""


class ValuesView(QWidget):
    """Everything is kept as it is written."""

    import_asked = Signal()

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Show no values yet."""
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self.new = self._button(self.tr("Nytt värde"), self.tr("Insert"))
        self.paste = self._button(self.tr("Klistra in"), "Ctrl+V")
        self.remove = self._button(self.tr("Ta bort"), "Delete")
        self.take_in = self._button(self.tr("Hämta in från fil…"), "Ctrl+I")
        self.problem = WrappedNotice("", self)
        set_role(self.problem, "danger")
        self.table = MeasureTable(desk, theme, self)
        self.keeper = MeasureKeeper(self.table, desk, self)
        self.hint = WrappedLabel(
            self.tr("Retur öppnar en cell, Tab går vidare i raden, Retur igen till nästa rad."),
            self,
        )
        set_role(self.hint, "small")
        self._lay_out(theme)
        self._connect()
        self._say("")

    def _button(self, text: str, keys: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(f"{text.removesuffix('…')} ({keys})")
        set_role(button, "secondary")
        return button

    def _lay_out(self, theme: Theme) -> None:
        self.top = top = FlowBox(theme.px(8), self)
        buttons = (self.new, self.paste, self.remove, self.take_in)
        for button in buttons:
            button.setParent(top)
        top.set_parts(buttons)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(8))
        lines.addWidget(top)
        lines.addWidget(self.problem)
        lines.addWidget(self.table, 1)
        lines.addWidget(self.hint)

    def _connect(self) -> None:
        self.new.clicked.connect(self.table.write_next)
        self.paste.clicked.connect(lambda: self._paste(QApplication.clipboard().text()))
        self.remove.clicked.connect(self._on_remove)
        self.take_in.clicked.connect(self.import_asked)
        self.keeper.failed.connect(self._say)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_buttons())
        self._desk.changed.connect(lambda _: self._say(""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the hint out where the rows need its room, then the buttons: there are keys."""
        super().resizeEvent(event)
        show_if(self.hint, self.height() > self._theme.px(_ROOMY))
        show_if(self.top, self.height() > self._theme.px(_TIGHT))

    def show_detail(self, detail: Detail | None) -> None:
        """Show the values of an indicator."""
        shown = detail.measurements if detail else ()
        entity = detail.listed.id if detail else ""
        writable = not self._desk.read_only
        self.table.values.show_values(entity, shown, self._desk.strategy, writable=writable)
        for button in (self.new, self.paste):
            button.setEnabled(self.table.values.writable)
        self._show_buttons()

    def _show_buttons(self) -> None:
        self.remove.setEnabled(bool(self.table.chosen) and not self._desk.read_only)

    def _paste(self, text: str) -> None:
        self.keeper.paste(text)

    def _on_remove(self) -> None:
        if self.table.chosen:
            self.keeper.remove(self.table.chosen)

    def _say(self, sentence: str) -> None:
        self.problem.setText(sentence)
        show_if(self.problem, bool(sentence))
