"""The place Slå samman: plans to the left, and to the right what to decide and what is known."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from nvworkshop.errors import PlanError
from nvworkshop.session.live import Delta
from nvworkshop.session.receipts import MergeReport, Source, source_of
from nvworkshop.session.sources import SourcePlan, source_plans, unread
from nvworkshop.session.view import PlanView
from ui.desk import Desk
from ui.merge.conflicts_view import ConflictsView
from ui.merge.merging import Merging
from ui.merge.news_view import NewsView
from ui.merge.page_frame import MergeFrame
from ui.merge.receipts_view import ReceiptsView
from ui.merge.words import merged
from ui.theme.theme import Theme
from ui.window.choosing import Choosing

_REST = 80
"""Milliseconds of rest after a change before the place is asked anew."""


_OF_MERGES = (NewsView, ReceiptsView)
"""The views that only a merge, or one taken back, gives something new."""


class MergePage(MergeFrame):
    """One open plan that others are merged into."""

    told = Signal(str)
    warned = Signal(str)
    thing_asked = Signal(str, str)  # kind, id: show it where it stands
    report_asked = Signal(str)  # a receipt's id: show its report

    def __init__(
        self, desk: Desk, theme: Theme, choosing: Choosing, parent: QWidget | None = None
    ) -> None:
        """Show nothing until it is seen."""
        super().__init__(desk, theme, parent)
        self._choosing = choosing
        self.merging = Merging(desk, self)
        self._unread: list[Source] = []
        self._stale = self._merged = True
        self._soon = QTimer(self, singleShot=True, interval=_REST)
        self._soon.timeout.connect(self.refresh)
        self._connect()

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
