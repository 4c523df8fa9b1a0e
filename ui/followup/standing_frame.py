"""What the part Läget is made of, and where each card stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ui.desk import Desk
from ui.editor.tab_order import order_tabs
from ui.followup.cards import FigureCards
from ui.followup.indicator_card import IndicatorCard
from ui.followup.moved_card import MovedCard
from ui.followup.status_card import StatusCard
from ui.followup.timeline_card import TimelineCard
from ui.theme.theme import Theme
from ui.widgets.choice import ChoiceCombo
from ui.widgets.empty import EmptyState
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import PlainLabel
from ui.widgets.place_page import Parts
from ui.widgets.place_part import PlacePart
from ui.widgets.style import set_role

_NARROW, _MARGIN = 900, 60
"""Design pixels below which the two middle cards stand beneath each other; around the keys."""


class StandingFrame(PlacePart):
    """A head, the figures, what has happened, statuses beside indicators, and the timeline."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the cards; there is nothing in them yet."""
        super().__init__(parent)
        self.desk, self.theme = desk, theme
        set_role(self, "ground")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._build_head()
        self.cards = FigureCards(theme, self)
        self.more = FlowBox(theme.px(8), self)
        self.statuses = StatusCard(theme, self)
        self.indicators = IndicatorCard(theme, self)
        self.moved = MovedCard(theme, self)
        self.timeline = TimelineCard(theme, self)
        self.empty = EmptyState("followup", "", on_button=self._go_on, theme=theme)
        self._lay_out()
        theme.changed.connect(self._space)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _build_head(self) -> None:
        self.title = PlainLabel("", self)
        self.said = PlainLabel("", self)
        for label, role in ((self.title, "title"), (self.said, "muted")):
            label.setWordWrap(True)
            set_role(label, role)
        self.whose = ChoiceCombo((), self)
        self.whose.setAccessibleName(self.tr("Nivå: vems åtgärder siffrorna gäller"))
        self.register = QPushButton(self.tr("Registrera uppföljning"), self)
        set_role(self.register, "primary")
        self.register.clicked.connect(self.follow_up_asked)

    def _lay_out(self) -> None:
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        words = QVBoxLayout()
        words.addWidget(self.title)
        words.addWidget(self.said)
        choices = QHBoxLayout()
        choices.addWidget(self.whose)
        choices.addWidget(self.register)
        choices.addStretch(0)
        self._head.addLayout(words, 1)
        self._head.addLayout(choices)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.addWidget(self.statuses, 1)
        self._middle.addWidget(self.indicators, 1)
        self._lines.addLayout(self._head)
        self._lines.addWidget(self.cards)
        self._lines.addWidget(self.more)
        self._lines.addLayout(self._middle)
        self._lines.addWidget(self.moved)
        self._lines.addWidget(self.timeline)
        self._lines.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.area)
        self._stack.addWidget(self.empty)
        self._space()

    @Slot()
    def _space(self) -> None:
        px = self.theme.px
        self._lines.setContentsMargins(px(24), px(12), px(24), px(16))
        self._lines.setSpacing(px(14))
        self._head.setSpacing(px(10))
        self._middle.setSpacing(px(14))
        self.whose.setMinimumWidth(px(190))
        self._stand()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put cards and choices beneath each other where it is narrow."""
        super().resizeEvent(event)
        self._stand()

    def _stand(self) -> None:
        way = QBoxLayout.Direction
        narrow = self.width() < self.theme.px(_NARROW)
        for row in (self._head, self._middle):
            row.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        """Scroll to where the keys went; what is large and seen in part is left as it is."""
        if now is None or not self.isVisible() or not self.area.isAncestorOf(now):
            return
        large = now.height() * 2 > self.area.viewport().height()
        if not large or now.visibleRegion().isEmpty():
            margin = self.theme.px(_MARGIN)
            self.area.ensureWidgetVisible(now, margin, margin)

    def order(self) -> None:
        """Let Tab go as the page is read."""
        order_tabs(
            (
                self.whose, self.register, self.cards, self.more, self.statuses, self.indicators,
                self.moved, self.timeline,
            )
        )  # fmt: skip

    def _go_on(self) -> None:
        """Do what the empty page offers."""

    # What the window asks

    def focus_numbers(self) -> None:
        """Put the keys on the first number that leads anywhere, or on what there is to do.

        They wait on the page until there are numbers.
        """
        if not self.title.text() and self.empty.button.isHidden():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        usable = [one for one in self.cards.numbers if one.isEnabled()]
        empty = self._stack.currentWidget() is self.empty
        first = usable[0] if usable else self.register
        (self.empty.button if empty else first).setFocus(Qt.FocusReason.OtherFocusReason)

    def parts(self) -> Parts:
        """Return the parts that F6 goes round, with what puts the keys in each."""
        reason = Qt.FocusReason.OtherFocusReason
        if self._stack.currentWidget() is self.empty:
            return ((self.empty, self.focus_numbers),)
        return (
            (self.cards, self.focus_numbers),
            (self.statuses, self.statuses.focus_bars),
            (self.moved, lambda: self.moved.way.setFocus(reason)),
            (self.timeline, lambda: self.timeline.view.setFocus(reason)),
            (self.whose, lambda: self.whose.setFocus(reason)),
        )

    def turn_to(self, side: QWidget) -> None:
        """Show the figures, or what is said without any; the keys follow if they were here."""
        if self._stack.currentWidget() is side:
            return
        focused = QApplication.focusWidget()
        here = focused is not None and self.isAncestorOf(focused)
        self._stack.setCurrentWidget(side)
        if here:
            self.focus_numbers()
