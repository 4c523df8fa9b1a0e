"""What the place Övergripande plan is made of, and where each part stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QMenu,
    QStackedLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.desk import Desk
from ui.overall.bar import OverallBar
from ui.overall.reason_line import ReasonLine
from ui.overall.tree import OverallTree
from ui.theme.theme import Theme
from ui.widgets.empty import EmptyState
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.place_page import Parts, PlacePage
from ui.widgets.style import set_role

_INSET, _ROOMY = 3, 420
"""Design pixels: around the tree, so that corners are whole; and a height with room for words."""


class OverallFrame(PlacePage):
    """A title, what the plan says of itself in words, the bar, the tree, and a line that asks."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the parts; there is nothing in them yet."""
        super().__init__(parent)
        self.desk, self.theme = desk, theme
        set_role(self, "ground")
        self.title = PlainLabel(self.tr("Övergripande plan"), self)
        self.said = PlainLabel("", self)
        self.said.setWordWrap(True)
        set_role(self.title, "title")
        set_role(self.said, "muted")
        self.bar = OverallBar(theme, self.menu, self)
        self.tree = OverallTree(theme, self)
        self.nothing = EmptyState("search", "", on_button=self.bar.clear, theme=theme)
        self.reason = ReasonLine(desk, theme, self)
        self.hint = ElidedLabel("", self)
        set_role(self.hint, "small")
        self.empty = EmptyState("county", "", on_button=self._go_on, theme=theme)
        self._lay_out()
        theme.changed.connect(self._space)
        self.reason.closed.connect(self.share_room)
        self.reason.asked.connect(self.share_room)

    def _lay_out(self) -> None:
        self.rows = QStackedWidget(self)
        self.rows.addWidget(self.tree)
        self.rows.addWidget(self.nothing)
        card = QFrame(self)
        set_role(card, "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(*(self.theme.px(_INSET),) * 4)
        inside.addWidget(self.rows)
        self.area = QWidget(self)
        self._lines = QVBoxLayout(self.area)
        for part in (self.title, self.said, self.bar):
            self._lines.addWidget(part)
        self._lines.addWidget(card, 1)
        self._lines.addWidget(self.reason)
        self._lines.addWidget(self.hint)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.area)
        self._stack.addWidget(self.empty)
        self._space()

    @Slot()
    def _space(self) -> None:
        px = self.theme.px
        self._lines.setContentsMargins(px(20), px(14), px(20), px(10))
        self._lines.setSpacing(px(8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the rows where there is little."""
        super().resizeEvent(event)
        self.share_room()

    @Slot()
    def share_room(self) -> None:
        """Show the words and the bar around the rows where they have room."""
        roomy = self.height() >= self.theme.px(_ROOMY)
        for part in (self.title, self.said, self.hint):
            part.setVisible(roomy)
        self.bar.setVisible(roomy or not self.reason.is_asking)

    def menu(self) -> QMenu:
        """Return the menu of the place; it goes when it is closed."""
        return QMenu(self)

    def _go_on(self) -> None:
        """Do what the empty place offers."""

    def focus_rows(self) -> None:
        """Put the keys in the tree, or on what there is to do without one."""
        reason = Qt.FocusReason.OtherFocusReason
        if self._stack.currentWidget() is self.empty:
            self.empty.button.setFocus(reason)
        elif self.rows.currentWidget() is self.nothing:
            (self.nothing.button if self.nothing.button.isVisible() else self.bar.ways).setFocus(
                reason
            )
        else:
            self.tree.setFocus(reason)

    def parts(self) -> Parts:
        """Return the parts that F6 goes round, with what puts the keys in each."""
        reason = Qt.FocusReason.OtherFocusReason
        if self._stack.currentWidget() is self.empty:
            return ((self.empty, self.focus_rows),)
        bar = (self.bar, lambda: self.bar.ways.setFocus(reason))
        parts: list[tuple[QWidget, Callable[[], object]]] = [(self.rows, self.focus_rows)]
        if self.reason.is_asking:
            parts.append((self.reason, lambda: self.reason.field.setFocus(reason)))
        return (*parts, bar)

    def turn_to(self, side: QWidget) -> None:
        """Show the tree with its parts, or what is said without; the keys follow."""
        if self._stack.currentWidget() is not side:
            here = self._has_keys()
            self._stack.setCurrentWidget(side)
            if here:
                self.focus_rows()

    def show_rows(self, side: QWidget) -> None:
        """Show the tree, or that there is nothing in it."""
        if self.rows.currentWidget() is not side:
            focused = QApplication.focusWidget()
            here = focused is not None and self.rows.isAncestorOf(focused)
            self.rows.setCurrentWidget(side)
            if here:
                self.focus_rows()

    def _has_keys(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)
