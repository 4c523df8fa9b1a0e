"""The place Slå samman: plans to the left, and to the right what to decide and what is known."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from nvworkshop.errors import PlanError
from nvworkshop.session.live import Delta
from nvworkshop.session.receipts import MergeReport, Source, source_of
from nvworkshop.session.sources import SourcePlan, source_plans, unread
from nvworkshop.session.view import PlanView
from ui.desk import Desk
from ui.editor.tab_order import stops_in
from ui.merge.conflicts_view import ConflictsView
from ui.merge.joint_view import JointView
from ui.merge.merging import Merging
from ui.merge.news_view import NewsView
from ui.merge.receipts_view import ReceiptsView
from ui.merge.sources_panel import SourcesPanel
from ui.merge.suggestions_view import SuggestionsView
from ui.merge.words import merged
from ui.theme.theme import Theme
from ui.widgets.order import put_in_order
from ui.widgets.place_page import Parts, PlacePage
from ui.widgets.style import set_role
from ui.widgets.tabs import Tabs
from ui.window.choosing import Choosing

_NARROW = 1_000
"""Design pixels below which the plans get a tab of their own."""

_REST = 80
"""Milliseconds of rest after a change before the place is asked anew."""


View: TypeAlias = ConflictsView | SuggestionsView | JointView | NewsView | ReceiptsView

_OF_MERGES = (NewsView, ReceiptsView)
"""The views that only a merge, or one taken back, gives something new."""


class MergePage(PlacePage):
    """One open plan that others are merged into."""

    told = Signal(str)
    warned = Signal(str)
    thing_asked = Signal(str, str)  # kind, id: show it where it stands
    report_asked = Signal(str)  # a receipt's id: show its report

    def __init__(
        self, desk: Desk, theme: Theme, choosing: Choosing, parent: QWidget | None = None
    ) -> None:
        """Show nothing until it is seen."""
        super().__init__(parent)
        self.desk, self.theme, self._choosing = desk, theme, choosing
        self.merging = Merging(desk, self)
        self._unread: list[Source] = []
        self._stale = self._beside = self._merged = True
        self._build()
        self._soon = QTimer(self, singleShot=True, interval=_REST)
        self._soon.timeout.connect(self.refresh)
        self._connect()

    def _build(self) -> None:
        set_role(self, "ground")
        px = self.theme.px
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
        self.tabs = Tabs(
            {
                "sources": self.tr("Källplaner"),
                "conflicts": self.tr("Konflikter"),
                "suggestions": self.tr("Möjliga dubbletter"),
                "joint": self.tr("Gemensamma åtgärder"),
                "news": self.tr("Vad är nytt"),
                "receipts": self.tr("Kvitton"),
            },
            self.theme,
            self,
        )
        self.stack = QStackedWidget(self)
        for view in self.views.values():
            self.stack.addWidget(view)
        put_in_order(self.sources, *stops_in(self.sources), *stops_in(self.tabs))
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

    def _connect(self) -> None:
        self.desk.opened.connect(self._on_opened)
        self.desk.changed.connect(self._on_changed)
        self.tabs.chosen.connect(self._on_tab)
        self.tabs.pressed.connect(self._on_pressed)
        self.sources.dropped.connect(self.merge)
        self.sources.files_asked.connect(self._ask_files)
        self.sources.folder_asked.connect(self._ask_folder)
        self.sources.cancelled.connect(self.merging.cancel)
        self.merging.progressed.connect(lambda *far: self.sources.show_progress(far))
        self.merging.merged.connect(self._on_merged)
        self.merging.failed.connect(self._on_failed)
        for name, view in self.views.items():
            view.counted.connect(partial(self.tabs.show_count, name))
            view.told.connect(self.told)
            if not isinstance(view, ConflictsView | ReceiptsView):
                view.thing_asked.connect(self.thing_asked)
        self.receipts.news_asked.connect(self._show_news)
        self.receipts.report_asked.connect(self.report_asked)

    # What the window asks

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

    def keep(self) -> None:
        """Send what is being typed to the plan."""
        self.shown.keep()

    def close_place(self) -> None:
        """Stop a merge that goes on: the plan is being closed."""
        self.merging.cancel()

    def show_tab(self, name: str) -> None:
        """Show a tab, with the keys in it."""
        self.tabs.choose(name)
        self.shown.focus()

    # What is known

    @Slot()
    def refresh(self) -> None:
        """Ask the plan anew for the plans in it and for what the tab shows."""
        if self.desk.plan is None:
            return
        self.shown.refresh()
        self._refresh_rest()

    def _refresh_rest(self) -> None:
        """Ask for the plans, and for the counts on the other tabs."""
        self._soon.stop()
        self._stale = False
        self.desk.ask(_about, self._on_known)
        for view in self.views.values():
            if view is not self.shown and (self._merged or not isinstance(view, _OF_MERGES)):
                view.refresh()  # for the count on its tab
        self._merged = False

    def _on_known(self, found: tuple[list[SourcePlan], list[Source], str]) -> None:
        plans, unread_now, code = found
        self.sources.show_fingerprint(code if plans else "")
        now = self.desk.surroundings.now().astimezone()
        self.sources.show_sources(plans, self._unread or unread_now, now)

    def _on_opened(self, _: object) -> None:
        self.sources.let_choose(not self.desk.read_only)
        self._stale = True
        self._refresh_if_seen()

    @Slot(object)
    def _on_changed(self, delta: Delta) -> None:
        if delta.touched:
            self._stale = True
            self._merged |= any(kind == "receipt" for kind, _ in delta.touched)
            self._refresh_if_seen()

    def _refresh_if_seen(self) -> None:
        if self.isVisible():
            self._soon.start()

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

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what has changed while the place was not seen."""
        super().showEvent(event)
        self.sources.let_choose(not self.desk.read_only)
        if self._stale:
            self._soon.start()

    @Slot(str)
    def _on_tab(self, name: str) -> None:
        if name == "sources":
            self.stack.setCurrentWidget(self.sources)
        else:
            self.stack.setCurrentWidget(self.views[name])
            self.shown.refresh()

    @Slot()
    def _on_pressed(self) -> None:
        """Put the keys in what the tab shows."""
        self.shown.focus()

    def _show_news(self, receipt: str) -> None:
        self.news.show_receipt(receipt)
        self.show_tab("news")

    # Merging

    @Slot(object)
    def merge(self, places: Sequence[Path]) -> None:
        """Merge files and folders into the plan."""
        if self.desk.read_only or self.merging.is_under_way or not places:
            return
        self._unread = []
        self.sources.show_progress((0, 0, ""))
        self.merging.merge(list(places))

    def _ask_files(self) -> None:
        self.merge(self._choosing.plans_to_merge(self))

    def _ask_folder(self) -> None:
        folder = self._choosing.folder_to_merge(self)
        if folder is not None:
            self.merge([folder])

    def _on_merged(self, report: MergeReport) -> None:
        self.sources.show_progress(None)
        self._unread = [source_of(one) for one in report.sources if one.error]
        if not report.sources:
            self.warned.emit(self.tr("Det fanns inga planfiler där. De slutar på .nvplan."))
            return
        damaged = any(one.damaged_changes for one in report.sources)
        tell = self.warned if self._unread or damaged else self.told
        tell.emit(merged(report))
        if report.receipt:
            self.news.show_next(report.receipt)
        focused = QApplication.focusWidget()
        if focused is None or self.isAncestorOf(focused):
            self._turn_to("conflicts" if report.conflicts else "news")
        else:
            self.shown.refresh()
        self._refresh_rest()

    def _turn_to(self, tab: str) -> None:
        """Show a tab with the keys in it; what it shows is asked for once, before the rest."""
        if self.tabs.now == tab:
            self.shown.refresh()
        self.show_tab(tab)

    def _on_failed(self, error: PlanError) -> None:
        self.sources.show_progress(None)
        self.warned.emit(error.sentence)


def _about(view: PlanView) -> tuple[list[SourcePlan], list[Source], str]:
    from nvworkshop.session.fingerprint import fingerprint  # when the place is seen

    return source_plans(view), unread(view), fingerprint(view)
