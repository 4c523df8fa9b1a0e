"""What the place Slå samman is made of, and where each part stands."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.editor.tab_order import stops_in
from ui.merge.conflicts_view import ConflictsView
from ui.merge.joint_view import JointView
from ui.merge.news_view import NewsView
from ui.merge.receipts_view import ReceiptsView
from ui.merge.sources_panel import SourcesPanel
from ui.merge.suggestions_view import SuggestionsView
from ui.theme.theme import Theme
from ui.widgets.order import put_in_order
from ui.widgets.place_page import Parts, PlacePage
from ui.widgets.style import set_role
from ui.widgets.tabs import Tabs

_NARROW = 1_000
"""Design pixels below which the plans get a tab of their own."""

View: TypeAlias = ConflictsView | SuggestionsView | JointView | NewsView | ReceiptsView


class MergeFrame(PlacePage):
    """The plans to the left, or behind a tab; the other views behind tabs beside them."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the parts; there is nothing in them yet."""
        super().__init__(parent)
        self.desk, self.theme = desk, theme
        self._beside = True
        set_role(self, "ground")
        self._build()
        self._lay_out()

    def _build(self) -> None:
        self.sources = SourcesPanel(self.theme, self)
        self.conflicts = ConflictsView(self.desk, self.theme, self)
        self.suggestions = SuggestionsView(self.desk, self.theme, self)
        self.joint = JointView(self.desk, self.theme, self)
        self.news = NewsView(self.desk, self.theme, self)
        self.receipts = ReceiptsView(self.desk, self.theme, self)
        self.views: dict[str, View] = {
            "conflicts": self.conflicts,
            "suggestions": self.suggestions,
            "joint": self.joint,
            "news": self.news,
            "receipts": self.receipts,
        }
        names = {
            "sources": self.tr("Källplaner"),
            "conflicts": self.tr("Konflikter"),
            "suggestions": self.tr("Möjliga dubbletter"),
            "joint": self.tr("Gemensamma åtgärder"),
            "news": self.tr("Vad är nytt"),
            "receipts": self.tr("Kvitton"),
        }
        self.tabs = Tabs(names, self.theme, self)
        self.stack = QStackedWidget(self)
        for view in self.views.values():
            self.stack.addWidget(view)
        put_in_order(self.sources, *stops_in(self.sources), *stops_in(self.tabs))

    def _lay_out(self) -> None:
        px = self.theme.px
        right = QVBoxLayout()
        right.setContentsMargins(px(16), px(12), px(16), px(12))
        right.setSpacing(px(10))
        right.addWidget(self.tabs)
        right.addWidget(self.stack, 1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.sources)
        self._row.addLayout(right, 1)
        self.sources.stand(beside=True)
        self.tabs.offer("sources", offered=False)

    def parts(self) -> Parts:
        """Return the parts that F6 goes round, with what puts the keys in each."""
        reason = Qt.FocusReason.OtherFocusReason
        return (
            (self.stack, self._focus_shown),
            (self.sources, lambda: self.sources.files.setFocus(reason)),
            (self.tabs, self.tabs.focus),
        )

    def _focus_shown(self) -> None:
        """Put the keys in the view, or where plans are chosen when there is nothing in it."""
        self.shown.focus()
        focused = QApplication.focusWidget()  # the window also knows what is hidden
        if self.isVisible() and not (focused and self.stack.isAncestorOf(focused)):
            self.sources.files.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def shown(self) -> View:
        """The view behind the tab that is down."""
        return self.views.get(self.tabs.now, self.conflicts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room."""
        super().resizeEvent(event)
        self._stand()

    def _stand(self) -> None:
        """Let the plans stand to the left, or behind a tab of their own where it is narrow."""
        beside = self.width() >= self.theme.px(_NARROW)
        if beside == self._beside:
            return
        self._beside = beside
        self.sources.stand(beside=beside)
        if beside:
            self.stack.removeWidget(self.sources)
            self._row.insertWidget(0, self.sources)
        else:
            self._row.removeWidget(self.sources)
            self.stack.addWidget(self.sources)
        self.tabs.offer("sources", offered=not beside)
        self.sources.setVisible(beside or self.tabs.now == "sources")
