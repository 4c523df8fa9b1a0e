"""One value of a conflict: who wrote it and when, and its words with those that differ marked."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from nvworkshop.session.conflict_list import HERE, Side
from ui.editor.dates import moment
from ui.editor.differing import Mark
from ui.editor.marked import MarkedText
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_mark, set_role


class SideCard(QFrame):
    """A press chooses it."""

    pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        set_role(self, "side")
        self.who = PlainLabel("", self)
        self.who.setWordWrap(True)
        set_role(self.who, "small")
        self.text = MarkedText(theme, self)
        self.origin = PlainLabel("", self)
        self.origin.setWordWrap(True)
        set_role(self.origin, "small")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(*(theme.px(12),) * 4)
        lines.setSpacing(theme.px(4))
        for part in (self.who, self.text, self.origin):
            lines.addWidget(part)
        lines.addStretch(1)

    def show_base(self, text: str, gone: list[Mark]) -> None:
        """Show what stood before anybody wrote."""
        self.who.setText(self.tr("Före"))
        self.text.setAccessibleName(self.tr("Före"))
        self.text.show_marked(text, gone, "gone")
        self.origin.hide()

    def show_side(self, side: Side, new: list[Mark], now: datetime) -> None:
        """Show one of the values; for a removal, what was done."""
        who = side.function or side.device
        told = (str(side.n), moment(side.at, now), who)
        self.who.setText(" · ".join(one for one in told if one))
        shown = side.text or self.tr("(tomt)")
        if side.edited:
            fields = ", ".join(side.edited)
            shown = self.tr("Behålls: någon har ändrat {fields}").format(fields=fields)
        self.text.setAccessibleName(self.tr("Värde {n}").format(n=side.n))
        self.text.show_marked(shown, new if shown == side.text else [], "new")
        where = self.tr("Skrivet i den här planen") if side.origin == HERE else ""
        came = where or self.tr("Kom med {name}").format(name=side.origin)
        device = side.device if side.function else ""
        self.origin.setText(" · ".join(one for one in (came, device) if one))

    def mark_chosen(self, *, chosen: bool) -> None:
        """Mark the one that Enter takes."""
        set_mark(self, "on", "chosen" if chosen else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it."""
        super().mousePressEvent(event)
        self.pressed.emit()
